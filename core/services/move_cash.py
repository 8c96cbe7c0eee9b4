"""Moves cash between the drawer and elsewhere: dropped into the safe, paid out, put in (B4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.errors import BadInput, NotedRefusal
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.shift_cash import DROPPED, PAID_IN, PAID_OUT
from core.domain.shifts import Shift
from core.services.open_drawer import open_drawer_for
from core.services.shift_rules import check_amount, note_of, own_running_shift
from core.services.unit_of_work import UnitOfWork

DROP_REASONS: Final = ("safe", "bank", "collector", "other")
PAY_OUT_REASONS: Final = ("supplies", "repair", "driver", "wages", "change_bought", "other")
PAY_IN_REASONS: Final = ("change", "found", "correction", "other")


@dataclass(frozen=True, slots=True)
class _Way:
    """One of the three ways: its kind of entry, its reasons, and whether the drawer must hold so much."""

    kind: str
    reasons: tuple[str, ...]
    goes_out: bool


def drop_cash(
    unit: UnitOfWork,
    *,
    actor: Actor,
    drawer: str,
    amount_minor: int,
    reason: str,
    note: str = "",
    opens_drawer: bool = False,
) -> Shift:
    """Take so much out of the drawer into the safe; "other" needs a note. Returns the shift as it is then.

    Refused ``shift.drawer_too_low`` where so much cannot be there; it does not say how much is, and the
    attempt is written down.
    """
    movement = _Movement(drawer, amount_minor, reason, note, opens_drawer)
    return _move(unit, actor, _DROP, movement)


def pay_out(
    unit: UnitOfWork,
    *,
    actor: Actor,
    drawer: str,
    amount_minor: int,
    reason: str,
    note: str = "",
    opens_drawer: bool = False,
) -> Shift:
    """Pay for something out of the drawer; refusals as of ``drop_cash``."""
    movement = _Movement(drawer, amount_minor, reason, note, opens_drawer)
    return _move(unit, actor, _PAY_OUT, movement)


def pay_in(
    unit: UnitOfWork,
    *,
    actor: Actor,
    drawer: str,
    amount_minor: int,
    reason: str,
    note: str = "",
    opens_drawer: bool = False,
) -> Shift:
    """Put money into the drawer that no driver paid: change from the safe."""
    movement = _Movement(drawer, amount_minor, reason, note, opens_drawer)
    return _move(unit, actor, _PAY_IN, movement)


@dataclass(frozen=True, slots=True)
class _Movement:
    drawer: str
    amount_minor: int
    reason: str
    note: str
    opens_drawer: bool


def _move(unit: UnitOfWork, actor: Actor, way: _Way, movement: _Movement) -> Shift:
    actor.require(Right.RUN_SHIFT)
    check_amount(movement.amount_minor, lowest=1)
    if movement.reason not in way.reasons:
        raise BadInput("cash.bad_reason", reason=movement.reason)
    if movement.reason == "other" and not movement.note.strip():
        raise BadInput("gate.note_needed")
    shift = own_running_shift(unit, actor, movement.drawer)
    if way.goes_out and shift.expected_minor < movement.amount_minor:
        # Whoever counts blind could sound out by tries what must be there; each is written down.
        who, right = actor.person_id, Right.RUN_SHIFT.value
        raise NotedRefusal("shift.drawer_too_low", amount_minor=movement.amount_minor, who=who, right=right)
    movement_id = unit.new_id()
    unit.record(
        way.kind,
        {
            "movement_id": movement_id,
            "drawer": movement.drawer,
            "amount_minor": movement.amount_minor,
            "currency": shift.currency,
            "reason": movement.reason,
        },
        who=actor.person_id,
        subjects=[Subject("shift", shift.shift_id)],
        personal=note_of(movement.note),
    )
    if movement.opens_drawer:
        open_drawer_for(unit, money_id=movement_id, drawer=movement.drawer, who=actor.person_id)
    return unit.shift(shift.shift_id)


_DROP: Final = _Way(DROPPED, DROP_REASONS, goes_out=True)
_PAY_OUT: Final = _Way(PAID_OUT, PAY_OUT_REASONS, goes_out=True)
_PAY_IN: Final = _Way(PAID_IN, PAY_IN_REASONS, goes_out=False)
