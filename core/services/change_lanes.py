"""Adds lanes to the lot, names them otherwise and takes them away; what is wired to them stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.lots import MAX_LANES, Direction, Lane, Lot
from core.domain.people import Actor, Right
from core.domain.stays import StayState
from core.services.hold_gate import holding
from core.services.set_up_lot import change_lot
from core.services.unit_of_work import UnitOfWork

LONGEST_NAME: Final = 40
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")


def add_lane(
    unit: UnitOfWork, *, actor: Actor, name: str, direction: Direction, lane_id: str = ""
) -> tuple[Lane, bool]:
    """Add a lane; returns it, and False where it is only proposed to the hub.

    Without an id it gets one that no lane of this lot ever had. One that a removed lane had may come back,
    but only in the same direction: its cars stand in the journal.
    """
    actor.require(Right.SET_UP_LOT)
    lot = unit.lot()
    if len(lot.lanes) >= MAX_LANES:
        raise BadInput("lane.too_many", most=MAX_LANES)
    lane = Lane(_free_id(unit, lot, direction, lane_id), _free_name(lot, name), direction)
    return lane, _change(unit, actor, lot, (*lot.lanes, lane))


def rename_lane(unit: UnitOfWork, *, actor: Actor, lane_id: str, name: str) -> bool:
    """Call the lane otherwise; False where that is only proposed to the hub."""
    actor.require(Right.SET_UP_LOT)
    lot = unit.lot()
    lane = lot.lane(lane_id)
    renamed = replace(lane, name=_free_name(lot, name, but=lane))
    return _change(unit, actor, lot, tuple(renamed if each is lane else each for each in lot.lanes))


def remove_lane(unit: UnitOfWork, *, actor: Actor, lane_id: str) -> bool:
    """Take the lane away; False where that is only proposed to the hub.

    Refused ``lane.in_use`` while a car is under its gate or a person holds that open. Stays keep its id.
    """
    actor.require(Right.SET_UP_LOT)
    lot = unit.lot()
    lane = lot.lane(lane_id)
    if holding(unit, lane_id) is not None or _has_cars(unit, lane_id):
        raise Refused("lane.in_use", lane=lane.name)
    return _change(unit, actor, lot, tuple(each for each in lot.lanes if each is not lane))


def _change(unit: UnitOfWork, actor: Actor, lot: Lot, lanes: tuple[Lane, ...]) -> bool:
    return change_lot(unit, actor=actor, lot=replace(lot, lanes=lanes))


def _free_name(lot: Lot, name: str, but: Lane | None = None) -> str:
    cleaned = " ".join(name.split())
    if not 1 <= len(cleaned) <= LONGEST_NAME or not cleaned.isprintable():
        raise BadInput("lane.bad_name")
    if any(each.name.casefold() == cleaned.casefold() for each in lot.lanes if each is not but):
        raise BadInput("lane.name_twice")
    return cleaned


def _free_id(unit: UnitOfWork, lot: Lot, direction: Direction, wanted: str) -> str:
    ever = dict(_lanes_ever(unit, lot))
    if not wanted:
        numbers = range(1, len(ever) + 2)
        return next(each for number in numbers if (each := f"{direction.value}-{number}") not in ever)
    if _ID.fullmatch(wanted) is None:
        raise BadInput("lane.bad_id")
    if any(lane.lane_id == wanted for lane in lot.lanes) or ever.get(wanted, direction) is not direction:
        raise BadInput("lane.id_taken", lane=wanted)
    return wanted


def _lanes_ever(unit: UnitOfWork, lot: Lot) -> Iterator[tuple[str, Direction]]:
    """The lanes that the lot has and had, with their directions."""
    for entry in unit.entries_about(Subject("lot", lot.lot_id)):
        for lane in entry.payload.get("lot", {}).get("lanes", ()):
            yield lane["lane_id"], Direction(lane["direction"])
    for each in lot.lanes:
        yield each.lane_id, each.direction


def _has_cars(unit: UnitOfWork, lane_id: str) -> bool:
    coming = (stay.entry_lane for stay in unit.stays_in_state(StayState.PENDING))
    going = (
        stay.exit_lane
        for state in (StayState.INSIDE, StayState.PAID)
        for stay in unit.stays_in_state(state, leaving=True)
    )
    return lane_id in {*coming, *going}
