"""What a car is, said with the keyboard at the desk; its price follows."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.domain.rates.facts import NO_FACTS
from core.domain.rates.plan import Adjustment, Applies, Charge, Rate, Step
from core.services.publish_rates import ReadyPlan, publish_plan
from tests.booth import PLAN

ENTER, ESC, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
COACHES = Adjustment("Coaches", Decimal(2), Applies(classes=frozenset({"coach"})))
LOST_RATE = Rate("Lost ticket", (Charge("Lost ticket", (Step(Decimal(150)),)),), Applies(lost_ticket=True))


@pytest.fixture
def coach_lot(desk):
    """A lot that prices coaches, members and electric cars; its first version knew none of them."""
    plan = replace(
        PLAN,
        adjustments=(
            COACHES,
            Adjustment("Members", Decimal("0.5"), Applies(loyalty=frozenset({"any"}))),
            Adjustment("Electric", Decimal("0.9"), Applies(tags=frozenset({"ev"}))),
        ),
    )
    publish(desk, plan)
    return desk


def publish(desk, plan):
    desk.store.write(lambda unit: publish_plan(unit, actor=desk.boss, ready=ReadyPlan(plan, unit.now)))


def in_hand(desk, plate="ABC1234", *, plan_version=2):
    stay_id = desk.car_inside(plate, plan_version=plan_version)
    desk.choose(plate)
    return stay_id


def due(desk):
    chosen = desk.screen.car.car.chosen
    return None if chosen.due is None else chosen.due.quote.total_minor


def panel(desk):
    return desk.screen.car.questions.description.panel


def open_panel(desk):
    desk.press(Qt.Key.Key_M, CTRL)
    assert not panel(desk).isHidden()


def test_a_coach_is_said_to_be_one_and_its_price_follows_before_and_after(coach_lot):
    desk = coach_lot
    stay_id = in_hand(desk)
    once = due(desk)
    open_panel(desk)
    desk.type("2")
    desk.until(lambda: f"NT$ {2 * once}" in panel(desk).price_text, "the price of a coach is told")
    assert desk.stay(stay_id).facts == NO_FACTS
    desk.press(ENTER)
    desk.until(lambda: due(desk) == 2 * once, "the coach pays twice")
    assert not desk.screen.car.is_asking
    assert desk.stay(stay_id).facts.vehicle_class == "coach"


def test_the_same_panel_takes_it_back(coach_lot):
    desk = coach_lot
    stay_id = in_hand(desk)
    once = due(desk)
    for keys in ("234", "134"):
        open_panel(desk)
        desk.type(keys)
        desk.press(ENTER)
        desk.until(lambda keys=keys: (due(desk) == once) == (keys == "134"), "the price follows")
    assert desk.stay(stay_id).facts == NO_FACTS


def test_a_lost_ticket_wants_its_reason_and_a_note_where_that_is_other(coach_lot):
    desk = coach_lot
    stay_id = in_hand(desk)
    open_panel(desk)
    desk.type("l")
    desk.press(ENTER)
    assert desk.screen.car.is_asking
    desk.type("r")
    desk.press(ENTER)
    assert not desk.stay(stay_id).facts.lost_ticket
    desk.type("washed with the trousers")
    desk.press(ENTER)
    desk.until(lambda: desk.stay(stay_id).facts.lost_ticket, "the ticket counts as lost")


def test_without_a_price_for_it_a_lost_ticket_pays_from_its_entry_and_the_desk_says_so(coach_lot):
    desk = coach_lot
    in_hand(desk)
    open_panel(desk)
    desk.type("lq")
    desk.press(ENTER)
    desk.until(lambda: "pays from its entry" in shown_note(desk), "the desk says what it is priced by")


def test_with_a_price_for_it_the_desk_says_that_this_is_taken(desk):
    publish(desk, replace(PLAN, rates=(LOST_RATE, *PLAN.rates)))
    in_hand(desk)
    open_panel(desk)
    desk.type("lq")
    desk.press(ENTER)
    desk.until(lambda: due(desk) == 150, "the price of a lost ticket is due")
    assert "the rates set for it" in shown_note(desk)


def test_rates_for_cars_alone_offer_no_class(desk):
    in_hand(desk, plan_version=1)
    open_panel(desk)
    desk.type("2")
    assert panel(desk).chosen.vehicle_class == "car"
    desk.press(ENTER)
    assert desk.screen.car.is_asking
    desk.press(ESC)
    assert not desk.screen.car.is_asking


def test_a_car_that_paid_is_described_no_more(coach_lot):
    desk = coach_lot
    desk.open_shift()
    in_hand(desk)
    desk.press(Qt.Key.Key_F9)
    desk.type("=")
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    desk.press(ENTER)
    desk.until(lambda: bool(desk.screen.car.car.chosen.stay.payments), "the desk sees that it is paid")
    desk.press(Qt.Key.Key_M, CTRL)
    assert panel(desk).isHidden()
    assert "has paid" in desk.message


def test_what_another_console_said_meanwhile_is_refused_in_words(coach_lot):
    desk = coach_lot
    in_hand(desk)
    open_panel(desk)
    desk.type("2")
    desk.screen.car.car.describe(panel(desk).chosen, "", "")
    desk.until(lambda: desk.stay(desk.screen.car.car.stay_id).facts.vehicle_class == "coach", "it is one")
    desk.press(ENTER)
    desk.until(lambda: "described so already" in desk.message, "nothing is said twice")


def shown_note(desk):
    """What stands beside the total of the car in hand."""
    return desk.screen.car._pages.chosen._lines._note.text()


def test_a_long_price_is_short_at_first_and_one_key_shows_each_line(desk):
    in_hand(desk, plan_version=1)
    long = in_hand_for_days(desk, 9)
    desk.until(lambda: desk.screen.car.car.stay_id == long, "the car of nine days is in hand")
    shown = rows(desk)
    assert len(shown) <= 8
    assert "lines in all" in shown[-1]
    desk.press(Qt.Key.Key_L, ALT)
    assert len(rows(desk)) == len(desk.screen.car.car.chosen.due.quote.lines) + 1
    desk.press(Qt.Key.Key_L, ALT)
    assert rows(desk) == shown


def in_hand_for_days(desk, days):
    """A car whose every day has prices of its own."""
    charges = tuple(
        Charge(f"Charge {number}", (Step(Decimal(10 + number), length_s=6 * 3600),)) for number in range(1)
    )
    steps = tuple(Step(Decimal(10 + number), length_s=6 * 3600) for number in range(4 * days))
    publish(desk, replace(PLAN, rates=(Rate("Ladder", (replace(charges[0], steps=steps),)),), caps=()))
    stay_id = desk.car_inside("LONG99", minutes=days * 24 * 60 - 30, plan_version=2)
    desk.press(ESC)
    desk.press(ESC)
    desk.choose("LONG99")
    return stay_id


def rows(desk):
    lines = desk.screen.car._pages.chosen._lines._lines
    return [text.text() for text, _ in lines if text.text()]
