"""Who is asked before a lane says no, and who is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.reads import Box, Vote, VotePolicy
from core.services.import_stays import InsideRow, import_stays
from core.services.lane_decision import LaneDecision, decide
from tests.booth import LANES, Booth, wait_until

ENTRY, EXIT = LANES


class Neighbours:
    """FAKE: the other consoles; when they are asked, ``news`` happens."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.news: Callable[[], object] = lambda: None

    def refresh(self, milliseconds: int) -> bool:
        return self._ask(f"news within {milliseconds} ms")

    def ask_space(self, milliseconds: int) -> bool:
        return self._ask(f"a space within {milliseconds} ms")

    def _ask(self, what: str) -> bool:
        self.asked.append(what)
        self.news()
        return True


@pytest.fixture
def neighbours() -> Neighbours:
    return Neighbours()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Booth]:
    """A lot with one space."""
    made = Booth(tmp_path, capacity=1)
    yield made
    made.close()


def decided(
    booth: Booth, lane: Lane, plate: str, neighbours: Neighbours, confidence: float = 0.97
) -> LaneDecision:
    return decide(
        booth.store,
        lane,
        vote=Vote(plate, plate, confidence, 4, 4, (), Box(0, 0, 100, 30), 1),
        sighting_id=booth.store.read(lambda unit: unit.new_id()),
        photo="",
        policy=VotePolicy(),
        outside=neighbours,
    )


def inside(booth: Booth, plate: str) -> Callable[[], object]:
    row = InsideRow(plate, None)
    return lambda: booth.store.write(lambda unit: import_stays(unit, actor=booth.boss, rows=[row]))


def test_an_opening_asks_nobody(small: Booth, neighbours: Neighbours) -> None:
    assert decided(small, ENTRY, "AAA1111", neighbours).action is Action.OPEN
    assert decided(small, EXIT, "AAA1111", neighbours).reason == "exit.nothing_due"
    assert neighbours.asked == []


def test_a_lot_that_looks_full_asks_for_a_space_before_it_refuses(
    small: Booth, neighbours: Neighbours
) -> None:
    inside(small, "AAA1111")()
    assert decided(small, ENTRY, "BBB2222", neighbours).reason == "entry.full"
    assert neighbours.asked == ["a space within 300 ms"]
    # A refusal is written down once, however often it was thought over.
    assert small.kinds().count("lane.sighted") == 1


def test_a_car_that_the_exit_does_not_know_leaves_by_what_the_others_know(
    booth: Booth, neighbours: Neighbours
) -> None:
    neighbours.news = inside(booth, "AAA1111")
    decision = decided(booth, EXIT, "AAA1111", neighbours)
    assert (decision.action, decision.reason) == (Action.OPEN, "exit.nothing_due")
    assert neighbours.asked == ["news within 300 ms"]


def test_a_car_that_paid_elsewhere_is_let_out_once_the_exit_heard_of_it(
    running: Booth, neighbours: Neighbours
) -> None:
    stay = running.enter("AAA1111")
    running.clock.pass_by(minutes=65)
    neighbours.news = lambda: running.pay(stay.stay_id)
    assert decided(running, EXIT, "AAA1111", neighbours).reason == "exit.paid"


def test_a_car_that_others_do_not_know_either_is_asked_about_as_ever(
    booth: Booth, neighbours: Neighbours
) -> None:
    assert decided(booth, EXIT, "AAA1111", neighbours).reason == "exit.no_record"
    assert booth.kinds().count("lane.sighted") == 1


@pytest.mark.parametrize("lane", LANES, ids=lambda lane: lane.lane_id)
def test_a_plate_that_nobody_could_read_is_no_question_for_others(
    booth: Booth, neighbours: Neighbours, lane: Lane
) -> None:
    decision = decided(booth, lane, "AAA1111", neighbours, confidence=0.3)
    assert decision.reason == f"{Direction(lane.direction).value}.unsure_plate"
    assert neighbours.asked == []


def test_a_lane_asks_once_for_each_plate_of_a_car_that_waits(booth: Booth, neighbours: Neighbours) -> None:
    booth.run_lanes(outside=neighbours)
    booth.arrive("exit", "AAA1111")
    lane = booth.lanes["exit"]
    wait_until(lambda: lane.view.reason == "exit.no_record")
    assert len(neighbours.asked) == 1
    decided_at = lane.view.decided_at
    booth.clock.pass_by(seconds=1)
    lane.reconsider()
    wait_until(lambda: lane.view.decided_at != decided_at)
    assert len(neighbours.asked) == 1
    lane.correct("BBB2222", booth.ben)
    wait_until(lambda: lane.view.plate == "BBB2222")
    wait_until(lambda: len(neighbours.asked) == 2)
