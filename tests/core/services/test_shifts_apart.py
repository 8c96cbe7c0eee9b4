"""Drawers of several consoles, and a shift whose own console crashed, was revoked or came back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Role
from core.domain.shift_report import ShiftReport
from core.domain.shifts import Shift
from core.services.check_shift import check_shift
from core.services.quote_stay import quote_stay
from core.services.run_shift import close_abandoned, close_shift, end_relief, open_shift, start_relief
from core.services.take_payment import take_cash
from core.store.queries.shifts import open_shifts, shift_before
from core.store.store import Store
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.core.store.lots_apart import agree, consoles, join, space

DRAWER = "drawer-1"
SUE = Actor("sue", "Sue", Role.SUPERVISOR)
CAT = Actor("cat", "Cat", Role.ATTENDANT)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def pair(tmp_path: Path, clock: SetClock) -> Iterator[tuple[Store, Store]]:
    """A hub and an exit; a shift runs at each, on drawers of one name."""
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        set_up(hub)
        join(hub, exit_)
        space(hub, "space.granted", exit_.console_id, 9)
        agree([hub, exit_])
        for store in (hub, exit_):
            actor = at(store)
            store.write(
                lambda unit, actor=actor: open_shift(unit, actor=actor, drawer=DRAWER, float_minor=1000)
            )
        agree([hub, exit_])
        yield hub, exit_


def at(store: Store) -> Actor:
    """Who sits at that console."""
    return Actor(store.console_id, "Bo", Role.ATTENDANT)


def pay(store: Store, clock: SetClock, plate: str, actor: Actor | None = None) -> int:
    """A car pays at that console; how much."""
    stay_id = drive_in(store, plate)
    clock.pass_time(45)
    who = actor or at(store)
    due = store.read(lambda view: quote_stay(view, actor=who, stay_id=stay_id)).quote.total_minor
    store.write(
        lambda unit: take_cash(
            unit, actor=who, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=DRAWER
        )
    )
    return due


def running(store: Store) -> Shift:
    found = store.read(lambda view: view.open_shift(DRAWER))
    assert found is not None
    return found


def close(store: Store, counted_minor: int) -> ShiftReport:
    return sealed(
        store.write(
            lambda unit: close_shift(unit, actor=at(store), drawer=DRAWER, counted_minor=counted_minor)
        )
    )


def sealed(shift: Shift) -> ShiftReport:
    assert shift.report is not None
    return ShiftReport.from_document(shift.report)


def checked(store: Store, shift_id: str) -> tuple[str, ...]:
    """What does not agree there of that shift's report."""

    def look(view: object) -> tuple[str, ...]:
        shift = view.shift(shift_id)  # type: ignore[attr-defined]
        code = (shift.report or {}).get("previous_code", "")
        return check_shift(view, shift, shift_before(view, shift, code))  # type: ignore[arg-type]

    return store.read(look)


def test_each_consoles_z_counts_its_own_drawer_though_they_share_a_name(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    first, second = pay(hub, clock, "AAA1111"), pay(exit_, clock, "BBB2222")
    agree(pair)
    at_hub, at_exit = close(hub, 1000 + first), close(exit_, 1000 + second)
    assert (at_hub.payments, at_exit.payments) == (1, 1)
    assert (at_hub.z_number, at_exit.z_number) == (1, 1)
    assert (at_hub.drawer_count.difference_minor, at_exit.drawer_count.difference_minor) == (0, 0)


def test_a_shift_of_a_console_that_crashed_is_closed_at_another_and_counts_what_is_known_of_it(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    taken = pay(exit_, clock, "BBB2222")
    pay(hub, clock, "AAA1111")
    agree(pair)
    stuck = running(exit_)
    assert {shift.shift_id for shift in hub.read(open_shifts)} == {stuck.shift_id, running(hub).shift_id}
    with pytest.raises(NotAllowed):
        hub.write(lambda unit: close_abandoned(unit, actor=CAT, shift_id=stuck.shift_id))
    z = sealed(hub.write(lambda unit: close_abandoned(unit, actor=SUE, shift_id=stuck.shift_id)))
    assert (z.console_id, z.person_id, z.closed_by) == (exit_.console_id, stuck.person_id, "sue")
    assert (z.payments, z.received_minor, z.drawer_count.counted_minor) == (1, taken, None)
    agree(pair)
    assert checked(hub, stuck.shift_id) == checked(exit_, stuck.shift_id) == ()
    assert exit_.read(lambda view: view.open_shift(DRAWER)) is None


def test_what_that_console_took_meanwhile_is_in_the_next_report_of_its_drawer(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    agree(pair)
    stuck = running(exit_)
    hub.write(lambda unit: close_abandoned(unit, actor=SUE, shift_id=stuck.shift_id))
    late = pay(exit_, clock, "BBB2222")
    agree(pair)
    # What came in meanwhile lies in the drawer, so it is in the float that is found.
    exit_.write(lambda unit: open_shift(unit, actor=at(exit_), drawer=DRAWER, float_minor=1000 + late))
    own = pay(exit_, clock, "CCC3333")
    z = close(exit_, 1000 + late + own)
    assert (
        z.drawer_count.difference_minor,
        exit_.read(lambda view: view.shift(z.shift_id)).difference_minor,
    ) == (0, 0)
    assert (z.z_number, z.payments, z.received_minor) == (2, 2, late + own)
    assert (z.unattended.count, z.unattended.amount_minor) == (1, late)
    agree(pair)
    assert checked(hub, z.shift_id) == ()


def test_the_person_of_a_stuck_shift_may_open_one_again_once_it_is_closed(pair: tuple[Store, Store]) -> None:
    hub, exit_ = pair
    stuck, bo = running(exit_), at(exit_)
    with pytest.raises(Refused, match=r"shift\.person_has_one"):
        hub.write(lambda unit: open_shift(unit, actor=bo, drawer="drawer-2", float_minor=0))
    hub.write(lambda unit: close_abandoned(unit, actor=SUE, shift_id=stuck.shift_id))
    assert hub.write(lambda unit: open_shift(unit, actor=bo, drawer="drawer-2", float_minor=0)).is_open


def test_a_console_that_took_the_place_of_a_revoked_one_goes_on_with_its_drawer(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    before = pay(exit_, clock, "BBB2222")
    agree(pair)
    close(hub, 1000)
    hub.write(
        lambda unit: unit.record(
            "console.revoked",
            {"console_id": exit_.console_id, "reason": "replaced"},
            who="system",
            subjects=[Subject("console", exit_.console_id)],
        )
    )
    bo = at(exit_)
    more = pay(hub, clock, "CCC3333", bo)
    counted = 1000 + before + more
    shift = hub.write(lambda unit: close_shift(unit, actor=bo, drawer=DRAWER, counted_minor=counted))
    z = sealed(shift)
    assert (z.payments, z.drawer_count.difference_minor) == (2, 0)
    assert z.z_number == 2
    assert checked(hub, shift.shift_id) == ()


def test_a_relief_on_an_abandoned_shift_ends_with_it_and_its_money_is_counted(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    main = running(exit_)
    exit_.write(lambda unit: start_relief(unit, actor=CAT, drawer=DRAWER))
    taken = pay(exit_, clock, "BBB2222", CAT)
    agree(pair)
    z = sealed(hub.write(lambda unit: close_abandoned(unit, actor=SUE, shift_id=main.shift_id)))
    assert [(one.person_id, one.moved_minor) for one in z.reliefs] == [("cat", taken)]
    assert (z.received_minor, z.drawer_count.expected_minor) == (taken, 1000 + taken)
    agree(pair)
    assert checked(exit_, main.shift_id) == ()


def test_all_consoles_fold_shifts_and_reliefs_to_the_same_rows(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    exit_.write(lambda unit: start_relief(unit, actor=CAT, drawer=DRAWER))
    pay(exit_, clock, "BBB2222", CAT)
    exit_.write(lambda unit: end_relief(unit, actor=CAT, drawer=DRAWER, counted_minor=1200))
    agree(pair)
    ids = [shift.shift_id for shift in hub.read(open_shifts)]
    assert [hub.read(lambda view, one=one: view.shift(one)) for one in ids] == [
        exit_.read(lambda view, one=one: view.shift(one)) for one in ids
    ]
    for store in pair:
        with store.reading() as view:
            assert verify_journal(view.connection).problems == ()
