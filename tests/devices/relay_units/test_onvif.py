from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.relay_unit import UnitBarrier
from devices.onvif.device import onvif_address
from devices.relay_units.login import Login
from devices.relay_units.onvif import POLL_LIMIT_S, OnvifLink
from devices.relay_units.polled import PolledUnit
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.onvif_relays import OnvifRelays


def barrier_on(far: OnvifRelays, *, password: str = "", token: str = "", relay: int = 0) -> UnitBarrier:
    place = onvif_address(f"http://127.0.0.1:{far.port}", Login("admin", password))
    link = OnvifLink(place, opening_token=token)
    unit = PolledUnit("camera", link, poll_hz=20, poll_limit_s=POLL_LIMIT_S)
    return UnitBarrier(unit, relay=relay, pulse_ms=400)


@pytest.fixture
def far() -> Iterator[OnvifRelays]:
    with OnvifRelays() as camera:
        yield camera


@pytest.fixture
def barrier(far: OnvifRelays) -> Iterator[UnitBarrier]:
    barrier = barrier_on(far)
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


def refusal(barrier: UnitBarrier, command_id: str = "a") -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        barrier.open(command_id, deadline_ns=soon())
    return raised.value


def test_the_camera_itself_ends_the_pulse_and_its_memory_is_written_once(
    far: OnvifRelays, barrier: UnitBarrier
) -> None:
    for command_id in ("a", "b", "c"):
        barrier.open(command_id, deadline_ns=soon())
        assert far.relay(0)
        assert eventually(lambda: not far.relay(0))
    assert far.settings == [("RelayA", "Monostable", "PT0.4S")]
    assert far.activations == ["RelayA"] * 3


def test_a_relay_is_named_by_its_token(far: OnvifRelays) -> None:
    barrier = barrier_on(far, token="RelayB")
    barrier.start()
    barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert far.activations == ["RelayB"]


@pytest.mark.parametrize(("token", "relay"), [("RelayC", 0), ("", 7)])
def test_a_relay_that_the_camera_does_not_have_is_refused(far: OnvifRelays, token: str, relay: int) -> None:
    barrier = barrier_on(far, token=token, relay=relay)
    barrier.start()
    trouble = refusal(barrier)
    barrier.stop()
    assert (trouble.cause, trouble.unknown) == ("barrier.refused", False)
    assert far.activations == []


@pytest.mark.parametrize("ahead_s", [0, 3600, -86_400 * 400])
def test_a_camera_whose_clock_is_wrong_takes_the_login_all_the_same(ahead_s: int) -> None:
    with OnvifRelays(password="see all", clock_ahead_s=ahead_s) as far:
        barrier = barrier_on(far, password="see all")
        barrier.start()
        barrier.open("a", deadline_ns=soon())
        barrier.stop()
        assert far.activations == ["RelayA"]


def test_a_wrong_password_shows_and_moves_nothing() -> None:
    with OnvifRelays(password="see all") as far:
        barrier = barrier_on(far, password="see nothing")
        barrier.start()
        assert eventually(lambda: barrier.status().cause == "barrier.no_login")
        trouble = refusal(barrier)
        barrier.stop()
    assert (trouble.cause, trouble.unknown) == ("barrier.no_login", False)
    assert far.activations == []


def test_a_camera_that_cannot_time_the_pulse_is_not_left_with_a_closed_relay(
    far: OnvifRelays, barrier: UnitBarrier
) -> None:
    far.only_bistable = True
    trouble = refusal(barrier)
    assert (trouble.cause, trouble.unknown) == ("barrier.refused", False)
    assert "Monostable" in trouble.detail
    assert far.activations == []


def test_holding_has_no_end_and_the_next_pulse_has_one_again(far: OnvifRelays, barrier: UnitBarrier) -> None:
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: not far.relay(0))
    barrier.hold_open("b", deadline_ns=soon())
    time.sleep(1)
    assert far.relay(0)
    barrier.let_go("c", deadline_ns=soon())
    assert eventually(lambda: barrier.is_held() is False)
    barrier.open("d", deadline_ns=soon())
    assert eventually(lambda: not far.relay(0))
    assert [mode for _, mode, _ in far.settings] == ["Monostable", "Bistable", "Monostable"]


def test_a_camera_that_goes_mute_on_the_command_may_have_acted_and_is_not_asked_again(
    far: OnvifRelays, barrier: UnitBarrier
) -> None:
    far.mute = lambda method, path, body: b"SetRelayOutputState" in body
    assert refusal(barrier).unknown
    far.mute = lambda method, path, body: False
    assert eventually(lambda: barrier.status().health is Health.OK)
    assert refusal(barrier).unknown
    assert far.activations == ["RelayA"]


def test_a_camera_that_forgot_who_listens_is_listened_to_anew(far: OnvifRelays, barrier: UnitBarrier) -> None:
    far.forget_subscriptions()
    assert eventually(lambda: barrier.status().health is not Health.OK)
    assert eventually(lambda: barrier.status().health is Health.OK)
    assert eventually(lambda: barrier.is_held() is False)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" * 5000,
        b"x" * 2_000_000,
    ],
)
def test_what_is_no_soap_is_another_device(far: OnvifRelays, answer: bytes) -> None:
    far.answer = lambda *asked: (200, answer, {})  # type: ignore[method-assign]
    barrier = barrier_on(far)
    barrier.start()
    assert eventually(lambda: barrier.status().cause in {"barrier.wrong_device", "barrier.no_answer"})
    assert not refusal(barrier).unknown
    barrier.stop()
