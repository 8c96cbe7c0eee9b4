"""What a lane shows of a decision, and of a vehicle that nobody decided about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.reads import Box, Vote
from core.services.lane_decision import LaneDecision
from core.services.lane_shown import LaneShown
from core.services.lane_vehicle import LaneVehicle
from tests.fakes.clock import FakeClock

BOX = Box(10, 10, 150, 40)
VOTE = Vote("ABC1234", "ABC1234", 0.95, 3, 3, (), BOX, best_sequence=7)
ASKS = LaneDecision(Action.ASK, "entry.unsure_plate", None, None)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def shown(clock: FakeClock) -> LaneShown:
    return LaneShown(Lane("entry", "Entry 1", Direction.ENTRY), clock, lambda _view: None)


@pytest.mark.parametrize(("sequence", "is_rear", "box"), [(7, False, BOX), (6, False, None), (7, True, None)])
def test_the_plate_is_marked_only_in_the_picture_that_it_was_read_in(
    shown: LaneShown, sequence: int, is_rear: bool, box: Box | None
) -> None:
    vehicle = LaneVehicle(photo="a" * 64, photo_is_rear=is_rear, photo_sequence=sequence)
    shown.decided(ASKS, VOTE, vehicle)
    assert shown.view.plate_box == box


def test_a_plate_that_was_found_nowhere_is_marked_nowhere(shown: LaneShown) -> None:
    vehicle = LaneVehicle(photo="a" * 64, photo_sequence=7)
    shown.decided(ASKS, replace(VOTE, box=Box(0, 0, 0, 0)), vehicle)
    assert shown.view.plate_box is None


def test_who_went_through_unasked_does_not_stand_under_plate_and_time_of_the_car_before(
    shown: LaneShown, clock: FakeClock
) -> None:
    shown.decided(ASKS, VOTE, LaneVehicle(photo="a" * 64, photo_sequence=7))
    clock.pass_by(minutes=39)
    shown.crossed_unexplained()
    view = shown.view
    assert (view.plate, view.photo, view.plate_box) == ("", "", None)
    assert view.decided_at == clock.now()
