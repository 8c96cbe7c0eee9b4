"""One vehicle's passage through a lane: from the loop that feels it to the crossing that ends it.

    EMPTY ─arming on─► READING ─vote settled, or enough tried─► (Decide) ─► WAITING ─opened─► OPENING
      ▲                   │ arming off: TURNED_AWAY                │                            │ closing on
      │◄──────────────────┴────────────────────────────────────────┘                            ▼
      │◄─ CROSSED ── CROSSING ─ both cleared ─────────────────────────────────────────────── CROSSING
      │◄─ BACKED_OUT ─ arming off, closing never on          HELD ─ window over, no crossing seen

The arming loop lies before the boom, the closing loop behind it. A vehicle that leaves the closing loop
while it never left the arming loop has reversed. ``Passage`` is told of edges, reads and time, and
answers with what must be done; it does nothing itself and knows no clock.

Where a loop cannot be believed (``ground``) the lane goes on: without the closing loop a vehicle that left
the arming loop after an opening is taken to have crossed (``assumed`` says why); without the arming loop the
camera finds vehicles, and a crossing that nobody could see is held for a person. While the gate is held open
every crossing is explained.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.gate_belief import GateBelief
from core.domain.lane_ground import SOUND
from core.domain.passage_reads import PassageReads
from core.domain.reads import FrameReads, Vote, VotePolicy


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
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class PassagePolicy:
    """Time limits of a passage, in milliseconds (E12: 10 s for the crossing)."""

    reading_ms: int = 6_000
    crossing_window_ms: int = 10_000
    gap_between_loops_ms: int = 1_500
    reread_ms: int = 1_000
    rereads_at_most: int = 30
    # Who comes after and waits so long has the one before it behind the boom.
    follower_ms: int = 20_000
    # A gate that opened for a vehicle nobody can feel is thought about no longer.
    unfelt_ms: int = 30_000
    # Without the far loop: who goes sooner than this after the command cannot have gone under the boom yet,
    # and a loop that is free for less than this lost a lorry between its axles.
    boom_up_ms: int = 3_000
    follower_gap_ms: int = 300


class Passage:
    """The state of one lane; every method returns the effects that follow, in order."""

    def __init__(self, *, votes: VotePolicy | None = None, limits: PassagePolicy | None = None) -> None:
        self.reads = PassageReads(votes or VotePolicy())
        self.gate = GateBelief()
        self.limits = limits or PassagePolicy()
        self.state = LaneState.EMPTY
        self.number = 0
        self.ground = SOUND
        self.assumed = ""
        self._arming = False
        self._closing = False
        self._begin_ns = 0
        self._gap_ns: int | None = None
        self._explained = False
        self._before_crossing = LaneState.EMPTY
        self._open_for_nobody = False
        self._cleared_while_crossing = False
        self._cleared_ns = 0
        self._follower_ns: int | None = None
        self._only_held = False

    @property
    def votes(self) -> VotePolicy:
        """How sure reads must be."""
        return self.reads.votes

    @property
    def vote(self) -> Vote | None:
        """What the pictures of the vehicle that is here agree on so far."""
        return self.reads.vote

    @property
    def vehicle_present(self) -> bool:
        """Whether a vehicle stands before the boom; where none is felt, whether one is seen."""
        is_seen = bool(self._begin_ns) and not self.ground.arming_works and self.reads.vote is not None
        return self._arming or is_seen

    @property
    def is_follower_waiting(self) -> bool:
        """Whether one vehicle is still on the far loop, and another one before the boom."""
        return self.state is LaneState.CROSSING and self._follower_ns is not None

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
        if not self.ground.closing_works:
            return []
        return self._closing_on(now_ns) if occupied else self._closing_off(now_ns)

    def read(self, frame: FrameReads, passage: int, now_ns: int) -> list[Effect]:
        """A picture asked for in the passage of that number was read; late answers are ignored."""
        if passage != self.number or self.state not in self._reading_states() or self._is_of_next(frame):
            return []
        self.reads.add(frame, keeps_all=self.ground.arming_works)
        settled = self.reads.is_settled
        if self.state is LaneState.CROSSING:
            return [] if settled else self._ask(now_ns)
        if self.state is LaneState.WAITING:
            return self._read_while_waiting(now_ns) if settled else self._look_after(now_ns)
        if settled or (self.reads.has_tried_enough(frame) and self.ground.arming_works):
            return self._decide()
        # Without a loop that feels it there may be nobody: then not as fast as can be.
        return self._ask(now_ns) if self.ground.arming_works else []

    def tick(self, now_ns: int) -> list[Effect]:
        """Time went by; call it some ten times a second."""
        if self.state is LaneState.CROSSING:
            return self._while_crossing(now_ns)
        if self._is_not_there:
            return self._leave_unfelt()
        if self.state in {LaneState.OPENING, LaneState.HELD}:
            return self._await_crossing(now_ns)
        if self.state is LaneState.EMPTY:
            return [] if self.ground.arming_works else self._begin(now_ns)
        if self._gap_ns is not None and _ms(now_ns - self._gap_ns) >= self.limits.gap_between_loops_ms:
            # It went, and the gate stood open: without the closing loop nobody saw whether through it.
            return self._end(Effect.TURNED_AWAY) if self.ground.closing_works else self._assume(now_ns)
        return self._tick_before_opening(now_ns)

    def reconsider(self) -> list[Effect]:
        """Something changed that the decision rests on (a payment, a corrected plate, a freed space)."""
        return [Effect.DECIDE] if self.state is LaneState.WAITING and self.vehicle_present else []

    def opened(self, now_ns: int) -> list[Effect]:
        """A command to open was given, by the decision or by a person, with or without a vehicle here."""
        self.gate.commanded(now_ns)
        self._explained, self._only_held = True, False
        if self.state is not LaneState.CROSSING:
            self._open_for_nobody = not self._begin_ns
            self.state = LaneState.OPENING
            self._gap_ns = None if self._arming or not self.ground.arming_works else now_ns
        return []

    def _tick_before_opening(self, now_ns: int) -> list[Effect]:
        if self.state is LaneState.WAITING:
            return self._reread(now_ns)
        if self.ground.arming_works and _ms(now_ns - self._begin_ns) >= self.limits.reading_ms:
            return self._decide()
        return self._ask(now_ns) if self.reads.is_due(now_ns, self.limits.reread_ms) else []

    def _reading_states(self) -> set[LaneState]:
        """Through a gate that is held open vehicles go while they are still being read."""
        crossing = {LaneState.CROSSING} if self.ground.is_held else set()
        return {LaneState.READING, LaneState.WAITING} | crossing

    def _is_of_next(self, frame: FrameReads) -> bool:
        """Whether the picture was taken when who crosses had left the near loop: it shows who comes after.

        A camera behind may see the one that crosses until another stands between.
        """
        has_left = self.state is LaneState.CROSSING and self._cleared_while_crossing
        sees_next = self.ground.arming_works and (self._arming or not frame.rear)
        return has_left and sees_next and frame.captured_ns > self._cleared_ns

    def _read_while_waiting(self, now_ns: int) -> list[Effect]:
        if self.ground.arming_works:
            return [Effect.DECIDE]
        if self.reads.is_decided:
            return []
        if not self.reads.was_decided_by_plate:
            return self._decide()
        # Another vehicle stands there: the one before has gone, and no loop said so.
        return self._end(Effect.TURNED_AWAY) + self._begin(now_ns)

    def _look_after(self, now_ns: int) -> list[Effect]:
        """Whom only the camera found, and who is not seen any more, has gone."""
        is_gone = self.reads.vote is None and self.reads.was_decided_by_plate
        if self.ground.arming_works or not is_gone:
            return []
        return self._end(Effect.TURNED_AWAY) + self._begin(now_ns)

    @property
    def _is_not_there(self) -> bool:
        """Whether only the camera found whom this is about, and the loop, believed again, feels nobody."""
        was_found = self.state is not LaneState.EMPTY and bool(self._begin_ns) and self._gap_ns is None
        return was_found and self.ground.arming_works and not self._arming

    def _leave_unfelt(self) -> list[Effect]:
        if self.state is LaneState.HELD:
            return self._end()
        return self._end(Effect.HELD if self.state is LaneState.OPENING else Effect.TURNED_AWAY)

    def _arming_on(self, now_ns: int) -> list[Effect]:
        if self.state is LaneState.CROSSING:
            self._follower_ns = now_ns if self._cleared_while_crossing else None
            return []
        if self._begin_ns:
            if self._is_followed(now_ns):
                return self._assume(now_ns)
            self._gap_ns = None
            return []
        return self._begin(now_ns)

    def _is_followed(self, now_ns: int) -> bool:
        """Whether who comes onto the loop is another one than who left it, where no far loop can tell."""
        gap_ms = 0.0 if self._gap_ns is None else _ms(now_ns - self._gap_ns)
        if self.ground.closing_works or gap_ms < self.limits.follower_gap_ms:
            return False
        was_opened = self.state in {LaneState.OPENING, LaneState.HELD}
        may_have_gone = was_opened and self.gate.waited_ms(now_ns) >= self.limits.boom_up_ms
        return self.ground.is_held or may_have_gone

    def _arming_off(self, now_ns: int) -> list[Effect]:
        if self.state is LaneState.CROSSING:
            self._cleared_while_crossing, self._cleared_ns = True, now_ns
            self._follower_ns = None
            return []
        if self.state is LaneState.EMPTY:
            return []
        if self.state not in {LaneState.OPENING, LaneState.HELD} and not self._stands_open(now_ns):
            return self._end(Effect.TURNED_AWAY)
        if self._closing and self.ground.closing_works:
            # Bumper to bumper: the loop was not free between the one before and this one.
            return self._closing_on(now_ns)
        self._gap_ns = now_ns
        return []

    def _stands_open(self, now_ns: int) -> bool:
        """Whether the gate is open for whoever comes, read or not."""
        return self.ground.is_held or self._is_early(now_ns)

    def _is_early(self, now_ns: int) -> bool:
        return self._open_for_nobody and self.gate.waited_ms(now_ns) < self.limits.crossing_window_ms

    def _closing_on(self, now_ns: int) -> list[Effect]:
        was_opened = self.state in {LaneState.OPENING, LaneState.HELD}
        self._explained = was_opened or self._stands_open(now_ns)
        self._only_held = self._explained and not was_opened and not self._is_early(now_ns)
        self._before_crossing = self.state
        self._cleared_while_crossing = not self._arming or not self.ground.arming_works
        self._cleared_ns = now_ns
        self._follower_ns = None
        self.state = LaneState.CROSSING
        return []

    def _closing_off(self, now_ns: int) -> list[Effect]:
        if self.state is not LaneState.CROSSING:
            return []
        return self._over_the_boom(now_ns) if self._cleared_while_crossing else self._back_before_the_boom()

    def _over_the_boom(self, now_ns: int, assumed: str = "") -> list[Effect]:
        crossed = Effect.CROSSED if self._explained else Effect.UNEXPLAINED
        if self._only_held and self._before_crossing is LaneState.EMPTY and self._arming:
            # From behind the boom onto the loop before it: through the open gate the other way.
            crossed = Effect.REVERSED
        effects = self._end(crossed)
        self.assumed = assumed
        return effects + (self._begin(now_ns) if self._arming else [])

    def _back_before_the_boom(self) -> list[Effect]:
        # What was being read still is, so that it is decided about.
        is_reading = self._before_crossing is LaneState.READING
        unopened = LaneState.READING if is_reading else LaneState.WAITING
        was_opened = self._explained and not self._only_held and not (is_reading and self._open_for_nobody)
        self.state = LaneState.OPENING if was_opened else unopened
        return []

    def _while_crossing(self, now_ns: int) -> list[Effect]:
        """A loop that never clears must not keep the lane from those who come after."""
        if not self.ground.closing_works:
            fault = self.ground.closing_fault
            cleared = self._cleared_while_crossing
            return self._over_the_boom(now_ns, fault) if cleared else self._back_before_the_boom()
        if not self._closing:
            # It was left while the loop was not believed, and nobody looked in between.
            return self._closing_off(now_ns)
        waits = None if self._follower_ns is None else _ms(now_ns - self._follower_ns)
        if waits is not None and waits >= self.limits.follower_ms:
            return self._over_the_boom(now_ns, "loops.closing_occupied")
        return []

    def _assume(self, now_ns: int) -> list[Effect]:
        """Nobody could see it cross: it did, unless the boom surely never went up for it."""
        if not (self.ground.is_held or self.gate.may_have_been_open):
            return self._end(Effect.BACKED_OUT) + (self._begin(now_ns) if self._arming else [])
        self._explained = True
        return self._over_the_boom(now_ns, self.ground.closing_fault)

    def _await_crossing(self, now_ns: int) -> list[Effect]:
        gap = None if self._gap_ns is None else _ms(now_ns - self._gap_ns)
        waited = self.gate.waited_ms(now_ns)
        if gap is not None and gap >= self.limits.gap_between_loops_ms and self._begin_ns:
            return self._end(Effect.BACKED_OUT) if self.ground.closing_works else self._assume(now_ns)
        if not self.ground.arming_works and waited >= self.limits.unfelt_ms:
            unsaid = [Effect.HELD] if self.state is LaneState.OPENING else []
            return self._end(*unsaid) + (self._begin(now_ns) if self._arming else [])
        if waited < self.limits.crossing_window_ms or self.state is LaneState.HELD:
            return []
        if not self.ground.arming_works and not (self.ground.is_held or self.gate.may_have_been_open):
            return self._end(Effect.BACKED_OUT)
        if not self._begin_ns or not (self.ground.arming_works or self.ground.closing_works):
            # Nobody came, or nobody who could be felt: the next one is not whom it was opened for.
            return self._end(Effect.HELD)
        self.state = LaneState.HELD
        return [Effect.HELD]

    def _begin(self, now_ns: int) -> list[Effect]:
        self.number += 1
        self.state = LaneState.READING
        self._begin_ns = now_ns
        self._gap_ns = None
        self.reads.begin()
        return [Effect.ARRIVED, *self._ask(now_ns)]

    def _end(self, *effects: Effect) -> list[Effect]:
        self.state = LaneState.EMPTY
        self._begin_ns = 0
        self._explained = self._open_for_nobody = False
        self._gap_ns = self._follower_ns = None
        self.assumed = ""
        self.reads.end()
        return list(effects)

    def _decide(self) -> list[Effect]:
        self.state = LaneState.WAITING
        self.reads.decide()
        return [Effect.DECIDE]

    def _ask(self, now_ns: int) -> list[Effect]:
        self.reads.ask(now_ns)
        return [Effect.ASK_READ]

    def _reread(self, now_ns: int) -> list[Effect]:
        """While an unsure vehicle waits, look again from time to time: a better picture may come."""
        enough = self.reads.rereads >= self.limits.rereads_at_most or self.reads.is_settled
        if not self.reads.is_due(now_ns, self.limits.reread_ms) or (enough and self.ground.arming_works):
            return []
        self.reads.rereads += 1
        return self._ask(now_ns)


def _ms(span_ns: int) -> float:
    return span_ns / 1e6
