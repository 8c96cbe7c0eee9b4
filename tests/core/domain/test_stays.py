from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.journal import Entry
from core.domain.payments import Part, Tender
from core.domain.stays import OPEN_STATES, StayState, fold_stay
from tests.core.domain.samples import admitted, after, entry_of, left, paid, payment_of

KINDS = (
    "stay.entered",
    "stay.held",
    "stay.backed_out",
    "stay.paid",
    "payment.voided",
    "stay.validated",
    "stay.validation_removed",
    "stay.plate_corrected",
    "stay.described",
    "stay.released",
    "stay.exit_held",
    "stay.exit_reversed",
    "stay.left",
    "stay.written_off",
    "stay.of_a_later_version",
)


def _entry(kind: str, seq: int, console_id: str) -> Entry:
    if kind == "stay.paid":
        return paid(seq, console_id=console_id)
    if kind == "stay.left":
        return left(seq, console_id=console_id)
    if kind == "payment.voided":
        # Of what was paid just before, as far as that was.
        return entry_of(kind, seq, payload={"payment_id": f"payment-{seq - 1}"}, console_id=console_id)
    if kind.startswith("stay.valid"):
        credit = {"kind": "percent", "value": "10", "id": f"shop:{seq // 2}"}
        said = {"validation": credit, "validation_id": f"shop:{seq // 2}"}
        return entry_of(kind, seq, payload=said, console_id=console_id)
    payload: dict[str, object] = {"lane_id": "out"} if kind == "stay.released" else {}
    if kind == "stay.described":
        # Two consoles, each of which says something else of the same vehicle.
        said = (
            {"vehicle_class": f"class {seq}"} if console_id == "console-1" else {"lost_ticket": bool(seq % 2)}
        )
        payload = {"before": {}, "after": said}
    personal = {"plate": f"NEW{seq}"} if kind == "stay.plate_corrected" else None
    return entry_of(kind, seq, payload=payload, personal=personal, console_id=console_id)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Any sequence of things that may be journalled about a stay, from two consoles."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=9))
    consoles = draw(
        st.lists(st.sampled_from(["console-1", "console-2"]), min_size=len(kinds), max_size=len(kinds))
    )
    rest = [
        _entry(kind, seq, console) for seq, (kind, console) in enumerate(zip(kinds, consoles, strict=True), 2)
    ]
    return [admitted(), *rest]


@given(histories(), st.randoms(use_true_random=False))
def test_the_same_entries_in_any_order_and_repeated_give_the_same_stay(
    history: list[Entry], random: Random
) -> None:
    expected = fold_stay(history)
    arrived = history + random.choices(history, k=3)
    random.shuffle(arrived)
    assert fold_stay(arrived) == expected


@given(histories())
def test_whatever_is_known_so_far_describes_a_stay_that_makes_sense(history: list[Entry]) -> None:
    for length in range(1, len(history) + 1):
        stay = fold_stay(history[:length])
        assert stay is not None
        assert stay.state.is_open == (stay.exit_at is None)
        assert stay.state.is_open or not stay.leaving
        assert (stay.permit_until is None) == (stay.payments == ())
        assert stay.paid_minor == 500 * len(stay.payments)
        assert stay.state is not StayState.PAID or stay.payments


@given(histories())
def test_no_payment_is_ever_lost_whatever_else_happened(history: list[Entry]) -> None:
    stay = fold_stay(history)
    assert stay is not None
    assert len(stay.payments) + len(stay.voided) == sum(entry.kind == "stay.paid" for entry in history)


@given(histories())
def test_no_validation_is_worth_anything_twice(history: list[Entry]) -> None:
    stay = fold_stay(history)
    assert stay is not None
    ids = [one.validation_id for one in stay.facts.validations]
    assert len(set(ids)) == len(ids)


def voided(seq: int, payment_seq: int, **changes: object) -> Entry:
    """The payment that was written then is taken back."""
    return entry_of("payment.voided", seq, payload={"payment_id": f"payment-{payment_seq}"}, **changes)  # type: ignore[arg-type]


def test_a_payment_that_was_taken_back_lets_nobody_out() -> None:
    stay = fold_stay([admitted(), entry_of("stay.entered", 2), paid(30), voided(31, 30)])
    assert stay is not None
    assert stay.state is StayState.INSIDE
    assert (stay.payments, stay.permit_until, stay.paid_minor) == ((), None, 0)
    assert [(one.payment.payment_id, one.at) for one in stay.voided] == [("payment-30", after(31))]


def test_of_two_payments_the_other_one_stands() -> None:
    stay = fold_stay([admitted(), entry_of("stay.entered", 2), paid(30), paid(50), voided(51, 50)])
    assert stay is not None
    assert stay.state is StayState.PAID
    assert [one.payment_id for one in stay.payments] == ["payment-30"]
    assert stay.permit_until == after(45)


def by_card(seq: int, console_id: str, reference: str = "far-1") -> Entry:
    """A console was told that the card was charged."""
    part = Part(Tender.CARD, 500, f"charge-{seq}", "booth", reference)
    payment = payment_of(500, after(seq), payment_id=f"payment-{seq}")
    document = replace(payment, tender=Tender.CARD, parts=(part,)).to_document()
    return entry_of("stay.paid", seq, payload={"payment": document}, console_id=console_id)


def test_the_very_same_money_told_twice_and_taken_back_under_its_later_name_pays_for_nothing() -> None:
    said = {"payment_id": "payment-31", "charged": [["booth", "far-1"]]}
    back = entry_of("payment.voided", 33, payload=said, console_id="console-2")
    first, second = by_card(30, "console-1"), by_card(31, "console-2")
    for history in permutations([admitted(), first, second, back]):
        stay = fold_stay(history)
        assert stay is not None
        assert stay.payments == ()
        assert [one.payment.payment_id for one in stay.voided] == ["payment-30"]


def test_of_two_payments_by_the_same_card_only_the_one_that_is_meant_is_taken_back() -> None:
    said = {"payment_id": "payment-30", "charged": [["booth", "far-1"]]}
    twice = [entry_of("payment.voided", seq, payload=said) for seq in (60, 61)]
    history = [admitted(), by_card(30, "console-1"), by_card(50, "console-1", "far-2"), *twice]
    stay = fold_stay(history)
    assert stay is not None
    assert [one.payment_id for one in stay.payments] == ["payment-50"]


def test_taken_back_at_two_consoles_it_was_taken_back_once_at_the_earlier() -> None:
    history = [admitted(), paid(30), voided(32, 30, console_id="console-2"), voided(31, 30)]
    stay = fold_stay(history)
    assert stay is not None
    assert [one.at for one in stay.voided] == [after(31)]


def test_a_car_that_left_meanwhile_has_left_all_the_same() -> None:
    stay = fold_stay([admitted(), paid(30), left(40), voided(41, 30)])
    assert stay is not None
    assert stay.state is StayState.LEFT
    assert stay.payments == ()


def test_money_due_back_of_a_payment_that_was_taken_back_is_taken_off_nothing() -> None:
    due = {
        "refund_id": "r1",
        "stay_id": "stay-1",
        "payment_id": "payment-50",
        "amount_minor": 500,
        "currency": "EUR",
        "cause": "refund.paid_twice",
    }
    history = [admitted(), paid(30), paid(50), entry_of("refund.due", 60, payload=due)]
    before = fold_stay(history)
    assert before is not None
    assert before.due_back_minor == 500
    stay = fold_stay([*history, voided(61, 50)])
    assert stay is not None
    assert (stay.paid_minor, stay.due_back_minor) == (500, 0)


def test_a_vehicle_comes_pays_and_leaves() -> None:
    history = [admitted(), entry_of("stay.entered", 2), paid(30), left(40)]
    stays = [fold_stay(history[:length]) for length in range(5)]
    assert stays[0] is None
    states = [stay.state for stay in stays if stay]
    assert states == [StayState.PENDING, StayState.INSIDE, StayState.PAID, StayState.LEFT]
    last = stays[-1]
    assert last is not None
    assert (last.plate, last.raw_plate, last.stay_id) == ("ABC1234", "ABC-1234", "stay-1")
    assert (last.exit_at, last.exit_lane, last.permit_until) == (after(40), "out", after(45))


def test_an_exit_without_an_entry_describes_no_stay_yet() -> None:
    assert fold_stay([left(40)]) is None
    late = fold_stay([left(40), admitted()])
    assert late is not None
    assert late.state is StayState.LEFT


def test_an_imported_vehicle_is_inside_at_once_and_its_entry_time_is_marked() -> None:
    begin = admitted()
    entry = entry_of(
        "stay.imported", 1, payload={**begin.payload, "entry_known": False}, personal={"plate": "OLD1"}
    )
    stay = fold_stay([entry])
    assert stay is not None
    assert (stay.state, stay.entry_known, stay.plate) == (StayState.INSIDE, False, "OLD1")


def test_a_vehicle_seen_crossing_after_all_is_inside_and_has_not_left() -> None:
    history = [admitted(), entry_of("stay.backed_out", 2), entry_of("stay.entered", 3)]
    stay = fold_stay(history)
    assert stay is not None
    assert (stay.state, stay.exit_at) == (StayState.INSIDE, None)


def test_a_vehicle_that_backed_out_is_not_on_its_way_out() -> None:
    released = entry_of("stay.released", 2, payload={"lane_id": "out"})
    stay = fold_stay([admitted(), released, entry_of("stay.backed_out", 3)])
    assert stay is not None
    assert (stay.state, stay.leaving) == (StayState.BACKED_OUT, False)


def test_a_held_vehicle_still_takes_its_space_and_may_pay() -> None:
    held = fold_stay([admitted(), entry_of("stay.held", 2)])
    assert held is not None
    assert held.state is StayState.HELD
    assert held.state.is_open
    then = fold_stay([admitted(), entry_of("stay.held", 2), paid(3), entry_of("stay.entered", 4)])
    assert then is not None
    assert then.state is StayState.PAID


def test_a_corrected_plate_keeps_the_one_it_replaced() -> None:
    correction = entry_of("stay.plate_corrected", 2, personal={"plate": "ABC1284"})
    stay = fold_stay([admitted(), correction])
    assert stay is not None
    assert (stay.plate, stay.former_plates, stay.raw_plate) == ("ABC1284", ("ABC1234",), "ABC-1234")


def test_what_two_people_say_of_a_stay_holds_both_whatever_came_first() -> None:
    coach = entry_of("stay.described", 2, payload={"before": {}, "after": {"vehicle_class": "coach"}})
    lost = entry_of(
        "stay.described", 3, payload={"before": {}, "after": {"lost_ticket": True}}, console_id="console-2"
    )
    again = entry_of("stay.described", 4, payload={"before": {}, "after": {"lost_ticket": False}})
    stay = fold_stay([lost, coach, admitted()])
    assert stay is not None
    assert (stay.facts.vehicle_class, stay.facts.lost_ticket) == ("coach", True)
    stay = fold_stay([again, lost, coach, admitted()])
    assert stay is not None
    assert (stay.facts.vehicle_class, stay.facts.lost_ticket) == ("coach", False)


def test_a_vehicle_that_reversed_from_the_exit_is_no_longer_leaving() -> None:
    release = entry_of("stay.released", 3, payload={"lane_id": "out"}, personal={"photo": "f00"})
    leaving = fold_stay([admitted(), paid(2), release])
    assert leaving is not None
    assert (leaving.leaving, leaving.exit_lane, leaving.exit_photo) == (True, "out", "f00")
    for kind in ("stay.exit_held", "stay.exit_reversed"):
        stayed = fold_stay([admitted(), paid(2), release, entry_of(kind, 4)])
        assert stayed is not None
        assert (stayed.leaving, stayed.state) == (False, StayState.PAID)


def test_a_stay_that_left_cannot_be_written_off_nor_the_other_way_round() -> None:
    off = entry_of("stay.written_off", 5)
    ended = fold_stay([admitted(), left(4), off])
    assert ended is not None
    assert ended.state is StayState.LEFT
    ended = fold_stay([admitted(), off, left(6)])
    assert ended is not None
    assert (ended.state, ended.exit_at) == (StayState.WRITTEN_OFF, after(5))


def test_a_right_to_leave_that_was_bought_is_not_shortened_by_a_later_entry_with_an_earlier_clock() -> None:
    other_console = paid(3, at=after(1), console_id="console-2")
    shifted = replace(other_console, hlc=paid(9).hlc)
    stay = fold_stay([admitted(), paid(5), shifted])
    assert stay is not None
    assert [payment.paid_at for payment in stay.payments] == [after(5), after(1)]
    assert stay.permit_until == after(20)


@pytest.mark.parametrize("state", list(StayState))
def test_open_is_what_may_still_stand_in_the_lot(state: StayState) -> None:
    assert state.is_open == (state in OPEN_STATES)
    assert state.is_open == (state.value in {"pending", "inside", "paid", "held"})


@pytest.mark.parametrize("damaged", [[], "slots", {"slots": "x"}, {"slots": [["AB", 3]], "texts": []}])
def test_damaged_doubts_lose_no_stay(damaged: object) -> None:
    begun = admitted()
    stay = fold_stay([replace(begun, personal={**(begun.personal or {}), "doubts": damaged})])
    assert stay is not None
    assert stay.plate == "ABC1234"
    assert not stay.doubts
