from __future__ import annotations

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom
from devices.barriers.memory import MemoryBarrier


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
