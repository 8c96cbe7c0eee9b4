"""A car for which this console and another one, cut off from it, both took money."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.domain.people import Actor, Role
from core.services.manage_people import add_person
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.settle_overpayment import note_overpayments
from core.services.take_payment import take_cash
from core.store.refunds import refunds_due
from core.store.store import Store
from tests.booth import PIN_HASH
from tests.console.desk_booth import DeskBooth
from tests.core.store.lots_apart import agree, console, give, join


class PaidTwice:
    """The desk of the hub, with an exit whose console is away most of the time."""

    def __init__(self, desk: DeskBooth, exit_: Store) -> None:
        self.desk, self.exit = desk, exit_
        join(desk.store, exit_)
        nia = desk.store.write(
            lambda unit: add_person(
                unit, actor=desk.boss, name="Nia", role=Role.SUPERVISOR, pin_hash=PIN_HASH
            )
        )
        self.nia = Actor(nia.person_id, nia.name, nia.role)
        agree([desk.store, exit_])

    def car(self, plate: str = "ABC1234", *, minutes: int = 90, find: bool = True) -> str:
        """A car that paid here, drove to the exit, and paid there again; its stay."""
        desk = self.desk
        stay_id = desk.car_inside(plate, minutes=minutes)
        agree([desk.store, self.exit])
        pay(desk.store, desk.ben, "drawer-1", stay_id)
        desk.clock.pass_by(minutes=5)
        pay(self.exit, self.nia, "exit", stay_id)
        if find:
            self.find(stay_id)
        return stay_id

    def find(self, stay_id: str) -> None:
        """The exit is heard of again, and the hub finds what was paid twice."""
        agree([self.desk.store, self.exit])
        self.desk.store.write(lambda unit: note_overpayments(unit, stay_id=stay_id))
        self.desk.until(lambda: bool(self.rows), "the refund waits")

    def tell_desk(self) -> None:
        """What the exit did is heard of at the desk."""
        give(self.exit, self.desk.store)

    @property
    def rows(self) -> list[str]:
        """The refunds that wait at the desk."""
        return [row.refund_id for row in self.desk.screen.waiting.rows if row.refund_id]

    def due(self) -> list[int]:
        """What is still due back."""
        with self.desk.store.reading() as view:
            return [refund.amount_minor for refund in refunds_due(view.connection, view.lot_id)]


def pay(store: Store, actor: Actor, drawer: str, stay_id: str) -> None:
    """Take what this console thinks is due, on a shift that is opened where there is none."""

    def work(unit):
        if unit.open_shift(drawer) is None:
            open_shift(unit, actor=actor, drawer=drawer, float_minor=1000)
        due = quote_stay(unit, actor=actor, stay_id=stay_id).quote.total_minor
        take_cash(unit, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=drawer)

    store.write(work)


@contextmanager
def paid_twice(desk: DeskBooth, folder: Path) -> Iterator[PaidTwice]:
    """A desk and an exit of the same lot."""
    with console(folder, desk.clock, desk.store.lot_id) as exit_:
        yield PaidTwice(desk, exit_)
