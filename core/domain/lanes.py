"""One vehicle's passage through a lane: from the loop that feels it to the crossing that ends it.

    EMPTY ─arming on─► READING ─vote settled, or enough tried─► (Decide) ─► WAITING ─opened─► OPENING
      ▲                   │ arming off: TURNED_AWAY                │                            │ closing on
      │◄──────────────────┴────────────────────────────────────────┘                            ▼
      │◄─ CROSSED ── CROSSING ─ both cleared ─────────────────────────────────────────────── CROSSING
      │◄─ BACKED_OUT ─ arming off, closing never on          HELD ─ window over, no crossing seen

The arming loop lies before the boom, the closing loop behind it. A vehicle that leaves the closing loop
while it never left the arming loop has reversed. ``Passage`` is told of edges, reads and time, and
answers with what must be done; it does nothing itself and knows no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.reads import FrameReads, Vote, VotePolicy, is_settled
from core.domain.sides import vote_of_lane


class LaneState(StrEnum):
    """Where the lane's current passage is."""

    EMPTY = "empty"
    READING = "reading"
    WAITING = "waiting"
    OPENING = "opening"
    HELD = "held"
    CROSSING = "crossing"


class Effect(StrEnum):
    """What the lane must do or write down next."""

    ARRIVED = "arrived"
    ASK_READ = "ask_read"
    DECIDE = "decide"
    CROSSED = "crossed"
    BACKED_OUT = "backed_out"
    HELD = "held"
    TURNED_AWAY = "turned_away"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class PassagePolicy:
    """Time limits of a passage, in milliseconds (E12: 10 s for the crossing)."""

    reading_ms: int = 6_000
    crossing_window_ms: int = 10_000
    gap_between_loops_ms: int = 1_500
    reread_ms: int = 1_000
    rereads_at_most: int = 30


class Passage:
    """The state of one lane; every method returns the effects that follow, in order."""

    def __init__(self, *, votes: VotePolicy | None = None, limits: PassagePolicy | None = None) -> None:
        self.votes = votes or VotePolicy()
        self.limits = limits or PassagePolicy()
        self.state = LaneState.EMPTY
        self.number = 0
        self._arming = False
        self._closing = False
        self._begin_ns = 0
        self._opened_ns = 0
        self._gap_ns: int | None = None
        self._last_ask_ns = 0
        self._rereads = 0
        self._explained = False
        self._before_crossing = LaneState.EMPTY
        self._open_for_nobody = False
        self._cleared_while_crossing = False
        self._frames: list[FrameReads] = []
        self._vote: Vote | None = None

    @property
    def frames(self) -> tuple[FrameReads, ...]:
        """The pictures read so far of the vehicle that is here."""
        return tuple(self._frames)

    @property
    def vote(self) -> Vote | None:
        """What they agree on so far."""
        return self._vote

    @property
    def vehicle_present(self) -> bool:
        """Whether a vehicle stands before the boom."""
        return self._arming

    @property
    def is_open_for_nobody(self) -> bool:
        """Whether the gate was opened before the vehicle came that is here now."""
        return self._open_for_nobody

    def arming(self, occupied: bool, now_ns: int) -> list[Effect]:
        """The loop before the boom changed."""
        if occupied == self._arming:
            return []
        self._arming = occupied
        return self._arming_on(now_ns) if occupied else self._arming_off(now_ns)

    def closing(self, occupied: bool, now_ns: int) -> list[Effect]:
        """The loop behind the boom changed."""
        if occupied == self._closing:
            return []
        self._closing = occupied
        return self._closing_on(now_ns) if occupied else self._closing_off(now_ns)

    def read(self, frame: FrameReads, passage: int, now_ns: int) -> list[Effect]:
        """A picture asked for in the passage of that number was read; late answers are ignored."""
        if passage != self.number or self.state not in {LaneState.READING, LaneState.WAITING}:
            return []
        self._frames.append(frame)
        self._vote = vote_of_lane(self._frames, self.votes)
        settled = is_settled(self.vote, self.votes)
        if self.state is LaneState.WAITING:
            return [Effect.DECIDE] if settled else []
        # A vehicle that is still far away has not had its chance yet; the time for reading limits it.
        tried = sum(before.rear is frame.rear and not before.is_too_small for before in self._frames)
        if settled or tried >= self.votes.frames_at_most:
            return self._decide()
        return self._ask(now_ns)

    def tick(self, now_ns: int) -> list[Effect]:
        """Time went by; call it some ten times a second."""
        if self.state is LaneState.READING:
            if _ms(now_ns - self._begin_ns) >= self.limits.reading_ms:
                return self._decide()
            return self._ask(now_ns) if _ms(now_ns - self._last_ask_ns) >= self.limits.reread_ms else []
        if self.state is LaneState.WAITING:
            return self._reread(now_ns)
        if self.state in {LaneState.OPENING, LaneState.HELD}:
            return self._await_crossing(now_ns)
        return []

    def reconsider(self) -> list[Effect]:
        """Something changed that the decision rests on (a payment, a corrected plate, a freed space)."""
        return [Effect.DECIDE] if self.state is LaneState.WAITING and self._arming else []

    def opened(self, now_ns: int) -> list[Effect]:
        """A command to open was given, by the decision or by a person, with or without a vehicle here."""
        self._opened_ns = now_ns
        self._explained = True
        if self.state is not LaneState.CROSSING:
            self._open_for_nobody = not self._begin_ns
            self.state = LaneState.OPENING
            self._gap_ns = None if self._arming else now_ns
        return []

    def _arming_on(self, now_ns: int) -> list[Effect]:
        if self.state is LaneState.CROSSING:
            return []
        if self._begin_ns:
            self._gap_ns = None
            return []
        return self._begin(now_ns)

    def _arming_off(self, now_ns: int) -> list[Effect]:
        if self.state is LaneState.CROSSING:
            self._cleared_while_crossing = True
            return []
        if self.state in {LaneState.OPENING, LaneState.HELD}:
            self._gap_ns = now_ns
            return []
        if self.state is LaneState.EMPTY:
            return []
        return self._end(Effect.TURNED_AWAY)

    def _closing_on(self, now_ns: int) -> list[Effect]:
        # A gate opened for nobody lets the vehicle through that comes while it is open, read or not.
        is_early = self._open_for_nobody and _ms(now_ns - self._opened_ns) < self.limits.crossing_window_ms
        self._explained = self.state in {LaneState.OPENING, LaneState.HELD} or is_early
        self._before_crossing = self.state
        self._cleared_while_crossing = not self._arming
        self.state = LaneState.CROSSING
        return []

    def _closing_off(self, now_ns: int) -> list[Effect]:
        if self.state is not LaneState.CROSSING:
            return []
        if not self._cleared_while_crossing:
            # Back before the boom. What was being read still is, so that it is decided about.
            is_reading = self._before_crossing is LaneState.READING
            unopened = LaneState.READING if is_reading else LaneState.WAITING
            was_opened = self._explained and not (is_reading and self._open_for_nobody)
            self.state = LaneState.OPENING if was_opened else unopened
            return []
        effects = self._end(Effect.CROSSED if self._explained else Effect.UNEXPLAINED)
        return effects + (self._begin(now_ns) if self._arming else [])

    def _await_crossing(self, now_ns: int) -> list[Effect]:
        gap = None if self._gap_ns is None else _ms(now_ns - self._gap_ns)
        waited = _ms(now_ns - self._opened_ns)
        if gap is not None and gap >= self.limits.gap_between_loops_ms and self._begin_ns:
            return self._end(Effect.BACKED_OUT)
        if waited < self.limits.crossing_window_ms or self.state is LaneState.HELD:
            return []
        if not self._begin_ns:
            return self._end()
        self.state = LaneState.HELD
        return [Effect.HELD]

    def _begin(self, now_ns: int) -> list[Effect]:
        self.number += 1
        self.state = LaneState.READING
        self._begin_ns = now_ns
        self._rereads = 0
        self._frames = []
        self._vote = None
        return [Effect.ARRIVED, *self._ask(now_ns)]

    def _end(self, *effects: Effect) -> list[Effect]:
        self.state = LaneState.EMPTY
        self._begin_ns = 0
        self._explained = self._open_for_nobody = False
        self._gap_ns = None
        return list(effects)

    def _decide(self) -> list[Effect]:
        self.state = LaneState.WAITING
        return [Effect.DECIDE]

    def _ask(self, now_ns: int) -> list[Effect]:
        self._last_ask_ns = now_ns
        return [Effect.ASK_READ]

    def _reread(self, now_ns: int) -> list[Effect]:
        """While an unsure vehicle waits, look again from time to time: a better picture may come."""
        due = _ms(now_ns - self._last_ask_ns) >= self.limits.reread_ms
        if not due or self._rereads >= self.limits.rereads_at_most or is_settled(self.vote, self.votes):
            return []
        self._rereads += 1
        return self._ask(now_ns)


def _ms(span_ns: int) -> float:
    return span_ns / 1e6
