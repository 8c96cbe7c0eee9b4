"""Relief on a drawer (B2): somebody else takes it over for a while, with totals of their own.

Handing over and handing back may each be counted blind; what was found other than it should be is then a line
of its own on the relief's sealed slip (Z6).
"""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.shift_report import ReliefTally, ReportKind, ShiftReport, relief_document
from core.domain.shifts import RELIEF_BEGAN, RELIEF_ENDED, Shift
from core.services.hand_out_slip import ask_for_slip
from core.services.shift_report import report_of
from core.services.shift_rules import check_amount, note_of, require_no_other, running_shift
from core.services.unit_of_work import UnitOfWork


def start_relief(
    unit: UnitOfWork, *, actor: Actor, drawer: str, counted_minor: int | None = None, note: str = ""
) -> Shift:
    """Take over the drawer of the shift that is open there; that one is paused meanwhile.

    Refused ``shift.none_open``, ``shift.relief_open`` while another relief runs, ``shift.own_relief``,
    ``shift.person_has_one``. ``counted_minor`` is what both counted, where they did.
    """
    actor.require(Right.RUN_SHIFT)
    main = running_shift(unit, drawer)
    if main.person_id == actor.person_id:
        raise Refused("shift.own_relief", drawer=drawer)
    if main.is_relief:
        raise Refused("shift.relief_open", drawer=drawer)
    require_no_other(unit, actor)
    if counted_minor is not None:
        check_amount(counted_minor)
    shift_id = unit.new_id()
    unit.record(
        RELIEF_BEGAN,
        {
            "drawer": drawer,
            "float_minor": main.expected_minor,
            "currency": main.currency,
            "main_shift_id": main.shift_id,
            "counted_minor": counted_minor,
        },
        who=actor.person_id,
        subjects=[Subject("shift", shift_id), Subject("shift", main.shift_id)],
        personal=note_of(note),
    )
    return unit.shift(shift_id)


def end_relief(
    unit: UnitOfWork, *, actor: Actor, drawer: str, counted_minor: int | None = None, note: str = ""
) -> Shift:
    """Hand the drawer back to the main shift; the relief, the main one's person or a closer of shifts may.

    Refused ``shift.none_open`` and ``shift.no_relief``.
    """
    actor.require(Right.RUN_SHIFT)
    relief = running_shift(unit, drawer)
    if not relief.is_relief:
        raise Refused("shift.no_relief", drawer=drawer)
    main = unit.shift(relief.main_shift_id)
    if actor.person_id not in {relief.person_id, main.person_id}:
        actor.require(Right.CLOSE_SHIFTS)
    return end_relief_of(unit, actor=actor, relief=relief, counted_minor=counted_minor, note=note)


def end_relief_of(
    unit: UnitOfWork, *, actor: Actor, relief: Shift, counted_minor: int | None = None, note: str = ""
) -> Shift:
    """End that relief and seal its report; whoever calls looked whether the actor may."""
    actor.require(Right.RUN_SHIFT)
    if counted_minor is not None:
        check_amount(counted_minor)
    report = report_of(
        unit,
        relief,
        kind=ReportKind.RELIEF,
        closed_by=actor.person_id,
        counted_minor=counted_minor,
        left_minor=counted_minor,
    )
    _record(unit, actor, relief, report, note)
    ask_for_slip(unit, shift_id=relief.shift_id, copy_number=0, who=actor.person_id)
    return unit.shift(relief.shift_id)


def _record(unit: UnitOfWork, actor: Actor, relief: Shift, report: ShiftReport, note: str) -> None:
    count = report.drawer_count
    tally = ReliefTally(
        shift_id=relief.shift_id,
        person_id=relief.person_id,
        began_at=relief.opened_at,
        ended_at=unit.now,
        payments=report.payments,
        received_minor=report.received_minor,
        moved_minor=relief.moved_minor,
    )
    unit.record(
        RELIEF_ENDED,
        {
            "shift_id": relief.shift_id,
            "counted_minor": count.counted_minor,
            "expected_minor": count.expected_minor,
            "difference_minor": count.difference_minor,
            "left_minor": count.left_minor,
            "moved_minor": relief.moved_minor,
            "relief": relief_document(tally),
            "report": report.to_document(),
        },
        who=actor.person_id,
        subjects=[Subject("shift", relief.shift_id), Subject("shift", relief.main_shift_id)],
        personal=note_of(note),
    )
