"""Finds what was paid twice while consoles were cut off from each other, and settles it with the driver."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.overpaid import Overpaid, overpaid
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.refunds import DUE, PAID_TWICE, SETTLED, Refund, RefundState, refund_id_of
from core.domain.shifts import Shift
from core.services.open_drawer import open_drawer_for
from core.services.unit_of_work import UnitOfWork

REASONS = ("driver_not_found", "driver_waived", "returned_otherwise", "other")
NOTE_LONGEST = 500


def found_overpaid(unit: UnitOfWork, stay_id: str) -> list[Overpaid]:
    """What of the stay's payments is due back and was not written down yet; writes nothing.

    Refused or BadInput where the stay cannot be priced.
    """
    stay = unit.stay(stay_id)
    if len(stay.payments) < 2:
        return []
    found = overpaid(
        stay,
        plan_of=unit.plan,
        rule=unit.lot().overstay_rule,
        changes_until=lambda until: unit.plan_changes(stay, until),
    )
    return [one for one in found if unit.refund(refund_id_of(one.payment_id)) is None]


def note_overpayments(unit: UnitOfWork, *, stay_id: str, actor: Actor = LANE_ITSELF) -> list[str]:
    """Write down what is due back, each once; returns the ids of new refunds. For the hub."""
    actor.require(Right.RELEASE)
    return [_note(unit, stay_id, one, actor) for one in found_overpaid(unit, stay_id)]


def pay_refund_back(
    unit: UnitOfWork, *, actor: Actor, refund_id: str, drawer: str, opens_drawer: bool = False
) -> Refund:
    """Pay the money back out of the drawer, for which the actor needs their own open shift.

    ``opens_drawer`` where it can be opened by the printer.

    Refused ``refund.unknown``, ``refund.settled_already``, and ``refund.drawer_too_low`` where the drawer
    cannot hold so much.
    """
    actor.require(Right.TAKE_CASH)
    refund = _refund_due(unit, refund_id)
    shift = _own_shift(unit, actor, drawer)
    if shift.expected_minor < refund.amount_minor:
        raise Refused(
            "refund.drawer_too_low", expected_minor=shift.expected_minor, amount_minor=refund.amount_minor
        )
    unit.record(
        SETTLED,
        _settled(refund, RefundState.PAID_BACK),
        who=actor.person_id,
        subjects=[*_subjects(refund), Subject("shift", shift.shift_id)],
    )
    if opens_drawer:
        open_drawer_for(unit, money_id=refund.refund_id, drawer=drawer, who=actor.person_id)
    return replace(refund, state=RefundState.PAID_BACK)


def keep_refund(unit: UnitOfWork, *, actor: Actor, refund_id: str, reason: str, note: str = "") -> Refund:
    """Keep the money for good, with a reason: nobody will pay it out any more.

    Refused ``refund.unknown`` and ``refund.settled_already``; BadInput for a reason that is none.
    """
    actor.require(Right.WRITE_OFF)
    if reason not in REASONS:
        raise BadInput("stay.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    refund = _refund_due(unit, refund_id)
    unit.record(
        SETTLED,
        {**_settled(refund, RefundState.KEPT), "reason": reason, "note": note[:NOTE_LONGEST]},
        who=actor.person_id,
        subjects=_subjects(refund),
    )
    return replace(refund, state=RefundState.KEPT)


def _refund_due(unit: UnitOfWork, refund_id: str) -> Refund:
    refund = unit.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    if refund.state is not RefundState.DUE:
        raise Refused("refund.settled_already", state=refund.state.value)
    return refund


def _settled(refund: Refund, outcome: RefundState) -> dict[str, Any]:
    return {
        "refund_id": refund.refund_id,
        "outcome": outcome.value,
        "amount_minor": refund.amount_minor,
        "currency": refund.currency,
    }


def _subjects(refund: Refund) -> list[Subject]:
    return [Subject("refund", refund.refund_id), Subject("stay", refund.stay_id)]


def _own_shift(unit: UnitOfWork, actor: Actor, drawer: str) -> Shift:
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    return shift


def _note(unit: UnitOfWork, stay_id: str, found: Overpaid, actor: Actor) -> str:
    refund_id = refund_id_of(found.payment_id)
    unit.record(
        DUE,
        {
            "refund_id": refund_id,
            "stay_id": stay_id,
            "payment_id": found.payment_id,
            "amount_minor": found.amount_minor,
            "currency": found.currency,
            "cause": PAID_TWICE,
        },
        who=actor.person_id,
        subjects=[Subject("refund", refund_id), Subject("stay", stay_id)],
    )
    return refund_id
