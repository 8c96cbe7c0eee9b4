"""What is bolted to the concrete of one lane, as the physical world sees it, and its line that can be cut.

The truth is kept here and not asked of Lotkeeper: when a car really stood before the boom, and when the
opening contact really closed.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass

from core.config import BarrierConfig, LoopsConfig, MqttConfig

ARMING, CLOSING = 0, 1
# How long a car takes over half a loop; some relays are only looked at five times a second.
STEP_S = 0.6
# A driver may be off the loop for that long before anybody can know it: wire, poll, debounce, thread.
NOTICED_AFTER_NS = 400_000_000


@dataclass(slots=True)
class Visit:
    """A car on the loop before the boom, from and until (None: it still stands there), monotonic."""

    from_ns: int
    until_ns: int | None = None

    def was_there(self, at_ns: int) -> bool:
        """Whether the car stood there then, or had so just before."""
        end_ns = at_ns if self.until_ns is None else self.until_ns + NOTICED_AFTER_NS
        return self.from_ns <= at_ns <= end_ns


class Ground(ABC):
    """One lane's loops and boom; ``ways`` are the ways in which its line can be cut."""

    ways: tuple[str, ...]
    # What one exchange with the far side takes at most, from the command to the pulse or the refusal.
    exchange_ns = 500_000_000

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.faults: list[tuple[int, str]] = []

    @property
    @abstractmethod
    def barrier(self) -> BarrierConfig:
        """How the barrier is wired."""

    @property
    @abstractmethod
    def loops(self) -> LoopsConfig:
        """How the loops are wired."""

    @property
    def mqtt(self) -> MqttConfig:
        """The broker it speaks through; no host is none."""
        return MqttConfig()

    @abstractmethod
    def pulses_ns(self) -> list[int]:
        """When the opening contact was closed, monotonic."""

    @abstractmethod
    def set_loop(self, loop: int, occupied: bool) -> None:
        """A car drives on the loop, or off it."""

    @abstractmethod
    def _cut(self, way: str) -> None:
        """The line is lost from now on."""

    @abstractmethod
    def _heal(self, way: str) -> None:
        """The line is back."""

    def cut(self, way: str) -> None:
        """The line is lost, in that way, from now on."""
        self.faults.append((time.monotonic_ns(), way))
        self._cut(way)

    def heal(self) -> None:
        """The line is back."""
        self._heal(self.faults[-1][1])
        self.faults.append((time.monotonic_ns(), "healed"))

    def car_comes(self) -> None:
        """A car stops before the boom."""
        self.visits.append(Visit(time.monotonic_ns()))
        self.set_loop(ARMING, True)

    def car_crosses(self) -> None:
        """The car drives through."""
        self.set_loop(CLOSING, True)
        time.sleep(STEP_S)
        self.car_goes()
        time.sleep(STEP_S)
        self.set_loop(CLOSING, False)

    def car_goes(self) -> None:
        """The car is off the loop before the boom."""
        self.set_loop(ARMING, False)
        self.visits[-1].until_ns = time.monotonic_ns()
