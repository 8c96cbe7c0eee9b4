"""What a camera that reads by itself sends, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LONGEST_TEXT = 24
# How cameras say that they saw a vehicle and no plate on it.
_NO_PLATE = frozenset({"", "-", "unknown", "noplate", "no plate", "no_plate", "none", "无车牌", "車牌無"})


class Unusable(Exception):
    """What was sent is no read: the message says to the camera's installer what is wrong with it."""


@dataclass(frozen=True, slots=True)
class PushedPlate:
    """One vehicle as the camera saw it.

    ``text`` is empty where it saw no plate; ``confidence`` lies in 0…1, 0 where the camera gives none;
    ``captured_at`` is the camera's own time, None where it is not sure which; ``jpeg`` may be empty.
    """

    text: str
    confidence: float
    captured_at: datetime | None
    jpeg: bytes


def plate_text(value: str) -> str:
    """The plate's text, empty for a vehicle without; raises Unusable for what no plate can be."""
    text = value.strip()
    if text.lower() in _NO_PLATE:
        return ""
    if len(text) > LONGEST_TEXT or not text.isprintable():
        raise Unusable(f"a plate is one line of at most {LONGEST_TEXT} characters")
    return text


def instant(value: str) -> datetime | None:
    """The time in ISO 8601, None where it does not say in which zone; raises Unusable where it is none."""
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise Unusable("a time is written 2026-05-01T12:30:00+08:00") from error
    return at if at.tzinfo is not None else None
