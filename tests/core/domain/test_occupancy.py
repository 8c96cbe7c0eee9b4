import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.occupancy import Occupancy, Share, share_of
from core.domain.stays import StayState
from tests.core.domain.samples import stay_at_noon


@pytest.mark.parametrize(
    ("state", "share"),
    [
        (StayState.PENDING, Share(pending=1)),
        (StayState.INSIDE, Share(inside=1)),
        (StayState.PAID, Share(inside=1)),
        (StayState.HELD, Share(inside=1, held=1)),
        (StayState.LEFT, Share()),
        (StayState.BACKED_OUT, Share()),
        (StayState.WRITTEN_OFF, Share()),
    ],
)
def test_each_open_stay_takes_exactly_one_space(state: StayState, share: Share) -> None:
    assert share_of(stay_at_noon(state=state)) == share
    assert share.inside + share.pending == int(state.is_open)


def test_a_vehicle_that_is_not_there_takes_no_space() -> None:
    assert share_of(None) == Share()


@given(st.lists(st.sampled_from(StayState), min_size=1))
def test_counts_changed_by_differences_end_where_counting_anew_would(states: list[StayState]) -> None:
    inside = pending = held = 0
    before = Share()
    for state in states:
        now = share_of(stay_at_noon(state=state))
        step = now.minus(before)
        inside, pending, held = inside + step.inside, pending + step.pending, held + step.held
        before = now
    assert Share(inside, pending, held) == share_of(stay_at_noon(state=states[-1]))


@given(st.integers(1, 200), st.integers(0, 300), st.integers(0, 20))
def test_a_lot_is_never_both_free_and_overfull(capacity: int, inside: int, pending: int) -> None:
    counts = Occupancy(capacity, inside, pending)
    assert counts.free - counts.over == capacity - inside - pending
    assert min(counts.free, counts.over) == 0
