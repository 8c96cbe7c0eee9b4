"""What a reader saw in one picture, and the vote over several pictures of one vehicle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.domain.calibration import Features, confidence_of
from core.domain.doubts import LEAST_CHANCE, MOST_OTHERS, MOST_TEXTS, NO_DOUBTS, Doubts, slots_of
from core.domain.evidence import TEMPER, FrameEvidence, Weighed, weigh
from core.domain.lattices import Lattice
from core.domain.plates import distance, is_plausible, normalise

# Characters below this height are guessed rather than read.
LEGIBLE_PIXELS = 12.0


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
    ``in_part``: like characters stand right above or below, so that it may be one of two lines only.
    """

    text: str
    confidence: float
    box: Box
    alternatives: tuple[tuple[str, float], ...] = ()
    lattice: Lattice | None = None
    character_pixels: float = 0.0
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class FrameReads:
    """All plates found in one picture, best first; ``captured_ns`` is on the monotonic clock.

    ``rear`` says that the lane's second camera took it, from behind the vehicle (E19); ``has_voted`` that
    a camera which reads by itself sent it, having chosen from several pictures already.
    """

    sequence: int
    captured_ns: int
    reads: tuple[Read, ...]
    rear: bool = False
    has_voted: bool = False

    @property
    def is_too_small(self) -> bool:
        """Whether the plate is still so far away that its characters can hardly be told apart."""
        return bool(self.reads) and 0 < self.reads[0].character_pixels < LEGIBLE_PIXELS


@dataclass(frozen=True, slots=True)
class Vote:
    """What several pictures of one vehicle agree on.

    ``plate`` is normalised and ``raw`` the reader's own text of the strongest read; ``confidence`` lies
    in 0…1; ``frames_agreeing`` of ``frames_read`` pictures gave exactly this plate; ``alternatives`` are
    the other candidates with their shares, best first; ``best_sequence`` is the picture to keep, of the
    rear camera where ``best_is_rear``. ``doubts`` are the other characters and texts it may be. ``rival``
    is another plate of which the reader was as sure: the vehicle was exchanged, or its plates differ in
    front and behind. ``has_voted`` says that a camera which reads by itself is among those that agree.
    In ``frames_in_part`` of the pictures this plate may have been one line of two.
    """

    plate: str
    raw: str
    confidence: float
    frames_agreeing: int
    frames_read: int
    alternatives: tuple[tuple[str, float], ...]
    box: Box
    best_sequence: int
    best_is_rear: bool = False
    doubts: Doubts = NO_DOUBTS
    rival: str = ""
    sides_differ: bool = False
    has_voted: bool = False
    frames_in_part: int = 0


@dataclass(frozen=True, slots=True)
class VotePolicy:
    """When a vote may be acted on without asking (E3, E4), per lane.

    ``frames_needed`` frames must agree with ``confidence_needed``, or one of a camera that has voted itself;
    ``frames_at_most`` are read before a person is asked. Where ``alone_needed`` is set, two frames are
    enough for a confidence as high as that.
    """

    frames_needed: int = 3
    confidence_needed: float = 0.86
    frames_at_most: int = 12
    alone_needed: float | None = None


# A frame says that it is sure of its plate; two such frames with different plates are not one vehicle.
SURE = 0.8
# What a sure frame of another vehicle gives this one's plate at most.
_IMPOSSIBLE = 0.02
# Two plates further apart than this are no misreading of each other.
UNLIKE = 1.5
_FRAMES_OF_ANOTHER = 2
_FRAMES_ALONE = 2
# One frame that may have shown half a plate takes so many that showed nothing beside it to be outvoted.
_FRAMES_AGAINST_A_PART = 5
# A read for which the camera has voted itself stands for so many: its confidence is taken as it is.
_FRAMES_OF_A_VOTE = 3
# Of a vehicle that stands there for long the surest frames count.
_MOST_FRAMES = 16
MOST_ALTERNATIVES = 5
_LEAST_SHARE = 0.001
_FRAMES_FOR_DOUBTS = 2


def vote(frames: Sequence[FrameReads]) -> Vote | None:
    """The vote over the pictures of one vehicle, or None where no picture held a plausible plate.

    How candidates are weighed is told in ``core.domain.evidence``, how sure the result is in
    ``core.domain.calibration``.
    """
    seen = [(frame, evidence) for frame in frames if (evidence := _evidence(frame)) is not None]
    if not seen:
        return None
    surest = sorted(range(len(seen)), key=lambda place: -max(seen[place][1].chances.values()))
    seen = [seen[place] for place in sorted(surest[:_MOST_FRAMES])]
    weighed = weigh([evidence for _, evidence in seen])
    plate, share = weighed.shares[0]
    given = weighed.chances[plate]
    agreeing = [frame for frame, evidence in seen if next(iter(evidence.chances)) == plate]
    worth = sum(_FRAMES_OF_A_VOTE if frame.has_voted else 1 for frame in agreeing)
    strongest = max(range(len(seen)), key=lambda place: given[place])
    frame = seen[strongest][0]
    features = Features(_mean(given, seen), best=given[strongest], share=share, frames=worth)
    return Vote(
        plate=plate,
        raw=_raw_of(plate, frame.reads[0]),
        confidence=round(confidence_of(features), 4),
        frames_agreeing=len(agreeing),
        frames_read=sum(1 for each in frames if each.reads),
        alternatives=tuple(pair for pair in weighed.shares[1:] if pair[1] >= _LEAST_SHARE)[
            :MOST_ALTERNATIVES
        ],
        box=frame.reads[0].box,
        best_sequence=frame.sequence,
        best_is_rear=frame.rear,
        doubts=_doubts(plate, weighed, [evidence for _, evidence in seen]),
        rival=_rival(plate, given, [evidence for _, evidence in seen]),
        has_voted=any(frame.has_voted for frame in agreeing),
        frames_in_part=sum(frame.reads[0].in_part for frame in agreeing),
    )


def is_settled(result: Vote | None, policy: VotePolicy) -> bool:
    """Whether the vote may be acted on without asking a person."""
    if result is None or result.rival or result.confidence < policy.confidence_needed:
        return False
    if result.frames_in_part * (1 + _FRAMES_AGAINST_A_PART) > result.frames_agreeing:
        return False
    if result.has_voted:
        return True
    if policy.alone_needed is not None and result.confidence >= policy.alone_needed:
        return result.frames_agreeing >= min(_FRAMES_ALONE, policy.frames_needed)
    return result.frames_agreeing >= policy.frames_needed


def why_unsettled(result: Vote) -> str:
    """What a person is asked about: ``sides_differ``, ``two_plates`` or ``unsure_plate``."""
    if result.sides_differ:
        return "sides_differ"
    return "two_plates" if result.rival else "unsure_plate"


def _evidence(frame: FrameReads) -> FrameEvidence | None:
    """What the best read of the frame says; None where nothing in it can be a plate."""
    if not frame.reads:
        return None
    best = frame.reads[0]
    texts = ((normalise(text), chance) for text, chance in ((best.text, best.confidence), *best.alternatives))
    chances: dict[str, float] = {}
    for text, chance in texts:
        if is_plausible(text) and text not in chances:
            chances[text] = min(max(chance, 0.0), 1.0)
    if not chances:
        return None
    # Readers that are no statisticians give their alternatives chances beside, not within, the whole.
    first, *others = chances
    left, wanted = 1.0 - chances[first], sum(chances[other] for other in others)
    for other in others if wanted > left else ():
        chances[other] *= left / wanted
    return FrameEvidence(chances, best.lattice, best.character_pixels)


def _mean(given: Sequence[float], seen: Sequence[tuple[FrameReads, FrameEvidence]]) -> float:
    """The mean chance of the winner; frames that are unsure of everything hardly lower it."""
    weights = [max(evidence.chances.values()) ** 2 + _LEAST_SHARE for _, evidence in seen]
    return sum(weight * chance for weight, chance in zip(weights, given, strict=True)) / sum(weights)


def _raw_of(plate: str, read: Read) -> str:
    """The reader's own text for the plate in this read."""
    texts = (read.text, *(text for text, _ in read.alternatives))
    return next((text for text in texts if normalise(text) == plate), read.text)


def _doubts(plate: str, weighed: Weighed, evidence: Sequence[FrameEvidence]) -> Doubts:
    """From the lattices of the best frames, and from candidates that differ in single characters."""
    given = weighed.chances[plate]
    ranked = sorted(range(len(evidence)), key=lambda place: -given[place])
    lattices = [
        (lattice, TEMPER * evidence[place].weight)
        for place in ranked
        if (lattice := evidence[place].lattice) is not None
    ]
    slots = [dict(slot) for slot in slots_of(plate, lattices[:_FRAMES_FOR_DOUBTS])]
    texts = [pair for pair in weighed.shares[1:] if pair[1] >= LEAST_CHANCE][:MOST_TEXTS]
    for text, share in texts:
        if len(text) == len(plate):
            for slot, own, other in zip(slots, plate, text, strict=True):
                if own != other:
                    slot[other] = max(slot.get(other, 0.0), round(share, 3))
    ordered = tuple(tuple(sorted(slot.items(), key=lambda pair: -pair[1])[:MOST_OTHERS]) for slot in slots)
    rounded = tuple((text, round(share, 3)) for text, share in texts)
    return Doubts(ordered if lattices or any(ordered) else (), rounded)


def _rival(plate: str, given: Sequence[float], evidence: Sequence[FrameEvidence]) -> str:
    """A plate of which frames are sure that hold this one impossible; empty where there is none.

    One frame is enough where the plates are unlike: another vehicle stood there. Where they are alike, one
    frame may have misread, two have not.
    """
    sure: dict[str, int] = {}
    for chance, frame in zip(given, evidence, strict=True):
        text, confidence = next(iter(frame.chances.items()))
        if text != plate and confidence >= SURE and chance <= _IMPOSSIBLE:
            sure[text] = sure.get(text, 0) + 1
    for text, count in sorted(sure.items(), key=lambda pair: -pair[1]):
        if count >= _FRAMES_OF_ANOTHER or distance(plate, text) > UNLIKE:
            return text
    return ""


def frame_gaps_ms(frames: Sequence[FrameReads]) -> list[float]:
    """Milliseconds between the captures of consecutive frames, for diagnosis of a slow camera."""
    return [(after.captured_ns - before.captured_ns) / 1e6 for before, after in pairwise(frames)]
