"""Weighs what several pictures of one vehicle say about its plate: candidates, and how well each fits all.

A frame tells of a candidate in two ways. The reader's own answer and alternatives are chances that hold the
site's formats already; they are taken as they are. A candidate that they do not list gets what the frame's
lattice makes of it beside the reader's answer, but no more than the least that is listed. What the reader
leaves open (1 less the sum) may be any text: a fifth of it is shared by the candidates and none of them, by
the lattice where there is one, else evenly. So a frame that misread a character still backs the right plate
with what it saw of it, a frame of which the reader was unsure says little, and a sure one much.

The candidates are the texts of all frames, and the leading one with characters put right that all lattices
together see otherwise. The logarithms of the chances are added. Frames of one vehicle share their light,
their dirt and their angle, so the sum is tempered: frames count for less than independent ones would.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.doubts import slots_of
from core.domain.lattices import Lattice, log_chances
from core.domain.plates import is_plausible

MOST_CANDIDATES = 16
# How much of what a reader leaves open may be one of the candidates.
OPEN_SHARE = 0.2
# No frame may exclude a candidate: now and then glare makes one sure of a wrong character.
LEAST_CHANCE = 0.003
LEAST_LIKE = 1e-9
MENDING_CHANCE = 0.2
MOST_MENDED = 4
FRAMES_FOR_MENDING = 5
# Where every frame is as sure as this of the leading text, there is nothing wrong with it.
NOTHING_TO_MEND = 0.8
TEMPER = 0.6
# Characters as high as this are read as well as they ever will be; those of half the height count half.
GOOD_PIXELS = 14.0
LEAST_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class FrameEvidence:
    """What one frame says: chances of texts (normalised, plausible; likeliest first), and its lattice."""

    chances: dict[str, float]
    lattice: Lattice | None = None
    character_pixels: float = 0.0

    @property
    def weight(self) -> float:
        """How much the frame counts, by its sharpness and by how sure the reader was; at most 1."""
        sharp = min(self.character_pixels / GOOD_PIXELS, 1.0) if self.character_pixels > 0 else 1.0
        return max(sharp, LEAST_WEIGHT) * (0.5 + 0.5 * max(self.chances.values(), default=0.0))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates, best first, with their shares of all; ``chances[text]`` is what each frame gave it."""

    shares: tuple[tuple[str, float], ...]
    chances: dict[str, tuple[float, ...]]


def weigh(frames: Sequence[FrameEvidence]) -> Weighed:
    """All frames' candidates weighed against each other; no candidates give no shares."""
    candidates = _candidates(frames)
    if not candidates:
        return Weighed((), {})
    given = [_chances(frame, candidates) for frame in frames]
    scores = _scores(frames, given)
    leading = max(range(len(scores)), key=scores.__getitem__)
    if min(chances[leading] for chances in given) < NOTHING_TO_MEND:
        more = [text for text in _mended(candidates[leading], frames) if text not in candidates]
        if more:
            candidates += dict.fromkeys(more)
            given = [_chances(frame, candidates) for frame in frames]
            scores = _scores(frames, given)
    best = max(scores)
    likes = [math.exp(score - best) for score in scores]
    total = sum(likes)
    shares = [(text, like / total) for text, like in zip(candidates, likes, strict=True)]
    return Weighed(
        shares=tuple(sorted(shares, key=lambda pair: -pair[1])),
        chances={text: tuple(chances[place] for chances in given) for place, text in enumerate(candidates)},
    )


def _candidates(frames: Sequence[FrameEvidence]) -> list[str]:
    sums: dict[str, float] = {}
    for frame in frames:
        for text, chance in frame.chances.items():
            sums[text] = sums.get(text, 0.0) + chance
    return sorted(sums, key=lambda text: -sums[text])[:MOST_CANDIDATES]


def _mended(leading: str, frames: Sequence[FrameEvidence]) -> list[str]:
    """The leading text with characters put right that the lattices of all frames together see otherwise.

    Frames that each misread another character hold the right plate between them, but none has it whole.
    """
    best = sorted(frames, key=lambda frame: -frame.weight)
    lattices = [(frame.lattice, TEMPER * frame.weight) for frame in best if frame.lattice is not None]
    if len(lattices) < 2:
        return []
    mended, changed = list(leading), []
    for place, slot in enumerate(slots_of(leading, lattices[:FRAMES_FOR_MENDING])):
        if slot and slot[0][1] >= MENDING_CHANCE:
            character, chance = slot[0]
            changed.append(leading[:place] + character + leading[place + 1 :])
            if chance > 0.5:
                mended[place] = character
    return [text for text in (*changed[:MOST_MENDED], "".join(mended)) if is_plausible(text)]


def _scores(frames: Sequence[FrameEvidence], given: Sequence[Sequence[float]]) -> list[float]:
    return [
        TEMPER * sum(frame.weight * math.log(chance) for frame, chance in zip(frames, chances, strict=True))
        for chances in zip(*given, strict=True)
    ]


def _chances(frame: FrameEvidence, candidates: Sequence[str]) -> list[float]:
    """What the frame gives each candidate."""
    left = max(1.0 - sum(frame.chances.values()), 0.0) * OPEN_SHARE
    likes = _lattice_likes(frame.lattice, candidates)
    # None of the candidates is as likely as the best of them.
    total = sum(likes) + 1.0
    best, *_ = frame.chances
    ratio = (
        frame.chances[best] / likes[candidates.index(best)] if frame.lattice and best in candidates else 0.0
    )
    least = min(frame.chances.values())
    return [
        max(frame.chances.get(text, min(ratio * like, least)) + left * like / total, LEAST_CHANCE)
        for text, like in zip(candidates, likes, strict=True)
    ]


def _lattice_likes(lattice: Lattice | None, candidates: Sequence[str]) -> list[float]:
    """How well each candidate fits the lattice, the best 1; all alike where there is none."""
    logs = log_chances(lattice, candidates) if lattice is not None else []
    best = max(logs, default=-math.inf)
    if best == -math.inf:
        return [1.0] * len(candidates)
    return [max(math.exp(log - best), LEAST_LIKE) for log in logs]
