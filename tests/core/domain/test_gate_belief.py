"""Whether a gate can have been open, by what is known."""

from __future__ import annotations

from core.domain.gate_belief import GateBelief


def test_what_nobody_saw_is_possible() -> None:
    gate = GateBelief()
    gate.commanded(0)
    gate.boom_is(None)
    assert gate.may_have_been_open


def test_a_command_that_surely_failed_opened_nothing() -> None:
    gate = GateBelief()
    gate.commanded(0)
    gate.failed()
    assert not gate.may_have_been_open
    gate.commanded(1)
    assert gate.may_have_been_open


def test_a_boom_that_was_seen_tells_by_whether_it_rose() -> None:
    gate = GateBelief()
    gate.commanded(0)
    gate.boom_is(up=False)
    assert not gate.may_have_been_open
    gate.boom_is(up=True)
    gate.boom_is(up=False)
    assert gate.may_have_been_open


def test_the_time_since_the_command_is_told() -> None:
    gate = GateBelief()
    gate.commanded(1_000_000_000)
    assert gate.waited_ms(3_500_000_000) == 2500
