"""Opens and closes shifts: one open shift per drawer and per person (B14)."""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.shifts import Shift
from core.services.unit_of_work import UnitOfWork

HIGHEST_MINOR = 100_000_000


def open_shift(unit: UnitOfWork, *, actor: Actor, drawer: str, float_minor: int) -> Shift:
    """Open a shift with so much in the drawer."""
    actor.require(Right.RUN_SHIFT)
    _check_amount(float_minor)
    if unit.open_shift(drawer) is not None:
        raise Refused("shift.drawer_in_use", drawer=drawer)
    if unit.open_shift_of(actor.person_id) is not None:
        raise Refused("shift.person_has_one")
    shift_id = unit.new_id()
    unit.record(
        "shift.opened",
        {"drawer": drawer, "float_minor": float_minor, "currency": unit.lot().currency},
        who=actor.person_id,
        subjects=[Subject("shift", shift_id)],
    )
    return _open(unit, drawer)


def close_shift(unit: UnitOfWork, *, actor: Actor, drawer: str, counted_minor: int) -> Shift:
    """Close the drawer's shift with what was counted; the difference is part of the record."""
    actor.require(Right.RUN_SHIFT)
    _check_amount(counted_minor)
    shift = _open(unit, drawer)
    if shift.person_id != actor.person_id:
        actor.require(Right.WRITE_OFF)
    unit.record(
        "shift.closed",
        {
            "counted_minor": counted_minor,
            "expected_minor": shift.expected_minor,
            "difference_minor": counted_minor - shift.expected_minor,
        },
        who=actor.person_id,
        subjects=[Subject("shift", shift.shift_id)],
    )
    closed = unit.last_closed_shift(drawer)
    if closed is None:
        raise Refused("shift.none_open", drawer=drawer)
    return closed


def _open(unit: UnitOfWork, drawer: str) -> Shift:
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    return shift


def _check_amount(minor: int) -> None:
    if not 0 <= minor <= HIGHEST_MINOR:
        raise BadInput("payment.bad_amount")
