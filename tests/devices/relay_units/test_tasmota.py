from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.relay_units.login import Login
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.polled import PolledUnit
from devices.relay_units.tasmota_http import TasmotaLink
from devices.relay_units.tasmota_topics import TasmotaTopics
from devices.relay_units.tasmota_words import news_of, pulse_figure
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress, Message
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.tasmota import TasmotaDevice, TasmotaOverMqtt, TasmotaWeb


@pytest.fixture
def device() -> TasmotaDevice:
    return TasmotaDevice()


@pytest.fixture
def web(device: TasmotaDevice) -> Iterator[TasmotaWeb]:
    with TasmotaWeb(device, password="s3cret & more") as far:
        yield far


@pytest.fixture
def over_http(web: TasmotaWeb) -> Iterator[UnitBarrier]:
    yield from well(barrier_at(web, "s3cret & more"))


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    with Mosquitto(tmp_path) as broker:
        yield broker


@pytest.fixture
def far(mosquitto: Mosquitto, device: TasmotaDevice) -> Iterator[TasmotaOverMqtt]:
    far = TasmotaOverMqtt(device, mosquitto.port, "gate")
    far.start()
    yield far
    far.stop()


@pytest.fixture
def over_mqtt(mosquitto: Mosquitto, far: TasmotaOverMqtt) -> Iterator[UnitBarrier]:
    unit = MqttUnit(Broker(BrokerAddress("127.0.0.1", mosquitto.port)), TasmotaTopics("gate"))
    yield from well(UnitBarrier(unit, relay=0, pulse_ms=300))


def barrier_at(web: TasmotaWeb, password: str) -> UnitBarrier:
    link = TasmotaLink("127.0.0.1", web.port, login=Login(password=password))
    return UnitBarrier(PolledUnit("tasmota", link), relay=0, pulse_ms=300)


def well(barrier: UnitBarrier) -> Iterator[UnitBarrier]:
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


@pytest.mark.parametrize("way", ["over_http", "over_mqtt"])
def test_the_device_ends_every_pulse_even_where_somebody_took_its_time_away(
    way: str, device: TasmotaDevice, request: pytest.FixtureRequest
) -> None:
    barrier: UnitBarrier = request.getfixturevalue(way)
    for command_id in ("a", "b"):
        device.pulse_times[0] = 0
        barrier.open(command_id, deadline_ns=soon())
        assert device.relay(0)
        assert device.pulse_times[0] == 3
        assert eventually(lambda: not device.relay(0))


@pytest.mark.parametrize("way", ["over_http", "over_mqtt"])
def test_holding_has_no_end_although_the_last_pulse_left_one(
    way: str, device: TasmotaDevice, request: pytest.FixtureRequest
) -> None:
    barrier: UnitBarrier = request.getfixturevalue(way)
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: not device.relay(0))
    barrier.hold_open("b", deadline_ns=soon())
    time.sleep(1)
    assert device.relay(0)
    barrier.let_go("c", deadline_ns=soon())
    assert not device.relay(0)


@pytest.mark.parametrize("way", ["over_http", "over_mqtt"])
def test_its_relays_are_made_to_be_open_when_the_power_comes_back(
    way: str, device: TasmotaDevice, request: pytest.FixtureRequest
) -> None:
    assert device.power_on_state == 3
    request.getfixturevalue(way)
    assert eventually(lambda: device.power_on_state == 0)


def test_a_wrong_password_shows_and_is_nowhere_in_words(web: TasmotaWeb) -> None:
    barrier = barrier_at(web, "open sesame")
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.no_login")
    web.stop()
    assert eventually(lambda: barrier.status().cause == "barrier.no_answer")
    assert "sesame" not in barrier.status().detail
    barrier.stop()


def test_a_relay_that_the_device_does_not_have_is_refused(web: TasmotaWeb) -> None:
    link = TasmotaLink("127.0.0.1", web.port, login=Login(password="s3cret & more"))
    barrier = UnitBarrier(PolledUnit("tasmota", link), relay=6, pulse_ms=300)
    barrier.start()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert (raised.value.cause, raised.value.unknown) == ("barrier.refused", False)


def test_a_device_that_goes_mute_after_it_was_told_how_long_has_moved_nothing(
    web: TasmotaWeb, over_http: UnitBarrier, device: TasmotaDevice
) -> None:
    web.mute = lambda method, path, body: "PulseTime" in path
    with pytest.raises(DeviceError) as raised:
        over_http.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    assert device.ons == []


def test_a_device_that_goes_mute_on_the_command_itself_may_have_acted(
    web: TasmotaWeb, over_http: UnitBarrier, device: TasmotaDevice
) -> None:
    web.mute = lambda method, path, body: "Power1" in path
    with pytest.raises(DeviceError) as raised:
        over_http.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    assert device.ons == [0]


def test_the_last_will_tells_that_the_device_is_gone(
    far: TasmotaOverMqtt, over_mqtt: UnitBarrier, device: TasmotaDevice
) -> None:
    far.stop()
    assert eventually(lambda: over_mqtt.status().cause == "barrier.no_answer")
    with pytest.raises(DeviceError) as raised:
        over_mqtt.open("a", deadline_ns=soon())
    assert not raised.value.unknown
    assert device.ons == []


def test_a_power_on_that_somebody_left_retained_is_cleared_and_told(
    mosquitto: Mosquitto, over_mqtt: UnitBarrier
) -> None:
    mosquitto.publish("cmnd/gate/Power1", "ON", retain=True)
    assert eventually(lambda: over_mqtt.status().cause == "barrier.retained_command")
    assert eventually(lambda: mosquitto.retained("cmnd/gate/#") is None)


def test_a_pulse_in_the_devices_own_figures() -> None:
    assert [pulse_figure(ms) for ms in (100, 500, 1000, 5000, 11_100, 12_000)] == [1, 5, 10, 50, 111, 112]


@pytest.mark.parametrize(
    ("said", "relays", "inputs", "times"),
    [
        (b'{"POWER":"ON"}', {0: True}, {}, {}),
        (b'{"POWER2":"OFF"}', {1: False}, {}, {}),
        (b'{"StatusSTS":{"POWER1":"ON","POWER2":"OFF"}}', {0: True, 1: False}, {}, {}),
        (b'{"StatusSNS":{"Switch1":"ON","Switch2":"OFF"}}', {}, {0: True, 1: False}, {}),
        (b'{"Switch2":{"Action":"ON"}}', {}, {1: True}, {}),
        (b'{"Switch1":{"Action":"TOGGLE"}}', {}, {0: None}, {}),
        (b'{"PulseTime1":{"Set":5,"Remaining":0}}', {}, {}, {0: 5}),
        (b'{"PulseTime2":"5 (active 5)"}', {}, {}, {1: 5}),
        (b'{"Command":"Unknown"}', {}, {}, {}),
        (b'{"POWER1":7,"Switch1":null}', {0: None}, {0: None}, {}),
    ],
)
def test_what_the_device_says_is_understood(
    said: bytes, relays: dict[int, bool], inputs: dict[int, bool], times: dict[int, int]
) -> None:
    news = news_of(said)
    assert news is not None
    assert (news.relays, news.inputs, news.pulse_times) == (relays, inputs, times)


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b"7", b"[" * 9000, b"\xff\xfe", b'"' + b"x" * 20_000])
def test_rubbish_is_nothing(rubbish: bytes) -> None:
    assert news_of(rubbish) is None


def test_an_answer_nested_without_end_is_read_no_deeper_than_tasmota_nests() -> None:
    deep = b'{"StatusSTS":' * 900 + b"1" + b"}" * 900
    assert news_of(deep) == news_of(b"{}")
    assert news_of(b'{"StatusSTS":{"POWER1":"ON"}}').relays == {0: True}  # type: ignore[union-attr]


def test_one_that_comes_online_later_is_told_again_how_its_relays_are_to_be() -> None:
    topics = TasmotaTopics("gate")
    told = ("cmnd/gate/PowerOnState", b"0")
    assert told in topics.questions()
    assert told not in topics.questions()
    topics.read(Message("tele/gate/LWT", b"Online", retained=False, at_ns=0))
    assert told in topics.questions()
