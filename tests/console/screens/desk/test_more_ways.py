from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from console.screens.desk.more_list import OFFERED
from console.screens.form.approval import ApprovalPanel
from core.domain.lots import Article
from core.domain.merchants import Gives, Merchant
from core.domain.payments import Tender
from core.domain.people import Approval
from core.domain.stays import StayState
from core.services.merchants import set_merchant
from core.services.set_up_lot import change_lot
from core.store.queries.payments import find_sales, open_debts

ENTER, ESC, F9, F12 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_F12
ALT = Qt.KeyboardModifier.AltModifier
SHOP = Merchant("m1", "Mega Mart", "MEGA", Gives.PERCENT, Decimal(100))
CINEMA = Merchant("m2", "Zoo", "ZOO", Gives.AMOUNT, Decimal(15), needs_stamp=True)


def more(desk, digit: int) -> None:
    """F12 and the digit."""
    desk.press(F12)
    desk.press(Qt.Key(Qt.Key.Key_0 + digit))


def approval_panels(desk) -> list[ApprovalPanel]:
    return [panel for panel in desk.app.window.findChildren(ApprovalPanel) if panel.isVisible()]


def approve(desk) -> None:
    """The administrator gives their word."""
    desk.until(lambda: bool(approval_panels(desk)), "a second person is asked for")
    (panel,) = approval_panels(desk)
    panel._approval = Approval(desk.boss, "entry", panel._right, panel._actor.person_id)
    panel.dismiss()


def price(desk) -> int:
    due = desk.screen.car.car.chosen.due
    return due.quote.total_minor if due is not None else -1


@pytest.fixture
def car(desk):
    """Ben's shift is open and a car that owes NT$ 45 is in hand; its stay."""
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.choose("ABC1234")
    return stay_id


def paid(desk, stay_id: str):
    desk.until(lambda: bool(desk.stay(stay_id).payments), "it is settled")
    return desk.stay(stay_id).payments[-1]


def pay(desk, stay_id: str) -> None:
    desk.press(F9)
    desk.type("=")
    paid(desk, stay_id)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    desk.press(ENTER)
    desk.until(lambda: bool(desk.screen.car.car.chosen.stay.payments), "the car is read again")


def test_the_list_has_ten_lines_that_never_change_their_place(desk, car):
    desk.press(F12)
    shown = desk.screen.car.questions.money.more.shown
    assert tuple(line.item_id for line in shown) == OFFERED
    assert [bool(line.why_not) for line in shown] == [False] * 5 + [True] * 5


def test_f12_once_more_leads_to_everything(desk, car):
    desk.press(F12)
    desk.press(F12)
    assert desk.app.window.palette_panel.isVisible()
    assert not desk.screen.car.is_asking


def test_a_line_that_cannot_be_chosen_does_nothing(desk, car):
    more(desk, 6)
    assert not desk.screen.car.questions.money.more.isHidden()


def test_a_merchants_code_takes_the_price_off_and_is_taken_back_with_a_key(desk, car):
    desk.store.write(lambda unit: set_merchant(unit, actor=desk.boss, merchant=SHOP))
    more(desk, 2)
    panel = desk.screen.car.questions.money.validation.panel
    desk.until(lambda: not panel.isHidden(), "a code is asked for")
    desk.type("mega")
    desk.press(ENTER)
    desk.until(lambda: price(desk) == 0, "nothing is due")
    more(desk, 2)
    desk.until(lambda: not panel.isHidden(), "a code is asked for")
    desk.press(Qt.Key.Key_Z, ALT)
    desk.until(lambda: price(desk) == 45, "all is due again")


def test_a_merchant_is_chosen_by_its_digit_and_a_stamp_is_good_once(desk, car):
    desk.store.write(lambda unit: set_merchant(unit, actor=desk.boss, merchant=CINEMA))
    panel = desk.screen.car.questions.money.validation.panel
    more(desk, 2)
    desk.until(lambda: not panel.isHidden(), "a code is asked for")
    desk.press(Qt.Key.Key_1, ALT)
    desk.type("77")
    desk.press(ENTER)
    desk.until(lambda: price(desk) == 30, "the stamp counts")
    more(desk, 2)
    desk.until(lambda: not panel.isHidden(), "a code is asked for")
    desk.type("ZOO-77")
    desk.press(ENTER)
    desk.until(lambda: bool(panel.trouble), "it is refused")
    assert price(desk) == 30


def test_an_attendant_lets_a_car_go_without_paying_only_with_a_second_persons_word(desk, car):
    more(desk, 3)
    desk.press(Qt.Key.Key_2)
    desk.press(ENTER)
    assert not desk.stay(car).payments
    approve(desk)
    assert (paid(desk, car).tender, paid(desk, car).reason) == (Tender.NIL, "emergency")


def test_a_supervisors_word_is_not_asked_of_who_may_decide_alone(desk, car):
    desk.sign_on(None)
    desk.sign_on(desk.boss)
    desk.choose("ABC1234")
    more(desk, 3)
    desk.press(Qt.Key.Key_1)
    desk.press(ENTER)
    assert paid(desk, car).tender is Tender.NIL
    assert not approval_panels(desk)


def test_without_the_second_persons_word_nothing_is_waived(desk, car):
    more(desk, 3)
    desk.press(Qt.Key.Key_1)
    desk.press(ENTER)
    desk.until(lambda: bool(approval_panels(desk)), "a second person is asked for")
    desk.press(ESC)
    desk.until(lambda: not approval_panels(desk), "nobody is asked any more")
    assert not desk.stay(car).payments


def test_a_driver_goes_on_credit_with_name_and_telephone(desk, car):
    more(desk, 4)
    desk.type("Chen")
    desk.press(ENTER)
    desk.type("0912")
    desk.press(ENTER)
    desk.press(ENTER)
    assert paid(desk, car).tender is Tender.IOU
    (row,) = desk.store.read(open_debts)
    assert (row.debt.debtor.name, row.debt.debtor.phone) == ("Chen", "0912")


def test_a_car_that_was_towed_ends_its_stay_and_owes(desk, car):
    more(desk, 5)
    desk.press(Qt.Key.Key_4)
    desk.press(ENTER)
    approve(desk)
    assert paid(desk, car).tender is Tender.TOWED
    assert desk.stay(car).state is StayState.WRITTEN_OFF


def test_a_payment_is_taken_back_with_a_second_persons_word(desk, car):
    pay(desk, car)
    more(desk, 6)
    desk.press(Qt.Key.Key_1)
    desk.press(ENTER)
    approve(desk)
    desk.until(lambda: not desk.stay(car).payments, "it is taken back")
    desk.until(lambda: price(desk) == 45, "the price is due again")


def test_a_part_goes_back_and_the_right_to_leave_stays(desk, car):
    pay(desk, car)
    before = desk.state.shift.expected_minor
    more(desk, 7)
    giving = desk.screen.car.questions.money.returns.giving
    desk.until(lambda: not giving.isHidden(), "it asks how much")
    desk.type("20")
    desk.press(ENTER)
    desk.press(Qt.Key.Key_2)
    desk.press(ENTER)
    approve(desk)
    desk.until(lambda: desk.state.shift.expected_minor == before - 20, "it is out of the drawer")
    assert desk.stay(car).payments


def test_more_than_was_paid_is_not_given_back(desk, car):
    pay(desk, car)
    more(desk, 7)
    giving = desk.screen.car.questions.money.returns.giving
    desk.until(lambda: not giving.isHidden(), "it asks how much")
    desk.type("999")
    desk.press(ENTER)
    desk.press(Qt.Key.Key_2)
    desk.press(ENTER)
    assert not approval_panels(desk)


def test_an_article_is_sold_for_cash_with_its_own_receipt(desk):
    desk.open_shift()
    lot = replace(desk.state.lot, articles=(Article("card", "Pass card", 100),))
    desk.store.write(lambda unit: change_lot(unit, actor=desk.boss, lot=lot))
    desk.until(lambda: bool(desk.state.lot.articles), "it can be sold")
    more(desk, 9)
    desk.press(Qt.Key.Key_1)
    desk.type("500")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    desk.press(ENTER)
    (sale,) = desk.store.read(find_sales)
    assert (sale.name, sale.change_minor) == ("Pass card", 400)
    assert not desk.screen.car.is_asking


def test_an_article_is_paid_by_card_with_the_number_on_the_terminals_slip(desk):
    desk.open_shift()
    lot = replace(desk.state.lot, articles=(Article("card", "Pass card", 100),))
    desk.store.write(lambda unit: change_lot(unit, actor=desk.boss, lot=lot))
    desk.until(lambda: bool(desk.state.lot.articles), "it can be sold")
    more(desk, 9)
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_F10)
    desk.type("S-0417")
    desk.press(ENTER)
    desk.until(lambda: bool(desk.store.read(find_sales)), "it is sold")
    (sale,) = desk.store.read(find_sales)
    assert (sale.tender, sale.slip, sale.cash_minor) == (Tender.CARD, "S-0417", 0)
    desk.until(lambda: not desk.screen.car.is_asking, "nothing is asked any more")
    assert "Pass card sold" in desk.message
