"""Finds what was paid twice while consoles were cut off from each other, and settles it with the driver."""

from __future__ import annotations

from dataclasses import replace

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.overpaid import Overpaid, overpaid
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.refunds import DUE, PAID_TWICE, SETTLED, Refund, RefundState, refund_id_of
from core.services.unit_of_work import UnitOfWork


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


def settle_refund(unit: UnitOfWork, *, actor: Actor, refund_id: str, pay_back: bool, drawer: str) -> Refund:
    """Pay the money back out of the drawer, or keep it for good, where the driver cannot be found.

    Refused ``refund.unknown`` and ``refund.settled_already``; to pay out, the actor needs an open shift.
    """
    actor.require(Right.WRITE_OFF)
    refund = unit.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    if refund.state is not RefundState.DUE:
        raise Refused("refund.settled_already", state=refund.state.value)
    subjects = [Subject("refund", refund_id), Subject("stay", refund.stay_id)]
    if pay_back:
        subjects.append(Subject("shift", _own_shift(unit, actor, drawer)))
    outcome = RefundState.PAID_BACK if pay_back else RefundState.KEPT
    unit.record(
        SETTLED,
        {
            "refund_id": refund_id,
            "outcome": outcome.value,
            "amount_minor": refund.amount_minor,
            "currency": refund.currency,
        },
        who=actor.person_id,
        subjects=subjects,
    )
    return replace(refund, state=outcome)


def _own_shift(unit: UnitOfWork, actor: Actor, drawer: str) -> str:
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    return shift.shift_id


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
