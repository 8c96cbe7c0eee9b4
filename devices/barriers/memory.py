"""A barrier in memory, for practice, tests and benches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus, Health
from devices.barriers.pulse_ledger import PulseLedger


class MemoryBarrier:
    """Fills ``ports.Barrier`` and ``HoldsOpen``: the boom rises for ``travel_ms`` and stays up until told.

    ``vehicle_passed`` stands for the barrier's own closing loop. ``fail_with`` makes it fail as a real
    one would; with an ``unknown`` trouble the boom rises all the same. ``lose_power`` is what a board
    without power does to a holding contact.
    """

    def __init__(self, *, travel_ms: int = 0, clock_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._travel_ns = travel_ms * 1_000_000
        self._clock_ns = clock_ns
        self._ledger = PulseLedger()
        self._holds = PulseLedger()
        self._is_held = False
        self._lock = threading.Lock()
        self._pulses: list[str] = []
        self._target = Boom.DOWN
        self._moving_since_ns = clock_ns() - self._travel_ns
        self._trouble: DeviceError | None = None
        self._status = DeviceStatus(Health.STARTING, clock_ns())

    @property
    def pulses(self) -> tuple[str, ...]:
        """The command ids that pulsed, in order."""
        with self._lock:
            return tuple(self._pulses)

    def start(self) -> None:
        """Be there."""
        self._note(Health.OK)

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Raise the boom, once per command id."""
        self._ledger.once(command_id, lambda: self._pulse(command_id, deadline_ns))

    def hold_open(self, command_id: str, *, deadline_ns: int) -> None:
        """Raise the boom and keep it up, once per command id."""
        self._holds.once(command_id, lambda: self._switch(held=True, deadline_ns=deadline_ns))

    def let_go(self, command_id: str, *, deadline_ns: int) -> None:  # noqa: ARG002
        """Keep it up no longer: it comes down by itself, as often as asked."""
        self._switch(held=False, deadline_ns=deadline_ns)

    def is_held(self) -> bool | None:
        """Whether it is kept up; None before ``start`` and after ``stop``."""
        with self._lock:
            return self._is_held if self._status.health is Health.OK else None

    def leave_held(self) -> None:
        """A person had it held open before this console started."""
        with self._lock:
            self._is_held = True
            self._move(Boom.UP)

    def lose_power(self) -> None:
        """The board was without power: its holding contact is open again."""
        with self._lock:
            self._is_held = False
            self._move(Boom.DOWN)

    def boom(self) -> Boom:
        """Where the boom is now; UNKNOWN before ``start`` and after ``stop``."""
        with self._lock:
            if self._status.health is not Health.OK:
                return Boom.UNKNOWN
            arrived = self._clock_ns() - self._moving_since_ns >= self._travel_ns
            return self._target if arrived else Boom.MOVING

    def stop(self) -> None:
        """Be gone; may be called twice."""
        self._note(Health.UNKNOWN)

    def status(self) -> DeviceStatus:
        """OK between ``start`` and ``stop``."""
        with self._lock:
            return self._status

    def vehicle_passed(self) -> None:
        """A vehicle has left the closing loop: the boom comes down by itself."""
        with self._lock:
            if not self._is_held:
                self._move(Boom.DOWN)

    def fail_with(self, trouble: DeviceError | None) -> None:
        """Let every further command fail like this; None mends it."""
        with self._lock:
            self._trouble = trouble

    def _pulse(self, command_id: str, deadline_ns: int) -> None:
        with self._lock:
            self._take_command(deadline_ns)
            if self._trouble is None or self._trouble.unknown:
                self._pulses.append(command_id)
                self._move(Boom.UP)
            if self._trouble is not None:
                raise self._trouble

    def _switch(self, *, held: bool, deadline_ns: int) -> None:
        with self._lock:
            self._take_command(deadline_ns)
            if self._trouble is None or self._trouble.unknown:
                self._is_held, was_held = held, self._is_held
                if held or was_held:
                    self._move(Boom.UP if held else Boom.DOWN)
            if self._trouble is not None:
                raise self._trouble

    def _take_command(self, deadline_ns: int) -> None:
        if self._status.health is not Health.OK:
            raise DeviceError("barrier.no_answer", detail="not started")
        if self._clock_ns() >= deadline_ns:
            raise DeviceError("barrier.too_late")

    def _move(self, target: Boom) -> None:
        if target is not self._target:
            self._target = target
            self._moving_since_ns = self._clock_ns()

    def _note(self, health: Health) -> None:
        with self._lock:
            if self._status.health is not health:
                self._status = DeviceStatus(health, self._clock_ns())
