"""Which read of a camera belongs to which vehicle before it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from core.domain.plates import distance, normalise
from core.domain.reads import UNLIKE
from core.services.ports import Still
from devices.recognition.pushed.plate import PushedPlate

# A camera that triggers on its own sees the vehicle a little before the loop does.
BEFORE_ARRIVAL_NS = 2_000_000_000
# Each may hold a picture of some megabytes, and only the newest ones are of use.
MOST_EVENTS = 4
DELAYS_KEPT = 8


@dataclass(frozen=True, slots=True)
class Event:
    """One read that came in: its number counts up, ``received_ns`` is on the monotonic clock."""

    number: int
    received_ns: int
    plate: PushedPlate
    still: Still | None


class EventBook:
    """The newest reads of one camera, and the vehicle that its lane asks about.

    A read belongs to the vehicle that is there when it comes. One that came up to 2 s earlier belongs to
    the vehicle that arrives, unless it only repeats, perhaps misread, the plate of the one before. Each is
    given once.
    """

    def __init__(self) -> None:
        self._events: deque[Event] = deque(maxlen=MOST_EVENTS)
        self._token: int | None = None
        self._arrived_ns = 0
        self._given = 0
        self._plate = ""
        self._plate_before = ""

    def add(self, event: Event) -> None:
        """A read came in."""
        self._events.append(event)

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
        if event.received_ns >= self._arrived_ns:
            return True
        if event.received_ns < self._arrived_ns - BEFORE_ARRIVAL_NS:
            return False
        return distance(normalise(event.plate.text), self._plate_before) > UNLIKE
