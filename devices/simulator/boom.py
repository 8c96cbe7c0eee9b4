"""The simulated boom: a pulse raises it, or a hold; it lowers behind a vehicle, or when nobody comes."""

from __future__ import annotations

from core.services.ports import Boom
from devices.simulator.motion import NS

REMEMBERED_PULSES = 256


class SimulatedBoom:
    """One boom with a hardware of its own: it decides itself when to close. Times are monotonic."""

    def __init__(self, raise_s: float, holds_s: float) -> None:
        self.cycles = 0
        self.pulses = 0
        self.is_held = False
        self._raise_s = raise_s
        self._holds_s = holds_s
        self._wanted_up = False
        self._turned_ns = 0
        self._share_then = 0.0
        self._pulses: dict[str, None] = {}

    def pulse(self, pulse_id: str, now_ns: int) -> None:
        """The opening contact was closed once; the same id counts once."""
        if pulse_id in self._pulses:
            return
        self._pulses[pulse_id] = None
        self.pulses += 1
        if len(self._pulses) > REMEMBERED_PULSES:
            del self._pulses[next(iter(self._pulses))]
        if self._wanted_up and self.state(now_ns) is Boom.UP:
            self._turned_ns = now_ns - round(self._raise_s * NS)  # holds anew from now on
        elif not self._wanted_up:
            self._turn(now_ns, up=True)
            self.cycles += 1

    def hold(self, now_ns: int) -> None:
        """The holding contact is closed: it rises, and stays up until let go."""
        self.is_held = True
        if not self._wanted_up:
            self._turn(now_ns, up=True)
            self.cycles += 1

    def let_go(self, now_ns: int) -> None:
        """The holding contact is open again: it lowers by itself after its time."""
        if self.is_held and self.state(now_ns) is Boom.UP:
            self._turned_ns = now_ns - round(self._raise_s * NS)
        self.is_held = False

    def raised_share(self, now_ns: int) -> float:
        """0 down, 1 up."""
        moved = (now_ns - self._turned_ns) / (self._raise_s * NS)
        share = self._share_then + moved if self._wanted_up else self._share_then - moved
        return min(1.0, max(0.0, share))

    def state(self, now_ns: int) -> Boom:
        """What its contacts say."""
        share = self.raised_share(now_ns)
        if share >= 1.0:
            return Boom.UP
        return Boom.DOWN if share <= 0.0 else Boom.MOVING

    def tick(self, now_ns: int, *, in_use: bool, has_passed: bool) -> None:
        """Lower it where a vehicle has passed, or where it was up long enough and nobody is under it."""
        if self.is_held or not self._wanted_up or in_use or self.state(now_ns) is not Boom.UP:
            return
        held_s = (now_ns - self._turned_ns) / NS - self._raise_s
        if has_passed or held_s >= self._holds_s:
            self._turn(now_ns, up=False)

    def _turn(self, now_ns: int, *, up: bool) -> None:
        self._share_then = self.raised_share(now_ns)
        self._wanted_up = up
        self._turned_ns = now_ns
