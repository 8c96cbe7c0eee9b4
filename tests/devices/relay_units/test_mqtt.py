from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.loops.contacts import ContactLoops
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.plain_topics import PlainTopics
from devices.simulator.mqtt_relay import MqttRelay
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.mosquitto import Mosquitto

TOPIC = "lot/entry"


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    with Mosquitto(tmp_path) as broker:
        yield broker


@pytest.fixture
def far(mosquitto: Mosquitto) -> Iterator[MqttRelay]:
    relay = MqttRelay(BrokerAddress("127.0.0.1", mosquitto.port), TOPIC)
    relay.start()
    yield relay
    relay.stop()


def barrier_at(mosquitto: Mosquitto, **named: str) -> UnitBarrier:
    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port, **named))  # type: ignore[arg-type]
    return UnitBarrier(MqttUnit(broker, PlainTopics(TOPIC)), relay=0, pulse_ms=200)


@pytest.fixture
def barrier(mosquitto: Mosquitto, far: MqttRelay) -> Iterator[UnitBarrier]:
    barrier = barrier_at(mosquitto)
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


def refusal(barrier: UnitBarrier, command_id: str = "a") -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        barrier.open(command_id, deadline_ns=soon())
    return raised.value


def test_a_command_is_never_retained(mosquitto: Mosquitto, barrier: UnitBarrier) -> None:
    barrier.open("a", deadline_ns=soon())
    assert mosquitto.retained(f"{TOPIC}/#") is None


def test_a_broker_that_is_gone_moves_nothing_and_nothing_comes_after_it_is_back(
    mosquitto: Mosquitto, far: MqttRelay, barrier: UnitBarrier
) -> None:
    mosquitto.stop(kill=True)
    assert eventually(lambda: barrier.status().cause == "barrier.no_broker")
    trouble = refusal(barrier)
    assert (trouble.cause, trouble.unknown) == ("barrier.no_answer", False)
    mosquitto.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    time.sleep(2)
    assert far.pulses == []
    barrier.open("b", deadline_ns=soon())
    assert len(far.pulses) == 1


def test_a_broker_that_froze_with_the_command_is_unknown_and_the_old_command_opens_nothing_when_it_thaws(
    mosquitto: Mosquitto, far: MqttRelay, barrier: UnitBarrier
) -> None:
    mosquitto.freeze()
    begun_s = time.monotonic()
    trouble = refusal(barrier)
    assert time.monotonic() - begun_s < 2.0
    assert (trouble.cause, trouble.unknown) == ("barrier.no_answer", True)
    time.sleep(4)
    mosquitto.thaw()
    assert eventually(lambda: barrier.status().health is Health.OK)
    time.sleep(1)
    assert far.pulses == []


def test_a_unit_that_is_gone_is_not_sent_anything(
    mosquitto: Mosquitto, far: MqttRelay, barrier: UnitBarrier
) -> None:
    far.stop()
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    trouble = refusal(barrier)
    assert (trouble.cause, trouble.unknown) == ("barrier.no_answer", False)


@contextmanager
def a_unit_that_only_beats(mosquitto: Mosquitto) -> Iterator[Client]:
    """Its state comes every half second; what it is told it only keeps in ``commands``."""
    client = Client(CallbackAPIVersion.VERSION2, client_id="deaf", protocol=MQTTv5)
    client.connect("127.0.0.1", mosquitto.port)
    client.loop_start()
    yield client
    client.disconnect()
    client.loop_stop()


def state(beat: int, **more: str) -> str:
    return json.dumps({"beat": beat, "inputs": [False], "relays": [False], **more})


def until_heard(mosquitto: Mosquitto, client: Client, barrier: UnitBarrier) -> None:
    def tell_and_look() -> bool:
        client.publish(f"{TOPIC}/state", state(1))
        time.sleep(0.05)
        return barrier.status().health is Health.OK

    assert eventually(tell_and_look)


def test_a_unit_that_heard_but_never_says_it_acted_is_unknown(mosquitto: Mosquitto) -> None:
    barrier = barrier_at(mosquitto)
    barrier.start()
    with a_unit_that_only_beats(mosquitto) as unit:
        unit.subscribe(f"{TOPIC}/command", qos=1)
        until_heard(mosquitto, unit, barrier)
        trouble = refusal(barrier)
    barrier.stop()
    assert (trouble.cause, trouble.unknown) == ("barrier.no_answer", True)


def test_the_word_of_another_command_is_not_taken_for_ours(mosquitto: Mosquitto) -> None:
    barrier = barrier_at(mosquitto)
    barrier.start()
    with a_unit_that_only_beats(mosquitto) as unit:
        unit.on_message = lambda client, _data, _message: client.publish(
            f"{TOPIC}/state", state(2, done="other")
        )  # type: ignore[assignment, misc]
        unit.subscribe(f"{TOPIC}/command", qos=1)
        until_heard(mosquitto, unit, barrier)
        assert refusal(barrier).unknown
    barrier.stop()


@contextmanager
def a_session_that_outlives_its_connection(mosquitto: Mosquitto, got: list[bytes]) -> Iterator[Client]:
    """What the broker has for it waits there, up to ten minutes; QoS 1 on the command topic."""
    client = Client(CallbackAPIVersion.VERSION2, client_id="sleeper", protocol=MQTTv5)
    client.on_message = lambda _client, _data, message: got.append(message.payload)
    keeps = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
    keeps.SessionExpiryInterval = 600
    client.connect("127.0.0.1", mosquitto.port, clean_start=False, properties=keeps)
    client.loop_start()
    client.subscribe(f"{TOPIC}/command", qos=1)
    time.sleep(0.5)
    yield client
    client.disconnect()
    client.loop_stop()


@pytest.mark.parametrize("away_s", [0, 4])
def test_a_command_that_waits_for_a_unit_at_the_broker_expires_there(
    mosquitto: Mosquitto, away_s: int
) -> None:
    barrier = barrier_at(mosquitto)
    barrier.start()
    got: list[bytes] = []
    with a_session_that_outlives_its_connection(mosquitto, got):
        pass
    with a_unit_that_only_beats(mosquitto) as unit:
        until_heard(mosquitto, unit, barrier)
        assert refusal(barrier).unknown
    time.sleep(away_s)
    with a_session_that_outlives_its_connection(mosquitto, got):
        pass
    barrier.stop()
    # At once it is there, and only the broker's clock keeps it from a unit that is back later.
    assert len(got) == (1 if away_s == 0 else 0)


def test_the_unit_refuses_a_command_that_bears_an_old_beat(mosquitto: Mosquitto, far: MqttRelay) -> None:
    assert eventually(lambda: far.beat > 5)
    mosquitto.publish(f"{TOPIC}/command", json.dumps({"id": "old", "relay": 0, "pulse_ms": 500, "beat": 1}))
    assert eventually(lambda: far.refused == ["old"])
    assert far.pulses == []


def test_a_command_that_somebody_left_retained_is_cleared_and_told(
    mosquitto: Mosquitto, far: MqttRelay
) -> None:
    mosquitto.publish(f"{TOPIC}/command", '{"id":"x","relay":0,"pulse_ms":500,"beat":1}', retain=True)
    barrier = barrier_at(mosquitto)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.retained_command")
    assert eventually(lambda: mosquitto.retained(f"{TOPIC}/command") is None)
    barrier.open("a", deadline_ns=soon())
    barrier.stop()


def test_a_command_retained_while_the_console_is_there_is_cleared_too(
    mosquitto: Mosquitto, far: MqttRelay, barrier: UnitBarrier
) -> None:
    mosquitto.publish(f"{TOPIC}/command", '{"id":"x","relay":0,"pulse_ms":500,"beat":1}', retain=True)
    assert eventually(lambda: barrier.status().cause == "barrier.retained_command")
    assert eventually(lambda: mosquitto.retained(f"{TOPIC}/command") is None)


def test_a_state_that_the_broker_only_kept_does_not_make_a_unit_alive(mosquitto: Mosquitto) -> None:
    mosquitto.publish(f"{TOPIC}/state", state(7), retain=True)
    mosquitto.publish(f"{TOPIC}/status", "online", retain=True)
    barrier = barrier_at(mosquitto)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.no_answer")
    assert not refusal(barrier).unknown
    barrier.stop()


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"{", b"[]", b"null", b"[" * 5000, b'{"beat": true}', b'{"beat": 1, "relays": 7}', b"\xff"],
)
def test_rubbish_from_the_unit_does_no_harm(
    mosquitto: Mosquitto, far: MqttRelay, barrier: UnitBarrier, rubbish: bytes
) -> None:
    mosquitto.publish(f"{TOPIC}/state", rubbish)
    mosquitto.publish(f"{TOPIC}/command", rubbish)
    barrier.open("a", deadline_ns=soon())
    assert len(far.pulses) == 1


def test_a_wrong_password_shows(tmp_path: Path) -> None:
    with Mosquitto(tmp_path, logins={"lot": "right"}) as mosquitto:
        barrier = barrier_at(mosquitto, user="lot", password="wrong")
        barrier.start()
        assert eventually(lambda: barrier.status().cause == "barrier.no_broker")
        assert "broker.no_login" in barrier.status().detail
        barrier.stop()


def test_barriers_and_loops_share_one_connection_and_leave_it_one_by_one(
    mosquitto: Mosquitto, far: MqttRelay
) -> None:
    broker = Broker(BrokerAddress("127.0.0.1", mosquitto.port))
    unit = MqttUnit(broker, PlainTopics(TOPIC))
    barrier, loops = UnitBarrier(unit, relay=0), ContactLoops(unit, arming_input=0, closing_input=None)
    other = UnitBarrier(MqttUnit(broker, PlainTopics("lot/exit")), relay=0)
    loops.start(lambda _edge: None)
    for user in (barrier, other):
        user.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    other.stop()
    loops.stop()
    time.sleep(0.2)
    barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert broker.status().health is Health.UNKNOWN
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    barrier.stop()
