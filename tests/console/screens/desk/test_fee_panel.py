"""A fee that is unusually high is looked at before cash is taken: the keys that lead through it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit

from console.words import is_known, say
from core.domain.admission import Action
from core.domain.rates.absurd import Cause
from core.domain.stays import StayState
from core.services import check_fee, correct_entry
from core.services.set_up_lot import change_lot

ENTER, ESC, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9
ALT = Qt.KeyboardModifier.AltModifier
SIX_DAYS = 6 * 24 * 60


@pytest.fixture
def lot(desk):
    """A lot in which a fee above NT$ 500 is looked at; a day costs NT$ 200."""
    wanted = replace(desk.state.lot, fee_ceiling_minor=500)
    desk.store.write(lambda unit: change_lot(unit, actor=desk.boss, lot=wanted))
    desk.open_shift()
    return desk


def fees(desk):
    return desk.screen.car.questions.fees


def test_enter_leads_to_the_fee_and_its_causes_not_to_the_cash(lot):
    lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.choose("1234")
    lot.press(ENTER)
    panel = fees(lot).fee
    assert not panel.isHidden()
    assert lot.screen.car.cash.isHidden()
    assert "NT$ 500" in panel.effect.replace("\u00a0", " ")
    assert say("fee_cause.left_unseen").text in panel.effect


def test_a_fee_is_charged_after_a_digit_and_enter_said_why(lot):
    stay_id = lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.choose("1234")
    lot.press(F9)
    lot.press(ENTER)
    assert not fees(lot).fee.isHidden()
    lot.type("1")
    lot.press(ENTER)
    lot.until(lambda: lot.screen.car.car.chosen.due.unusual is None, "the fee is confirmed")
    lot.press(ENTER)
    lot.type("=")
    lot.until(lambda: lot.stay(stay_id).state is StayState.PAID, "it is paid")
    assert lot.stay(stay_id).payments[0].amount_minor == 1200


def test_without_a_reason_nothing_is_charged(lot):
    stay_id = lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.choose("1234")
    lot.press(ENTER)
    lot.press(ENTER)
    lot.press(ESC)
    assert fees(lot).fee.isHidden()
    assert lot.screen.car.car.chosen.due.unusual is not None
    assert not lot.stay(stay_id).payments


def test_the_car_that_it_really_is_comes_into_hand_with_one_key(lot):
    lot.car_inside("ABC1234", minutes=SIX_DAYS)
    other = lot.car_inside("A8C1234", minutes=45)
    lot.type("ABC1234")
    car = lot.screen.car.car
    lot.until(lambda: not car.is_searching and bool(car.cards), "cards")
    lot.press(ENTER)
    lot.until(lambda: car.chosen is not None, "in hand")
    lot.press(ENTER)
    assert say("fee_cause.similar_plate").text in fees(lot).fee.effect
    lot.press(Qt.Key.Key_O, ALT)
    lot.until(lambda: car.stay_id == other, "the other car is in hand")
    assert car.chosen.due.unusual is None
    assert fees(lot).fee.isHidden()


def test_an_attendant_is_not_offered_to_correct_the_entry_time(lot):
    lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.choose("1234")
    lot.press(ENTER)
    lot.press(Qt.Key.Key_T, ALT)
    assert fees(lot).entry_time.isHidden()


def test_an_administrator_corrects_the_entry_time_and_the_price_follows(lot):
    lot.sign_on(None)
    lot.sign_on(lot.boss)
    stay_id = lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.choose("1234")
    lot.screen.car.questions.fees.ask(lot.screen.car.car.chosen.due.unusual)
    lot.press(Qt.Key.Key_T, ALT)
    panel = fees(lot).entry_time
    assert not panel.isHidden()
    an_hour_ago = (lot.clock.now() - timedelta(minutes=60)).astimezone(lot.state.lot.zone)
    panel.findChild(QDateTimeEdit).setDateTime(
        QDateTime(
            an_hour_ago.year, an_hour_ago.month, an_hour_ago.day, an_hour_ago.hour, an_hour_ago.minute, 0
        )
    )
    lot.press(ENTER)
    lot.until(lambda: lot.stay(stay_id).entry_at > lot.clock.now() - timedelta(minutes=62), "corrected")
    lot.until(lambda: lot.screen.car.car.chosen.due.unusual is None, "the price is made anew")
    assert panel.isHidden()


def test_the_lane_asks_and_its_car_is_taken_in_hand(lot):
    stay_id = lot.car_inside("ABC1234", minutes=SIX_DAYS)
    lot.arrive("exit", "ABC1234")
    lot.until(lambda: lot.state.lanes["exit"].waiting, "the exit asks")
    view = lot.state.lanes["exit"]
    assert (view.action, view.reason, view.due_minor) == (Action.ASK, "exit.fee_unusual", 0)
    lot.press(ENTER)
    car = lot.screen.car.car
    lot.until(lambda: car.stay_id == stay_id, "the car at the exit is in hand")


@pytest.mark.parametrize(
    "code",
    [
        *(f"fee_cause.{cause.value}" for cause in Cause),
        *(f"fee_reason.{reason}" for reason in check_fee.REASONS),
        *(f"entry_reason.{reason}" for reason in correct_entry.REASONS),
    ],
)
def test_every_cause_and_every_reason_has_words(code):
    assert is_known(code)
