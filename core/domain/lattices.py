"""What a reader saw in one line of characters, with its doubts: the CTC lattice (Graves et al. 2006)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

BLANK = ""
MOST_STEPS = 512
MOST_CHOICES = 64
MOST_TEXT = 64

# A character that a step does not list may be meant all the same: no candidate dies by one frame.
FLOOR_CHANCE = 1e-4
# Blank steps as sure as this tell nothing that their neighbour does not tell.
SURE_BLANK = 0.97
# Thousandths are rounded, each by half a one at most, and a step lists no more than 64.
_MOST_SUM = 1.05
_THOUSANDTHS = 1000
# 1e-4 in each of so many steps is still far above what a float can hold.
_SCALE_EVERY = 16


@dataclass(frozen=True, slots=True)
class Lattice:
    """The characters that a line may hold, step by step from left to right.

    Each step lists (character, chance), likeliest first, unlikely ones left out; the character ``""`` is
    CTC's blank, none. The chances of a step sum to 1 or a little less. ValueError for anything else: no
    steps or more than 512, a step that is empty or lists more than 64, a chance that is no chance.
    """

    steps: tuple[tuple[tuple[str, float], ...], ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.steps) <= MOST_STEPS:
            raise ValueError(f"a lattice has 1 to {MOST_STEPS} steps, not {len(self.steps)}")
        for place, step in enumerate(self.steps):
            _check_step(place, step)


def _check_step(place: int, step: Sequence[tuple[str, float]]) -> None:
    if not 1 <= len(step) <= MOST_CHOICES:
        raise ValueError(f"step {place} lists {len(step)} characters, expected 1 to {MOST_CHOICES}")
    total = 0.0
    for character, chance in step:
        if len(character) > 1:
            raise ValueError(f"step {place} lists {character[:8]!r}, which is not one character")
        # Written so that NaN fails too.
        if not 0.0 <= chance <= _MOST_SUM:
            raise ValueError(f"step {place} gives {character!r} the chance {chance}, expected 0 to 1")
        total += chance
    if total > _MOST_SUM:
        raise ValueError(f"the chances of step {place} sum to {total:.3f}, expected at most 1")


def log_chance(lattice: Lattice, text: str, *, floor: float = FLOOR_CHANCE) -> float:
    """The natural logarithm of the exact chance that the line holds this text, over all its paths."""
    return log_chances(lattice, (text,), floor=floor)[0]


def log_chances(lattice: Lattice, texts: Sequence[str], *, floor: float = FLOOR_CHANCE) -> list[float]:
    """``log_chance`` of several texts; a character that a step does not list has the floor's chance there.

    Minus infinity where a text has more characters than the line has steps. ValueError for a text longer
    than 64 characters or a floor that is no chance.
    """
    if not 0.0 < floor < 1.0:
        raise ValueError(f"the floor is {floor}, expected a chance between 0 and 1")
    steps = [dict(step) for step in lattice.steps]
    return [_forward(steps, text, floor) for text in texts]


def _forward(steps: Sequence[dict[str, float]], text: str, floor: float) -> float:
    """CTC's forward algorithm; ``nones[i]`` ends in a blank before character i, ``glyphs[i]`` in it."""
    length = len(text)
    if length > MOST_TEXT:
        raise ValueError(f"the text has {length} characters, expected at most {MOST_TEXT}")
    # Equal neighbours need a blank between them.
    leaps = [place > 0 and text[place] != text[place - 1] for place in range(length)]
    nones, glyphs, log_scale = [1.0] + [0.0] * length, [0.0] * length, 0.0
    for number, chances in enumerate(steps):
        blank = max(chances.get(BLANK, floor), floor)
        before = glyphs[length - 1] if length else 0.0
        nones[length] = (nones[length] + before) * blank
        # From right to left, so that what lies before a place is still that of the step before.
        for place in range(length - 1, -1, -1):
            before = glyphs[place - 1] if place else 0.0
            reaching = glyphs[place] + nones[place] + (before if leaps[place] else 0.0)
            glyphs[place] = reaching * max(chances.get(text[place], floor), floor)
            nones[place] = (nones[place] + before) * blank
        if number % _SCALE_EVERY == _SCALE_EVERY - 1:
            log_scale += _scale_up(nones, glyphs)
    total = nones[length] + (glyphs[length - 1] if length else 0.0)
    return log_scale + math.log(total) if total > 0.0 else -math.inf


def _scale_up(nones: list[float], glyphs: list[float]) -> float:
    """Make the largest 1 in place, so that long lines do not fade to nothing; the log of what was taken."""
    largest = max(*nones, *glyphs)
    if largest <= 0.0:
        return 0.0
    nones[:] = [chance / largest for chance in nones]
    glyphs[:] = [chance / largest for chance in glyphs]
    return math.log(largest)


def places_of(lattice: Lattice, text: str, *, floor: float = FLOOR_CHANCE) -> list[tuple[int, int]]:
    """The steps (first, last) in which each character stands on the likeliest path through the lattice.

    Empty where the text has no character or more than the line has steps; ValueError as ``log_chances``.
    """
    length = len(text)
    if length > MOST_TEXT:
        raise ValueError(f"the text has {length} characters, expected at most {MOST_TEXT}")
    if not length:
        return []
    # State 2i is the blank before character i, state 2i + 1 the character.
    scores = [0.0] + [-math.inf] * (2 * length)
    came_from: list[list[int]] = []
    for step in lattice.steps:
        chances = dict(step)
        blank = math.log(max(chances.get(BLANK, floor), floor))
        glyphs = [math.log(max(chances.get(character, floor), floor)) for character in text]
        scores, back = _best_step(scores, text, blank, glyphs)
        came_from.append(back)
    state = 2 * length if scores[2 * length] >= scores[2 * length - 1] else 2 * length - 1
    if scores[state] == -math.inf:
        return []
    places: dict[int, tuple[int, int]] = {}
    for number in range(len(came_from) - 1, -1, -1):
        if state % 2:
            last = places.get(state // 2, (number, number))[1]
            places[state // 2] = (number, last)
        state = came_from[number][state]
    return [places[place] for place in range(length)]


def _best_step(
    scores: list[float], text: str, blank: float, glyphs: list[float]
) -> tuple[list[float], list[int]]:
    following, back = [], []
    for state in range(len(scores)):
        best = state
        if state and scores[state - 1] > scores[best]:
            best = state - 1
        place = state // 2
        may_leap = state % 2 and place and text[place] != text[place - 1]
        if may_leap and scores[state - 2] > scores[best]:
            best = state - 2
        following.append(scores[best] + (glyphs[place] if state % 2 else blank))
        back.append(best)
    return following, back


def compressed(lattice: Lattice) -> Lattice:
    """The lattice with each run of near-certain blanks made one step: the least certain of them."""
    kept: list[tuple[tuple[str, float], ...]] = []
    last_blank: float | None = None
    for step in lattice.steps:
        blank = dict(step).get(BLANK, 0.0)
        if blank < SURE_BLANK:
            kept.append(step)
            last_blank = None
        elif last_blank is None or blank < last_blank:
            if last_blank is not None:
                kept.pop()
            kept.append(step)
            last_blank = blank
    return Lattice(tuple(kept))


def to_plain(lattice: Lattice) -> list[list[Any]]:
    """As JSON holds it: per step character and chance in turn, in thousandths; rarer ones are left out."""
    return [_plain_step(step) for step in lattice.steps]


def _plain_step(step: Sequence[tuple[str, float]]) -> list[Any]:
    plain: list[Any] = []
    for character, chance in step:
        thousandths = min(round(chance * _THOUSANDTHS), _THOUSANDTHS)
        if thousandths:
            plain += [character, thousandths]
    return plain or [step[0][0], 0]


def from_plain(plain: object) -> Lattice:
    """What ``to_plain`` wrote; ValueError for anything else."""
    if not isinstance(plain, list):
        raise ValueError(f"a lattice is a list of steps, not {type(plain).__name__}")  # noqa: TRY004 - one error for all
    if len(plain) > MOST_STEPS:
        raise ValueError(f"a lattice has 1 to {MOST_STEPS} steps, not {len(plain)}")
    return Lattice(tuple(_step(place, step) for place, step in enumerate(plain)))


def _step(place: int, plain: object) -> tuple[tuple[str, float], ...]:
    if not isinstance(plain, list) or len(plain) % 2 or len(plain) > 2 * MOST_CHOICES:
        raise ValueError(f"step {place} is not a list of characters and chances in turn")
    pairs = list(zip(plain[::2], plain[1::2], strict=True))
    for character, thousandths in pairs:
        if not isinstance(character, str) or type(thousandths) is not int:
            raise ValueError(f"step {place} is not a list of characters and whole thousandths in turn")
        if not 0 <= thousandths <= _THOUSANDTHS:
            raise ValueError(f"step {place} has {str(thousandths)[:12]} thousandths, expected 0 to 1000")
    return tuple((character, thousandths / _THOUSANDTHS) for character, thousandths in pairs)
