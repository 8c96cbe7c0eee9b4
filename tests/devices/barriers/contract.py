"""What every barrier driver keeps, whatever it drives; each promise is run over each driver."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Barrier, Boom, Health, HoldsOpen

LIMIT_S = 20.0


@dataclass(frozen=True, slots=True)
class BarrierRig:
    """A barrier that is started and well, and a count of the pulses that reached its far side.

    ``best_health`` is what it says of itself when all is well.
    """

    barrier: Barrier
    pulse_count: Callable[[], int]
    best_health: Health = Health.OK


def soon() -> int:
    """A deadline that no slow machine misses."""
    return time.monotonic_ns() + int(LIMIT_S * 1e9)


def eventually(condition: Callable[[], bool]) -> bool:
    """Whether the condition comes true within a generous time."""
    until_s = time.monotonic() + LIMIT_S
    while time.monotonic() < until_s:
        if condition():
            return True
        time.sleep(0.005)
    return condition()


def one_open_pulses_once(rig: BarrierRig) -> None:
    rig.barrier.open("a", deadline_ns=soon())
    assert rig.pulse_count() == 1


def the_same_command_id_pulses_once(rig: BarrierRig) -> None:
    rig.barrier.open("a", deadline_ns=soon())
    rig.barrier.open("a", deadline_ns=soon())
    assert rig.pulse_count() == 1


def the_next_vehicle_gets_its_own_pulse(rig: BarrierRig) -> None:
    rig.barrier.open("a", deadline_ns=soon())
    rig.barrier.open("b", deadline_ns=soon())
    assert rig.pulse_count() == 2


def a_late_command_is_thrown_away(rig: BarrierRig) -> None:
    with pytest.raises(DeviceError) as raised:
        rig.barrier.open("a", deadline_ns=time.monotonic_ns() - 1)
    assert raised.value.cause == "barrier.too_late"
    assert not raised.value.unknown
    assert rig.pulse_count() == 0


def a_command_that_was_too_late_may_be_given_again(rig: BarrierRig) -> None:
    with pytest.raises(DeviceError):
        rig.barrier.open("a", deadline_ns=time.monotonic_ns() - 1)
    rig.barrier.open("a", deadline_ns=soon())
    assert rig.pulse_count() == 1


def after_an_open_the_boom_is_up_or_not_known(rig: BarrierRig) -> None:
    rig.barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: rig.barrier.boom() in {Boom.UP, Boom.UNKNOWN})


def it_is_well_after_start_and_stopping_twice_does_no_harm(rig: BarrierRig) -> None:
    assert eventually(lambda: rig.barrier.status().health is rig.best_health)
    rig.barrier.stop()
    rig.barrier.stop()


def a_stopped_barrier_says_for_certain_that_it_did_nothing(rig: BarrierRig) -> None:
    rig.barrier.stop()
    with pytest.raises(DeviceError) as raised:
        rig.barrier.open("a", deadline_ns=soon())
    assert raised.value.cause == "barrier.no_answer"
    assert not raised.value.unknown
    assert rig.pulse_count() == 0
    assert rig.barrier.boom() in {Boom.UNKNOWN, Boom.DOWN}


def closing_can_never_be_asked(rig: BarrierRig) -> None:
    words = ("close", "lower", "shut", "down")
    public = [name for name in dir(rig.barrier) if not name.startswith("_")]
    assert {"start", "open", "boom", "stop", "status"} <= set(public)
    assert not [name for name in public if any(word in name for word in words)]


PROMISES: tuple[Callable[[BarrierRig], None], ...] = (
    one_open_pulses_once,
    the_same_command_id_pulses_once,
    the_next_vehicle_gets_its_own_pulse,
    a_late_command_is_thrown_away,
    a_command_that_was_too_late_may_be_given_again,
    after_an_open_the_boom_is_up_or_not_known,
    it_is_well_after_start_and_stopping_twice_does_no_harm,
    a_stopped_barrier_says_for_certain_that_it_did_nothing,
    closing_can_never_be_asked,
)


def _holding(rig: BarrierRig) -> HoldsOpen:
    assert isinstance(rig.barrier, HoldsOpen)
    return rig.barrier


def nobody_holds_it_at_start(rig: BarrierRig) -> None:
    assert eventually(lambda: _holding(rig).is_held() is False)


def held_open_it_stays_held_until_let_go(rig: BarrierRig) -> None:
    _holding(rig).hold_open("a", deadline_ns=soon())
    assert eventually(lambda: _holding(rig).is_held() is True)
    time.sleep(0.5)
    assert _holding(rig).is_held() is True
    _holding(rig).let_go("b", deadline_ns=soon())
    assert eventually(lambda: _holding(rig).is_held() is False)


def letting_go_of_what_nobody_holds_does_no_harm(rig: BarrierRig) -> None:
    _holding(rig).let_go("a", deadline_ns=soon())
    _holding(rig).let_go("a", deadline_ns=soon())
    assert eventually(lambda: _holding(rig).is_held() is False)
    assert rig.pulse_count() == 0


def a_pulse_is_no_holding(rig: BarrierRig) -> None:
    assert eventually(lambda: _holding(rig).is_held() is False)
    rig.barrier.open("a", deadline_ns=soon())
    until_s = time.monotonic() + 0.5
    while time.monotonic() < until_s:
        assert _holding(rig).is_held() is not True
        time.sleep(0.01)


def an_open_while_it_is_held_does_not_let_it_go(rig: BarrierRig) -> None:
    _holding(rig).hold_open("a", deadline_ns=soon())
    assert eventually(lambda: _holding(rig).is_held() is True)
    rig.barrier.open("b", deadline_ns=soon())
    time.sleep(0.5)
    assert _holding(rig).is_held() is True


def a_late_hold_is_thrown_away(rig: BarrierRig) -> None:
    with pytest.raises(DeviceError) as raised:
        _holding(rig).hold_open("a", deadline_ns=time.monotonic_ns() - 1)
    assert (raised.value.cause, raised.value.unknown) == ("barrier.too_late", False)
    assert _holding(rig).is_held() in {False, None}


HOLDING_PROMISES: tuple[Callable[[BarrierRig], None], ...] = (
    nobody_holds_it_at_start,
    held_open_it_stays_held_until_let_go,
    letting_go_of_what_nobody_holds_does_no_harm,
    a_pulse_is_no_holding,
    an_open_while_it_is_held_does_not_let_it_go,
    a_late_hold_is_thrown_away,
)
"""Of drivers that can be held open; the pulse of a rig is 100 ms."""
