"""What the journal says of a held gate and what its contact says, where they differ."""

from __future__ import annotations

import queue
from collections.abc import Callable
from typing import Any

import pytest

from core.domain.errors import DeviceError, Refused, StoreError
from core.services.lane_hold import HELD_UNASKED, HOLD_LOST, LaneHold
from core.services.ports import Boom, DeviceStatus, Health
from core.store.tasks import TaskRunner
from devices.barriers.memory import MemoryBarrier
from tests.booth import Booth

SECOND = 1_000_000_000


class OnlyOpens:
    """FAKE: a barrier that can be opened and nothing else."""

    def start(self) -> None:
        pass

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        pass

    def boom(self) -> Boom:
        return Boom.UNKNOWN

    def stop(self) -> None:
        pass

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)


class Silent(MemoryBarrier):
    """FAKE: a barrier whose holding contact nobody can read."""

    def is_held(self) -> bool | None:
        return None


class Full:
    """FAKE: a store with a full disk, as long as it is said to be."""

    def __init__(self, booth: Booth) -> None:
        self._store = booth.store
        self.is_full = False

    def read(self, query: Callable[[Any], Any]) -> Any:
        return self._store.read(query)

    def write(self, work: Callable[[Any], Any]) -> Any:
        if self.is_full:
            raise StoreError("store.disk_full")
        return self._store.write(work)


class Lane:
    """One lane's holding, with the tasks that are done for it."""

    def __init__(self, booth: Booth, barrier: Any, store: Any = None) -> None:
        self.booth, self.barrier = booth, barrier
        self.pictures = 0
        self._told: queue.Queue[Callable[[], None]] = queue.Queue()
        self.hold = LaneHold("exit", barrier, store or booth.store, booth.clock, self._told.put)
        self.hold.resume()
        barrier.start()

    def hears(self) -> None:
        """The tasks' word arrives on the lane's thread, between two events."""
        self._told.get(timeout=15)()

    def picture(self) -> str:
        self.pictures += 1
        return "p" * 64

    def watch(self, *seconds: float) -> None:
        for second in seconds:
            self.hold.watch(int(second * SECOND), self.picture)


def held(booth: Booth, barrier: MemoryBarrier, store: Any = None) -> Lane:
    lane = Lane(booth, barrier, store)
    tasks = TaskRunner(booth.store, {"gate.hold/exit": lane.hold.handler()}, booth.clock)
    tasks.start()
    try:
        lane.hold.hold(booth.ben, "fire", "", "")
        lane.hears()
    finally:
        tasks.stop()
    return lane


def test_a_barrier_that_can_only_open_refuses_at_once(booth: Booth) -> None:
    lane = Lane(booth, OnlyOpens())
    with pytest.raises(Refused, match=r"barrier\.cannot_hold"):
        lane.hold.hold(booth.ben, "fire", "", "")
    lane.watch(1, 10)
    assert "gate.held" not in booth.kinds()


def test_a_contact_that_is_open_for_a_moment_is_no_loss(booth: Booth) -> None:
    lane = held(booth, MemoryBarrier())
    lane.barrier.lose_power()
    lane.watch(1, 2.9)
    assert lane.hold.is_held
    lane.watch(3.1)
    assert (lane.hold.is_held, lane.hold.fault) == (False, HOLD_LOST)
    assert lane.pictures == 1


def test_a_contact_that_cannot_be_read_is_neither_lost_nor_found(booth: Booth) -> None:
    lane = held(booth, Silent())
    lane.watch(1, 10, 100)
    assert (lane.hold.is_held, lane.hold.fault) == (True, "")


def test_a_loss_that_cannot_be_written_down_is_tried_again_without_a_flood_of_pictures(booth: Booth) -> None:
    store = Full(booth)
    lane = held(booth, MemoryBarrier(), store)
    lane.barrier.lose_power()
    store.is_full = True
    failed = 0
    for tenth in range(100):
        try:
            lane.watch(1 + tenth / 10)
        except StoreError:
            failed += 1
    assert (failed, lane.pictures) == (4, 4)
    assert lane.hold.is_held
    store.is_full = False
    lane.watch(20, 23)
    assert lane.hold.fault == HOLD_LOST
    assert booth.kinds().count("gate.hold_lost") == 1


def test_a_contact_closed_by_somebody_else_is_told_once_until_it_opens(booth: Booth) -> None:
    lane = Lane(booth, MemoryBarrier())
    lane.barrier.leave_held()
    lane.watch(1, 4, 7, 10)
    assert lane.hold.fault == HELD_UNASKED
    assert booth.kinds().count("gate.held_unasked") == 1
    lane.barrier.lose_power()
    lane.watch(11)
    assert lane.hold.fault == ""
    lane.barrier.leave_held()
    lane.watch(12, 15)
    assert booth.kinds().count("gate.held_unasked") == 2


def test_a_command_that_came_too_late_holds_nothing_and_says_so(booth: Booth) -> None:
    lane = Lane(booth, MemoryBarrier())
    lane.hold.hold(booth.ben, "fire", "", "")
    booth.clock.pass_by(seconds=4)
    tasks = TaskRunner(booth.store, {"gate.hold/exit": lane.hold.handler()}, booth.clock)
    # Found waiting at the start of the tasks: what became of it is not known, and it is not done.
    tasks.start()
    lane.hears()
    tasks.stop()
    assert "gate.hold_unknown" in booth.kinds()
    assert lane.barrier.is_held() is False
    assert lane.hold.view().cause == "task.interrupted"
    lane.watch(1, 4)
    assert lane.hold.fault == HOLD_LOST


def test_a_crash_between_the_word_and_the_board_is_taken_up_with_the_relay_left_as_it_is(
    booth: Booth,
) -> None:
    first = Lane(booth, MemoryBarrier())
    first.hold.hold(booth.ben, "fire", "alarm", "")
    after = Lane(booth, MemoryBarrier())
    assert after.barrier.is_held() is True
    assert (after.hold.view().state, after.hold.view().by) == ("asked", "Ben")


def test_a_driver_that_fails_leaves_its_cause(booth: Booth) -> None:
    lane = Lane(booth, MemoryBarrier())
    lane.barrier.fail_with(DeviceError("barrier.refused"))
    tasks = TaskRunner(booth.store, {"gate.hold/exit": lane.hold.handler()}, booth.clock)
    tasks.start()
    lane.hold.hold(booth.ben, "fire", "", "")
    lane.hears()
    tasks.stop()
    assert "gate.hold_failed" in booth.kinds()
    assert (lane.hold.is_held, lane.hold.view().cause) == (False, "barrier.refused")
