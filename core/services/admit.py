"""Lets a vehicle in: decides, writes down what is decided and intended, and asks for the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.admission import Action, Admission, admit
from core.domain.journal import Subject, to_micros
from core.domain.leases import BY_HAND
from core.domain.occupancy import Occupancy
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.plates import is_plausible, normalise
from core.domain.reads import Vote, VotePolicy
from core.domain.stays import Stay
from core.services.command_gate import command_gate
from core.services.record_sighting import record_sighting
from core.services.unit_of_work import UnitOfWork

SPACE_WANTED: Final = frozenset({"entry.full", "entry.spaces_elsewhere"})
MAY_CHANGE: Final = SPACE_WANTED | {"entry.already_inside"}
"""Refusals that what other consoles know may turn into an opening; the former by a space of theirs."""


@dataclass(frozen=True, slots=True)
class EntryDecision:
    """What was decided at an entry lane, and what follows.

    ``stay_id`` is the pending stay when the gate opens; ``known_stay`` the one that is inside already
    under this plate.
    """

    admission: Admission
    occupancy: Occupancy
    stay_id: str | None = None
    command_id: str | None = None
    known_stay: Stay | None = None


def decide_entry(
    unit: UnitOfWork,
    *,
    lane_id: str,
    sighting_id: str,
    vote: Vote | None,
    photo: str,
    policy: VotePolicy,
    actor: Actor = LANE_ITSELF,
    asks_first: bool = False,
) -> EntryDecision:
    """Decide about the vehicle at the lane; where it is let in, a pending stay and a gate command follow.

    With ``asks_first`` a refusal that others' news might turn into an opening (``MAY_CHANGE``) is answered,
    but not written down: the caller asks them and decides again.
    """
    actor.require(Right.ADMIT)
    occupancy, leases = unit.occupancy(), unit.lease_book()
    known = unit.open_stays_with_plate(vote.plate) if vote is not None else []
    known_stay = known[0] if known else None
    spaces = leases.may_let_in(occupancy)
    admission = admit(vote, policy=policy, occupancy=occupancy, open_stay=known_stay, spaces=spaces)
    if asks_first and admission.reason in MAY_CHANGE:
        return EntryDecision(admission, occupancy, known_stay=known_stay)
    stay_id = command_id = None
    if admission.action is Action.OPEN and vote is not None:
        stay_id = begin_stay(
            unit, lane_id=lane_id, vote=vote, photo=photo, actor=actor, leased=leases.needs_lease
        )
        command_id = command_gate(unit, lane_id=lane_id, why=admission.reason, actor=actor, stay_id=stay_id)
    record_sighting(
        unit,
        sighting_id=sighting_id,
        lane_id=lane_id,
        vote=vote,
        photo=photo,
        action=admission.action,
        reason=admission.reason,
        stay_id=stay_id,
        actor=actor,
    )
    return EntryDecision(admission, occupancy, stay_id, command_id, known_stay)


def admit_by_hand(
    unit: UnitOfWork,
    *,
    lane_id: str,
    vote: Vote | None,
    photo: str,
    reason: str,
    note: str,
    actor: Actor,
) -> EntryDecision:
    """Let the vehicle in because a person says so; the stay keeps the best guess of its plate."""
    actor.require(Right.OPEN_GATE)
    known = unit.open_stays_with_plate(vote.plate) if vote is not None else []
    notes = [BY_HAND] + (["open_stay_existed"] if known else [])
    stay_id = begin_stay(unit, lane_id=lane_id, vote=vote, photo=photo, actor=actor, notes=notes)
    command_id = command_gate(
        unit,
        lane_id=lane_id,
        why="gate.by_hand",
        actor=actor,
        stay_id=stay_id,
        reason=reason,
        note=note,
        photo=photo,
    )
    admission = Admission(Action.OPEN, "gate.by_hand", tuple(notes))
    return EntryDecision(admission, unit.occupancy(), stay_id, command_id, known[0] if known else None)


def begin_stay(
    unit: UnitOfWork,
    *,
    lane_id: str,
    vote: Vote | None,
    photo: str,
    actor: Actor,
    notes: list[str] | None = None,
    leased: bool = False,
) -> str:
    stay_id = unit.new_id()
    plan_id, plan_version = unit.version_in_force(unit.now)
    plate = vote.plate if vote is not None and is_plausible(vote.plate) else ""
    payload: dict[str, object] = {
        "entry_at": to_micros(unit.now),
        "lane_id": lane_id,
        "plan_id": plan_id,
        "plan_version": plan_version,
        "confidence": vote.confidence if vote is not None else None,
        "frames": vote.frames_agreeing if vote is not None else 0,
        "notes": notes or [],
    }
    if leased:
        payload["leased"] = True
    personal: dict[str, object] = {
        "plate": plate,
        "raw_plate": vote.raw[:128] if vote is not None else "",
        "alternatives": [normalise(text) for text, _ in vote.alternatives] if vote is not None else [],
        "photo": photo,
    }
    if vote is not None and vote.doubts:
        personal["doubts"] = vote.doubts.to_plain()
    unit.record(
        "stay.admitted", payload, who=actor.person_id, subjects=[Subject("stay", stay_id)], personal=personal
    )
    return stay_id
