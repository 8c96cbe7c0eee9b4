"""How soon a unit that fell silent is seen to be, and how soon one that is back is used again.

The figures wanted are 1.5 s and 5 s; on a busy machine the tests give half a second more.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

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
LONGEST_SILENCE_S = 60.0

Rig = tuple[RelayUnit, Callable[[], None], Callable[[], None]]


def with_silence(unit: RelayUnit, far: HttpPeer) -> Rig:
    """From its silence on nothing is answered, not even what was asked before."""
    speaks = threading.Event()
    speaks.set()
    far.before_answer = lambda: speaks.wait(LONGEST_SILENCE_S) and None
    return unit, speaks.clear, speaks.set


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


def seconds_until(
    barriers: dict[str, UnitBarrier], begun_s: dict[str, float], is_well: bool
) -> dict[str, float]:
    """How long each took from its own beginning on until it was well, or was not."""
    took_s: dict[str, float] = {}

    def look() -> bool:
        for name, barrier in barriers.items():
            if name not in took_s and (barrier.status().health is Health.OK) is is_well:
                took_s[name] = time.monotonic() - begun_s[name]
        return len(took_s) == len(barriers)

    assert eventually(look), took_s
    return took_s


def test_silence_is_seen_within_one_and_a_half_seconds_and_its_end_within_five(tmp_path: Path) -> None:
    with ExitStack() as stack:
        rigs = {over.__name__: stack.enter_context(over(tmp_path)) for over in (shelly, tasmota, onvif, mqtt)}
        barriers = {name: UnitBarrier(unit, relay=0) for name, (unit, _fall_silent, _speak) in rigs.items()}
        for barrier in barriers.values():
            barrier.start()
            stack.callback(barrier.stop)
        assert eventually(lambda: all(one.status().health is Health.OK for one in barriers.values()))
        fell_silent_s, spoke_s = {}, {}
        for name, (_unit, fall_silent, _speak) in rigs.items():
            fell_silent_s[name] = time.monotonic()
            fall_silent()
        stale_s = seconds_until(barriers, fell_silent_s, is_well=False)
        time.sleep(OUTAGE_S)
        for name, (_unit, _fall_silent, speak) in rigs.items():
            spoke_s[name] = time.monotonic()
            speak()
        used_s = seconds_until(barriers, spoke_s, is_well=True)
    for name in rigs:
        print(f"{name}: seen after {stale_s[name]:.2f} s, used again after {used_s[name]:.2f} s")
    assert {name: s for name, s in stale_s.items() if s >= STALE_WITHIN_S + SPARE_S} == {}
    assert {name: s for name, s in used_s.items() if s >= BACK_WITHIN_S + SPARE_S} == {}
