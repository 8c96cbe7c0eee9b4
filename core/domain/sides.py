"""The vote of a lane that sees its vehicles from the front and from behind (E19): the best read wins.

Both plates are one vehicle's, so that both cameras' pictures are voted over together where they agree, or
where one is no more than a misreading of the other. A lorry's trailer has a plate of its own: then the
front counts, unless there is none to speak of. Two sure reads that differ are a person's to judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.domain.plates import distance
from core.domain.reads import MOST_ALTERNATIVES, UNLIKE, FrameReads, Vote, VotePolicy, vote

# A front that is surer than this is no dirt or lettering taken for a plate: it counts before the rear.
FRONT_COUNTS = 0.4


def vote_of_lane(frames: Sequence[FrameReads], policy: VotePolicy) -> Vote | None:
    """The vote over the pictures of one vehicle by one camera or two."""
    rear_frames = [frame for frame in frames if frame.rear]
    if not rear_frames:
        return vote(frames)
    front, rear = vote([frame for frame in frames if not frame.rear]), vote(rear_frames)
    if front is None or rear is None:
        return front or rear
    if front.plate != rear.plate:
        chosen = _chosen(front, rear, policy)
        if chosen is not None:
            return chosen
    return vote(frames)


def _chosen(front: Vote, rear: Vote, policy: VotePolicy) -> Vote | None:
    """The side whose plate counts where they differ; None where one is a misreading of the other."""
    front_is_sure, rear_is_sure = (side.confidence >= policy.confidence_needed for side in (front, rear))
    if front_is_sure and rear_is_sure:
        return replace(_with_other(front, rear), rival=rear.plate, sides_differ=True)
    if distance(front.plate, rear.plate) <= UNLIKE:
        return None
    if rear_is_sure and front.confidence < FRONT_COUNTS:
        return _with_other(rear, front)
    return _with_other(front, rear)


def _with_other(chosen: Vote, other: Vote) -> Vote:
    """The chosen side's vote, with the other side's plate among what it may be."""
    others = [pair for pair in chosen.alternatives if pair[0] != other.plate]
    alternatives = sorted([(other.plate, other.confidence), *others], key=lambda pair: -pair[1])
    return replace(chosen, alternatives=tuple(alternatives[:MOST_ALTERNATIVES]))
