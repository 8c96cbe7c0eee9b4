"""Pictures of paying as people see it: a platform's code, a charge in doubt, the list of F12.

The window and the desk are the real ones; terminal and platforms are told what their drivers do.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from core.domain.errors import DeviceError
from devices.terminals.simulator import Outcome
from docs.plate_pictures import THEMES, picture_booth, take_picture
from tests.console.desk_booth import DeskBooth
from tests.console.screens.desk.paying_desk import PayingDesk

PLATES = ("KLM-8837", "BVR-0167", "ABC-1234")


def photograph_money(app: QApplication, folder: Path) -> None:
    """Write the pictures into the folder, in light and dark."""
    shown = (
        ("desk-platform", _platform),
        ("desk-unknown", _unknown),
        ("desk-more", _more),
    )
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        for name, show in shown:
            with picture_booth() as booth:
                paying = PayingDesk(booth, platforms=2)
                try:
                    show(booth, paying)
                    take_picture(booth, folder / f"{name}-{theme}.png")
                finally:
                    paying.stop()
    dress(app, Look())


def _platform(booth: DeskBooth, paying: PayingDesk) -> None:
    paying.expect(Outcome.SLOW, of=paying.stripe)
    paying.car(PLATES[0])
    booth.press(Qt.Key.Key_F11)
    booth.press(Qt.Key.Key_1)
    booth.until(lambda: bool(paying.panel.shown_code), "the code is shown")


def _unknown(booth: DeskBooth, paying: PayingDesk) -> None:
    paying.expect(Outcome.LOST_REPLY)
    paying.terminal.look = _no_answer  # type: ignore[method-assign]
    paying.car(PLATES[1])
    booth.press(Qt.Key.Key_F10)
    paying.until_said("not known")
    booth.until(lambda: any(row.code == "charge.asks" for row in booth.screen.waiting.rows), "it is listed")


def _more(booth: DeskBooth, paying: PayingDesk) -> None:
    paying.car(PLATES[2])
    booth.press(Qt.Key.Key_F12)


def _no_answer(_ask: object) -> None:
    raise DeviceError("terminal.no_answer", unknown=True)
