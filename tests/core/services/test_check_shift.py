"""A sealed report is held against the journal, by whoever doubts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from core.domain.shift_report import ShiftReport, sealed
from core.domain.shifts import Shift
from core.services.check_shift import check_shift
from core.services.relieve_shift import end_relief, start_relief
from core.store.queries.shifts import shift_before
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import begin, close, do, hire, take


@pytest.fixture
def closed(booth: Booth) -> Shift:
    """The second of two shifts, with a relief in it."""
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 100)
    take(booth, booth.ben, "AAA1111")
    close(booth, booth.ben, 130, left_minor=100)
    begin(booth, booth.ben, 100)
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    take(booth, cat, "BBB2222")
    do(booth, end_relief, actor=cat, drawer=DRAWER)
    take(booth, booth.ben, "CCC3333")
    return close(booth, booth.ben, 150)


def found(booth: Booth, shift: Shift) -> tuple[str, ...]:
    """What does not agree."""

    def look(view: Any) -> tuple[str, ...]:
        code = (shift.report or {}).get("previous_code", "")
        return check_shift(view, shift, shift_before(view, shift, code))

    return booth.store.read(look)


def told(shift: Shift, report: Mapping[str, Any]) -> Shift:
    """The shift with another report, its row made to match."""
    return replace(shift, report=report, check_code=report["check_code"])


def test_an_honest_report_agrees_with_the_journal_also_years_later(booth: Booth, closed: Shift) -> None:
    begin(booth, booth.ben, 150)
    take(booth, booth.ben, "DDD4444")
    assert found(booth, closed) == ()


def test_a_reliefs_report_agrees_too(booth: Booth, closed: Shift) -> None:
    assert closed.report is not None
    (relief,) = closed.report["reliefs"]
    shift = booth.store.read(lambda unit: unit.shift(relief["shift_id"]))
    assert found(booth, shift) == ()


def test_changed_figures_do_not_fit_their_code(booth: Booth, closed: Shift) -> None:
    assert closed.report is not None
    count = {**closed.report["drawer_count"], "counted_minor": 160}
    assert found(booth, told(closed, {**closed.report, "drawer_count": count})) == ("shift.code_wrong",)


def test_whoever_seals_changed_figures_anew_is_found_by_the_journal(booth: Booth, closed: Shift) -> None:
    assert closed.report is not None
    report = ShiftReport.from_document(closed.report)
    richer = replace(report, settled_minor=report.settled_minor + 30, payments=report.payments + 1)
    assert found(booth, told(closed, sealed(richer).to_document())) == ("shift.figures_differ",)


@pytest.mark.parametrize("count", [{"counted_minor": 140}, {"left_minor": 10}])
def test_a_count_that_was_changed_and_sealed_anew_is_not_that_of_the_journal(
    booth: Booth, closed: Shift, count: dict[str, int]
) -> None:
    assert closed.report is not None
    report = ShiftReport.from_document(closed.report)
    changed = sealed(replace(report, drawer_count=replace(report.drawer_count, **count)))
    assert found(booth, told(closed, changed.to_document())) == ("shift.figures_differ",)


def test_a_report_taken_out_of_its_row_is_found_by_the_one_before(booth: Booth, closed: Shift) -> None:
    assert closed.report is not None
    report = ShiftReport.from_document(closed.report)
    skipped = sealed(replace(report, z_number=9))
    assert found(booth, told(closed, skipped.to_document())) == ("shift.before_differs",)
    unknown = sealed(replace(report, previous_code="00000-00000-0"))
    assert "shift.before_unknown" in found(booth, told(closed, unknown.to_document()))


@pytest.mark.parametrize("report", [{}, {"check_code": "x"}, {"kind": "z"}, {"kind": "nothing"}])
def test_a_report_that_cannot_be_read_is_named(
    booth: Booth, closed: Shift, report: Mapping[str, Any]
) -> None:
    assert found(booth, replace(closed, report=report)) == ("shift.cannot_be_made",)


def test_a_shift_without_a_report_cannot_be_checked(booth: Booth, closed: Shift) -> None:
    assert found(booth, replace(closed, report=None)) == ("shift.cannot_be_made",)
