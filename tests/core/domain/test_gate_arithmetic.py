"""The arithmetic of gates over a shift, from what the journal says."""

from __future__ import annotations

from typing import Any

from core.domain.gate_arithmetic import MOST_LEFTOVERS, BoomCount, LaneGates, boom_count, count_gates
from core.domain.journal import Entry
from tests.core.domain.samples import after, entry_of


def said(kind: str, seq: int, **payload: Any) -> Entry:
    return entry_of(kind, seq, payload=payload, subjects=())


def counted(seq: int, lane_id: str, **count: int) -> Entry:
    return said("gate.counted", seq, lane_id=lane_id, **count)


def test_each_lane_adds_up_its_minutes() -> None:
    entries = [
        said("gate.commanded", 1, lane_id="in", why="entry.known"),
        counted(2, "in", commands=2, joined=1, rose_commanded=1),
        counted(3, "in", commands=3, rose_commanded=3),
        counted(4, "out", commands=1, missed=1),
    ]
    entry, exit_ = count_gates(entries)
    assert (entry.lane_id, entry.commands) == ("in", 1)
    assert entry.counted == BoomCount(commands=5, joined=1, rose_commanded=4)
    assert entry.is_even is True
    assert exit_.counted == BoomCount(commands=1, missed=1)


def test_a_lane_without_a_count_is_not_measured_and_never_called_even() -> None:
    (lane,) = count_gates([said("gate.commanded", 1, lane_id="in", why="x")])
    assert lane.counted is None
    assert lane.is_even is None


def test_what_nobody_asked_for_is_listed_with_its_time_and_its_entry() -> None:
    entries = [said("gate.up_unasked", 3, lane_id="in"), said("lane.unexplained_crossing", 5, lane_id="in")]
    (lane,) = count_gates(entries)
    assert lane.unasked == 2
    assert lane.is_even is False
    assert [(one.kind, one.at) for one in lane.leftovers] == [
        ("gate.up_unasked", after(3)),
        ("lane.unexplained_crossing", after(5)),
    ]
    assert lane.leftovers[0].entry_id == entries[0].entry_id


def test_there_is_an_end_to_what_is_listed_but_not_to_what_is_counted() -> None:
    entries = [said("gate.up_unasked", seq, lane_id="in") for seq in range(1, MOST_LEFTOVERS + 21)]
    (lane,) = count_gates(entries)
    assert (lane.unasked, len(lane.leftovers)) == (MOST_LEFTOVERS + 20, MOST_LEFTOVERS)


def test_rises_that_commands_do_not_explain_are_left_over() -> None:
    (lane,) = count_gates([counted(1, "in", commands=4, rose_commanded=5, rose_held=1)])
    assert lane.counted is not None
    assert lane.counted.leftover == 1
    assert lane.is_even is False


def test_failures_and_holds_are_counted_beside() -> None:
    kinds = ("gate.failed", "gate.too_late", "gate.held", "gate.acknowledged")
    (lane,) = count_gates([said(kind, seq, lane_id="in") for seq, kind in enumerate(kinds, start=1)])
    assert (lane.not_done, lane.holds) == (2, 1)


def test_entries_that_are_about_no_lane_say_nothing() -> None:
    assert count_gates([said("console.broke_off", 1, from_at=0, until=5), said("stay.paid", 2)]) == ()


def test_a_count_of_a_newer_program_is_read_as_far_as_it_is_known() -> None:
    assert boom_count({"commands": 3, "rose_by_itself": 9}) == BoomCount(commands=3)


def test_a_lane_goes_through_plain_values_and_back() -> None:
    entries = [counted(1, "in", commands=1, rose_commanded=1), said("gate.up_unasked", 2, lane_id="in")]
    (lane,) = count_gates(entries)
    assert LaneGates.from_document(lane.to_document()) == lane
