import pytest

from core.domain.admission import Action, admit
from core.domain.occupancy import Occupancy
from core.domain.reads import Box, Vote, VotePolicy
from core.domain.stays import Stay
from tests.core.domain.samples import stay_at_noon

SURE = Vote("ABC1234", "ABC-1234", 0.97, 4, 4, (), Box(0, 0, 100, 30), 2)
UNSURE = Vote("ABC1234", "ABC-1234", 0.55, 4, 4, (), Box(0, 0, 100, 30), 2)
ONE_FREE, FULL = Occupancy(10, 8, 1), Occupancy(10, 9, 1)


@pytest.mark.parametrize(
    ("vote", "occupancy", "open_stay", "action", "reason"),
    [
        (SURE, ONE_FREE, None, Action.OPEN, "entry.space_free"),
        (SURE, FULL, None, Action.REFUSE, "entry.full"),
        (None, FULL, None, Action.REFUSE, "entry.full"),
        (SURE, FULL, stay_at_noon(), Action.REFUSE, "entry.full"),
        (SURE, Occupancy(10, 14, 0), None, Action.REFUSE, "entry.full"),
        (None, ONE_FREE, None, Action.ASK, "entry.no_plate"),
        (UNSURE, ONE_FREE, None, Action.ASK, "entry.unsure_plate"),
        (UNSURE, ONE_FREE, stay_at_noon(), Action.ASK, "entry.unsure_plate"),
        (SURE, ONE_FREE, stay_at_noon(), Action.ASK, "entry.already_inside"),
    ],
)
def test_a_car_is_let_in_refused_or_a_person_is_asked(
    vote: Vote | None, occupancy: Occupancy, open_stay: Stay | None, action: Action, reason: str
) -> None:
    decision = admit(vote, policy=VotePolicy(), occupancy=occupancy, open_stay=open_stay)
    assert (decision.action, decision.reason) == (action, reason)


def test_a_stricter_camera_asks_where_another_would_open() -> None:
    strict = VotePolicy(frames_needed=5)
    assert admit(SURE, policy=strict, occupancy=ONE_FREE, open_stay=None).action is Action.ASK
