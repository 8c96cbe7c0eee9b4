"""Watches a drive-up as a lane does: read, vote, decide; all in the video's own time.

The reader is the real one and so are passage and vote, but the clock is the video's: each read is given
100 ms of it, which is what the reader may take at most at its median, with one picture read after another.
So what is measured does not depend on how fast the machine is that the test runs on. The loop feels the
vehicle when it comes into sight: the reader sees it small first, and unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.domain.lanes import Effect, LaneState, Passage
from core.domain.reads import FrameReads, Vote, is_settled
from devices.recognition.readers.plate_reader import PlateReader
from tests.flows.drive_up_picture import FPS, DriveUpVideo
from tests.flows.drive_up_plan import DriveUp

READ_MS = 100
TICK_MS = 20
FRAME_MS = 1000 // FPS
GOAL_MS = 600
_NS_OF_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Watched:
    """What came of one drive-up; times in milliseconds of the video.

    ``vote`` is what the lane decided on and ``settled`` whether it did so without asking; ``later`` is
    what it came to where a person was asked and the vehicle stood on. ``frames`` are all reads.
    """

    drive_up: DriveUp
    vote: Vote | None
    settled: bool
    decided_ms: int
    legible_ms: int
    frames: tuple[FrameReads, ...]
    later: Vote | None = None

    @property
    def is_right(self) -> bool:
        """Whether the vote names the vehicle's plate, character by character."""
        return self.vote is not None and self.vote.plate == self.drive_up.plate

    @property
    def waited_ms(self) -> int:
        """From the plate being legible to the decision; 0 where it was decided before that."""
        return max(0, self.decided_ms - self.legible_ms)

    def __str__(self) -> str:
        said = f"{self.vote.plate} {self.vote.confidence:.3f}" if self.vote is not None else "nothing"
        how = "settled" if self.settled else "asked"
        return f"{self.drive_up}: {said}, {how} after {len(self.frames)} reads, {self.waited_ms} ms"


@dataclass(slots=True)
class Tally:
    """All drive-ups of a deck."""

    watched: list[Watched] = field(default_factory=list)

    @property
    def right(self) -> int:
        """Vehicles whose vote named their plate, settled or asked about."""
        return sum(one.is_right for one in self.watched)

    @property
    def wrong(self) -> list[Watched]:
        """Vehicles whose vote named another plate or none."""
        return [one for one in self.watched if not one.is_right]

    @property
    def wrongly_settled(self) -> list[Watched]:
        """Vehicles that would have been let in under another plate, without asking."""
        return [one for one in self.wrong if one.settled]

    @property
    def asked(self) -> list[Watched]:
        """Vehicles about which a person was asked."""
        return [one for one in self.watched if not one.settled]

    @property
    def slow(self) -> list[Watched]:
        """Vehicles not settled within 600 ms of their plate being legible."""
        return [one for one in self.watched if not one.settled or one.waited_ms > GOAL_MS]

    def __str__(self) -> str:
        waits = sorted(one.waited_ms for one in self.watched if one.settled)
        middle = waits[len(waits) // 2] if waits else 0
        summary = (
            f"{len(self.watched)} vehicles: {self.right} right, {len(self.asked)} asked about, "
            f"{len(self.wrongly_settled)} settled wrongly, {len(self.slow)} not settled within {GOAL_MS} ms; "
            f"settled after {middle} ms (median), {max(waits, default=0)} ms (slowest)"
        )
        notable = {id(one): one for one in (*self.wrong, *self.slow)}
        return "\n".join([summary, *(f"  {one}" for one in notable.values())])


def watch_all(drive_ups: Iterable[DriveUp], readers: dict[str, PlateReader]) -> Tally:
    """Each vehicle with the reader of its site, one after another; ``readers`` are by plate formats."""
    return Tally([watch(drive_up, readers[drive_up.site.formats]) for drive_up in drive_ups])


def watch(drive_up: DriveUp, reader: PlateReader) -> Watched:
    """What a lane makes of the drive-up with this reader."""
    return _Watch(drive_up, reader).watched()


class _Watch:
    def __init__(self, drive_up: DriveUp, reader: PlateReader) -> None:
        self._drive_up = drive_up
        self._video = DriveUpVideo(drive_up)
        self._reader = reader
        self._passage = Passage()
        self._decided: tuple[Vote | None, bool, int] | None = None
        self._last_sequence = -1

    def watched(self) -> Watched:
        lasts_ms = self._video.frames * FRAME_MS
        now_ms = 0
        wanted = Effect.ASK_READ in self._passage.arming(True, 0)
        while now_ms < lasts_ms:
            sequence = now_ms // FRAME_MS
            if wanted and sequence > self._last_sequence:
                effects = self._read(sequence, now_ms + READ_MS)
                now_ms += READ_MS
            else:
                now_ms += TICK_MS
                effects = self._passage.tick(now_ms * _NS_OF_MS)
            self._note(effects, now_ms)
            if self._decided is not None and self._decided[1]:
                break
            wanted = Effect.ASK_READ in effects or (wanted and self._passage.state is LaneState.READING)
        return self._result(now_ms)

    def _read(self, sequence: int, answered_ms: int) -> list[Effect]:
        self._last_sequence = sequence
        reads = self._reader.read(self._video.picture(sequence))
        frame = FrameReads(sequence, sequence * FRAME_MS * _NS_OF_MS, tuple(reads))
        return self._passage.read(frame, self._passage.number, answered_ms * _NS_OF_MS)

    def _note(self, effects: list[Effect], now_ms: int) -> None:
        if Effect.DECIDE in effects and self._decided is None:
            vote = self._passage.vote
            self._decided = (vote, is_settled(vote, self._passage.votes), now_ms)

    def _result(self, now_ms: int) -> Watched:
        vote, settled, decided_ms = self._decided or (self._passage.vote, False, now_ms)
        return Watched(
            drive_up=self._drive_up,
            vote=vote,
            settled=settled,
            decided_ms=decided_ms,
            legible_ms=self._video.legible_from * FRAME_MS,
            frames=self._passage.reads.frames,
            later=None if settled else self._passage.vote,
        )
