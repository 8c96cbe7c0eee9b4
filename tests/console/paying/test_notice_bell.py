"""A notice has the charge that it names asked about now, by the console that waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.paying.notice_bell import NOTICED, NoticeBell
from core.domain.journal import Subject
from core.domain.orders import Charge
from core.gateways.notices.notice import Notice
from core.store.store import Committed, Store
from devices.terminals.simulator import Outcome
from tests.till import Till, till

LIMIT_S = 10.0


class Elsewhere:
    """The store as another console sees it, which learned of the charge and does not wait for it."""

    console_id = "console-b"

    def __init__(self, store: Store) -> None:
        self.read, self.write = store.read, store.write


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[tuple[Till, Charge, NoticeBell]]:
    """A charge that a driver has yet to pay, looked at again in some seconds; and a bell."""
    with till(tmp_path) as (made, stay_id):
        made.terminal.expect(Outcome.SLOW)
        order = made.order(stay_id)
        charge = made.charge(order)
        made.turn()
        bell = NoticeBell(made.store)
        bell.start()
        try:
            yield made, made.now(order).charges[0], bell
        finally:
            bell.stop()
        assert charge.charge_id


def is_due(made: Till) -> bool:
    return all(task.next_at <= made.clock.now() for task in made.waiting())


def eventually(what: Callable[[], bool]) -> bool:
    until_s = time.monotonic() + LIMIT_S
    while not what() and time.monotonic() < until_s:
        time.sleep(0.01)
    return what()


def test_a_charge_is_asked_about_at_once_by_its_key_or_its_reference(
    waiting: tuple[Till, Charge, NoticeBell],
) -> None:
    made, charge, bell = waiting
    assert not is_due(made)
    bell.ring("card", Notice("evt_1", "paid", key=charge.key))
    assert eventually(lambda: is_due(made))
    made.turn()
    assert not is_due(made)
    bell.ring("card", Notice("evt_2", "paid", reference=charge.reference))
    assert eventually(lambda: is_due(made))


def test_one_of_another_account_or_of_nobodys_charge_does_nothing(
    waiting: tuple[Till, Charge, NoticeBell],
) -> None:
    made, charge, bell = waiting
    bell.ring("other", Notice("evt_1", "paid", key=charge.key))
    bell.ring("card", Notice("evt_2", "paid", key="lk-of-nobody"))
    bell.ring("card", Notice("evt_3", "paid"))
    bell.stop()
    assert not is_due(made)
    assert NOTICED not in made.kinds(charge.stay_id)


def test_one_for_another_consoles_charge_is_passed_on_in_the_journal_and_heard_there(
    waiting: tuple[Till, Charge, NoticeBell],
) -> None:
    made, charge, bell = waiting
    heard: list[Committed] = []
    made.store.listen(heard.append)
    told = NoticeBell(Elsewhere(made.store))  # type: ignore[arg-type]
    told.start()
    told.ring("card", Notice("evt_1", "paid", key=charge.key))
    assert eventually(lambda: any(NOTICED in each.kinds for each in heard))
    told.stop()
    entry = next(
        entry
        for entry in made.store.read(lambda view: view.entries_about(Subject("order", charge.order_id)))
        if entry.kind == NOTICED
    )
    assert (entry.payload["for"], entry.payload["account"]) == (charge.console_id, "card")
    assert not is_due(made)
    bell.on_commit(Committed((entry,), (), "console-c"))
    assert not is_due(made)
    # It arrives where it is for, written by somebody else.
    theirs = Committed((replace(entry, console_id="console-b"),), (), charge.console_id)
    bell.on_commit(theirs)
    assert eventually(lambda: is_due(made))


def test_a_flood_of_notices_is_dropped_and_nobody_waits(
    waiting: tuple[Till, Charge, NoticeBell],
) -> None:
    made, charge, bell = waiting
    bell.stop()
    for number in range(500):
        bell.ring("card", Notice(f"evt_{number}", "paid", key=charge.key))
    made.clock.instant += timedelta(seconds=1)


def test_a_fault_over_one_notice_does_not_keep_the_next_from_being_heard(
    waiting: tuple[Till, Charge, NoticeBell], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, charge, bell = waiting
    real, notices = bell._look_up, []

    def falters_once(account_id: str, notice: Notice) -> None:
        notices.append(notice)
        if len(notices) == 1:
            raise ZeroDivisionError
        real(account_id, notice)

    monkeypatch.setattr(bell, "_look_up", falters_once)
    assert not is_due(made)
    for _ in range(2):
        bell.ring("card", Notice("n-1", "paid", key=charge.key))
    assert eventually(lambda: is_due(made))
