"""Losing a unit again and again leaves nothing behind: no thread, no file, no memory."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.services.ports import Barrier, Health
from devices.barriers.relay_unit import UnitBarrier
from devices.onvif.device import onvif_address
from devices.relay_units.login import Login
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.onvif import POLL_LIMIT_S, OnvifLink
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from devices.relay_units.tasmota_topics import TasmotaTopics
from devices.relay_units.unit import RelayUnit
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import eventually
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaOverMqtt

Rig = tuple[RelayUnit, Callable[[], None], Callable[[], None]]


@contextmanager
def shelly(_folder: Path) -> Iterator[Rig]:
    with ShellyPeer(logins={"admin": "x"}) as far:
        login = Login("admin", "x")
        link = ShellyLink("127.0.0.1", far.port, acting=login, asking=login)
        yield PolledUnit("shelly", link), far.stop, far.start


@contextmanager
def onvif(_folder: Path) -> Iterator[Rig]:
    with OnvifRelays(password="x") as far:
        link = OnvifLink(onvif_address(f"127.0.0.1:{far.port}", Login("admin", "x")))
        yield PolledUnit("onvif", link, poll_hz=20, poll_limit_s=POLL_LIMIT_S), far.stop, far.start


@contextmanager
def mqtt(folder: Path) -> Iterator[Rig]:
    with Mosquitto(folder) as broker:
        far = TasmotaOverMqtt(TasmotaDevice(), broker.port, "gate")
        far.start()
        unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", broker.port)), TasmotaTopics("gate"))
        yield unit, lambda: broker.stop(kill=True), broker.start
        far.stop()


def lose_and_find(barrier: Barrier, lose: Callable[[], None], find: Callable[[], None]) -> None:
    lose()
    assert eventually(lambda: barrier.status().health is not Health.OK)
    find()
    assert eventually(lambda: barrier.status().health is Health.OK)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def resident_kib() -> int:
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


@pytest.mark.parametrize("over", [shelly, onvif, mqtt], ids=lambda over: over.__name__)
def test_four_losses_leave_no_thread_and_no_file(over: Callable[[Path], Rig], tmp_path: Path) -> None:
    with over(tmp_path) as (unit, lose, find):  # type: ignore[attr-defined]
        barrier = UnitBarrier(unit, relay=0)
        barrier.start()
        lose_and_find(barrier, lose, find)
        files, threads = open_files(), threading.active_count()
        for _ in range(4):
            lose_and_find(barrier, lose, find)
        assert eventually(lambda: open_files() <= files + 1)
        assert eventually(lambda: threading.active_count() <= threads + 1)
        barrier.stop()


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("over", [shelly, onvif, mqtt], ids=lambda over: over.__name__)
def test_fifty_losses_cost_no_memory(over: Callable[[Path], Rig], tmp_path: Path) -> None:
    with over(tmp_path) as (unit, lose, find):  # type: ignore[attr-defined]
        barrier = UnitBarrier(unit, relay=0)
        barrier.start()
        for _ in range(5):
            lose_and_find(barrier, lose, find)
        before_kib = resident_kib()
        for _ in range(50):
            lose_and_find(barrier, lose, find)
        print(f"{before_kib} KiB before, {resident_kib()} KiB after 50 losses")
        assert resident_kib() <= before_kib * 1.05
        barrier.stop()
