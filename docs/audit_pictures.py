"""Pictures of the audit screen: who did what, and what proves the journal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.screens.audit import AuditScreen
from core.domain.anchors import read_anchor
from core.domain.people import Actor
from core.services.anchors import anchor_text
from core.services.correct_plate import correct_plate
from core.services.resolve_stay import write_off
from docs.plate_pictures import THEMES, picture_booth, take_picture
from tests.console.desk_booth import DeskBooth

CARS: Final = (("ABC1234", 195), ("KLM8837", 130), ("BVR0167", 75), ("QQQ1111", 40))


def photograph_audit(app: QApplication, folder: Path) -> None:
    """Write the pictures into the folder, in light and dark."""
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        with picture_booth() as booth:
            screen = _after_a_morning(booth)
            booth.until(lambda: len(screen.happened.entries) > len(CARS), "the journal is listed")  # noqa: B023
            take_picture(booth, folder / f"audit-{theme}.png")
            audit = booth.console.audit
            audit.anchors.anchor_now()
            audit.verifier.verify_now([read_anchor(booth.store.read(anchor_text))])
            screen.tabs.show_page("proof")
            take_picture(booth, folder / f"audit-proof-{theme}.png")
    dress(app, Look())


def _after_a_morning(booth: DeskBooth) -> AuditScreen:
    stays = [booth.car_inside(plate, minutes=minutes) for plate, minutes in CARS]
    chief = Actor(booth.boss.person_id, booth.boss.name, booth.boss.role)
    booth.store.write(partial(correct_plate, actor=chief, stay_id=stays[1], typed="KLM8831"))
    booth.store.write(partial(write_off, actor=chief, stay_id=stays[2], reason="left_unseen"))
    booth.sign_on(chief)
    booth.app.context.show("audit")
    return cast("AuditScreen", booth.app.window.screen_of("audit"))
