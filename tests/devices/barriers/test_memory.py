from __future__ import annotations

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom
from devices.barriers.memory import MemoryBarrier
from tests.devices.barriers.contract import soon


def test_the_boom_goes_up_comes_down_behind_the_vehicle_and_takes_its_time() -> None:
    now_ns = 0
    barrier = MemoryBarrier(travel_ms=1500, clock_ns=lambda: now_ns)
    assert barrier.boom() is Boom.UNKNOWN
    barrier.start()
    assert barrier.boom() is Boom.DOWN
    barrier.open("a", deadline_ns=1)
    assert barrier.boom() is Boom.MOVING
    now_ns += 1_500_000_000
    assert barrier.boom() is Boom.UP
    barrier.vehicle_passed()
    assert barrier.boom() is Boom.MOVING
    now_ns += 1_500_000_000
    assert barrier.boom() is Boom.DOWN


def test_a_barrier_set_to_lose_its_answer_moves_all_the_same() -> None:
    barrier = MemoryBarrier(clock_ns=lambda: 0)
    barrier.start()
    barrier.fail_with(DeviceError("barrier.no_answer", unknown=True))
    with pytest.raises(DeviceError):
        barrier.open("a", deadline_ns=1)
    assert barrier.boom() is Boom.UP
    barrier.fail_with(DeviceError("barrier.refused"))
    with pytest.raises(DeviceError):
        barrier.open("b", deadline_ns=1)
    assert barrier.pulses == ("a",)


def test_a_held_boom_stays_up_behind_a_vehicle_and_comes_down_when_the_board_loses_its_power() -> None:
    barrier = MemoryBarrier()
    barrier.start()
    barrier.hold_open("a", deadline_ns=soon())
    barrier.vehicle_passed()
    assert (barrier.boom(), barrier.is_held()) == (Boom.UP, True)
    barrier.lose_power()
    assert (barrier.boom(), barrier.is_held()) == (Boom.DOWN, False)


def test_one_that_was_left_held_is_held_when_it_starts() -> None:
    barrier = MemoryBarrier()
    barrier.leave_held()
    assert barrier.is_held() is None
    barrier.start()
    assert (barrier.boom(), barrier.is_held()) == (Boom.UP, True)
