"""The barrier's promises over relay units of the network, each against its far side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.onvif.device import onvif_address
from devices.relay_units.login import Login
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.onvif import POLL_LIMIT_S, OnvifLink
from devices.relay_units.plain_topics import PlainTopics
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from devices.relay_units.tasmota_http import TasmotaLink
from devices.relay_units.tasmota_topics import TasmotaTopics
from devices.relay_units.unit import RelayUnit
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import HOLDING_PROMISES, PROMISES, BarrierRig, eventually
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaOverMqtt, TasmotaWeb


def over(unit: RelayUnit, pulse_count: Callable[[], int], *, hold_relay: int | None) -> Iterator[BarrierRig]:
    barrier = UnitBarrier(unit, relay=1, hold_relay=hold_relay, pulse_ms=100)
    barrier.start()
    try:
        assert eventually(lambda: barrier.status().health is Health.OK)
        yield BarrierRig(barrier, pulse_count)
    finally:
        barrier.stop()


def over_shelly(_folder: Path, hold_relay: int | None = None) -> Iterator[BarrierRig]:
    with ShellyPeer(logins={"admin": "correct horse", "reader": "only looks"}) as far:
        acting, asking = Login("admin", "correct horse"), Login("reader", "only looks")
        link = ShellyLink("127.0.0.1", far.port, acting=acting, asking=asking)
        yield from over(PolledUnit("shelly", link), lambda: len(far.pulses()), hold_relay=hold_relay)


def over_shelly_with_a_relay_for_holding(folder: Path) -> Iterator[BarrierRig]:
    yield from over_shelly(folder, hold_relay=2)


def over_mqtt(folder: Path) -> Iterator[BarrierRig]:
    with Mosquitto(folder) as broker:
        far = MqttRelay(BrokerAddress("127.0.0.1", broker.port), "lot/entry")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), PlainTopics("lot/entry"))
        try:
            yield from over(unit, lambda: len(far.pulses), hold_relay=None)
        finally:
            far.stop()


def over_tasmota(_folder: Path) -> Iterator[BarrierRig]:
    device = TasmotaDevice()
    with TasmotaWeb(device, password="open sesame") as far:
        link = TasmotaLink("127.0.0.1", far.port, login=Login(password="open sesame"))
        yield from over(PolledUnit("tasmota", link), device.pulse_count, hold_relay=None)


def over_tasmota_by_mqtt(folder: Path) -> Iterator[BarrierRig]:
    device = TasmotaDevice()
    with Mosquitto(folder) as broker:
        far = TasmotaOverMqtt(device, broker.port, "gate")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), TasmotaTopics("gate"))
        try:
            yield from over(unit, device.pulse_count, hold_relay=None)
        finally:
            far.stop()


def over_onvif(_folder: Path) -> Iterator[BarrierRig]:
    with OnvifRelays(password="see all") as far:
        place = onvif_address(f"127.0.0.1:{far.port}", Login("admin", "see all"))
        unit = PolledUnit("onvif", OnvifLink(place), poll_hz=20, poll_limit_s=POLL_LIMIT_S)
        yield from over(unit, lambda: len(far.activations), hold_relay=None)


RIGS = [
    over_onvif,
    over_shelly,
    over_shelly_with_a_relay_for_holding,
    over_mqtt,
    over_tasmota,
    over_tasmota_by_mqtt,
]


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BarrierRig]:
    yield from request.param(tmp_path)


@pytest.mark.parametrize("promise", PROMISES + HOLDING_PROMISES, ids=lambda promise: promise.__name__)
def test_barrier_on_the_network_keeps_that(promise: Callable[[BarrierRig], None], rig: BarrierRig) -> None:
    promise(rig)
