"""Closes a lane to cars, and opens it again: meanwhile none goes through by itself (V6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right, Role
from core.services.device_journal import lane_subject
from core.services.unit_of_work import UnitOfWork

CLOSED: Final = "lane.closed"
REOPENED: Final = "lane.reopened"


@dataclass(frozen=True, slots=True)
class LaneClosure:
    """Since when the lane is closed, and the id of the person who closed it."""

    since: datetime
    by: str


def close_lane(unit: UnitOfWork, *, actor: Actor, lane_id: str) -> None:
    """Let no car through by itself from now on; a person may still open the gate by hand.

    Refused ``lane.unknown``, ``lane.closed_already``.
    """
    actor.require(Right.OPEN_GATE)
    unit.lot().lane(lane_id)
    if closure_of(unit, lane_id) is not None:
        raise Refused("lane.closed_already")
    unit.record(CLOSED, {"lane_id": lane_id}, who=actor.person_id, subjects=[_subject(lane_id)])


def open_lane(unit: UnitOfWork, *, actor: Actor, lane_id: str) -> None:
    """Let cars through again; Refused ``lane.unknown``, ``lane.open_already``."""
    actor.require(Right.OPEN_GATE)
    unit.lot().lane(lane_id)
    if closure_of(unit, lane_id) is None:
        raise Refused("lane.open_already")
    unit.record(REOPENED, {"lane_id": lane_id}, who=actor.person_id, subjects=[_subject(lane_id)])


def closure_of(unit: UnitOfWork, lane_id: str) -> LaneClosure | None:
    """How the lane is closed, None where it is open; whichever console of the lot closed it."""
    last = next(iter(unit.latest_about(_subject(lane_id), most=1)), None)
    return LaneClosure(last.at, last.who) if last is not None and last.kind == CLOSED else None


def refuse_where_closed(unit: UnitOfWork, lane_id: str, actor: Actor) -> None:
    """Refused ``lane.closed`` where the lane is closed and nobody but the lane itself asks."""
    if actor.role is Role.SYSTEM and closure_of(unit, lane_id) is not None:
        raise Refused(CLOSED)


def _subject(lane_id: str) -> Subject:
    """Of its own kind, so that the last entry about it says how it is."""
    return Subject("lane_closure", lane_subject(lane_id).subject_id)
