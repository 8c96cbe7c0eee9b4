"""Opens and closes shifts: one open shift per drawer and per person (B14), reliefs on the same drawer (B2).

A close is blind: what was counted is sealed together with the Z report, and only then is it told what should
have been there. What stays in the drawer must be the next shift's float; where it is not, that is written
down by itself (B7).
"""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.shift_report import ReportKind, ShiftReport
from core.domain.shifts import CLOSED, FLOAT_DIFFERS, OPENED, RELIEF_BEGAN, Shift
from core.services.hand_out_slip import ask_for_slip
from core.services.relieve_shift import end_relief, end_relief_of, start_relief
from core.services.shift_report import report_of
from core.services.shift_rules import check_amount, note_of, require_no_other, running_shift
from core.services.unit_of_work import UnitOfWork

__all__ = ["close_abandoned", "close_shift", "end_relief", "open_shift", "start_relief"]


def open_shift(unit: UnitOfWork, *, actor: Actor, drawer: str, float_minor: int, note: str = "") -> Shift:
    """Open a main shift with so much in the drawer; ``note`` says why that is not what was left there."""
    actor.require(Right.RUN_SHIFT)
    check_amount(float_minor)
    if unit.open_shift(drawer) is not None:
        raise Refused("shift.drawer_in_use", drawer=drawer)
    require_no_other(unit, actor)
    before = unit.last_closed_shift(drawer)
    shift_id = unit.new_id()
    unit.record(
        OPENED,
        {"drawer": drawer, "float_minor": float_minor, "currency": unit.lot().currency},
        who=actor.person_id,
        subjects=[Subject("shift", shift_id)],
    )
    if before is not None and before.left_minor is not None and before.left_minor != float_minor:
        unit.record(
            FLOAT_DIFFERS,
            {
                "drawer": drawer,
                "expected_minor": before.left_minor,
                "found_minor": float_minor,
                "after_shift_id": before.shift_id,
            },
            who=actor.person_id,
            subjects=[Subject("shift", shift_id)],
            personal=note_of(note),
        )
    return unit.shift(shift_id)


def close_shift(
    unit: UnitOfWork,
    *,
    actor: Actor,
    drawer: str,
    counted_minor: int | None,
    left_minor: int | None = None,
    note: str = "",
) -> Shift:
    """Close the drawer's main shift with what was counted, and seal its Z report.

    ``left_minor`` stays there for the next one (None: all of it). ``counted_minor`` None says that nobody
    could count: only who may close others' shifts may say so. Refused ``shift.none_open``,
    ``shift.relief_open`` while a relief runs; BadInput ``shift.left_too_much``.
    """
    actor.require(Right.RUN_SHIFT)
    shift = running_shift(unit, drawer)
    if shift.is_relief:
        raise Refused("shift.relief_open", drawer=drawer)
    return _close(unit, actor, shift, counted_minor=counted_minor, left_minor=left_minor, note=note)


def close_abandoned(
    unit: UnitOfWork,
    *,
    actor: Actor,
    shift_id: str,
    counted_minor: int | None = None,
    left_minor: int | None = None,
    note: str = "",
) -> Shift:
    """Close a shift that its own person cannot close any more, on whichever console it was opened.

    Its console crashed, was revoked, or came back from a backup; a relief on it is ended with it. What that
    console writes later and was not heard of yet comes into the next report of the drawer.
    """
    actor.require(Right.CLOSE_SHIFTS)
    shift = unit.shift(shift_id)
    if not shift.is_open:
        raise Refused("shift.closed_already")
    if shift.is_relief:
        raise Refused("shift.is_relief")
    relief = _relief_on(unit, shift)
    if relief is not None:
        end_relief_of(unit, actor=actor, relief=relief)
        shift = unit.shift(shift_id)
    return _close(unit, actor, shift, counted_minor=counted_minor, left_minor=left_minor, note=note)


def _relief_on(unit: UnitOfWork, main: Shift) -> Shift | None:
    """The relief that runs on it, wherever."""
    entries = unit.entries_about(Subject("shift", main.shift_id))
    begun = [entry.subjects[0].subject_id for entry in entries if entry.kind == RELIEF_BEGAN]
    return next((one for one in map(unit.shift, begun) if one.is_open), None)


def _close(
    unit: UnitOfWork,
    actor: Actor,
    shift: Shift,
    *,
    counted_minor: int | None,
    left_minor: int | None,
    note: str,
) -> Shift:
    if shift.person_id != actor.person_id or counted_minor is None:
        actor.require(Right.CLOSE_SHIFTS)
    left_minor = _left(counted_minor, left_minor)
    report = report_of(
        unit,
        shift,
        kind=ReportKind.Z,
        closed_by=actor.person_id,
        counted_minor=counted_minor,
        left_minor=left_minor,
    )
    _record(unit, actor, shift, report, note)
    ask_for_slip(unit, shift_id=shift.shift_id, copy_number=0, who=actor.person_id)
    return unit.shift(shift.shift_id)


def _left(counted_minor: int | None, left_minor: int | None) -> int | None:
    """What stays in the drawer: all of it where nothing else is said, unknown where nobody counted."""
    if counted_minor is None:
        if left_minor is not None:
            raise BadInput("shift.left_uncounted")
        return None
    check_amount(counted_minor)
    if left_minor is None:
        return counted_minor
    check_amount(left_minor)
    if left_minor > counted_minor:
        raise BadInput("shift.left_too_much", counted_minor=counted_minor)
    return left_minor


def _record(unit: UnitOfWork, actor: Actor, shift: Shift, report: ShiftReport, note: str) -> None:
    count = report.drawer_count
    unit.record(
        CLOSED,
        {
            "counted_minor": count.counted_minor,
            "expected_minor": count.expected_minor,
            "difference_minor": count.difference_minor,
            "left_minor": count.left_minor,
            "report": report.to_document(),
        },
        who=actor.person_id,
        subjects=[Subject("shift", shift.shift_id)],
        personal=note_of(note),
    )
