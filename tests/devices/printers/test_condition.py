"""What a printer's answers mean, from Epson's tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printers.condition import Condition, real_time_answer, was_answered_in_turn

WELL = 0x12


@pytest.mark.parametrize(
    ("printer", "offline_cause", "paper", "error", "trouble"),
    [
        (WELL, WELL, WELL, None, ""),
        (WELL | 0x08, WELL, WELL, None, "printer.offline"),
        (WELL | 0x08, WELL | 0x04, WELL, None, "printer.cover_open"),
        (WELL | 0x08, WELL | 0x20, WELL | 0x60, None, "printer.paper_out"),
        (WELL | 0x08, WELL, WELL | 0x60, None, "printer.paper_out"),
        (WELL | 0x08, WELL | 0x04, WELL | 0x60, None, "printer.cover_open"),
        (WELL | 0x08, WELL | 0x40, WELL, WELL | 0x08, "printer.cutter_jam"),
        (WELL | 0x08, WELL | 0x40, WELL, WELL | 0x40, "printer.too_hot"),
        (WELL | 0x08, WELL | 0x40, WELL, WELL | 0x20, "printer.error"),
        (WELL | 0x08, WELL | 0x40, WELL, None, "printer.error"),
    ],
)
def test_what_must_be_mended_first_is_told(
    printer: int, offline_cause: int, paper: int, error: int | None, trouble: str
) -> None:
    assert Condition.of(printer, offline_cause, paper, error).trouble == trouble


def test_paper_that_runs_low_is_a_warning_and_no_trouble() -> None:
    low = Condition.of(WELL, WELL, WELL | 0x0C)
    assert (low.trouble, low.warning) == ("", "printer.paper_low")
    assert Condition.of(WELL | 0x08, WELL, WELL | 0x6C).warning == ""


def test_the_drawers_pin_is_read() -> None:
    assert Condition.of(WELL | 0x04, WELL, WELL).drawer_pin_high is True
    assert Condition.of(WELL, WELL, WELL).drawer_pin_high is False


def test_reports_that_nobody_asked_for_are_no_answers() -> None:
    report = b"\x10\x00\x00\x0f"
    assert real_time_answer(report) is None
    assert not was_answered_in_turn(report)
    assert real_time_answer(report + b"\x16") == 0x16
    assert was_answered_in_turn(report + b"\x00")


def test_an_answer_in_turn_is_no_answer_at_once_and_the_other_way_round() -> None:
    assert real_time_answer(b"\x0f") is None
    assert not was_answered_in_turn(b"\x12")


@given(st.binary(max_size=40))
def test_garbage_never_breaks_the_reading(received: bytes) -> None:
    answer = real_time_answer(received)
    assert answer is None or answer & 0x93 == 0x12
    was_answered_in_turn(received)
