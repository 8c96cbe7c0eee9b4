"""A desk in a lot with one drawer, for the tests of everything that settles a price or gives money back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from core.domain.debts import Debtor
from core.domain.journal import Entry, Subject
from core.domain.orders import CONFIRMED, INTENDED
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Approval, Right, Role
from core.domain.refunds import Refund
from core.domain.sales import Sale
from core.domain.stays import Stay
from core.services.close_order import close_order
from core.services.collect_debt import collect_debt
from core.services.manage_people import add_person
from core.services.open_order import open_order, order_subjects
from core.services.order_book import load_order
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.take_iou import take_iou
from core.services.take_payment import take_cash, take_cash_part
from core.services.unit_of_work import UnitOfWork
from core.services.void_payment import void_payment
from core.store.queries.payments import DebtRow, open_debts
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, set_up

DRAWER = "drawer-1"
PIN = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"
T = TypeVar("T")


class Desk:
    """``ada`` sits at the drawer with a shift of her own, ``bo`` may approve, ``cy`` may not."""

    def __init__(self, store: Store, clock: SetClock, boss: Actor | None = None) -> None:
        self.store = store
        self.clock = clock
        self.boss = boss or set_up(store)
        self.ada = self.hire("Ann", Role.ATTENDANT)
        self.bo = self.hire("Bo", Role.SUPERVISOR)
        self.cy = self.hire("Cy", Role.ATTENDANT)
        self.do(open_shift, actor=self.ada, drawer=DRAWER, float_minor=5000)

    @classmethod
    def at(cls, store: Store, clock: SetClock) -> Desk:
        """A desk in a lot that is set up already."""
        first = store.read(lambda view: view.people())[0]
        return cls(store, clock, Actor(first.person_id, first.name, first.role))

    def hire(self, name: str, role: Role) -> Actor:
        """One more person."""
        person = self.do(add_person, actor=self.boss, name=name, role=role, pin_hash=PIN)
        return Actor(person.person_id, person.name, person.role)

    @property
    def approval(self) -> Approval:
        """Bo's word that Ada pays something back."""
        return self.word(Right.APPROVE_REFUND)

    def word(self, right: Right) -> Approval:
        """Bo's word for what Ada asks and may not do herself."""
        return Approval(self.bo, "approval-1", right, self.ada.person_id)

    def do(self, service: Callable[..., T], **arguments: object) -> T:
        """Run the service in a transaction of its own."""

        def work(unit: UnitOfWork) -> T:
            return service(unit, **arguments)

        return self.store.write(work)

    def see(self, query: Callable[[SqlUnitOfWork], T]) -> T:
        """Ask the store."""
        return self.store.read(query)

    def park(self, plate: str, minutes: float = 45) -> str:
        """A car comes in and stays so long: 45 minutes cost 2.00."""
        stay_id = drive_in(self.store, plate)
        self.clock.pass_time(minutes)
        return stay_id

    def leave(self, plate: str, stay_id: str) -> None:
        """It goes out through the exit."""
        drive_out(self.store, plate, stay_id)

    def due(self, stay_id: str) -> int:
        """What the stay owes now."""
        return self.see(lambda view: quote_stay(view, actor=self.ada, stay_id=stay_id)).quote.total_minor

    def stay(self, stay_id: str) -> Stay:
        """The stay as it stands."""
        return self.see(lambda view: view.stay(stay_id))

    def pay_cash(self, stay_id: str, tendered_minor: int = 1000) -> Payment:
        """Ada takes cash."""
        return self.do(
            take_cash,
            actor=self.ada,
            stay_id=stay_id,
            shown_minor=self.due(stay_id),
            tendered_minor=tendered_minor,
            drawer=DRAWER,
        )

    def pay_by(
        self, stay_id: str, tender: Tender = Tender.CARD, *, cash_minor: int = 0, reference: str = "far-1"
    ) -> Payment:
        """A terminal took it all, or all but some cash."""
        due = self.due(stay_id)
        order = self.do(open_order, actor=self.ada, stay_id=stay_id, shown_minor=due, drawer=DRAWER)

        def charge(unit: UnitOfWork) -> None:
            charged = {
                "charge_id": f"charge-{reference}",
                "stay_id": stay_id,
                "tender": tender.value,
                "account": "booth",
                "key": f"key-{reference}",
                "amount_minor": due - cash_minor,
                "currency": "EUR",
            }
            for kind in (INTENDED, CONFIRMED):
                unit.record(
                    kind,
                    {**charged, "reference": reference},
                    who=self.ada.person_id,
                    subjects=order_subjects(order),
                )

        self.store.write(charge)
        if not cash_minor:
            return self.store.write(lambda unit: close_order(unit, load_order(unit, order.order_id)))
        paid = self.do(
            take_cash_part,
            actor=self.ada,
            order_id=order.order_id,
            amount_minor=cash_minor,
            tendered_minor=cash_minor,
            drawer=DRAWER,
        )
        assert isinstance(paid, Payment)
        return paid

    def iou(self, stay_id: str, debtor: Debtor | None = None) -> Payment:
        """The driver promises to pay later."""
        return self.do(
            take_iou,
            actor=self.ada,
            stay_id=stay_id,
            shown_minor=self.due(stay_id),
            debtor=debtor or Debtor("Max Muster", "0170 1234"),
        )

    def void(self, payment_id: str) -> tuple[Refund, ...]:
        """Ada takes the payment back, Bo approves."""
        return self.do(
            void_payment,
            actor=self.ada,
            payment_id=payment_id,
            reason="wrong_car",
            note="",
            approval=self.approval,
        )

    def collect(self, debt_id: str) -> Sale:
        """Ada takes all that is owed."""
        return self.do(
            collect_debt,
            actor=self.ada,
            debt_id=debt_id,
            tendered_minor=100_000,
            drawer=DRAWER,
            opens_drawer=False,
        )

    def debts(self) -> list[DebtRow]:
        """What is owed."""
        return self.see(open_debts)

    @property
    def in_drawer(self) -> int:
        """What must lie in the drawer."""
        shift = self.see(lambda view: view.open_shift(DRAWER))
        assert shift is not None
        return shift.expected_minor

    def tasks(self, kind: str) -> list[dict[str, object]]:
        """What waits to be done of that kind."""
        return [dict(task.payload) for task in self.see(lambda view: view.waiting_tasks(kind))]

    def about(self, kind: str, subject_id: str) -> list[Entry]:
        """All that is written about the subject."""
        return self.see(lambda view: view.entries_about(Subject(kind, subject_id)))

    def findings(self) -> list[str]:
        """What verification finds wrong: chain, folded rows, prices."""
        with self.store.reading() as view:
            return [f"{one.code} {one.detail}" for one in verify_journal(view.connection).problems]


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """A desk in a store of its own."""
    clock = SetClock()
    with opened(folder, clock) as store:
        yield Desk(store, clock)
