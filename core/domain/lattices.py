"""What a reader saw in one line of characters, with its doubts: the CTC lattice (Graves et al. 2006)."""

from __future__ import annotations

from dataclasses import dataclass

BLANK = ""


@dataclass(frozen=True, slots=True)
class Lattice:
    """The characters that a line may hold, step by step from left to right.

    Each step lists (character, chance), likeliest first, unlikely ones left out; the character ``""`` is
    CTC's blank, none. The chances of a step sum to 1 or a little less.
    """

    steps: tuple[tuple[tuple[str, float], ...], ...]
