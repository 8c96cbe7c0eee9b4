import pytest

from core.domain.admission import Action
from core.domain.departure import depart, find
from core.domain.rates.quote import Quote, QuoteLine
from core.domain.reads import Box, Vote, VotePolicy
from core.domain.stays import Stay
from tests.core.domain.samples import NOON, after, pay, stay_at_noon

SURE = Vote("ABC1234", "ABC-1234", 0.97, 4, 4, (), Box(0, 0, 100, 30), 2)
UNSURE = Vote("ABC1234", "ABC-1234", 0.97, 2, 2, (), Box(0, 0, 100, 30), 2)


def _quote(due_minor: int) -> Quote:
    return Quote("EUR", NOON, after(100), (QuoteLine("steps", NOON, after(100), due_minor),), "plan", 1)


@pytest.mark.parametrize(
    ("vote", "stays", "reason"),
    [
        (None, [stay_at_noon()], "exit.no_plate"),
        (UNSURE, [stay_at_noon()], "exit.unsure_plate"),
        (SURE, [], "exit.no_record"),
        (SURE, [stay_at_noon(), stay_at_noon(stay_id="stay-2")], "exit.several_records"),
    ],
)
def test_a_person_is_asked_where_it_is_not_clear_who_leaves(
    vote: Vote | None, stays: list[Stay], reason: str
) -> None:
    decision = find(vote, VotePolicy(), stays)
    assert decision is not None
    assert (decision.action, decision.reason, decision.stay) == (Action.ASK, reason, None)


def test_a_sure_plate_with_one_open_stay_goes_on_to_its_price() -> None:
    assert find(SURE, VotePolicy(), [stay_at_noon()]) is None


PAID = pay(stay_at_noon(), _quote(500), after(100))


@pytest.mark.parametrize(
    ("stay", "quote", "minutes", "action", "reason", "due_minor"),
    [
        (PAID, _quote(0), 115, Action.OPEN, "exit.paid", 0),
        (PAID, None, 115, Action.OPEN, "exit.paid", 0),
        (PAID, _quote(200), 116, Action.REFUSE, "exit.overstayed", 200),
        (PAID, _quote(0), 116, Action.OPEN, "exit.nothing_due", 0),
        (PAID, None, 116, Action.ASK, "exit.no_price", 0),
        (stay_at_noon(), _quote(500), 100, Action.REFUSE, "exit.not_paid", 500),
        (stay_at_noon(), _quote(0), 5, Action.OPEN, "exit.nothing_due", 0),
        (stay_at_noon(), None, 100, Action.ASK, "exit.no_price", 0),
    ],
)
def test_a_car_leaves_when_it_paid_or_owes_nothing(
    stay: Stay, quote: Quote | None, minutes: int, action: Action, reason: str, due_minor: int
) -> None:
    decision = depart(stay, quote, after(minutes))
    assert (decision.action, decision.reason, decision.due_minor) == (action, reason, due_minor)
    assert decision.stay is stay
