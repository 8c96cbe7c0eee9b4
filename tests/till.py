"""A till for tests: a real store, a car that owes money, an account, and money tasks done step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from core.domain.journal import Subject
from core.domain.orders import Charge, Order
from core.domain.payments import Payment, Tender
from core.domain.people import Actor
from core.domain.stays import Stay
from core.services.ask_for_money import charge_order
from core.services.do_charge import ChargeDoer
from core.services.open_order import open_order
from core.services.order_book import load_order
from core.services.payment_ports import PayAccount, PaymentProvider
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.tasks import Task, money_task_kind
from core.store.store import Store
from core.store.tasks import TaskRunner
from devices.terminals.simulator import SimulatedTerminal
from tests.core.store.lot import SetClock, drive_in, opened, set_up

PLATE = "AB1234"
DUE_MINOR = 200
DRAWER = "drawer-1"


class Till:
    """One console's till; tasks are done when a test says so, on the test's own thread."""

    def __init__(
        self,
        store: Store,
        clock: SetClock,
        *,
        actor: Actor,
        provider: PaymentProvider | None = None,
        account: PayAccount | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.actor = actor
        self.account = account or PayAccount("card", "Card", Tender.CARD, "simulator")
        self.terminal = SimulatedTerminal(pays_after_s=3, now=self._seconds)
        self.provider = provider or self.terminal
        self.start()

    def _seconds(self) -> float:
        return self.clock.now().timestamp()

    def start(self) -> None:
        """Begin as a program does that has just been started: nothing but the store is remembered."""
        self.doer = ChargeDoer(self.store, self.account, self.provider, self.clock)
        self.kind = money_task_kind(self.account.id)
        self.runner = TaskRunner(self.store, {self.kind: self.doer.handler()}, self.clock)

    def open_shift(self) -> None:
        """The actor answers for the drawer."""
        self.store.write(lambda unit: open_shift(unit, actor=self.actor, drawer=DRAWER, float_minor=5000))

    def due(self, stay_id: str) -> int:
        """What the stay owes now."""
        quote = self.store.read(lambda view: quote_stay(view, actor=self.actor, stay_id=stay_id))
        return quote.quote.total_minor

    def order(self, stay_id: str, *, drawer: str = "") -> Order:
        """Open an order for what the stay owes now."""
        due = self.due(stay_id)
        return self.store.write(
            lambda unit: open_order(unit, actor=self.actor, stay_id=stay_id, shown_minor=due, drawer=drawer)
        )

    def charge(self, order: Order, amount_minor: int | None = None, *, scanned: str = "") -> Charge:
        """Ask the account for the order's money, or a part of it."""
        return self.store.write(
            lambda unit: charge_order(
                unit,
                actor=self.actor,
                order_id=order.order_id,
                account=self.account,
                amount_minor=amount_minor,
                scanned=scanned,
            )
        )

    def turn(self) -> int:
        """Do the money tasks that are due now, once each; returns how many there were."""
        handler = self.doer.handler()
        due = [task for task in self.waiting() if task.next_at <= self.clock.now()]
        for task in due:
            outcome = self.runner._act(task, handler)
            self.store.write(partial(self.runner._finish, task=task, outcome=outcome, handler=handler))
        return len(due)

    def waiting(self) -> list[Task]:
        """The money tasks that wait."""
        return self.store.read(lambda view: view.waiting_tasks(self.kind))

    def pass_by(self, seconds: float, *, step: float = 1.0) -> None:
        """Let time go by, and do what is due every second of it."""
        for _ in range(int(seconds / step)):
            self.clock.instant += timedelta(seconds=step)
            self.turn()

    def now(self, order: Order | Charge) -> Order:
        """The order as it stands."""
        return self.store.read(lambda view: load_order(view, order.order_id))

    def state(self, charge: Charge) -> str:
        """The charge's state."""
        found = self.now(charge).charge(charge.charge_id)
        assert found is not None
        return found.state.value

    def stay(self, stay_id: str) -> Stay:
        """The stay as it stands."""
        return self.store.read(lambda view: view.stay(stay_id))

    def payments(self, stay_id: str) -> tuple[Payment, ...]:
        """What the stay was paid with."""
        return self.stay(stay_id).payments

    def kinds(self, stay_id: str) -> list[str]:
        """What was written about the stay, in order."""
        entries = self.store.read(lambda view: view.entries_about(Subject("stay", stay_id)))
        return [entry.kind for entry in entries]


@contextmanager
def till(folder: Path, **more: object) -> Iterator[tuple[Till, str]]:
    """A till at a lot with a car that owes 2.00, and that car's stay."""
    clock = SetClock()
    with opened(folder, clock) as store:
        actor = set_up(store)
        stay_id = drive_in(store, PLATE)
        clock.pass_time(45)
        yield Till(store, clock, actor=actor, **more), stay_id  # type: ignore[arg-type]
