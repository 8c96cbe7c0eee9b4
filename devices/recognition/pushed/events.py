"""Which read of a camera belongs to which vehicle before it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from core.domain.plates import distance, normalise
from core.domain.reads import UNLIKE
from core.services.ports import Still
from devices.recognition.pushed.plate import PushedPlate

# A camera that triggers on its own sees the vehicle a little before the loop does.
BEFORE_ARRIVAL_NS = 2_000_000_000
# Each may hold a picture of some megabytes, and only the newest ones are of use.
MOST_EVENTS = 4
# Among so many reads one is expected that came without delay.
DELAYS_KEPT = 8
# Cameras write their time in whole seconds: less than this beyond the usual delay says nothing.
LATE_NS = 1_000_000_000
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Event:
    """One read that came in: its number counts up, ``received_ns`` is on the monotonic clock.

    ``late_ns`` is by how much it came later than this camera's reads usually do.
    """

    number: int
    received_ns: int
    plate: PushedPlate
    still: Still | None
    late_ns: int = 0

    @property
    def seen_ns(self) -> int:
        """When it would have come had it come in time, on the monotonic clock."""
        return self.received_ns - self.late_ns


class EventBook:
    """The newest reads of one camera, and the vehicle that its lane asks about.

    A read belongs to the vehicle that is there when it comes. One that came up to 2 s earlier belongs to
    the vehicle that arrives, unless it only repeats, perhaps misread, the plate of the one before. Each is
    given once. One that was delivered late, by the camera's own time, counts as come when it was taken:
    the smallest difference between that time and ours among the last reads is taken for the usual one.
    """

    def __init__(self) -> None:
        self._events: deque[Event] = deque(maxlen=MOST_EVENTS)
        self._delays_ns: deque[int] = deque(maxlen=DELAYS_KEPT)
        self._token: int | None = None
        self._arrived_ns = 0
        self._given = 0
        self._plate = ""
        self._plate_before = ""

    def add(self, event: Event) -> None:
        """A read came in."""
        self._events.append(replace(event, late_ns=self._late_ns(event)))

    def arrived(self, token: int, now_ns: int) -> None:
        """The lane asks about the vehicle of this token; a new token is a new vehicle."""
        if token != self._token:
            self._token, self._arrived_ns = token, now_ns
            self._plate_before, self._plate = self._plate, ""

    def take(self, token: int) -> Event | None:
        """The newest read of the vehicle that was not given yet."""
        if token != self._token:
            return None
        for event in reversed(self._events):
            if event.number <= self._given:
                return None
            if self._belongs(event):
                self._given, self._plate = event.number, normalise(event.plate.text)
                return event
        return None

    def _belongs(self, event: Event) -> bool:
        if event.seen_ns >= self._arrived_ns:
            return True
        if event.seen_ns < self._arrived_ns - BEFORE_ARRIVAL_NS:
            return False
        return distance(normalise(event.plate.text), self._plate_before) > UNLIKE

    def _late_ns(self, event: Event) -> int:
        """Measured on the monotonic clock: where this machine's time is set, no read looks late for it."""
        captured_at = event.plate.captured_at
        if captured_at is None:
            return 0
        since_begin = captured_at - _BEGIN
        captured_ns = (since_begin.days * 86_400 + since_begin.seconds) * 1_000_000_000
        delay_ns = event.received_ns - captured_ns - since_begin.microseconds * 1_000
        self._delays_ns.append(delay_ns)
        late_ns = delay_ns - min(self._delays_ns)
        return late_ns if late_ns > LATE_NS else 0
