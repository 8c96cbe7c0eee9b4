"""A reason that a person gives for what they do: one of those there are, and in words where it must be."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from core.domain.card_numbers import holds_card_number
from core.domain.errors import BadInput

NOTE_LONGEST: Final = 500
OTHER: Final = "other"


def given_reason(
    reason: str, note: str, known: Collection[str], *, code: str = "stay.bad_reason"
) -> dict[str, str]:
    """The note as a personal field, as it may name people; empty where none was written.

    BadInput with that code where the reason is none of those known, ``gate.note_needed`` where "other" is not
    explained, ``charge.looks_like_card`` where a card's number stands in the note.
    """
    if reason not in known:
        raise BadInput(code, reason=reason[:40])
    said = " ".join(note.split())[:NOTE_LONGEST]
    if reason == OTHER and not said:
        raise BadInput("gate.note_needed")
    if holds_card_number(said):
        raise BadInput("charge.looks_like_card")
    return {"note": said} if said else {}
