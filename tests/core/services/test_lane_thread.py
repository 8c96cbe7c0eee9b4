"""A lane's thread: one thing after the other, and a fault leaves it at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from core.domain.errors import Refused, StoreError
from core.services import lane_thread
from core.services.lane_thread import Call, Event, LaneThread
from tests.booth import wait_until


class Lane:
    """Does what is called, and counts faults."""

    def __init__(self) -> None:
        self.faults = 0
        self.thread = LaneThread("entry", self._step, self._fault)

    def _step(self, event: Event) -> None:
        if isinstance(event, Call):
            event.work()

    def _fault(self) -> None:
        self.faults += 1


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    made.thread.start()
    yield made
    made.thread.stop()


def test_what_is_asked_of_a_lane_is_done_in_order_on_its_own_thread(lane: Lane) -> None:
    done: list[int] = []
    for number in range(20):
        lane.thread.call(lambda number=number: done.append(number))  # type: ignore[misc]
    assert lane.thread.do(lambda: threading.current_thread().name) == "lane-entry"
    assert done == list(range(20))


def test_who_asks_hears_what_was_refused(lane: Lane) -> None:
    def refuse() -> None:
        raise Refused("lane.vehicle_changed")

    with pytest.raises(Refused, match=r"lane\.vehicle_changed"):
        lane.thread.do(refuse)
    assert lane.faults == 0


def test_a_fault_in_one_thing_does_not_keep_the_next_from_being_done(lane: Lane) -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    lane.thread.call(break_down)
    wait_until(lambda: lane.faults == 1)
    assert lane.thread.do(lambda: "done") == "done"


def test_a_lane_that_does_not_begin_in_time_says_so_and_does_it_never(
    lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_thread, "ASK_SECONDS", 0.05)
    held, done = threading.Event(), []
    lane.thread.call(lambda: held.wait(15))
    with pytest.raises(StoreError) as told:
        lane.thread.do(lambda: done.append("late"))
    assert told.value.cause == "store.busy"
    held.set()
    monkeypatch.setattr(lane_thread, "ASK_SECONDS", 15.0)
    lane.thread.do(lambda: None)
    assert done == []


def test_more_events_than_the_queue_holds_are_dropped_and_nobody_waits(lane: Lane) -> None:
    held, done = threading.Event(), []
    begun = threading.Event()
    lane.thread.call(lambda: (begun.set(), held.wait(15)))  # type: ignore[arg-type, return-value]
    assert begun.wait(15)
    for number in range(lane_thread.QUEUE_SIZE + 50):
        lane.thread.call(lambda number=number: done.append(number))  # type: ignore[misc]
    held.set()
    wait_until(lambda: len(done) == lane_thread.QUEUE_SIZE)
    assert lane.thread.do(lambda: "alive") == "alive"
    assert done == list(range(lane_thread.QUEUE_SIZE))
