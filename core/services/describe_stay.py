"""Says of a stay what its price depends on beside its time: class, membership, marks, a lost ticket (P9)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.permits import price_due
from core.domain.rates.asked import Asked, asked_by
from core.domain.rates.description import Description, changes_between
from core.domain.rates.quote import Quote
from core.domain.stays import Stay
from core.services.shift_rules import note_of
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("not_found", "unreadable", "plate_unreadable", "other")


def describe_stay(
    unit: UnitOfWork,
    *,
    actor: Actor,
    stay_id: str,
    description: Description,
    reason: str = "",
    note: str = "",
) -> Stay:
    """Let the stay be as described; ``reason`` says why its ticket counts as lost, "other" with a note.

    Saying the usual again takes everything back. BadInput ``stay.unknown_class``,
    ``stay.unknown_membership``, ``stay.unknown_mark`` (the stay's plan prices no such),
    ``lost_ticket.bad_reason``, ``gate.note_needed``; Refused ``stay.ended``, ``stay.described_so`` and
    ``stay.paid_already``: what was paid was paid for the vehicle as it was described.
    """
    actor.require(Right.DESCRIBE_STAY)
    stay = _describable(unit, stay_id)
    before = Description.of(stay.facts)
    old, new = changes_between(before, description)
    if not new:
        raise Refused("stay.described_so")
    _check(asked_about(unit, stay), before, description)
    payload: dict[str, object] = {"before": old, "after": new}
    personal = None
    if new.get("lost_ticket"):
        payload["reason"], personal = reason, _why_lost(reason, note)
    subjects = [Subject("stay", stay_id)]
    unit.record("stay.described", payload, who=actor.person_id, subjects=subjects, personal=personal)
    return unit.stay(stay_id)


def price_described(unit: UnitOfWork, *, actor: Actor, stay_id: str, description: Description) -> Quote:
    """What the stay would owe now if it were as described; nothing is written. Refusals as describing."""
    actor.require(Right.DESCRIBE_STAY)
    if unit.clock_is_behind():
        raise Refused("clock.behind", now=unit.now)
    stay = _describable(unit, stay_id)
    _check(asked_about(unit, stay), Description.of(stay.facts), description)
    as_described = replace(stay, facts=description.said_of(stay.facts))
    changes = unit.plan_changes(stay, unit.now)
    return price_due(as_described, unit.plan, unit.now, unit.lot().overstay_rule, changes)


def asked_about(unit: UnitOfWork, stay: Stay) -> Asked:
    """What the plan that prices the stay asks about."""
    return asked_by(unit.plan(stay.plan_id, stay.plan_version).plan)


def _describable(unit: UnitOfWork, stay_id: str) -> Stay:
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    if stay.payments:
        raise Refused("stay.paid_already")
    return stay


def _check(asked: Asked, before: Description, after: Description) -> None:
    """What was said before may stay, whatever plan prices the stay now; only what is new is looked at."""
    if after.vehicle_class not in {*asked.classes, before.vehicle_class}:
        raise BadInput("stay.unknown_class", given=after.vehicle_class[:40], known=", ".join(asked.classes))
    if after.loyalty not in {"", *asked.memberships, before.loyalty}:
        raise BadInput("stay.unknown_membership", given=after.loyalty[:40])
    unknown = after.tags - before.tags - set(asked.tags)
    if unknown:
        raise BadInput("stay.unknown_mark", given=min(unknown)[:40])


def _why_lost(reason: str, note: str) -> dict[str, str] | None:
    if reason not in REASONS:
        raise BadInput("lost_ticket.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    return note_of(note)
