"""Writes down a vehicle that went through an open gate, and for which nothing had been decided.

The gate is held open, or a person opened it before the vehicle came (``hold_id`` empty).

In: its stay begins, by the best that was read of it. Out: where the plate is sure and one stay has it, that
stay ends, and what it still owed is noted; nobody is let go for free without a trace. Anything else is a
crossing without a stay, explained by the holding.
"""

from __future__ import annotations

from core.domain.admission import Action
from core.domain.departure import Departure, depart, find
from core.domain.errors import OperatorError
from core.domain.journal import Subject
from core.domain.leases import BY_HAND
from core.domain.lots import Direction
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.permits import price_due
from core.domain.rates.quote import Quote
from core.domain.reads import Vote, VotePolicy
from core.domain.stays import Stay
from core.services.admit import begin_stay
from core.services.confirm_crossing import crossed
from core.services.record_sighting import record_sighting
from core.services.unit_of_work import UnitOfWork

WHY = "gate.held_open"


def pass_held(
    unit: UnitOfWork,
    *,
    lane_id: str,
    direction: Direction,
    sighting_id: str,
    vote: Vote | None,
    policy: VotePolicy,
    photo: str,
    hold_id: str,
    assumed: str = "",
    actor: Actor = LANE_ITSELF,
) -> str | None:
    """The vehicle went through; returns the stay that it began or ended, None where it could not be told."""
    actor.require(Right.ADMIT if direction is Direction.ENTRY else Right.RELEASE)
    if direction is Direction.ENTRY:
        note = ["gate_held"] if hold_id else []
        stay_id: str | None = _came_in(unit, lane_id, vote, photo, actor, note)
    else:
        stay = _whose(unit, vote, policy)
        stay_id = stay.stay_id if stay is not None else None
        if stay is not None:
            _let_out(unit, lane_id, stay, photo, hold_id, actor)
    record_sighting(
        unit,
        sighting_id=sighting_id or unit.new_id(),
        lane_id=lane_id,
        vote=vote,
        photo=photo,
        action=Action.OPEN,
        reason=WHY if hold_id else "gate.by_hand",
        stay_id=stay_id,
        actor=actor,
    )
    crossed(
        unit,
        lane_id=lane_id,
        direction=direction,
        stay_id=stay_id,
        photo=photo,
        assumed=assumed,
        actor=actor,
    )
    return stay_id


def _came_in(
    unit: UnitOfWork, lane_id: str, vote: Vote | None, photo: str, actor: Actor, note: list[str]
) -> str:
    known = unit.open_stays_with_plate(vote.plate) if vote is not None and vote.plate else []
    notes = [BY_HAND, *note] + (["open_stay_existed"] if known else [])
    return begin_stay(unit, lane_id=lane_id, vote=vote, photo=photo, actor=actor, notes=notes)


def _whose(unit: UnitOfWork, vote: Vote | None, policy: VotePolicy) -> Stay | None:
    """The one stay of a plate that is sure; a text that is not sure never touches the stays (E4)."""
    stays = unit.open_stays_with_plate(vote.plate) if vote is not None else []
    return stays[0] if find(vote, policy, stays) is None else None


def _let_out(unit: UnitOfWork, lane_id: str, stay: Stay, photo: str, hold_id: str, actor: Actor) -> None:
    departure = depart(stay, _price(unit, stay), unit.now)
    unit.record(
        "stay.released",
        {"lane_id": lane_id, "why": WHY},
        who=actor.person_id,
        subjects=[Subject("stay", stay.stay_id)],
        personal={"photo": photo} if photo else None,
    )
    if departure.action is not Action.OPEN:
        _note_unpaid(unit, lane_id, stay, departure, hold_id, actor)


def _note_unpaid(
    unit: UnitOfWork, lane_id: str, stay: Stay, departure: Departure, hold_id: str, actor: Actor
) -> None:
    """What it owed when it left through the open gate; None of it is known where no price can be made."""
    known = departure.reason != "exit.no_price"
    unit.record(
        "stay.left_unpaid",
        {
            "lane_id": lane_id,
            "due_minor": departure.due_minor if known else None,
            "reason": departure.reason,
            "hold_id": hold_id,
        },
        who=actor.person_id,
        subjects=[Subject("stay", stay.stay_id)],
    )


def _price(unit: UnitOfWork, stay: Stay) -> Quote | None:
    """What it owes; None where that cannot be said."""
    if unit.clock_is_behind():
        return None
    try:
        rule, changes = unit.lot().overstay_rule, unit.plan_changes(stay, unit.now)
        return price_due(stay, unit.plan, unit.now, rule, changes)
    except OperatorError:
        return None
