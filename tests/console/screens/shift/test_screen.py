import pytest
from PySide6.QtCore import Qt

from console.screens.shift import ShiftScreen
from core.store.queries.stays import recent_payments

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def screen(booth):
    booth.set_up()
    made = ShiftScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: made.panel == "OpenPanel", "a shift can be opened")
    return made


def open_with(booth, screen, float_text):
    booth.until(lambda: screen.panel == "OpenPanel", "a shift can be opened")
    booth.type(float_text)
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "RunningPanel", "the shift is open")


def words_on(screen):
    return " ".join(screen.words())


def test_a_shift_is_opened_with_its_float(booth, screen):
    open_with(booth, screen, "2000")
    assert booth.state.shift.float_minor == 2000
    assert booth.state.shift.person_id == booth.ann.person_id


def test_what_must_lie_in_the_drawer_is_not_said_before_it_was_counted(booth, screen):
    open_with(booth, screen, "2000")
    booth.pay(booth.car_inside("ABC1234"))
    booth.until(lambda: booth.state.shift.payments == 1, "the payment is known")
    booth.until(lambda: "NT$ 60" in words_on(screen), "what was taken is shown")
    assert "2,060" not in words_on(screen)
    booth.press(ENTER)
    assert "2,060" not in words_on(screen)


def test_an_exact_count_closes_the_shift(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert "exact" in words_on(screen)
    booth.until(lambda: booth.state.shift is None, "no shift is open")


def test_missing_money_is_said_with_its_amount(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.press(TAB)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert "NT$ 1,000 are missing" in words_on(screen)


def test_the_next_float_is_what_was_counted(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    booth.until(lambda: booth.state.shift is None, "no shift is open")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "OpenPanel" and "NT$ 2,000" in words_on(screen), "it is suggested")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "RunningPanel", "the shift is open")
    assert booth.state.shift.float_minor == 2000


def test_counting_can_be_left_again(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.press(ESC)
    assert screen.panel == "RunningPanel"
    assert booth.state.shift is not None


def test_a_receipt_is_printed_again_as_a_copy(booth, screen):
    booth.pay(booth.car_inside("ABC1234"))
    booth.until(lambda: len(screen.payments.rows) == 1, "the payment is listed")
    assert screen.payments.rows[0].plate == "ABC1234"
    screen.payments.take_focus()
    booth.press(ENTER)
    booth.until(lambda: booth.state.message is not None, "it was asked for")
    assert booth.state.message.code == "receipt.reprinted"
    assert booth.state.message.facts["copy"] == 1
    assert len(booth.store.read(recent_payments)) == 1
