from __future__ import annotations

from pathlib import Path

import pytest

from console.wiring.barriers import build_barrier
from console.wiring.far_sides import FarSides
from console.wiring.loops import build_loops
from console.wiring.units import relay_unit
from core.config import BarrierConfig, LoopsConfig, MqttConfig
from core.domain.lots import Direction, Lane
from core.services.ports import Health, HoldsOpen
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import eventually, soon
from tests.fakes.clock import FakeClock
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.shelly import ShellyPeer

LANE = Lane("entry-1", "Entry 1", Direction.ENTRY)


@pytest.fixture
def far_sides() -> FarSides:
    return FarSides(FakeClock())


def test_a_lane_is_wired_to_one_shelly_with_its_secrets_from_the_environment(
    far_sides: FarSides, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATE", "opens")
    monkeypatch.setenv("LOOK", "only")
    with ShellyPeer(logins={"admin": "opens", "look": "only"}) as far:
        config = BarrierConfig(
            kind="shelly", host="127.0.0.1", port=far.port, relay=2, secret="env:GATE",
            read_user="look", read_secret="env:LOOK",
        )  # fmt: skip
        barrier = build_barrier(LANE, config, far_sides)
        assert isinstance(barrier, HoldsOpen)
        barrier.start()
        assert eventually(lambda: barrier.status().health is Health.OK)
        barrier.open("a", deadline_ns=soon())
        barrier.stop()
    assert [(one.relay, one.user) for one in far.sets] == [(2, "admin")]


def test_barrier_and_loops_share_a_unit_where_they_have_the_same_login(far_sides: FarSides) -> None:
    barrier = relay_unit(BarrierConfig(kind="shelly", host="10.0.0.9", secret="a"), far_sides)
    loops = relay_unit(LoopsConfig(kind="shelly", host="10.0.0.9", secret="a", arming_input=0), far_sides)
    weaker = relay_unit(LoopsConfig(kind="shelly", host="10.0.0.9", secret="b", arming_input=0), far_sides)
    assert barrier is loops
    assert weaker is not barrier


def test_a_lane_is_wired_through_the_broker_of_the_configuration(far_sides: FarSides, tmp_path: Path) -> None:
    with Mosquitto(tmp_path) as mosquitto:
        far_sides.mqtt = MqttConfig(host="127.0.0.1", port=mosquitto.port)
        relay = MqttRelay(BrokerAddress("127.0.0.1", mosquitto.port), "lot/entry")
        relay.start()
        barrier = build_barrier(LANE, BarrierConfig(kind="mqtt", topic="lot/entry", relay=1), far_sides)
        loops = build_loops(LANE, LoopsConfig(kind="mqtt", topic="lot/entry", arming_input=0), far_sides)
        barrier.start()
        loops.start(lambda _edge: None)
        assert eventually(lambda: loops.status().health is Health.OK)
        barrier.open("a", deadline_ns=soon())
        assert relay.relay(1)
        barrier.stop()
        loops.stop()
        relay.stop()


def test_without_a_broker_in_the_configuration_the_device_says_so(far_sides: FarSides) -> None:
    barrier = build_barrier(LANE, BarrierConfig(kind="mqtt", topic="lot/entry"), far_sides)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.no_broker")
    assert barrier.status().detail == "broker.missing"
    barrier.stop()


@pytest.mark.parametrize("kind", ["shelly", "tasmota", "mqtt"])
def test_nothing_outside_is_touched_before_start(kind: str, far_sides: FarSides) -> None:
    barrier = build_barrier(LANE, BarrierConfig(kind=kind, host="203.0.113.7", topic="t"), far_sides)  # type: ignore[arg-type]
    assert barrier.status().health in {Health.UNKNOWN, Health.STARTING}
    barrier.stop()
