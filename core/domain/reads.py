"""What a reader saw in one picture, and the vote over several pictures of one vehicle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.domain.lattices import Lattice
from core.domain.plates import is_plausible, normalise


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a picture, in pixels from the upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Read:
    """One plate in one picture.

    ``text`` is as the reader gave it; ``confidence`` lies in 0…1; ``alternatives`` are other texts for
    the same place with their confidences, best first. ``lattice`` is what they were decoded from, where
    the reader has one; ``character_pixels`` is how high the characters are in the picture, 0 for unknown.
    """

    text: str
    confidence: float
    box: Box
    alternatives: tuple[tuple[str, float], ...] = ()
    lattice: Lattice | None = None
    character_pixels: float = 0.0


@dataclass(frozen=True, slots=True)
class FrameReads:
    """All plates found in one picture, best first; ``captured_ns`` is on the monotonic clock."""

    sequence: int
    captured_ns: int
    reads: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Vote:
    """What several pictures of one vehicle agree on.

    ``plate`` is normalised and ``raw`` the reader's own text of the strongest read; ``confidence`` lies
    in 0…1; ``frames_agreeing`` of ``frames_read`` pictures gave exactly this plate; ``alternatives`` are
    the other candidates with their shares, best first; ``best_sequence`` is the picture to keep.
    """

    plate: str
    raw: str
    confidence: float
    frames_agreeing: int
    frames_read: int
    alternatives: tuple[tuple[str, float], ...]
    box: Box
    best_sequence: int


@dataclass(frozen=True, slots=True)
class VotePolicy:
    """When a vote may be acted on without asking (E3, E4): agreeing frames and confidence, per camera.

    At 0.80 four of 161 real cars were let in under a wrong plate, at 0.86 two of 141 (docs/benchmarks.md).
    """

    frames_needed: int = 3
    confidence_needed: float = 0.86
    frames_at_most: int = 12


def vote(frames: Sequence[FrameReads]) -> Vote | None:
    """The vote over the pictures of one vehicle, or None where no picture held a plausible plate.

    A text weighs with the sum of its confidences over the frames; alternatives weigh half. The
    confidence of the winner is the mean confidence of its reads times its share of the weight, so that
    frames that disagree lower it.
    """
    weights: dict[str, float] = defaultdict(float)
    backers: dict[str, list[tuple[Read, int]]] = defaultdict(list)
    for frame in frames:
        if not frame.reads:
            continue
        best = frame.reads[0]
        plate = normalise(best.text)
        if is_plausible(plate):
            weights[plate] += best.confidence
            backers[plate].append((best, frame.sequence))
        for text, confidence in best.alternatives:
            other = normalise(text)
            if is_plausible(other) and other != plate:
                weights[other] += confidence * 0.5
    if not backers:
        return None
    plate = max(backers, key=lambda candidate: weights[candidate])
    reads = backers[plate]
    share = weights[plate] / sum(weights.values())
    mean = sum(read.confidence for read, _ in reads) / len(reads)
    strongest, sequence = max(reads, key=lambda item: item[0].confidence)
    others = sorted(
        ((text, weight / sum(weights.values())) for text, weight in weights.items() if text != plate),
        key=lambda item: -item[1],
    )
    return Vote(
        plate=plate,
        raw=strongest.text,
        confidence=round(mean * share, 4),
        frames_agreeing=len(reads),
        frames_read=sum(1 for frame in frames if frame.reads),
        alternatives=tuple(others[:5]),
        box=strongest.box,
        best_sequence=sequence,
    )


def is_settled(result: Vote | None, policy: VotePolicy) -> bool:
    """Whether the vote may be acted on without asking a person."""
    return (
        result is not None
        and result.frames_agreeing >= policy.frames_needed
        and result.confidence >= policy.confidence_needed
    )


def frame_gaps_ms(frames: Sequence[FrameReads]) -> list[float]:
    """Milliseconds between the captures of consecutive frames, for diagnosis of a slow camera."""
    return [(after.captured_ns - before.captured_ns) / 1e6 for before, after in pairwise(frames)]
