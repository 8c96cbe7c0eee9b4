"""People at one drawer, for the tests of shifts: they open, relieve, take cash and close."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.domain.journal import Entry, Subject
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.domain.shifts import Shift
from core.services.import_stays import InsideRow, import_stays
from core.services.manage_people import add_person
from core.services.quote_stay import quote_stay
from core.services.run_shift import close_shift, open_shift
from core.services.take_payment import take_cash
from core.services.unit_of_work import UnitOfWork
from tests.booth import DRAWER, PIN_HASH, Booth

T = TypeVar("T")


def hire(booth: Booth, name: str, role: Role = Role.ATTENDANT) -> Actor:
    """One more person."""
    person = booth.store.write(
        lambda unit: add_person(unit, actor=booth.boss, name=name, role=role, pin_hash=PIN_HASH)
    )
    return Actor(person.person_id, person.name, person.role)


def do(booth: Booth, service: Callable[..., T], **arguments: object) -> T:
    """Run the service in a transaction of its own, on the booth's drawer unless another is named."""

    def work(unit: UnitOfWork) -> T:
        return service(unit, **arguments)

    return booth.store.write(work)


def begin(booth: Booth, actor: Actor, float_minor: int = 1000) -> Shift:
    """Open a shift on the drawer."""
    return do(booth, open_shift, actor=actor, drawer=DRAWER, float_minor=float_minor)


def close(booth: Booth, actor: Actor, counted_minor: int | None, **more: object) -> Shift:
    """Close the drawer's shift with that count."""
    return do(booth, close_shift, actor=actor, drawer=DRAWER, counted_minor=counted_minor, **more)


def park(booth: Booth, plate: str) -> str:
    """A car is inside; its stay's id."""
    booth.store.write(
        lambda unit: import_stays(unit, actor=booth.boss, rows=[InsideRow(plate, booth.clock.now())])
    )
    return next(stay.stay_id for stay in booth.inside() if stay.plate == plate)


def take(booth: Booth, actor: Actor, plate: str, hours: float = 1) -> Payment:
    """A car parks so long and pays in cash: NT$ 30 for an hour."""
    stay_id = park(booth, plate)
    booth.clock.pass_by(hours=hours)

    def work(unit: UnitOfWork) -> Payment:
        due = quote_stay(unit, actor=actor, stay_id=stay_id).quote.total_minor
        return take_cash(
            unit, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=DRAWER
        )

    return booth.store.write(work)


def about(booth: Booth, shift_id: str) -> list[Entry]:
    """What the journal says of the shift."""
    return booth.store.read(lambda unit: unit.entries_about(Subject("shift", shift_id)))
