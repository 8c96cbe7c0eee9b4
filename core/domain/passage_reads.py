"""What was read of the vehicle at a lane: its pictures, what they agree on, and when to ask for the next."""

from __future__ import annotations

from core.domain.reads import FrameReads, Vote, VotePolicy, is_settled
from core.domain.sides import vote_of_lane


class PassageReads:
    """One vehicle after the other; ``last_vote`` is that of the one whose passage ended last."""

    def __init__(self, votes: VotePolicy) -> None:
        self.votes = votes
        self.vote: Vote | None = None
        self.last_vote: Vote | None = None
        self.rereads = 0
        self._frames: list[FrameReads] = []
        self._asked_ns = 0
        self._decided_plate = ""

    @property
    def frames(self) -> tuple[FrameReads, ...]:
        """The pictures read so far."""
        return tuple(self._frames)

    @property
    def is_settled(self) -> bool:
        """Whether they agree well enough to act upon."""
        return is_settled(self.vote, self.votes)

    @property
    def is_decided(self) -> bool:
        """Whether what they agree on is what was decided about."""
        return self._plate == self._decided_plate

    @property
    def was_decided_by_plate(self) -> bool:
        """Whether any plate was decided about."""
        return bool(self._decided_plate)

    def begin(self) -> None:
        """Another vehicle comes: nothing was read of it."""
        self._frames = []
        self.vote = None
        self.rereads = 0

    def end(self) -> None:
        """Its passage is over."""
        self.last_vote = self.vote
        self._decided_plate = ""

    def add(self, frame: FrameReads, *, keeps_all: bool) -> None:
        """One more picture; without ``keeps_all`` old ones go, which may be of another vehicle."""
        self._frames.append(frame)
        if not keeps_all:
            del self._frames[: -self.votes.frames_at_most]
        self.vote = vote_of_lane(self._frames, self.votes)

    def has_tried_enough(self, frame: FrameReads) -> bool:
        """Whether that picture's camera had its chance; not with a vehicle that is still far away."""
        tried = sum(before.rear is frame.rear and not before.is_too_small for before in self._frames)
        return tried >= self.votes.frames_at_most

    def decide(self) -> None:
        """What they agree on now is decided about."""
        self._decided_plate = self._plate

    def ask(self, now_ns: int) -> None:
        """Another picture is asked for."""
        self._asked_ns = now_ns

    def is_due(self, now_ns: int, every_ms: int) -> bool:
        """Whether the last was asked for so long ago."""
        return (now_ns - self._asked_ns) / 1e6 >= every_ms

    @property
    def _plate(self) -> str:
        return self.vote.plate if self.vote is not None else ""
