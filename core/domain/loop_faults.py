"""What is wrong with a lane's loops, judged by what they report over time (H8).

    stuck     occupied without end                      believed no more until it clears
    chatters  on and off faster than vehicles can be    believed no more, or slower, until it was quiet
    lost      wired, and not known for seconds          believed no more until it is known
    not wired a lane without a closing loop             never believed, and no fault
    both      both occupied for minutes                 told: a vehicle stands under the boom, or a fault
    reversed  again and again the far loop first        told: the two are connected the wrong way round

Pure: told of edges and of time, it knows no clock and does nothing.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

from core.domain.lane_ground import Ground

ARMING_STUCK: Final = "loops.arming_stuck"
CLOSING_STUCK: Final = "loops.closing_stuck"
ARMING_CHATTERS: Final = "loops.arming_chatters"
CLOSING_CHATTERS: Final = "loops.closing_chatters"
ARMING_LOST: Final = "loops.arming_lost"
CLOSING_LOST: Final = "loops.closing_lost"
BOTH_LONG: Final = "loops.both_long"
REVERSED: Final = "loops.reversed"
NOT_WIRED: Final = "loops.closing_not_wired"


@dataclass(frozen=True, slots=True)
class LoopLimits:
    """When a loop counts as faulty; ``stuck_after_ms`` is known from practice as 600 s.

    A vehicle that drives moves both loops in turn; one alone goes on and off at most some six times in ten
    seconds, by somebody who backs and comes again.
    """

    stuck_after_ms: int = 600_000
    chatter_edges: int = 14
    chatter_within_ms: int = 10_000
    quiet_after_ms: int = 30_000
    lost_after_ms: int = 2_000
    both_after_ms: int = 180_000
    reversed_in_a_row: int = 3


class _Loop:
    """One loop's last edges."""

    def __init__(self, limits: LoopLimits) -> None:
        self._limits = limits
        self._edges: deque[int] = deque(maxlen=limits.chatter_edges)
        self._unknown_since_ns: int | None = None
        self._chatters = False
        self._last_ns = 0
        self.occupied_since_ns: int | None = None

    def edge(self, occupied: bool, now_ns: int) -> None:
        self.occupied_since_ns = now_ns if occupied else None
        self._last_ns = now_ns
        self._edges.append(now_ns)
        within = len(self._edges) == self._limits.chatter_edges
        if within and _ms(now_ns - self._edges[0]) <= self._limits.chatter_within_ms:
            self._chatters = True

    def other_moved(self) -> None:
        """The other loop changed: what came before were vehicles, most likely."""
        self._edges.clear()

    def known(self, is_known: bool, now_ns: int) -> None:
        if is_known:
            self._unknown_since_ns = None
        elif self._unknown_since_ns is None:
            self._unknown_since_ns = now_ns

    def is_stuck(self, now_ns: int) -> bool:
        since = self.occupied_since_ns
        return since is not None and _ms(now_ns - since) >= self._limits.stuck_after_ms

    def is_lost(self, now_ns: int) -> bool:
        since = self._unknown_since_ns
        return since is not None and _ms(now_ns - since) >= self._limits.lost_after_ms

    def chatters(self, now_ns: int) -> bool:
        if self._chatters and _ms(now_ns - self._last_ns) >= self._limits.quiet_after_ms:
            self._chatters = False
            self._edges.clear()
        return self._chatters


class LoopFaults:
    """Both loops of one lane; ``has_closing`` False where there is none behind the boom."""

    def __init__(self, limits: LoopLimits | None = None, *, has_closing: bool = True) -> None:
        self._limits = limits or LoopLimits()
        self._has_closing = has_closing
        self._arming = _Loop(self._limits)
        self._closing = _Loop(self._limits)
        self._backwards = 0

    def arming(self, occupied: bool, now_ns: int) -> None:
        """The loop before the boom changed."""
        self._arming.edge(occupied, now_ns)
        self._closing.other_moved()

    def closing(self, occupied: bool, now_ns: int) -> None:
        """The loop behind the boom changed."""
        before = self._closing.occupied_since_ns
        self._closing.edge(occupied, now_ns)
        self._arming.other_moved()
        if not occupied and before is not None:
            self._count_direction(before)

    def known(self, *, arming: bool, closing: bool, now_ns: int) -> None:
        """Whether the loops can be read at all at this moment."""
        self._arming.known(arming, now_ns)
        self._closing.known(closing or not self._has_closing, now_ns)

    def found(self, now_ns: int) -> tuple[str, ...]:
        """The reason codes of all that is wrong now, the gravest first."""
        checks = (
            (ARMING_LOST, self._arming.is_lost(now_ns)),
            (CLOSING_LOST, self._closing.is_lost(now_ns)),
            (ARMING_STUCK, self._arming.is_stuck(now_ns)),
            (CLOSING_STUCK, self._closing.is_stuck(now_ns)),
            (ARMING_CHATTERS, self._arming.chatters(now_ns)),
            (CLOSING_CHATTERS, self._closing.chatters(now_ns)),
            (REVERSED, self._backwards >= self._limits.reversed_in_a_row),
            (BOTH_LONG, self._both_long(now_ns)),
        )
        return tuple(code for code, is_so in checks if is_so)

    def ground(self, faults: tuple[str, ...], *, is_held: bool) -> Ground:
        """What the lane's passage may rely on, by these faults."""
        closing = _first(faults, (CLOSING_LOST, CLOSING_STUCK, CLOSING_CHATTERS))
        return Ground(
            arming_fault=_first(faults, (ARMING_LOST, ARMING_STUCK)),
            closing_fault=closing if self._has_closing else NOT_WIRED,
            is_held=is_held,
        )

    def _count_direction(self, closing_since_ns: int) -> None:
        """A vehicle left the far loop: had it been on the near one before, or did it come to that after?"""
        arming = self._arming.occupied_since_ns
        if arming is not None and arming > closing_since_ns:
            self._backwards += 1
        else:
            self._backwards = 0

    def _both_long(self, now_ns: int) -> bool:
        since = (self._arming.occupied_since_ns, self._closing.occupied_since_ns)
        if since[0] is None or since[1] is None:
            return False
        return _ms(now_ns - max(since[0], since[1])) >= self._limits.both_after_ms


def _first(faults: tuple[str, ...], wanted: tuple[str, ...]) -> str:
    return next((code for code in wanted if code in faults), "")


def _ms(span_ns: int) -> float:
    return span_ns / 1e6
