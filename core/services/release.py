"""Lets a vehicle out: finds its stay, asks what it owes, and opens only where nothing is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.domain.admission import Action
from core.domain.departure import Departure, depart, find
from core.domain.errors import OperatorError
from core.domain.journal import Subject
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.permits import price_due
from core.domain.rates.quote import Quote
from core.domain.reads import Vote, VotePolicy
from core.domain.stays import Stay
from core.services.check_fee import is_unusual
from core.services.command_gate import command_gate
from core.services.record_sighting import record_sighting
from core.services.unit_of_work import UnitOfWork

MAY_CHANGE: Final = frozenset(
    {"exit.no_record", "exit.not_paid", "exit.overstayed", "exit.several_records", "exit.fee_unusual"}
)
"""Refusals that what other consoles know (an entry, a payment, an exit) may turn into an opening."""


@dataclass(frozen=True, slots=True)
class ExitDecision:
    """What was decided at an exit lane, the price it rests on, and the gate command if there is one."""

    departure: Departure
    quote: Quote | None = None
    command_id: str | None = None


def decide_exit(
    unit: UnitOfWork,
    *,
    lane_id: str,
    sighting_id: str,
    vote: Vote | None,
    photo: str,
    policy: VotePolicy,
    actor: Actor = LANE_ITSELF,
    asks_first: bool = False,
) -> ExitDecision:
    """Decide about the vehicle at the lane; where it may leave, the release and a gate command follow.

    With ``asks_first`` a refusal that others' news might turn into an opening (``MAY_CHANGE``) is answered,
    but not written down: the caller asks them and decides again.
    """
    actor.require(Right.RELEASE)
    stays = unit.open_stays_with_plate(vote.plate) if vote is not None else []
    quote = None
    departure = find(vote, policy, stays)
    if departure is None:
        quote = _price(unit, stays[0], unit.now)
        unusual = quote is not None and is_unusual(unit, stays[0], quote)
        departure = depart(stays[0], quote, unit.now, fee_is_unusual=unusual)
    if asks_first and departure.reason in MAY_CHANGE:
        return ExitDecision(departure, quote)
    command_id = None
    stay_id = departure.stay.stay_id if departure.stay is not None else None
    if departure.action is Action.OPEN and stay_id is not None:
        command_id = open_for(
            unit, lane_id=lane_id, stay_id=stay_id, photo=photo, why=departure.reason, actor=actor
        )
    record_sighting(
        unit,
        sighting_id=sighting_id,
        lane_id=lane_id,
        vote=vote,
        photo=photo,
        action=departure.action,
        reason=departure.reason,
        stay_id=stay_id,
        actor=actor,
    )
    return ExitDecision(departure, quote, command_id)


def open_for(
    unit: UnitOfWork,
    *,
    lane_id: str,
    stay_id: str,
    photo: str,
    why: str,
    actor: Actor,
    reason: str = "",
    note: str = "",
) -> str:
    """Release the stay at the lane and command the gate; returns the command's id."""
    unit.record(
        "stay.released",
        {"lane_id": lane_id, "why": why},
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal={"photo": photo} if photo else None,
    )
    return command_gate(
        unit, lane_id=lane_id, why=why, actor=actor, stay_id=stay_id, reason=reason, note=note, photo=photo
    )


def _price(unit: UnitOfWork, stay: Stay, now: datetime) -> Quote | None:
    """What the stay owes; None where that cannot be said (clock set back, plan missing): a person decides."""
    if unit.clock_is_behind():
        return None
    try:
        rule, changes = unit.lot().overstay_rule, unit.plan_changes(stay, now)
        return price_due(stay, unit.plan, now, rule, changes)
    except OperatorError:
        return None
