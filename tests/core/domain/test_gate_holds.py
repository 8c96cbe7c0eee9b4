"""A gate held open, folded from the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.domain.gate_holds import Hold, HoldState, fold_hold
from core.domain.journal import Entry, Subject

NOON = datetime(2026, 5, 13, 12, tzinfo=UTC)


def fold(*told: tuple[str, str, str]) -> Hold | None:
    """What follows from entries given as (kind, command id, cause)."""
    return fold_hold([entry(index, *each) for index, each in enumerate(told)])


def entry(index: int, kind: str, command_id: str, cause: str = "") -> Entry:
    payload: dict[str, Any] = {"lane_id": "exit", "command_id": command_id, "cause": cause}
    if kind == "gate.held":
        payload |= {"reason": "fire", "note": "alarm on level 2"}
    at = NOON + timedelta(seconds=index)
    return Entry(
        str(index), "c", index, index, at, "lot", kind, 1, payload, "ben", (Subject("hold", "exit"),)
    )


HELD = (("gate.held", "1", ""), ("gate.hold_done", "1", ""))


def test_a_gate_that_the_board_holds_is_held_by_whom_and_why() -> None:
    hold = fold(*HELD)
    assert hold == Hold("1", NOON, "ben", "fire", "alarm on level 2", HoldState.HELD)


def test_as_long_as_the_board_has_not_answered_it_is_only_asked_for() -> None:
    hold = fold(("gate.held", "1", ""))
    assert hold is not None
    assert hold.state is HoldState.ASKED


@pytest.mark.parametrize("kind", ["gate.hold_failed", "gate.hold_too_late"])
def test_a_gate_that_could_not_be_held_is_not_held(kind: str) -> None:
    assert fold(("gate.held", "1", ""), (kind, "1", "barrier.no_answer")) is None


def test_what_nobody_knows_counts_as_held() -> None:
    hold = fold(("gate.held", "1", ""), ("gate.hold_unknown", "1", "barrier.no_answer"))
    assert hold is not None
    assert (hold.state, hold.cause) == (HoldState.UNKNOWN, "barrier.no_answer")


def test_a_gate_that_was_let_go_is_not_held() -> None:
    assert fold(*HELD, ("gate.let_go", "2", ""), ("gate.hold_done", "2", "")) is None


@pytest.mark.parametrize("kind", ["gate.hold_failed", "gate.hold_unknown", "gate.hold_too_late"])
def test_a_gate_that_could_not_be_let_go_is_held_still(kind: str) -> None:
    hold = fold(*HELD, ("gate.let_go", "2", ""), (kind, "2", "barrier.no_answer"))
    assert hold is not None
    assert (hold.state, hold.cause, hold.since) == (HoldState.HELD, "barrier.no_answer", NOON)


def test_a_hold_that_was_lost_is_over() -> None:
    assert fold(*HELD, ("gate.hold_lost", "1", "")) is None


def test_a_late_answer_to_an_earlier_command_changes_nothing() -> None:
    hold = fold(*HELD, ("gate.hold_failed", "0", "barrier.no_answer"), ("gate.hold_unknown", "1", "late"))
    assert hold is not None
    assert hold.state is HoldState.HELD


def test_letting_go_what_was_never_held_leaves_nothing() -> None:
    assert fold(("gate.let_go", "1", ""), ("gate.hold_done", "1", "")) is None


def test_a_person_is_reminded_every_quarter_of_an_hour() -> None:
    hold = fold(*HELD)
    assert hold is not None
    waited = (0, 14, 15, 29, 30, 61)
    assert [hold.reminders(NOON + timedelta(minutes=each)) for each in waited] == [0, 0, 1, 1, 2, 4]
    assert hold.reminders(NOON - timedelta(hours=1)) == 0
