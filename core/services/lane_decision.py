"""Decides about the vehicle at a lane, inwards or outwards, in one transaction.

What lets the vehicle through is decided here alone, at once. Only before a refusal the others are asked,
where there are any, in the hope that it becomes an opening; whatever they say, the answer is this console's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.people import LANE_ITSELF, Actor
from core.domain.reads import Vote, VotePolicy
from core.services import admit, release
from core.services.admit import decide_entry
from core.services.close_lane import CLOSED, closure_of
from core.services.record_sighting import record_sighting
from core.services.release import decide_exit
from core.services.sharing import Outside
from core.services.unit_of_work import Transactions, UnitOfWork

ASK_MILLISECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class LaneDecision:
    """What was decided: ``stay_id`` is the stay it is about, ``command_id`` the gate command, if any.

    ``known_stay_id`` is the stay that is inside already under the plate that wants to come in.
    """

    action: Action
    reason: str
    stay_id: str | None
    command_id: str | None
    known_stay_id: str | None = None
    due_minor: int = 0


def decide(
    store: Transactions,
    lane: Lane,
    *,
    vote: Vote | None,
    sighting_id: str,
    photo: str,
    policy: VotePolicy,
    actor: Actor = LANE_ITSELF,
    outside: Outside | None = None,
) -> LaneDecision:
    """Decide and commit; whoever typed the plate is the actor.

    Before a refusal ``outside`` is asked for at most 300 ms; None where nobody is to be asked.
    """
    what = _enter if lane.direction is Direction.ENTRY else _leave
    work = partial(
        what,
        lane_id=lane.lane_id,
        sighting_id=sighting_id,
        vote=vote,
        photo=photo,
        policy=policy,
        actor=actor,
    )
    return _asking_first(store, work, outside) if outside is not None else store.write(work)


def _asking_first(store: Transactions, work: Callable[..., LaneDecision], outside: Outside) -> LaneDecision:
    decision = store.write(partial(work, asks_first=True))
    if decision.reason in admit.SPACE_WANTED:
        outside.ask_space(ASK_MILLISECONDS)
    elif decision.reason in admit.MAY_CHANGE | release.MAY_CHANGE:
        outside.refresh(ASK_MILLISECONDS)
    else:
        return decision
    return store.write(work)


def _enter(
    unit: UnitOfWork,
    *,
    lane_id: str,
    sighting_id: str,
    vote: Vote | None,
    photo: str,
    policy: VotePolicy,
    actor: Actor,
    asks_first: bool = False,
) -> LaneDecision:
    if closure_of(unit, lane_id) is not None:
        return _closed(unit, lane_id=lane_id, sighting_id=sighting_id, vote=vote, photo=photo, actor=actor)
    entry = decide_entry(
        unit,
        lane_id=lane_id,
        sighting_id=sighting_id,
        vote=vote,
        photo=photo,
        policy=policy,
        actor=actor,
        asks_first=asks_first,
    )
    known = entry.known_stay.stay_id if entry.known_stay is not None else None
    return LaneDecision(
        entry.admission.action, entry.admission.reason, entry.stay_id, entry.command_id, known
    )


def _leave(
    unit: UnitOfWork,
    *,
    lane_id: str,
    sighting_id: str,
    vote: Vote | None,
    photo: str,
    policy: VotePolicy,
    actor: Actor,
    asks_first: bool = False,
) -> LaneDecision:
    if closure_of(unit, lane_id) is not None:
        return _closed(unit, lane_id=lane_id, sighting_id=sighting_id, vote=vote, photo=photo, actor=actor)
    leaving = decide_exit(
        unit,
        lane_id=lane_id,
        sighting_id=sighting_id,
        vote=vote,
        photo=photo,
        policy=policy,
        actor=actor,
        asks_first=asks_first,
    )
    departure = leaving.departure
    stay_id = departure.stay.stay_id if departure.stay is not None else None
    return LaneDecision(
        departure.action, departure.reason, stay_id, leaving.command_id, due_minor=departure.due_minor
    )


def _closed(
    unit: UnitOfWork, *, lane_id: str, sighting_id: str, vote: Vote | None, photo: str, actor: Actor
) -> LaneDecision:
    """Through a closed lane nobody goes by themselves, whatever is read and paid; who came is kept."""
    record_sighting(
        unit,
        sighting_id=sighting_id,
        lane_id=lane_id,
        vote=vote,
        photo=photo,
        action=Action.REFUSE,
        reason=CLOSED,
        stay_id=None,
        actor=actor,
    )
    return LaneDecision(Action.REFUSE, CLOSED, None, None)
