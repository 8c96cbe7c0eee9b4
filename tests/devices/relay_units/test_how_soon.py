"""How soon a unit that fell silent is seen to be, and how soon one that is back is used again.

The figures wanted are 1.5 s and 5 s; on a busy machine the tests give half a second more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from devices.relay_units.unit import RelayUnit
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import eventually
from tests.far_sides.http_peer import HttpPeer
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaWeb

STALE_WITHIN_S = 1.5
BACK_WITHIN_S = 5.0
SPARE_S = 0.5
OUTAGE_S = 8.0

Rig = tuple[RelayUnit, Callable[[], None], Callable[[], None]]


def with_silence(unit: RelayUnit, far: HttpPeer) -> Rig:
    def be_silent() -> None:
        far.mute = lambda method, path, body: True

    def speak() -> None:
        far.mute = lambda method, path, body: False

    return unit, be_silent, speak


@contextmanager
def shelly(_folder: Path) -> Iterator[Rig]:
    with ShellyPeer() as far:
        link = ShellyLink("127.0.0.1", far.port, acting=Login(), asking=Login())
        yield with_silence(PolledUnit("shelly", link), far)


@contextmanager
def tasmota(_folder: Path) -> Iterator[Rig]:
    with TasmotaWeb(TasmotaDevice()) as far:
        link = TasmotaLink("127.0.0.1", far.port, login=Login())
        yield with_silence(PolledUnit("tasmota", link, poll_hz=5), far)


@contextmanager
def onvif(_folder: Path) -> Iterator[Rig]:
    with OnvifRelays() as far:
        link = OnvifLink(onvif_address(f"127.0.0.1:{far.port}"))
        yield with_silence(PolledUnit("onvif", link, poll_hz=20, poll_limit_s=POLL_LIMIT_S), far)


@contextmanager
def mqtt(folder: Path) -> Iterator[Rig]:
    with Mosquitto(folder) as broker:
        far = MqttRelay(BrokerAddress("127.0.0.1", broker.port), "lot/entry")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), PlainTopics("lot/entry"))
        yield unit, broker.freeze, broker.thaw
        far.stop()


@pytest.mark.parametrize("over", [shelly, tasmota, onvif, mqtt], ids=lambda over: over.__name__)
def test_silence_is_seen_within_one_and_a_half_seconds_and_its_end_within_five(
    over: Callable[[Path], Rig], tmp_path: Path
) -> None:
    with over(tmp_path) as (unit, fall_silent, speak):  # type: ignore[attr-defined]
        barrier = UnitBarrier(unit, relay=0)
        barrier.start()
        assert eventually(lambda: barrier.status().health is Health.OK)
        fell_silent_s = time.monotonic()
        fall_silent()
        assert eventually(lambda: barrier.status().health is not Health.OK)
        stale_s = time.monotonic() - fell_silent_s
        time.sleep(OUTAGE_S)
        back_s = time.monotonic()
        speak()
        assert eventually(lambda: barrier.status().health is Health.OK)
        used_s = time.monotonic() - back_s
        barrier.stop()
    print(f"{over.__name__}: seen after {stale_s:.2f} s, used again after {used_s:.2f} s")
    assert stale_s < STALE_WITHIN_S + SPARE_S
    assert used_s < BACK_WITHIN_S + SPARE_S
