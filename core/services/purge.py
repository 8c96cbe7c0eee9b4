"""Purges personal data: on schedule by the lot's settings (U7), or on request for a plate or a stay (D7).

The journal keeps what happened and what was paid, and its links; of a purged entry it holds salted digests
and no longer what they are of.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import to_micros
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.plates import normalise
from core.domain.purging import MOST_AT_ONCE, Scope, Targets
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("asked_by_driver", "authority", "wrong_record", "other")
"""Why somebody purges; no free text, which would name whom nobody is to be reminded of."""


def due_now(unit: UnitOfWork, scope: Scope) -> Targets:
    """What the lot's settings say is to be forgotten by now; nothing is written."""
    return unit.due_for_purge(scope, _before(unit, scope))


def purge_on_schedule(unit: UnitOfWork, scope: Scope, due: Targets) -> int:
    """Forget these, as far as they are still due; how many they were.

    To be called with at most ``MOST_AT_ONCE`` of them: a transaction must be short.
    """
    before = _before(unit, scope)
    still = unit.due_for_purge(scope, before, among=due)
    if len(still):
        payload = {"cause": "schedule", "before": to_micros(before)} | still.counts
        unit.record(scope.value, payload, who=LANE_ITSELF.person_id, subjects=still.subjects(scope))
    return len(still)


def plan_purge(unit: UnitOfWork, *, actor: Actor, plate: str = "", stay_id: str = "") -> Targets:
    """What would be forgotten of this plate, or of this stay; nothing is written."""
    actor.require(Right.PURGE)
    if stay_id:
        unit.stay(stay_id)
        return unit.purgeable_stays([stay_id])
    return unit.purgeable_of_plate(_plate(plate))


def purge_plate(unit: UnitOfWork, *, actor: Actor, plate: str, reason: str) -> Targets:
    """Forget everything about the plate that may be forgotten; what was, and what is kept.

    BadInput ``purge.bad_reason``, ``purge.no_plate``; Refused ``purge.nothing`` where there is nothing.
    """
    return _purge(unit, plan_purge(unit, actor=actor, plate=plate), actor=actor, reason=reason)


def purge_stay(unit: UnitOfWork, *, actor: Actor, stay_id: str, reason: str) -> Targets:
    """Forget everything about the stay; Refused with the reason for which it is kept."""
    targets = plan_purge(unit, actor=actor, stay_id=stay_id)
    if targets.kept:
        raise Refused(next(iter(targets.kept)))
    return _purge(unit, targets, actor=actor, reason=reason)


def _purge(unit: UnitOfWork, targets: Targets, *, actor: Actor, reason: str) -> Targets:
    if reason not in REASONS:
        raise BadInput("purge.bad_reason", reason=reason)
    if not len(targets):
        raise Refused(next(iter(targets.kept), "purge.nothing"))
    for piece in targets.in_pieces(MOST_AT_ONCE):
        payload = {"cause": "request", "reason": reason} | piece.counts
        unit.record(Scope.ALL.value, payload, who=actor.person_id, subjects=piece.subjects(Scope.ALL))
    return targets


def _before(unit: UnitOfWork, scope: Scope) -> datetime:
    lot = unit.lot()
    return unit.now - timedelta(days=lot.photo_days if scope is Scope.PHOTOS else lot.plate_days)


def _plate(text: str) -> str:
    plate = normalise(text)
    if not plate:
        raise BadInput("purge.no_plate")
    return plate
