"""What several devices are reached through: each connection is made once, however many hang on it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar, cast

from core.config import MqttConfig
from core.services.ports import Clock
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day

T = TypeVar("T")

# The simulated lot that a console with simulated lanes starts for itself.
SIMULATED_CARS = 40
SIMULATED_CAPACITY = 12
_FROM_ENVIRONMENT = "env:"


@dataclass(frozen=True, slots=True)
class SimulatorAccess:
    """How to reach a simulated lot's process."""

    address: str
    authkey_hex: str


class FarSides:
    """Shared connections by what they lead to; a configuration with simulated devices gets a simulated lot.

    ``mqtt`` is the broker of the configuration in force.
    """

    def __init__(self, clock: Clock, simulator: SimulatorAccess | None = None) -> None:
        self.mqtt = MqttConfig()
        self._clock = clock
        self._simulator = simulator
        self._own: SimulatedLot | None = None
        self._shared: dict[Hashable, object] = {}
        self._lock = threading.Lock()

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is reached under the key, made now where nobody asked for it before."""
        with self._lock:
            if key not in self._shared:
                self._shared[key] = make()
            return cast("T", self._shared[key])

    def forget(self) -> None:
        """The devices are built anew: nothing is shared any more with those that were."""
        with self._lock:
            self._shared.clear()

    def simulator(self) -> SimulatorAccess:
        """The simulated lot's process: the one that was given, else one of our own, started now."""
        with self._lock:
            if self._simulator is None:
                now = self._clock.now()
                scenario = plan_day(SIMULATED_CARS, now.toordinal(), now, capacity=SIMULATED_CAPACITY)
                self._own = SimulatedLot(scenario)
                self._own.start()
                self._simulator = SimulatorAccess(self._own.address, self._own.authkey_hex)
            return self._simulator

    def close(self) -> None:
        """End the simulated lot, if it was our own."""
        with self._lock:
            self._shared.clear()
            if self._own is not None:
                self._own.stop()
                self._own = self._simulator = None


def secret_of(text: str) -> str:
    """The secret itself, or that of the environment variable in ``env:NAME``."""
    if text.startswith(_FROM_ENVIRONMENT):
        return os.environ.get(text.removeprefix(_FROM_ENVIRONMENT), "")
    return text
