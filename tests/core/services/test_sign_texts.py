from dataclasses import replace

import pytest

from core.domain.admission import Action
from core.domain.gate_holds import HoldState
from core.domain.lanes import LaneState
from core.domain.lots import Direction, Lane
from core.services.lane_view import HoldView, LaneView
from core.services.sign_texts import SignScene, code_refused, sayings_of

ENTRY = LaneView(Lane("entry", "Entry 1", Direction.ENTRY))
EXIT = LaneView(Lane("exit", "Exit 1", Direction.EXIT))


def codes(view, *, free=7, **scene):
    return [saying.code for saying in sayings_of(SignScene(view, free, **scene))]


def standing(view, **changes):
    return replace(view, vehicle_present=True, **{"state": LaneState.WAITING, **changes})


def test_an_empty_entry_welcomes_and_says_how_many_spaces_are_free():
    said = sayings_of(SignScene(ENTRY, 42))
    assert [saying.code for saying in said] == ["sign.welcome", "sign.free"]
    assert said[1].facts == {"count": 42}


def test_a_full_lot_says_so_before_anybody_drives_up():
    assert codes(ENTRY, free=0) == ["sign.full"]


def test_spaces_that_are_not_known_are_not_made_up():
    assert codes(ENTRY, free=None) == ["sign.welcome"]


def test_an_empty_exit_says_what_it_is():
    assert codes(EXIT) == ["sign.exit", "sign.drive_up"]


def test_a_car_that_is_being_read_is_asked_for_a_moment():
    assert codes(standing(ENTRY, state=LaneState.READING)) == ["sign.one_moment"]


@pytest.mark.parametrize("state", [LaneState.OPENING, LaneState.CROSSING])
def test_a_car_that_is_let_in_is_greeted_with_its_plate(state):
    view = standing(ENTRY, state=state, action=Action.OPEN, reason="entry.space_free", plate="ABC-1234")
    said = sayings_of(SignScene(view, 7))
    assert [saying.code for saying in said] == ["sign.welcome_plate", "sign.drive_in"]
    assert said[0].facts == {"plate": "ABC-1234"}


@pytest.mark.parametrize(
    ("reason", "first"),
    [("exit.paid", "sign.paid"), ("exit.permit_shown", "sign.paid"), ("exit.nothing_due", "sign.thanks")],
)
def test_a_car_that_leaves_is_thanked(reason, first):
    view = standing(EXIT, state=LaneState.OPENING, action=Action.OPEN, reason=reason, plate="ABC-1234")
    assert codes(view) == [first, "sign.drive_out"]


def test_a_car_that_owes_reads_how_much_and_where_to_pay():
    view = standing(EXIT, action=Action.REFUSE, reason="exit.not_paid", due_minor=120, plate="ABC-1234")
    said = sayings_of(SignScene(view, 7))
    assert [saying.code for saying in said] == ["sign.due", "sign.pay_at_booth"]
    assert said[0].facts == {"amount_minor": 120, "plate": "ABC-1234"}


def test_a_car_that_stayed_too_long_reads_why_it_owes_again():
    view = standing(EXIT, action=Action.REFUSE, reason="exit.overstayed", due_minor=30)
    assert codes(view) == ["sign.due", "sign.time_over", "sign.pay_at_booth"]


@pytest.mark.parametrize("reason", ["entry.full", "entry.spaces_elsewhere"])
def test_a_car_before_a_full_lot_is_asked_to_wait(reason):
    assert codes(standing(ENTRY, action=Action.REFUSE, reason=reason)) == ["sign.full", "sign.full_wait"]


@pytest.mark.parametrize("reason", ["entry.no_plate", "exit.no_record", "exit.fee_unusual"])
def test_where_a_person_is_asked_the_driver_hears_that_help_comes(reason):
    assert codes(standing(EXIT, action=Action.ASK, reason=reason)) == ["sign.please_wait", "sign.help_comes"]
    assert codes(standing(EXIT, action=Action.ASK, reason=reason), help_phone="02 1") == [
        "sign.please_wait",
        "sign.call",
    ]


def test_a_gate_that_did_not_open_never_lets_the_sign_say_drive_on():
    view = standing(EXIT, state=LaneState.OPENING, action=Action.OPEN, reason="exit.paid", gate="failed")
    assert codes(view) == ["sign.please_wait", "sign.help_comes"]


def test_a_closed_lane_sends_drivers_to_another():
    assert codes(ENTRY, is_closed=True) == ["sign.closed", "sign.use_another"]
    waiting = standing(ENTRY, action=Action.REFUSE, reason="lane.closed")
    assert codes(waiting, is_closed=True) == ["sign.closed", "sign.use_another"]


def test_a_car_let_through_a_closed_lane_by_hand_may_drive():
    view = standing(ENTRY, state=LaneState.OPENING, action=Action.OPEN, reason="gate.by_hand")
    assert codes(view, is_closed=True) == ["sign.welcome", "sign.drive_in"]


def test_a_persons_own_text_comes_before_what_the_lane_would_say():
    view = standing(EXIT, action=Action.REFUSE, reason="exit.not_paid", due_minor=120)
    said = sayings_of(SignScene(view, 7, message="Someone is coming"))
    assert [(saying.code, saying.text) for saying in said] == [("sign.message", "Someone is coming")]
    assert codes(ENTRY, is_closed=True, message="Back at 8") == ["sign.closed", "sign.message"]


@pytest.mark.parametrize(
    ("refused", "first"),
    [
        ("permit.expired", "sign.receipt_too_old"),
        ("permit.used", "sign.code_used"),
        ("permit.other_plate", "sign.other_car"),
        ("permit.forged", "sign.code_not_good"),
        ("lane.closed", "sign.closed"),
    ],
)
def test_a_code_that_is_refused_is_answered_with_its_reason(refused, first):
    assert [saying.code for saying in code_refused(refused)] == [first, "sign.ask_at_booth"]


def test_a_gate_that_is_held_open_asks_drivers_to_be_slow():
    held = replace(ENTRY, hold=HoldView(state=HoldState.HELD))
    assert codes(held) == ["sign.stays_open", "sign.slowly"]
    assert codes(replace(held, hold=HoldView(state=HoldState.UNKNOWN)), free=0) == ["sign.full"]
    assert codes(held, is_closed=True) == ["sign.closed", "sign.use_another"]
    assert codes(held, message="Fire brigade only") == ["sign.message"]
