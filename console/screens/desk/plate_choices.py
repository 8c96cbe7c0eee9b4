"""What the plate of a car that a lane asks about may be, best first, for choosing with one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.services.lane_view import LaneView

MOST_CHOICES = 4
# A plate that is less likely than this is sooner typed than read among others.
LEAST_CHANCE = 0.01


class Choice(NamedTuple):
    """A plate that it may be, with its chance, None where a person typed it."""

    plate: str
    chance: float | None


def choices_of(view: LaneView) -> tuple[Choice, ...]:
    """The plate as it was read, then what else it may be; nothing where there is nothing to choose."""
    others = _beside(view.alternatives, view.confidence)
    for place, slot in enumerate(view.slots):
        for character, chance in _beside(slot, view.confidence).items():
            text = view.plate[:place] + character + view.plate[place + 1 :]
            others[text] = max(others.get(text, 0.0), chance)
    others.pop(view.plate, None)
    ranked = sorted(others.items(), key=lambda pair: -pair[1])
    likely = [Choice(text, chance) for text, chance in ranked if chance >= LEAST_CHANCE]
    if not view.plate or not likely:
        return ()
    return (Choice(view.plate, view.confidence), *likely[: MOST_CHOICES - 1])


def _beside(others: Sequence[tuple[str, float]], confidence: float | None) -> dict[str, float]:
    """The chances of others on the scale of the read's own: as much smaller as they were beside it."""
    own = max(1.0 - sum(chance for _, chance in others), *(chance for _, chance in others), 0.01)
    return {text: (confidence or 0.0) * chance / own for text, chance in others}
