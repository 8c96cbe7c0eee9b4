"""Pictures of the books: all payments of a day, and its shifts with the sealed slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.screens.payments import PaymentsScreen
from console.screens.payments.payments_page import PaymentsPage
from console.screens.shift import ShiftScreen
from core.domain.debts import Debtor
from core.domain.journal import Subject
from core.domain.lots import Article
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.services.manage_people import add_person
from core.services.quote_stay import quote_stay
from core.services.run_shift import close_shift, open_shift
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.services.take_iou import take_iou
from core.services.take_payment import take_cash
from core.services.unit_of_work import UnitOfWork
from core.services.waive import waive
from docs.plate_pictures import THEMES, picture_booth, take_picture
from tests.booth import PIN_HASH
from tests.console.desk_booth import DeskBooth

DRAWER = "drawer-1"
FLOAT, NOTE = 1000, 500
MORNING = ("KLM-8837", "BVR-0167", "RAD-1188", "QQQ-1111", "XYZ-9876", "MMD-5520")
EVENING = ("GHT-4412", "PLK-0091", "TKR-3345", "ABC-1234")
ALT = Qt.KeyboardModifier.AltModifier


def photograph_books(app: QApplication, folder: Path) -> None:
    """Write the pictures into the folder, in light and dark."""
    for theme in THEMES:
        dress(app, Look(theme=theme, language="en"))
        with picture_booth() as booth:
            _work_a_day(booth)
            for name, show in (("payments", _payments), ("shift", _shifts)):
                booth.app.context.show(name)
                show(booth)
                take_picture(booth, folder / f"{name}-{theme}.png")
    dress(app, Look())


def _payments(booth: DeskBooth) -> None:
    screen = cast("PaymentsScreen", booth.app.window.screen_of("payments"))
    page = cast("PaymentsPage", screen.page)
    booth.until(lambda: bool(page.rows), "they are listed")
    booth.press(Qt.Key.Key_Down)
    booth.press(Qt.Key.Key_Down)


def _shifts(booth: DeskBooth) -> None:
    screen = cast("ShiftScreen", booth.app.window.screen_of("shift"))
    booth.press(Qt.Key.Key_S, ALT)
    booth.until(lambda: len(screen.side.shifts.rows) > 1, "they are listed")
    booth.press(Qt.Key.Key_Down)


def _work_a_day(booth: DeskBooth) -> None:
    """A shift in the morning, another that still runs; who looks at it may see totals."""
    nia = booth.store.write(
        lambda unit: add_person(unit, actor=booth.boss, name="Nia", role=Role.SUPERVISOR, pin_hash=PIN_HASH)
    )
    actor = Actor(nia.person_id, nia.name, nia.role)
    articles = (Article("card", "Pass card", 200), Article("cable", "Charging cable", 450))
    lot = replace(booth.store.read(lambda unit: unit.lot()), articles=articles)
    booth.store.write(lambda unit: change_lot(unit, actor=booth.boss, lot=lot))
    _open(booth)
    taken = sum(_pay(booth, plate, 60 + 37 * number).amount_minor for number, plate in enumerate(MORNING))
    _sell(booth, articles[0])
    in_drawer = FLOAT + taken + articles[0].price_minor
    booth.store.write(
        lambda unit: close_shift(
            unit, actor=booth.ben, drawer=DRAWER, counted_minor=in_drawer, left_minor=FLOAT
        )
    )
    booth.clock.instant += timedelta(hours=4)
    _open(booth)
    for number, plate in enumerate(EVENING):
        _pay(booth, plate, 90 + 25 * number)
    _without_money(booth, actor)
    booth.until(lambda: booth.state.shift is not None, "the shift is open")
    booth.sign_on(actor)


def _open(booth: DeskBooth) -> None:
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer=DRAWER, float_minor=FLOAT))


def _pay(booth: DeskBooth, plate: str, minutes: int) -> Payment:
    """The car pays with a note."""
    stay_id = booth.car_inside(plate.replace("-", ""), minutes=minutes)

    def work(unit: UnitOfWork) -> Payment:
        return take_cash(
            unit,
            actor=booth.ben,
            stay_id=stay_id,
            shown_minor=_price(unit, booth.ben, stay_id),
            tendered_minor=NOTE,
            drawer=DRAWER,
            opens_drawer=False,
        )

    payment = booth.store.write(work)
    booth.until(lambda: _is_printed(booth, payment.payment_id), "its receipt is printed")
    booth.clock.instant += timedelta(minutes=11)
    return payment


def _sell(booth: DeskBooth, article: Article) -> None:
    booth.store.write(
        lambda unit: sell_article(
            unit,
            actor=booth.ben,
            article_id=article.article_id,
            quantity=1,
            shown_minor=article.price_minor,
            tendered_minor=article.price_minor,
            drawer=DRAWER,
        )
    )


def _without_money(booth: DeskBooth, supervisor: Actor) -> None:
    """One car goes on credit, and one is charged nothing."""
    owes, free = booth.car_inside("OWL4410", minutes=140), booth.car_inside("FRE2200", minutes=80)
    debtor = Debtor(name="Chen Wei", phone="0912 345 678")

    def work(unit: UnitOfWork) -> None:
        due = _price(unit, booth.ben, owes)
        take_iou(unit, actor=booth.ben, stay_id=owes, shown_minor=due, debtor=debtor)
        due = _price(unit, supervisor, free)
        waive(unit, actor=supervisor, stay_id=free, shown_minor=due, reason="complaint")

    booth.store.write(work)


def _is_printed(booth: DeskBooth, payment_id: str) -> bool:
    about = Subject("receipt", payment_id)
    return bool(booth.store.read(lambda unit: unit.count_entries(about, "receipt.printed")))


def _price(unit: UnitOfWork, actor: Actor, stay_id: str) -> int:
    return quote_stay(unit, actor=actor, stay_id=stay_id).quote.total_minor
