from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom, Health
from devices.barriers.relay_unit import UnitBarrier
from devices.relay_units.login import Login
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import ShellyLink
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.shelly import ShellyPeer


def barrier_on(
    far: ShellyPeer, *, acting: Login | None = None, asking: Login | None = None, relay: int = 1
) -> UnitBarrier:
    acting = acting or Login()
    link = ShellyLink("127.0.0.1", far.port, acting=acting, asking=asking or acting)
    return UnitBarrier(
        PolledUnit("shelly", link), relay=relay, boom_up_input=2, boom_down_input=3, pulse_ms=700
    )


@pytest.fixture
def far() -> Iterator[ShellyPeer]:
    with ShellyPeer() as peer:
        yield peer


@pytest.fixture
def barrier(far: ShellyPeer) -> Iterator[UnitBarrier]:
    barrier = barrier_on(far)
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


def is_set(method: str, path: str, body: bytes) -> bool:
    return b"Switch.Set" in body


def everything(method: str, path: str, body: bytes) -> bool:
    return True


def test_the_unit_itself_ends_the_pulse(far: ShellyPeer, barrier: UnitBarrier) -> None:
    barrier.open("a", deadline_ns=soon())
    assert [(one.relay, one.on, one.toggle_after_s) for one in far.sets] == [(1, True, 0.7)]
    assert far.relay(1)
    assert eventually(lambda: not far.relay(1))
    assert len(far.sets) == 1


def test_commands_go_under_one_login_and_questions_under_another() -> None:
    with ShellyPeer(logins={"admin": "gate", "look": "only"}) as far:
        barrier = barrier_on(far, acting=Login("admin", "gate"), asking=Login("look", "only"))
        barrier.start()
        assert eventually(lambda: barrier.status().health is Health.OK)
        barrier.open("a", deadline_ns=soon())
        barrier.open("b", deadline_ns=soon())
        barrier.stop()
        assert [one.user for one in far.sets] == ["admin", "admin"]


def test_a_wrong_password_shows_and_moves_nothing() -> None:
    with ShellyPeer(logins={"admin": "gate"}) as far:
        barrier = barrier_on(far, acting=Login("admin", "other"))
        barrier.start()
        assert eventually(lambda: barrier.status().cause == "barrier.no_login")
        with pytest.raises(DeviceError) as raised:
            barrier.open("a", deadline_ns=soon())
        barrier.stop()
        assert (raised.value.cause, raised.value.unknown) == ("barrier.no_login", False)
        assert far.sets == []


def test_a_command_that_may_only_be_asked_with_the_wrong_login_is_refused_for_certain() -> None:
    with ShellyPeer(logins={"admin": "gate"}) as far:
        barrier = barrier_on(far, acting=Login("admin", "other"), asking=Login("admin", "gate"))
        barrier.start()
        assert eventually(lambda: barrier.status().health is Health.OK)
        with pytest.raises(DeviceError) as raised:
            barrier.open("a", deadline_ns=soon())
        barrier.stop()
        assert (raised.value.cause, raised.value.unknown) == ("barrier.no_login", False)
        assert far.sets == []


def test_an_older_generation_is_named_and_not_spoken_to() -> None:
    with ShellyPeer(generation=1) as far:
        barrier = barrier_on(far)
        barrier.start()
        assert eventually(lambda: barrier.status().cause == "barrier.wrong_device")
        barrier.stop()


def test_a_relay_that_the_unit_does_not_have_is_refused(far: ShellyPeer) -> None:
    barrier = barrier_on(far, relay=9)
    barrier.start()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert (raised.value.cause, raised.value.unknown) == ("barrier.refused", False)
    assert "id" in raised.value.detail


def test_a_command_to_a_unit_gone_mute_is_unknown_takes_a_second_at_most_and_is_never_sent_again(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    far.mute = is_set
    begun_s = time.monotonic()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert time.monotonic() - begun_s < 2.0
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    far.mute = lambda method, path, body: False
    assert eventually(lambda: barrier.status().health is Health.OK)
    with pytest.raises(DeviceError) as again:
        barrier.open("a", deadline_ns=soon())
    assert again.value.unknown
    assert len(far.sets) == 1


def test_nothing_is_sent_to_a_unit_that_has_stopped_answering_its_polls(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    far.mute = everything
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    far.mute = lambda method, path, body: False
    assert eventually(lambda: barrier.status().health is Health.OK)
    time.sleep(0.5)
    assert far.sets == []


def test_a_unit_that_is_off_moved_nothing_and_is_back_within_five_seconds(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    far.lose_power()
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    time.sleep(6)
    far.start()
    back_s = time.monotonic()
    assert eventually(lambda: barrier.status().health is Health.OK)
    assert time.monotonic() - back_s < 5.0
    assert far.sets == []
    barrier.open("b", deadline_ns=soon())
    assert len(far.sets) == 1


def test_a_vehicle_that_comes_while_the_console_waits_does_not_wait_with_it(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    far.stop()
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    far.start()
    barrier.open("a", deadline_ns=soon())
    assert len(far.sets) == 1


def test_a_unit_that_lost_its_power_comes_back_open_and_is_not_closed_again_by_itself(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    barrier.hold_open("a", deadline_ns=soon())
    assert eventually(lambda: barrier.is_held() is True)
    assert eventually(lambda: far.initial_states[1] == "off")
    far.lose_power()
    assert eventually(lambda: barrier.is_held() is None)
    far.start()
    assert eventually(lambda: barrier.is_held() is False)
    time.sleep(0.5)
    assert [one.on for one in far.sets] == [True]


def test_the_memory_of_the_unit_is_written_once_and_only_for_the_relay_that_moves_the_gate(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    for command_id in ("a", "b", "c"):
        barrier.open(command_id, deadline_ns=soon())
    assert eventually(lambda: far.config_writes == 1)
    assert far.initial_states == ["restore_last", "off", "restore_last", "restore_last"]
    barrier.stop()
    barrier.start()
    barrier.open("d", deadline_ns=soon())
    time.sleep(0.5)
    assert far.config_writes == 1


def test_stopping_leaves_a_gate_that_is_held_as_it_is(far: ShellyPeer, barrier: UnitBarrier) -> None:
    barrier.hold_open("a", deadline_ns=soon())
    barrier.stop()
    assert far.relay(1)
    again = barrier_on(far)
    again.leave_held()
    again.start()
    assert eventually(lambda: again.is_held() is True)
    again.stop()
    assert len(far.sets) == 1


def test_rubbish_from_the_unit_is_no_answer_and_no_crash(far: ShellyPeer, barrier: UnitBarrier) -> None:
    for rubbish in (b"", b"[]", b"null", b"{", b"[" * 20_000, b'{"result": 3}', b"x" * 200_000):
        far.answer = lambda *asked, rubbish=rubbish: (200, rubbish, {})  # type: ignore[method-assign, misc]
        assert eventually(lambda: barrier.status().health is Health.FAILED)
        with pytest.raises(DeviceError) as raised:
            barrier.open("a", deadline_ns=soon())
        assert not raised.value.unknown


def test_the_boom_is_where_its_contacts_say_and_not_known_where_an_input_says_nothing(
    far: ShellyPeer, barrier: UnitBarrier
) -> None:
    far.set_input(2, True)
    assert eventually(lambda: barrier.boom() is Boom.UP)
    far.set_input(2, False)
    assert eventually(lambda: barrier.boom() is Boom.MOVING)
    far.set_input(2, None)
    assert eventually(lambda: barrier.boom() is Boom.UNKNOWN)
    far.set_input(2, True)
    assert eventually(lambda: barrier.boom() is Boom.UP)
    far.stop()
    assert eventually(lambda: barrier.boom() is Boom.UNKNOWN)


def test_it_tells_what_it_measures(barrier: UnitBarrier) -> None:
    measures = {measure.name: measure.value for measure in barrier.measures()}
    assert measures["barrier.relay_closed"] is False
    assert measures["barrier.held"] is False
    assert measures["barrier.boom_up"] is False
    assert isinstance(measures["barrier.answer_ms"], float)


def test_a_listener_with_a_bug_does_not_keep_the_gate_from_its_unit_for_good(
    far: ShellyPeer, caplog: pytest.LogCaptureFixture
) -> None:
    link = ShellyLink("127.0.0.1", far.port, acting=Login(), asking=Login())
    unit = PolledUnit("shelly", link)
    bugs = [ZeroDivisionError("here")]

    def stumble(index: int, value: bool | None, at_ns: int) -> None:
        if bugs:
            raise bugs[0]

    unit.inputs.listen(0, stumble)
    unit.hold(far)
    assert eventually(lambda: unit.status().cause == "board.crashed")
    assert "ZeroDivisionError" in caplog.text
    bugs.clear()
    assert eventually(lambda: unit.status().health is Health.OK)
    unit.release(far)
