"""A power supply that exists in memory only: for practice and tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from core.services.ports import DeviceStatus, Health, Measure, Power

NO_ANSWER: Final = "power.no_answer"


class SimulatedSupply:
    """Fills ``ports.PowerSupply``; ``set`` is what happens to the mains, ``lose``/``find`` to its line."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._truth = Power(on_battery=False, charge_percent=100, runtime_s=1800)
        self._told: Power | None = None
        self._on_change: Callable[[Power], None] | None = None
        self._is_wired = True
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self, on_change: Callable[[Power], None]) -> None:
        """Begin to watch."""
        with self._lock:
            self._on_change = on_change
        self._tell()

    def power(self) -> Power:
        """As it is; all None before the start and without its line."""
        with self._lock:
            return self._truth if self._on_change is not None and self._is_wired else Power()

    def stop(self) -> None:
        """Watch no more; may be called twice."""
        with self._lock:
            self._on_change = None

    def status(self) -> DeviceStatus:
        """How the line to it is."""
        with self._lock:
            return self._status

    def measures(self) -> tuple[Measure, ...]:
        """What feeds the machine and how long that lasts."""
        power = self.power()
        return (
            Measure("power.on_battery", power.on_battery),
            Measure("power.charge_percent", power.charge_percent),
            Measure("power.runtime_s", power.runtime_s),
        )

    def set(self, *, on_battery: bool, charge_percent: int = 100, is_low: bool = False) -> None:
        """This is what feeds the machine from now on."""
        with self._lock:
            self._truth = replace(
                self._truth, on_battery=on_battery, charge_percent=charge_percent, is_low=is_low
            )
        self._tell()

    def lose(self) -> None:
        """The line to it is cut."""
        with self._lock:
            self._is_wired = False
        self._tell()

    def find(self) -> None:
        """The line to it is back."""
        with self._lock:
            self._is_wired = True
        self._tell()

    def _tell(self) -> None:
        with self._lock:
            health, cause = (Health.OK, "") if self._is_wired else (Health.FAILED, NO_ANSWER)
            if (health, cause) != (self._status.health, self._status.cause):
                self._status = DeviceStatus(health, time.monotonic_ns(), cause)
            on_change, truth = self._on_change, self._truth
            if on_change is None or not self._is_wired or truth == self._told:
                return
            self._told = truth
        on_change(truth)
