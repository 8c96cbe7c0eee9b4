"""A lane that waits looks again when what its answer rests on has changed, here or at another console."""

from __future__ import annotations

import pytest

from console.runtime.second_look import SecondLook
from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.services.lane_view import LaneView
from core.store.store import Committed
from tests.core.domain.samples import entry_of, left, paid


class WaitingLane:
    """FAKE: a lane that waits for an answer, and counts how often it looks again."""

    def __init__(self, reason: str) -> None:
        self.view = LaneView(
            Lane("exit", "Exit", Direction.EXIT),
            vehicle_present=True,
            action=Action.REFUSE,
            reason=reason,
            sighting_id="one",
        )
        self.looks = 0

    def reconsider(self) -> None:
        self.looks += 1


@pytest.mark.parametrize("paid_at", ["booth", "exit"])
def test_a_payment_opens_the_exit_wherever_it_was_taken(paid_at: str) -> None:
    lane = WaitingLane("exit.not_paid")
    SecondLook({"exit": lane}).on_commit(Committed((paid(2, console_id=paid_at),), (), "exit"))  # type: ignore[dict-item]
    assert lane.looks == 1


def test_a_space_that_another_console_freed_lets_the_next_car_in() -> None:
    lane = WaitingLane("entry.full")
    SecondLook({"exit": lane}).on_commit(Committed((left(2, console_id="other"),), (), "exit"))  # type: ignore[dict-item]
    assert lane.looks == 1


@pytest.mark.parametrize("kind", ["space.granted", "space.returned", "space.written_off", "hub.appointed"])
def test_an_entrance_that_had_no_space_looks_again_when_spaces_change_hands(kind: str) -> None:
    lane = WaitingLane("entry.spaces_elsewhere")
    SecondLook({"exit": lane}).on_commit(Committed((entry_of(kind, 2),), (), "exit"))  # type: ignore[dict-item]
    assert lane.looks == 1


def test_what_the_answer_does_not_rest_on_changes_nothing() -> None:
    lane = WaitingLane("entry.full")
    SecondLook({"exit": lane}).on_commit(Committed((paid(2),), (), "exit"))  # type: ignore[dict-item]
    assert lane.looks == 0
