"""Pictures of the Rates screen: the real window, with a sample plan being edited."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.screens.rates import RatesScreen
from console.screens.rates.adopting import adopted
from console.screens.rates.places import Kind, Place
from core.config.rate_plans.reading import read_plan
from docs.plate_pictures import THEMES, picture_booth, take_picture
from tests.console.desk_booth import DeskBooth

WINDOW = (1440, 900)
SAMPLE = "working-days-dearer-by-the-hour-large-vehicles-double.toml"
SHOWN = Place(Kind.CHARGE, 0, 0)


def photograph_rates(app: QApplication, folder: Path) -> None:
    """Write rates into the folder, in light and dark."""
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        with picture_booth(WINDOW) as booth:
            _edit_a_sample(booth)
            take_picture(booth, folder / f"rates-{theme}.png")
    dress(app, Look())


def _edit_a_sample(booth: DeskBooth) -> None:
    booth.sign_on(booth.boss)
    booth.app.window.show_screen("rates")
    screen, lot = booth.app.window.screen_of("rates"), booth.state.lot
    if not isinstance(screen, RatesScreen) or lot is None:
        raise TypeError("the window has no rates to show")
    booth.until(lambda: screen.is_ready, "the plan in force is shown")
    with as_file(files("resources") / "plans" / SAMPLE) as sample:
        screen.editing.replace_plan(adopted(read_plan(sample), lot, "standard"))
    screen.editing.choose(SHOWN)
    booth.until(lambda: screen.is_ready, "it was reckoned")
