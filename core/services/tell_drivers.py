"""A person's own text for the drivers at a lane, and the list of texts that are ready (E18, V6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.domain.journal import Entry, Subject
from core.domain.lots import Lot
from core.domain.people import Actor, Right
from core.domain.signs import checked_text, checked_texts
from core.services.device_journal import lane_subject
from core.services.set_up_lot import change_lot
from core.services.unit_of_work import UnitOfWork

MESSAGE_SET: Final = "lane.message_set"
_READY: Final = "lane_messages"


def tell_drivers(unit: UnitOfWork, *, actor: Actor, lane_id: str, text: str) -> str:
    """Show this text at the lane until its car has left; an empty one takes the last away.

    Returns the text as it is shown. It may name people or plates, so that it is kept as a personal field.
    Refused ``lane.unknown``, BadInput ``sign.too_long``.
    """
    actor.require(Right.OPEN_GATE)
    unit.lot().lane(lane_id)
    shown = checked_text(text)
    unit.record(
        MESSAGE_SET,
        {"lane_id": lane_id, "is_empty": not shown},
        who=actor.person_id,
        subjects=[Subject("lane_message", lane_subject(lane_id).subject_id)],
        personal={"text": shown},
    )
    return shown


def message_in(entry: Entry) -> tuple[str, str] | None:
    """Lane and text of such an entry, None of any other and where the text is not kept any more."""
    if entry.kind != MESSAGE_SET or entry.personal is None:
        return None
    lane_id, text = entry.payload.get("lane_id"), entry.personal.get("text")
    return (lane_id, text) if isinstance(lane_id, str) and isinstance(text, str) else None


def ready_texts(lot: Lot) -> tuple[str, ...] | None:
    """The lot's own list, None where nobody made one."""
    kept = lot.extra.get(_READY)
    return tuple(text for text in kept if isinstance(text, str)) if isinstance(kept, list | tuple) else None


def keep_ready_texts(unit: UnitOfWork, *, actor: Actor, texts: Iterable[str]) -> bool:
    """Have this list from now on; False where that is proposed to the hub.

    BadInput ``sign.too_long``, ``sign.too_many``.
    """
    lot = unit.lot()
    changed = replace(lot, extra={**lot.extra, _READY: list(checked_texts(texts))})
    return change_lot(unit, lot=changed, actor=actor)
