"""Money a second: in cash, and by an order with a charge; and how long it takes to sign on by PIN.

In turn with each payment comes its baseline, one entry of the journal alone, through the same store. Signing
on has the bare check of an argon2id hash with the same parameters beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import argon2

from console.runtime.clock import SystemClock
from core.domain.payments import Tender
from core.domain.people import Actor, Role
from core.services.ask_for_money import charge_order
from core.services.do_charge import ChargeDoer
from core.services.import_stays import InsideRow, import_stays
from core.services.manage_people import add_person
from core.services.open_order import open_order
from core.services.payment_ports import PayAccount
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.secrets import PinHasher
from core.services.sign_on import finish_sign_on, read_credential
from core.services.take_payment import take_cash
from core.services.tasks import money_task_kind
from core.store.queries.stays import inside_list
from core.store.store import Store
from core.store.tasks import TaskRunner
from devices.terminals.simulator import SimulatedTerminal
from tests.bench.figures import percentile, spread
from tests.bench.lot import bench_store
from tests.bench.report import Outcome, Row

WARM_UP, PAYMENTS, SIGN_ONS = 10, 150, 20
PARKED = timedelta(minutes=70)
DRAWER, PIN = "drawer-1", "739155"
ACCOUNT = PayAccount("card", "Card", Tender.CARD, "simulator")
APPEND = "one entry of the journal alone"


def run(folder: Path) -> Outcome:
    """The bench."""
    with bench_store(folder) as store:
        boss = _boss(store)
        stays = _cars_inside(store, boss, 2 * (WARM_UP + PAYMENTS))
        store.write(partial(open_shift, actor=boss, drawer=DRAWER, float_minor=1000))
        half = len(stays) // 2
        cash, bare_cash = _beside(store, boss, partial(_pay_cash, store, boss), stays[:half])
        charged, bare_charged = _beside(store, boss, Charging(store, boss).pay, stays[half:])
        signed, verified = _sign_ons(store, boss)
    rows = (
        _a_second("money_cash", cash, bare_cash),
        _a_second("money_charge", charged, bare_charged),
        Row(
            "pin_sign_on",
            percentile(signed, 0.5),
            "ms median",
            "one check of the hash alone",
            percentile(verified, 0.5),
        ),
    )
    remarks = (
        spread("payment in cash", cash),
        spread("order and charge", charged),
        spread("entry alone", bare_cash + bare_charged),
        spread("sign-on by PIN", signed),
        spread("hash alone", verified),
    )
    return Outcome(rows, remarks)


class Charging:
    """A terminal that confirms at once, and the money task done on this thread, so that nothing waits."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store, self._actor = store, actor
        clock = SystemClock()
        self._kind = money_task_kind(ACCOUNT.id)
        self._handler = ChargeDoer(store, ACCOUNT, SimulatedTerminal(pays_after_s=0), clock).handler()
        self._runner = TaskRunner(store, {self._kind: self._handler}, clock)

    def pay(self, stay_id: str) -> None:
        """Order, charge, and the task that sees it to its end."""
        due = _due(self._store, self._actor, stay_id)

        def work(unit):
            order = open_order(unit, actor=self._actor, stay_id=stay_id, shown_minor=due, drawer=DRAWER)
            charge_order(unit, actor=self._actor, order_id=order.order_id, account=ACCOUNT)

        self._store.write(work)
        for task in self._store.read(lambda view: view.waiting_tasks(self._kind)):
            outcome = self._runner._act(task, self._handler)
            self._store.write(
                partial(self._runner._finish, task=task, outcome=outcome, handler=self._handler)
            )
        assert self._store.read(lambda view: view.stay(stay_id)).payments


def _beside(
    store: Store, actor: Actor, pay: Callable[[str], None], stays: list[str]
) -> tuple[list[float], list[float]]:
    """Milliseconds of each payment, and of the entry that was written before each."""
    ours, bare = [], []
    for number, stay_id in enumerate(stays):
        bare_ms = _timed(lambda: store.write(partial(_append, who=actor.person_id)))
        ours_ms = _timed(partial(pay, stay_id))
        if number >= WARM_UP:
            ours.append(ours_ms)
            bare.append(bare_ms)
    return ours, bare


def _pay_cash(store: Store, actor: Actor, stay_id: str) -> None:
    """What the desk does: it has quoted before, and takes the money in one transaction."""
    due = _due(store, actor, stay_id)
    store.write(
        partial(take_cash, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=DRAWER)
    )


def _due(store: Store, actor: Actor, stay_id: str) -> int:
    return store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor


def _append(unit, *, who: str) -> None:
    unit.record("bench.noted", {"what": "x" * 400}, who=who, subjects=[])


def _sign_ons(store: Store, boss: Actor) -> tuple[list[float], list[float]]:
    """Milliseconds of a sign-on in its three steps, and of the hash alone."""
    hasher = PinHasher()
    pin_hash = hasher.hash(PIN)
    person = store.write(partial(add_person, actor=boss, name="Bea", role=Role.ATTENDANT, pin_hash=pin_hash))
    bare = argon2.PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)
    hashed = bare.hash(PIN)

    def sign_on() -> None:
        credential = store.read(lambda unit: read_credential(unit, person.person_id))
        matched = hasher.matches(credential, PIN)
        actor = store.write(
            partial(finish_sign_on, person_id=person.person_id, matched=matched, console="bench")
        )
        assert actor is not None

    signed, verified = [], []
    for _ in range(SIGN_ONS):
        verified.append(_timed(lambda: bare.verify(hashed, PIN)))
        signed.append(_timed(sign_on))
    return signed, verified


def _boss(store: Store) -> Actor:
    (ada,) = store.read(lambda view: view.people())
    return Actor(ada.person_id, ada.name, ada.role)


def _cars_inside(store: Store, actor: Actor, count: int) -> list[str]:
    since = SystemClock().now() - PARKED
    rows = [InsideRow(f"BEN{number:04d}", since) for number in range(count)]
    store.write(partial(import_stays, actor=actor, rows=rows))
    return [stay.stay_id for stay in store.read(partial(inside_list, most=count)).stays]


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _a_second(name: str, ours_ms: list[float], bare_ms: list[float]) -> Row:
    """How often a second, by the median of each."""
    return Row(name, 1000 / percentile(ours_ms, 0.5), "a second", APPEND, 1000 / percentile(bare_ms, 0.5))
