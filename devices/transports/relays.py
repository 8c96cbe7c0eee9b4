"""The relays of one board: what they were last seen as, and which must be opened when."""

from __future__ import annotations

import threading

MOST_RELAYS = 256


class Relays:
    """Thread-safe. Only relays that somebody uses are read back.

    A relay pulsed by the host must be open at start, after its time and at exit. A latched one is kept
    closed on a person's word, so it is left alone then; one that was found open is latched no more, and
    nothing closes it again by itself.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 1
        self._sample: tuple[tuple[bool, ...], int] | None = None
        self._host_timed: frozenset[int] = frozenset()
        self._latched: frozenset[int] = frozenset()
        self._off_due: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many relays are to be read, from 0 on."""
        with self._lock:
            return self._count

    def use(self, relay: int) -> None:
        """Read this relay back from now on."""
        if not 0 <= relay < MOST_RELAYS:
            raise ValueError(f"relay {relay} is outside 0 to {MOST_RELAYS - 1}")
        with self._lock:
            self._count = max(self._count, relay + 1)

    def time_by_host(self, relay: int) -> None:
        """This relay is pulsed by the host."""
        with self._lock:
            self._host_timed |= {relay}

    def latch(self, relay: int) -> None:
        """A person wants it closed until further notice."""
        with self._lock:
            self._latched |= {relay}
            self._off_due.pop(relay, None)

    def unlatch(self, relay: int) -> None:
        """Nobody wants it closed any more."""
        with self._lock:
            self._latched -= {relay}

    def is_latched(self, relay: int) -> bool:
        """Whether a person wants it closed, and it was not found open since."""
        with self._lock:
            return relay in self._latched

    def open_at(self, relay: int, at_ns: int) -> None:
        """The host's pulse ends then."""
        with self._lock:
            self._off_due[relay] = at_ns

    def opened(self, relay: int) -> None:
        """It was opened just now."""
        with self._lock:
            self._off_due.pop(relay, None)

    def due(self, now_ns: int) -> tuple[int, ...]:
        """Those whose pulse has ended."""
        with self._lock:
            return tuple(sorted(relay for relay, at_ns in self._off_due.items() if at_ns <= now_ns))

    def next_due_ns(self) -> int | None:
        """When the next pulse ends."""
        with self._lock:
            return min(self._off_due.values(), default=None)

    def to_open(self) -> tuple[int, ...]:
        """Those that must be open at start and at exit."""
        with self._lock:
            return tuple(sorted(self._host_timed - self._latched))

    def publish(self, values: tuple[bool, ...] | None, at_ns: int) -> None:
        """Take what the board says of them; None: it cannot say, or is lost."""
        with self._lock:
            self._sample = None if values is None else (values, at_ns)
            if values is not None:
                seen_open = {index for index, is_closed in enumerate(values) if not is_closed}
                self._latched -= seen_open

    def newest(self, relay: int) -> tuple[bool, int] | None:
        """Whether the relay was closed when last read, and that monotonic time in ns; None: not known."""
        with self._lock:
            if self._sample is None or relay >= len(self._sample[0]):
                return None
            return self._sample[0][relay], self._sample[1]
