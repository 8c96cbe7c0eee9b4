"""The report of a shift as a value: through plain values and back, and sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.shift_report import DrawerCount, ShiftReport, code_of, sealed
from tests.reports.slip_samples import relief_slip, report_of

MONEY = st.integers(0, 10**8)


@pytest.mark.parametrize("report", [report_of(), relief_slip().report])
def test_a_report_goes_through_plain_values_and_back(report: ShiftReport) -> None:
    document = report.to_document()
    assert ShiftReport.from_document(document) == report
    assert ShiftReport.from_document({**document, "of_a_newer_program": 1}) == report
    assert code_of(document) == report.check_code


@pytest.mark.parametrize(
    "change",
    [
        {"payments": 413},
        {"grand_minor": 0},
        {"person_id": "sue"},
        {"previous_code": ""},
        {"z_number": 188},
        {"stretches": ()},
        {"gates": ()},
        {"closed_by": "ben"},
    ],
)
def test_whatever_is_changed_gives_another_code(change: dict[str, object]) -> None:
    assert sealed(replace(report_of(), **change)).check_code != report_of().check_code  # type: ignore[arg-type]


@given(st.tuples(MONEY, MONEY, MONEY, MONEY, MONEY, MONEY), st.none() | MONEY)
def test_the_drawers_arithmetic_adds_up(
    moved: tuple[int, int, int, int, int, int], counted: int | None
) -> None:
    count = DrawerCount(*moved, None, counted)
    floats, taken, returned, paid_in, paid_out, dropped = moved
    assert count.expected_minor - floats == taken - returned + paid_in - paid_out - dropped
    if counted is None:
        assert count.difference_minor is None
    else:
        assert count.difference_minor == counted - count.expected_minor


def test_averages_and_shares_of_nothing_are_nothing() -> None:
    empty = replace(report_of(), payments=0, settled_minor=0, lost_tickets=0)
    assert (empty.average_minor, empty.lost_ticket_share) == (None, None)


def test_the_average_is_rounded_once_half_up() -> None:
    assert replace(report_of(), payments=2, settled_minor=5).average_minor == 3
    assert replace(report_of(), payments=3, settled_minor=4).average_minor == 1
