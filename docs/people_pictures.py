"""Pictures of the people screen: who works here, who is locked out, and the accounts of clients."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.screens.people import PeopleScreen
from core.domain.people import Actor, Role
from core.services.badge import give_badge
from core.services.manage_clients import add_client
from core.services.manage_people import add_person
from core.services.secrets import PinHasher
from core.services.sign_on import finish_sign_on
from core.services.unit_of_work import UnitOfWork
from docs.plate_pictures import THEMES, picture_booth, take_picture
from tests.console.desk_booth import DeskBooth

STAFF = (
    ("Chen Yi-jun", Role.LANDLORD, "three green lorries"),
    ("Mina Patel", Role.SUPERVISOR, "739155"),
    ("Tom Wu", Role.ATTENDANT, "739155"),
)
CLIENTS = (
    ("Chang Florists", "0912 345 678", ("ABC-1234", "KLM-8837")),
    ("Lin Car Rental", "lin@example.org", ("BVR-0167",)),
    ("Wu Mei-ling", "", ("QQQ-1111",)),
)


def photograph_people(app: QApplication, folder: Path) -> None:
    """Write the pictures into the folder, in light and dark."""
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        with picture_booth() as booth:
            screen = _with_people(booth)
            screen.show_staff()
            booth.until(lambda: "Tom Wu" in screen.names, "they are listed")  # noqa: B023 - used at once
            for _ in range(len(screen.names)):
                booth.press(Qt.Key.Key_Down)
            take_picture(booth, folder / f"people-{theme}.png")
            screen.show_clients()
            booth.until(lambda: len(screen.clients.names) == len(CLIENTS), "they are listed")  # noqa: B023
            booth.until(lambda: len(screen.clients.panel.stays) == 1, "the stay is listed")  # noqa: B023
            take_picture(booth, folder / f"clients-{theme}.png")
    dress(app, Look())


def _with_people(booth: DeskBooth) -> PeopleScreen:
    hasher = PinHasher()
    hashed = {name: hasher.hash_secret(secret, role=role) for name, role, secret in STAFF}

    def work(unit: UnitOfWork) -> None:
        people = {
            name: add_person(
                unit,
                actor=booth.boss,
                name=name,
                role=role,
                pin_hash=hashed[name].hash,
                kind=hashed[name].kind,
            )
            for name, role, _secret in STAFF
        }
        for name, contact, plates in CLIENTS:
            add_client(unit, actor=booth.boss, name=name, contact=contact, plates=plates)
        mina, tom = people["Mina Patel"].person_id, people["Tom Wu"].person_id
        finish_sign_on(unit, person_id=mina, matched=True, console="Booth")
        give_badge(unit, actor=booth.boss, person_id=tom, code="04A224B1")
        for _ in range(3):
            finish_sign_on(unit, person_id=tom, matched=False, console="Booth")

    booth.store.write(work)
    booth.car_inside("ABC1234")
    booth.sign_on(Actor(booth.boss.person_id, booth.boss.name, booth.boss.role))
    booth.app.context.show("people")
    screen = booth.app.window.screen_of("people")
    return cast("PeopleScreen", screen)
