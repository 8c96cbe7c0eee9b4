"""Holds a sealed report against the journal: its code, the one before it, and every figure made again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.journal import Subject
from core.domain.shift_report import ReportKind, ShiftReport, code_of
from core.domain.shifts import Shift, fold_shift
from core.services.shift_report import made_from
from core.services.unit_of_work import UnitOfWork

CODE_WRONG: Final = "shift.code_wrong"
FIGURES_DIFFER: Final = "shift.figures_differ"
BEFORE_UNKNOWN: Final = "shift.before_unknown"
BEFORE_DIFFERS: Final = "shift.before_differs"
CANNOT_BE_MADE: Final = "shift.cannot_be_made"

# What follows from the stretches of the journal; the rest is what somebody said, or when.
_FIGURES: Final = (
    "payments",
    "settled_minor",
    "receipts_from",
    "receipts_to",
    "lost_tickets",
    "gate_ups",
    "away_count",
    "away_seconds",
    "tenders",
    "refunds",
    "rates",
    "rules",
    "exceptions",
    "unattended",
    "reliefs",
    "gates",
    "drawer_count",
    "grand_minor",
    "previous_code",
)


def check_shift(unit: UnitOfWork, shift: Shift, before: Shift | None) -> tuple[str, ...]:
    """What does not agree, as reason codes; nothing where all does. ``before`` is the Z that it names."""
    if shift.report is None:
        return (CANNOT_BE_MADE,)
    try:
        report = ShiftReport.from_document(shift.report)
        earlier = None if before is None or before.report is None else _report(before)
    except (LookupError, TypeError, ValueError):
        return (CANNOT_BE_MADE,)
    found = []
    if code_of(shift.report) != report.check_code or report.check_code != shift.check_code:
        found.append(CODE_WRONG)
    if report.previous_code and earlier is None:
        found.append(BEFORE_UNKNOWN)
    elif earlier is not None and not _follows(report, earlier):
        found.append(BEFORE_DIFFERS)
    elif not _same_figures(unit, shift, report, earlier) or not (found or _is_as_sealed(unit, shift)):
        found.append(FIGURES_DIFFER)
    return tuple(found)


def _report(shift: Shift) -> ShiftReport:
    return ShiftReport.from_document(shift.report or {})


def _follows(report: ShiftReport, earlier: ShiftReport) -> bool:
    """Whether number, code and drawer go on from the one before."""
    if report.kind is not ReportKind.Z:
        return report.previous_code == earlier.check_code
    number = (earlier.z_number or 0) + 1
    return (report.z_number, report.previous_code) == (number, earlier.check_code)


def _is_as_sealed(unit: UnitOfWork, shift: Shift) -> bool:
    """Whether it is the report of the journal's own entry: what was said follows from no other."""
    written = fold_shift(unit.entries_about(Subject("shift", shift.shift_id)))
    return written is not None and written.report == shift.report


def _same_figures(unit: UnitOfWork, shift: Shift, report: ShiftReport, earlier: ShiftReport | None) -> bool:
    again = made_from(unit, shift, report.stretches, kind=report.kind, before=earlier, home=report.console_id)
    said = report.drawer_count
    count = replace(again.drawer_count, counted_minor=said.counted_minor, left_minor=said.left_minor)
    again = replace(again, drawer_count=count)
    return all(getattr(again, name) == getattr(report, name) for name in _FIGURES)
