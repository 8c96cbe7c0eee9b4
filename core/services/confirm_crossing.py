"""Writes down how a passage ended: crossed, backed out, held, turned away, or not explained."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.domain.errors import Refused
from core.domain.journal import Subject, to_micros
from core.domain.lots import Direction
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.device_journal import lane_subject
from core.services.unit_of_work import UnitOfWork


def crossed(
    unit: UnitOfWork,
    *,
    lane_id: str,
    direction: Direction,
    stay_id: str | None,
    photo: str,
    assumed: str = "",
    actor: Actor = LANE_ITSELF,
) -> None:
    """The vehicle went through after a command; without a stay it is counted as explained by that command.

    ``assumed`` is the reason code of why nobody saw it cross, and it is taken to have.
    """
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    now = to_micros(unit.now)
    taken: dict[str, object] = {"assumed": assumed} if assumed else {}
    if stay_id is None:
        _about_lane(unit, "lane.crossed_without_stay", lane_id, direction, photo, actor, more=taken)
    elif direction is Direction.ENTRY:
        _about_stay(unit, "stay.entered", stay_id, {"lane_id": lane_id, "at": now} | taken, actor)
    else:
        payload: dict[str, object] = {"lane_id": lane_id, "exit_at": now} | taken
        _about_stay(unit, "stay.left", stay_id, payload | _kept(unit, stay_id), actor)


def backed_out(
    unit: UnitOfWork, *, lane_id: str, direction: Direction, stay_id: str, actor: Actor = LANE_ITSELF
) -> None:
    """The vehicle reversed away from the open boom: the entry never was, the exit did not happen."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    if direction is Direction.ENTRY:
        _about_stay(unit, "stay.backed_out", stay_id, {"lane_id": lane_id} | _kept(unit, stay_id), actor)
    else:
        _about_stay(unit, "stay.exit_reversed", stay_id, {"lane_id": lane_id}, actor)


def held(
    unit: UnitOfWork, *, lane_id: str, direction: Direction, stay_id: str, actor: Actor = LANE_ITSELF
) -> None:
    """The gate was opened but no crossing was seen within the window."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    kind = "stay.held" if direction is Direction.ENTRY else "stay.exit_held"
    _about_stay(unit, kind, stay_id, {"lane_id": lane_id}, actor)


def unexplained(
    unit: UnitOfWork, *, lane_id: str, direction: Direction, photo: str, actor: Actor = LANE_ITSELF
) -> None:
    """A vehicle went through without any command: an incident."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    _about_lane(unit, "lane.unexplained_crossing", lane_id, direction, photo, actor)


def reversed_through(
    unit: UnitOfWork, *, lane_id: str, direction: Direction, photo: str, actor: Actor = LANE_ITSELF
) -> None:
    """A vehicle went the wrong way through a gate that was held open: an incident, and no stay."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    _about_lane(unit, "lane.reversed_crossing", lane_id, direction, photo, actor)


def boom_up_unasked(
    unit: UnitOfWork, *, lane_id: str, direction: Direction, photo: str, actor: Actor = LANE_ITSELF
) -> None:
    """The boom went up and nobody had asked for it: an incident (D5)."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    _about_lane(unit, "gate.up_unasked", lane_id, direction, photo, actor)


def turned_away(
    unit: UnitOfWork, *, lane_id: str, sighting_id: str, reason: str, actor: Actor = LANE_ITSELF
) -> None:
    """The vehicle left the lane without the gate having been opened."""
    actor.require(Right.ADMIT)
    unit.record(
        "lane.turned_away",
        {"lane_id": lane_id, "sighting_id": sighting_id, "reason": reason},
        who=actor.person_id,
    )


def _kept(unit: UnitOfWork, stay_id: str) -> dict[str, object]:
    """What is written beside an ending where this console keeps the space that it frees.

    Not the space of a stay that it has never heard of: who counted that car is not known here.
    """
    leases = unit.lease_book()
    if not leases.keeps_spaces:
        return {}
    try:
        keeps = leases.keeps_space_of(unit.stay(stay_id), unit.occupancy())
    except Refused:
        return {}
    return {"kept": True} if keeps else {}


def _about_stay(unit: UnitOfWork, kind: str, stay_id: str, payload: dict[str, object], actor: Actor) -> None:
    unit.record(kind, payload, who=actor.person_id, subjects=[Subject("stay", stay_id)])


def _about_lane(
    unit: UnitOfWork,
    kind: str,
    lane_id: str,
    direction: Direction,
    photo: str,
    actor: Actor,
    *,
    more: Mapping[str, object] = MappingProxyType({}),
) -> None:
    unit.record(
        kind,
        {"lane_id": lane_id, "direction": direction.value, **more},
        who=actor.person_id,
        subjects=[lane_subject(lane_id)],
        personal={"photo": photo} if photo else None,
    )
