"""A lane on relays behind a broker, Debian's mosquitto, that is stopped, killed or frozen."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from core.config import BarrierConfig, LoopsConfig, MqttConfig
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker_session import BrokerAddress
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.tasmota import TasmotaDevice, TasmotaOverMqtt
from tests.faults.devices.ground import ARMING, CLOSING, Ground

T = TypeVar("T")
STOPPED, KILLED, FROZEN = "stopped", "killed", "frozen"
TOPIC = "lot/entry"
LOOPBACK = "127.0.0.1"


class Noted(list[T]):
    """A list that notes when each thing was put into it."""

    def __init__(self) -> None:
        super().__init__()
        self.at_ns: list[int] = []

    def append(self, thing: T) -> None:
        self.at_ns.append(time.monotonic_ns())
        super().append(thing)


class MqttGround(Ground):
    """``layout`` is how the relay speaks; frozen, the broker hands on afterwards what came in before."""

    ways = (STOPPED, KILLED, FROZEN)
    # Two hops and two answers; a unit refuses what is older (docs/mqtt.md).
    exchange_ns = 1_100_000_000

    def __init__(
        self,
        broker: Mosquitto,
        layout: str,
        pulses: Noted[str] | Noted[int],
        set_input: Callable[[int, bool], None],
    ) -> None:
        super().__init__()
        self._broker = broker
        self._layout = layout
        self._pulses = pulses
        self._set_input = set_input

    @property
    def mqtt(self) -> MqttConfig:
        return MqttConfig(LOOPBACK, self._broker.port)

    @property
    def barrier(self) -> BarrierConfig:
        return BarrierConfig(kind="mqtt", topic=TOPIC, layout=self._layout)  # type: ignore[arg-type]

    @property
    def loops(self) -> LoopsConfig:
        return LoopsConfig(
            kind="mqtt",
            topic=TOPIC,
            layout=self._layout,  # type: ignore[arg-type]
            arming_input=ARMING,
            closing_input=CLOSING,
        )

    def pulses_ns(self) -> list[int]:
        return list(self._pulses.at_ns)

    def set_loop(self, loop: int, occupied: bool) -> None:
        self._set_input(loop, occupied)

    def _cut(self, way: str) -> None:
        if way == FROZEN:
            self._broker.freeze()
        else:
            self._broker.stop(kill=way == KILLED)

    def _heal(self, way: str) -> None:
        if way == FROZEN:
            self._broker.thaw()
        else:
            self._broker.start()


@contextmanager
def plain_ground() -> Iterator[MqttGround]:
    """A relay that speaks our own layout (docs/mqtt.md), heard over a broker."""
    with tempfile.TemporaryDirectory(prefix="broker-") as folder, Mosquitto(Path(folder)) as broker:
        relay = MqttRelay(BrokerAddress(LOOPBACK, broker.port), TOPIC)
        pulses: Noted[str] = Noted()
        relay.pulses = pulses
        relay.start()
        try:
            yield MqttGround(broker, "lotkeeper", pulses, relay.set_input)
        finally:
            relay.stop()


@contextmanager
def tasmota_ground() -> Iterator[MqttGround]:
    """A Tasmota (ours, see its far side), heard over a broker."""
    with tempfile.TemporaryDirectory(prefix="broker-") as folder, Mosquitto(Path(folder)) as broker:
        device = TasmotaDevice()
        pulses: Noted[int] = Noted()
        device.ons = pulses
        unit = TasmotaOverMqtt(device, broker.port, TOPIC)
        unit.start()
        try:
            yield MqttGround(broker, "tasmota", pulses, unit.set_switch)
        finally:
            unit.stop()
