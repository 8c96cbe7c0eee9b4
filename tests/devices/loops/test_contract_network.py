"""The loops' promises over relay units of the network, each against its far side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.services.ports import LoopRole
from devices.loops.contacts import ContactLoops
from devices.onvif.device import onvif_address
from devices.relay_units.login import Login
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.onvif import POLL_LIMIT_S, OnvifLink
from devices.relay_units.plain_topics import PlainTopics
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from devices.relay_units.tasmota_http import TasmotaLink
from devices.relay_units.tasmota_topics import TasmotaTopics
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.loops.contract import PROMISES, LoopsRig
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaOverMqtt, TasmotaWeb

INPUTS = {LoopRole.ARMING: 0, LoopRole.CLOSING: 1}


def over_shelly(_folder: Path, *, inverted: bool = False) -> Iterator[LoopsRig]:
    with ShellyPeer() as far:
        for index in INPUTS.values():
            far.set_input(index, inverted)
        link = ShellyLink("127.0.0.1", far.port, acting=Login(), asking=Login())
        loops = ContactLoops(
            PolledUnit("shelly", link, poll_hz=20), arming_input=0, closing_input=1, inverted=inverted
        )
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: far.set_input(INPUTS[role], occupied != inverted),
                far.stop,
                far.start,
            )
        finally:
            loops.stop()


def over_inverted_shelly(folder: Path) -> Iterator[LoopsRig]:
    yield from over_shelly(folder, inverted=True)


def over_mqtt(folder: Path) -> Iterator[LoopsRig]:
    with Mosquitto(folder) as broker:
        far = MqttRelay(BrokerAddress("127.0.0.1", broker.port), "lot/entry")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), PlainTopics("lot/entry"))
        loops = ContactLoops(unit, arming_input=0, closing_input=1)
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: far.set_input(INPUTS[role], occupied),
                broker.stop,
                broker.start,
            )
        finally:
            loops.stop()
            far.stop()


def over_tasmota(_folder: Path) -> Iterator[LoopsRig]:
    device = TasmotaDevice()
    with TasmotaWeb(device) as far:
        link = TasmotaLink("127.0.0.1", far.port, login=Login())
        loops = ContactLoops(PolledUnit("tasmota", link), arming_input=0, closing_input=1)
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: device.set_switch(INPUTS[role], occupied),
                far.stop,
                far.start,
            )
        finally:
            loops.stop()


def over_tasmota_by_mqtt(folder: Path) -> Iterator[LoopsRig]:
    with Mosquitto(folder) as broker:
        far = TasmotaOverMqtt(TasmotaDevice(), broker.port, "gate")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), TasmotaTopics("gate"))
        loops = ContactLoops(unit, arming_input=0, closing_input=1)
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: far.set_switch(INPUTS[role], occupied),
                broker.stop,
                broker.start,
            )
        finally:
            loops.stop()
            far.stop()


def over_onvif(_folder: Path) -> Iterator[LoopsRig]:
    with OnvifRelays() as far:
        link = OnvifLink(onvif_address(f"127.0.0.1:{far.port}"))
        unit = PolledUnit("onvif", link, poll_hz=20, poll_limit_s=POLL_LIMIT_S)
        loops = ContactLoops(unit, arming_input=0, closing_input=1)
        try:
            yield LoopsRig(
                loops,
                lambda role, occupied: far.set_input(INPUTS[role], occupied),
                far.stop,
                far.start,
            )
        finally:
            loops.stop()


RIGS = [over_onvif, over_shelly, over_inverted_shelly, over_mqtt, over_tasmota, over_tasmota_by_mqtt]


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LoopsRig]:
    yield from request.param(tmp_path)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_loops_on_the_network_keep_that(promise: Callable[[LoopsRig], None], rig: LoopsRig) -> None:
    promise(rig)
