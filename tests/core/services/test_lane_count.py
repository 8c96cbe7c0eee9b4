"""A lane's count of its boom reaches the journal, and no count is lost or told twice."""

from __future__ import annotations

import pytest

from core.domain.boom_watch import BoomWatch, Position
from core.domain.errors import NotAllowed, StoreError
from core.domain.gate_arithmetic import BoomCount, boom_count
from core.domain.journal import Entry, Subject
from core.domain.people import Role
from core.domain.shift_report import ShiftReport
from core.services.lane_count import EVERY_NS, LaneCount, write_count
from core.services.ports import Boom
from tests.booth import Booth, wait_until
from tests.core.services.cashiers import begin, close, do, hire


def counts(booth: Booth) -> list[Entry]:
    return [
        entry
        for entry in booth.store.read(lambda unit: unit.entries_about(Subject("lane", "entry")))
        if entry.kind == "gate.counted"
    ]


def risen(watch: BoomWatch, now_ns: int) -> None:
    watch.look(Position.DOWN, now_ns, is_held=False, is_occupied=False)
    watch.commanded(now_ns)
    watch.look(Position.UP, now_ns + 1, is_held=False, is_occupied=False)
    watch.look(Position.DOWN, now_ns + 2, is_held=False, is_occupied=False)


def test_a_minute_in_which_it_went_up_is_one_entry_and_a_quiet_one_none(booth: Booth) -> None:
    watch = BoomWatch()
    lane = LaneCount("entry", booth.store, watch.counter)
    risen(watch, 1)
    lane.watch(1)
    risen(watch, 10)
    lane.watch(10)
    assert len(counts(booth)) == 1
    lane.watch(1 + EVERY_NS)
    lane.watch(1 + 3 * EVERY_NS)
    assert [boom_count(entry.payload) for entry in counts(booth)] == [BoomCount(1, rose_commanded=1)] * 2


def test_a_command_that_waits_for_its_rise_is_not_cut_in_two(booth: Booth) -> None:
    watch = BoomWatch()
    lane = LaneCount("entry", booth.store, watch.counter)
    watch.look(Position.DOWN, 1, is_held=False, is_occupied=False)
    watch.commanded(1)
    lane.watch(2)
    assert counts(booth) == []
    watch.look(Position.UP, 3, is_held=False, is_occupied=False)
    lane.watch(4)
    assert [boom_count(entry.payload) for entry in counts(booth)] == [BoomCount(1, rose_commanded=1)]


def test_a_store_that_is_full_loses_no_count(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = BoomWatch()
    lane = LaneCount("entry", booth.store, watch.counter)
    risen(watch, 1)
    with monkeypatch.context() as broken:

        def full(_work: object) -> None:
            raise StoreError("store.disk_full")

        broken.setattr(booth.store, "write", full)
        lane.flush()
    risen(watch, 10)
    lane.flush()
    assert [boom_count(entry.payload) for entry in counts(booth)] == [BoomCount(2, rose_commanded=2)]


def test_a_lane_that_stops_between_command_and_rise_leaves_nothing_over(booth: Booth) -> None:
    watch = BoomWatch()
    lane = LaneCount("entry", booth.store, watch.counter)
    risen(watch, 1)
    watch.commanded(20)
    lane.end()
    (count,) = [boom_count(entry.payload) for entry in counts(booth)]
    assert (count, count.leftover) == (BoomCount(1, rose_commanded=1), 0)


def test_people_do_not_count_booms(booth: Booth) -> None:
    landlord = hire(booth, "Lee", Role.LANDLORD)
    with pytest.raises(NotAllowed):
        do(booth, write_count, lane_id="entry", count=BoomCount(1), actor=landlord)


def test_cars_that_came_in_are_counted_when_the_lane_stops_at_the_latest(running: Booth) -> None:
    for plate in ("ABC1111", "ABC2222"):
        running.enter(plate)
        wait_until(lambda: running.barriers["entry"].boom() is Boom.DOWN)
    running.stop_lanes()
    total = total_of(running)
    # The very first command may have come before anybody saw the boom.
    assert 1 <= total.commands <= 2
    # One that came before it was seen to be down again found it up.
    assert (total.rises, total.leftover) == (total.commands - total.joined, 0)


def total_of(booth: Booth) -> BoomCount:
    """All that was written down of it."""
    total = BoomCount()
    for entry in counts(booth):
        total = total.plus(boom_count(entry.payload))
    return total


def test_a_shift_of_cars_that_came_paid_and_left_adds_up_at_both_gates(running: Booth) -> None:
    begin(running, running.ben)
    for plate in ("ABC1111", "ABC2222", "ABC3333"):
        stay = running.enter(plate)
        running.clock.pass_by(hours=1)
        running.pay(stay.stay_id)
        before = len(running.barriers["exit"].pulses)
        running.arrive("exit", plate)
        wait_until(lambda before=before: len(running.barriers["exit"].pulses) > before)  # type: ignore[misc]
        running.cross("exit")
        wait_until(lambda: running.inside() == ())
    running.stop_lanes()
    shift = close(running, running.ben, 1090)
    assert shift.report is not None
    z = ShiftReport.from_document(shift.report)
    assert z.gate_ups == 6
    assert [(lane.lane_id, lane.commands, lane.unasked, lane.is_even) for lane in z.gates] == [
        ("entry", 3, 0, True),
        ("exit", 3, 0, True),
    ]
    assert z.drawer_count.difference_minor == 0
