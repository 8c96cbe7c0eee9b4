"""Writes down what a lane saw of a vehicle and what it made of it."""

from __future__ import annotations

from core.domain.admission import Action
from core.domain.journal import Subject, to_micros
from core.domain.people import Actor
from core.domain.reads import Vote
from core.services.unit_of_work import UnitOfWork


def record_sighting(
    unit: UnitOfWork,
    *,
    sighting_id: str,
    lane_id: str,
    vote: Vote | None,
    photo: str,
    action: Action,
    reason: str,
    stay_id: str | None,
    actor: Actor,
) -> None:
    """Journal the sighting; a later decision about the same vehicle is written under the same id."""
    payload = {
        "lane_id": lane_id,
        "at": to_micros(unit.now),
        "confidence": vote.confidence if vote is not None else 0.0,
        "frames": vote.frames_agreeing if vote is not None else 0,
        "box": _where(vote),
        "action": action.value,
        "reason": reason,
        "stay_id": stay_id,
    }
    personal: dict[str, object] = {
        "plate": vote.plate if vote is not None else "",
        "raw_plate": vote.raw[:128] if vote is not None else "",
        "photo": photo,
    }
    if vote is not None:
        personal |= _what_was_doubtful(vote)
    unit.record(
        "lane.sighted",
        payload,
        who=actor.person_id,
        subjects=[Subject("sighting", sighting_id)],
        personal=personal,
    )


def _where(vote: Vote | None) -> list[int] | None:
    """Where the plate is in the photo, ``[x, y, width, height]``; a typed plate is nowhere."""
    if vote is None or not vote.box.width:
        return None
    return [vote.box.x, vote.box.y, vote.box.width, vote.box.height]


def _what_was_doubtful(vote: Vote) -> dict[str, object]:
    """Enough to say later what else the plate may be: other characters, other texts."""
    kept: dict[str, object] = {}
    if vote.doubts:
        kept["doubts"] = vote.doubts.to_plain()
    if vote.rival:
        kept["rival"] = vote.rival
    return kept
