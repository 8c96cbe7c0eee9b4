from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.screens.shift import ShiftScreen
from console.screens.shift.drawer_view import Act
from core.domain.people import Role
from core.services.quote_stay import quote_stay
from core.services.run_shift import close_shift, open_shift
from core.services.take_payment import take_cash
from core.store.queries.stays import recent_payments
from core.store.tables import journal

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(booth):
    """Ann, the administrator, at the shift screen of a drawer without a shift."""
    booth.set_up()
    return shown(booth)


@pytest.fixture
def blind(booth):
    """Ben, an attendant, who may not see totals."""
    booth.set_up()
    booth.ben = booth.add("Ben")
    booth.state.sign_on(booth.ben)
    return shown(booth)


def shown(booth):
    made = ShiftScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: made.panel == "OpenPanel", "a shift can be opened")
    return made


def open_with(booth, screen, float_text):
    booth.until(lambda: screen.panel == "OpenPanel", "a shift can be opened")
    booth.type(float_text)
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "RunningPanel", "the shift is open")
    booth.until(lambda: "drawer since" in words_on(screen), "it is told whose it is")


def count(booth, screen, keys="1"):
    """One piece of the largest, and on to what stays."""
    booth.press(ENTER)
    assert screen.panel == "CountPanel"
    booth.type(keys)
    booth.press(ENTER)


def close_all_left(booth, screen, keys="1"):
    count(booth, screen, keys)
    booth.until(lambda: screen.panel == "KeepPanel", "it is asked what stays")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")


def settle():
    """Let everything that was begun end; ``qWait`` would keep the threads from working."""
    deadline = time.monotonic() + 0.5
    while time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.005)


def words_on(screen):
    return " ".join(screen.words())


def drawer(booth):
    return booth.store.read(lambda unit: unit.open_shift("drawer-1"))


def test_a_shift_is_opened_with_its_float(booth, screen):
    open_with(booth, screen, "2000")
    assert booth.state.shift.float_minor == 2000
    assert booth.state.shift.person_id == booth.ann.person_id


def test_what_must_lie_in_the_drawer_is_not_said_before_it_was_counted(booth, blind):
    open_with(booth, blind, "2000")
    pay(booth)
    booth.until(lambda: booth.state.shift.payments == 1, "the payment is known")
    booth.until(lambda: "1 payments in cash" in words_on(blind), "the payment is counted")
    assert "60" not in words_on(blind)
    count(booth, blind)
    booth.until(lambda: blind.panel == "KeepPanel", "it is asked what stays")
    assert "2,060" not in words_on(blind)
    assert "60" not in words_on(blind)


def test_who_may_see_totals_sees_the_cash_that_was_taken(booth, screen):
    open_with(booth, screen, "2000")
    booth.pay(booth.car_inside("ABC1234"))
    booth.until(lambda: "NT$ 60" in words_on(screen), "what was taken is shown")


def test_an_exact_count_closes_the_shift_and_shows_its_sealed_slip(booth, screen):
    open_with(booth, screen, "2000")
    close_all_left(booth, screen)
    assert "exact" in words_on(screen)
    assert "Z 1 · check code" in words_on(screen)
    booth.until(lambda: booth.state.shift is None, "no shift is open")
    code = booth.store.read(lambda unit: unit.last_closed_shift("drawer-1")).check_code
    booth.until(lambda: code in screen.side.shifts.slip.words, "the slip is shown")


def test_missing_money_is_said_with_its_amount(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.press(TAB)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "KeepPanel", "it is asked what stays")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert "NT$ 1,000 are missing" in words_on(screen)


def test_a_part_stays_and_the_rest_is_taken_out(booth, screen):
    open_with(booth, screen, "2000")
    count(booth, screen)
    booth.until(lambda: screen.panel == "KeepPanel", "it is asked what stays")
    booth.type("500")
    assert "NT$ 1,500 are taken out." in words_on(screen)
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert booth.store.read(lambda unit: unit.last_closed_shift("drawer-1")).left_minor == 500


def test_more_than_was_counted_cannot_stay(booth, screen):
    open_with(booth, screen, "2000")
    count(booth, screen)
    booth.until(lambda: screen.panel == "KeepPanel", "it is asked what stays")
    booth.type("9000")
    booth.press(ENTER)
    assert "at most what was counted" in words_on(screen)
    booth.press(ESC)
    assert screen.panel == "CountPanel"


def test_the_next_float_is_what_was_left(booth, screen):
    open_with(booth, screen, "2000")
    close_all_left(booth, screen)
    booth.until(lambda: booth.state.shift is None, "no shift is open")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "OpenPanel" and "NT$ 2,000" in words_on(screen), "it is suggested")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "RunningPanel", "the shift is open")
    assert booth.state.shift.float_minor == 2000


def test_another_float_than_was_left_is_opened_only_with_words(booth, screen):
    open_with(booth, screen, "2000")
    close_all_left(booth, screen)
    booth.until(lambda: booth.state.shift is None, "no shift is open")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "OpenPanel" and "NT$ 2,000" in words_on(screen), "it is suggested")
    booth.type("1950")
    booth.press(ENTER)
    assert "NT$ 50 less than was left" in words_on(screen)
    booth.press(ENTER)
    assert booth.state.shift is None
    booth.type("Two notes were torn")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "RunningPanel", "the shift is open")
    assert "shift.float_differs" in kinds(booth)


def test_news_take_the_keyboard_from_nobody_who_types(booth, screen):
    open_with(booth, screen, "2000")
    close_all_left(booth, screen)
    booth.until(lambda: booth.state.shift is None, "no shift is open")
    booth.press(ENTER)
    booth.until(lambda: screen.panel == "OpenPanel" and "NT$ 2,000" in words_on(screen), "it is suggested")
    booth.type("1950")
    booth.press(ENTER)
    note = QApplication.focusWidget()
    booth.type("Two notes")
    booth.state.lot_changed.emit()
    settle()
    assert QApplication.focusWidget() is note
    assert note.text() == "Two notes"


def test_counting_can_be_left_again(booth, screen):
    open_with(booth, screen, "2000")
    booth.press(ENTER)
    booth.press(ESC)
    assert screen.panel == "RunningPanel"
    assert booth.state.shift is not None


def test_enter_pressed_twice_drops_cash_once(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("1")
    booth.type("500")
    booth.press(ENTER)
    booth.type("1")
    booth.press(ENTER)
    booth.press(ENTER)
    booth.until(lambda: drawer(booth).drops_minor > 0, "it is dropped")
    booth.until(lambda: blind.panel == "RunningPanel", "back at the shift")
    settle()
    assert drawer(booth).drops_minor == 500


def test_cash_is_dropped_with_amount_reason_and_enter(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("1")
    assert blind.panel == "MovePanel"
    booth.type("500")
    booth.press(ENTER)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: blind.panel == "RunningPanel", "it is done")
    assert drawer(booth).drops_minor == 500
    assert "cash.dropped" in kinds(booth)


def test_more_than_can_be_there_is_not_paid_out_and_it_does_not_say_how_much_is(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("2")
    booth.type("5000")
    booth.press(ENTER)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: "5,000" in words_on(blind), "it is refused")
    assert "2,000" not in words_on(blind)
    assert drawer(booth).payouts_minor == 0


def test_an_amount_comes_before_its_reason(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("3")
    booth.press(ENTER)
    assert "Type the amount first." in words_on(blind)
    booth.press(ESC)
    assert blind.panel == "RunningPanel"


def test_the_drawer_is_opened_without_a_sale_for_a_reason(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("4")
    booth.press(ENTER)
    assert "drawer.opened" not in kinds(booth)
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: "drawer.opened" in kinds(booth), "it is written down")


def test_somebody_relieves_and_hands_back_with_a_blind_count(booth, blind):
    open_with(booth, blind, "2000")
    carla = booth.add("Carla", Role.SUPERVISOR)
    booth.state.sign_on(carla)
    booth.until(lambda: Act.RELIEVE in blind.acts, "Carla may relieve")
    booth.type("5")
    booth.until(lambda: drawer(booth).person_id == carla.person_id, "Carla has the drawer")
    booth.until(lambda: Act.HAND_BACK in blind.acts, "Carla may hand back")
    assert "Carla has relieved Ben" in words_on(blind)
    booth.type("5")
    assert blind.panel == "CountPanel"
    booth.type("1")
    booth.press(ENTER)
    booth.until(lambda: blind.panel == "ClosedPanel", "the result is shown")
    assert "handed back. It is exact." in words_on(blind)
    assert drawer(booth).person_id == booth.ben.person_id


def test_the_drawer_may_be_handed_back_uncounted(booth, blind):
    open_with(booth, blind, "2000")
    carla = booth.add("Carla", Role.SUPERVISOR)
    booth.state.sign_on(carla)
    booth.until(lambda: Act.RELIEVE in blind.acts, "Carla may relieve")
    booth.type("5")
    booth.until(lambda: Act.HAND_BACK in blind.acts, "Carla may hand back")
    assert "Carla has relieved Ben" in words_on(blind)
    booth.type("5")
    QTest.keyClick(blind, Qt.Key.Key_N, ALT)
    booth.until(lambda: blind.panel == "ClosedPanel", "the result is shown")
    assert "Nobody counted it." in words_on(blind)
    assert "2,000" not in words_on(blind), "the main shift will count what had to be there, blind"


def test_how_the_shift_stands_is_for_who_may_see_totals(booth, screen):
    open_with(booth, screen, "2000")
    booth.pay(booth.car_inside("ABC1234"))
    booth.type("6")
    booth.until(lambda: "2,060" in screen.side.shifts.slip.words, "the X report is shown")


def test_how_it_stands_is_printed_as_it_is_now(booth, screen):
    open_with(booth, screen, "2000")
    booth.type("6")
    booth.until(lambda: "2,000" in screen.side.shifts.slip.words, "the X report is shown")
    booth.pay(booth.car_inside("ABC1234"))
    QTest.keyClick(screen, Qt.Key.Key_P, ALT)
    booth.until(lambda: "slip.x_printed" in kinds(booth), "its slip is asked for")


def test_a_copy_of_a_sealed_slip_is_printed_from_the_list(booth, blind):
    open_with(booth, blind, "2000")
    close_all_left(booth, blind)
    booth.until(lambda: "2,000" in blind.side.shifts.slip.words, "its slip is shown")
    QTest.keyClick(blind, Qt.Key.Key_P, ALT)
    booth.until(lambda: "slip.reprinted" in kinds(booth), "a copy is asked for")


def test_an_attendant_is_not_shown_how_it_stands(booth, blind):
    open_with(booth, blind, "2000")
    booth.type("6")
    settle()
    assert blind.side.shifts.slip.words == ""


def test_what_a_supervisor_saw_of_totals_is_gone_when_an_attendant_takes_their_place(booth, blind):
    open_with(booth, blind, "2000")
    carla = booth.add("Carla", Role.SUPERVISOR)
    booth.state.sign_on(carla)
    booth.until(lambda: Act.X_REPORT in blind.acts, "Carla may see totals")
    booth.type("6")
    booth.until(lambda: "2,000" in blind.side.shifts.slip.words, "the X report is shown")
    booth.state.sign_on(booth.ben)
    assert blind.side.shifts.slip.words == ""
    settle()
    assert blind.side.shifts.slip.words == ""


def test_how_it_stands_is_put_away_before_anybody_counts(booth, screen):
    open_with(booth, screen, "2000")
    booth.type("6")
    booth.until(lambda: "2,000" in screen.side.shifts.slip.words, "the X report is shown")
    booth.press(ENTER)
    assert screen.panel == "CountPanel"
    settle()
    assert screen.side.shifts.slip.words == ""


def test_own_past_shifts_are_listed_with_their_slips(booth, blind):
    open_with(booth, blind, "2000")
    close_all_left(booth, blind)
    booth.until(lambda: len(blind.side.shifts.rows) == 1, "it is listed")
    booth.until(lambda: "2,000" in blind.side.shifts.slip.words, "its slip is shown")


def test_shifts_of_others_are_not_listed_for_an_attendant(booth, blind):
    def work(unit):
        open_shift(unit, actor=booth.ann, drawer="drawer-1", float_minor=0)
        close_shift(unit, actor=booth.ann, drawer="drawer-1", counted_minor=0)

    booth.store.write(work)
    QTest.keyClick(blind, Qt.Key.Key_S, ALT)
    settle()
    assert blind.side.shifts.rows == ()


def test_a_shift_left_open_on_another_drawer_is_closed_by_a_supervisor_uncounted(booth, screen):
    ben = booth.add("Ben")
    booth.store.write(lambda unit: open_shift(unit, actor=ben, drawer="drawer-9", float_minor=700))
    QTest.keyClick(screen, Qt.Key.Key_S, ALT)
    booth.until(lambda: len(screen.side.shifts.rows) == 1, "it is listed")
    QTest.keyClick(screen, Qt.Key.Key_C, ALT)
    booth.until(lambda: screen.panel == "CountPanel", "it may be counted")
    QTest.keyClick(screen, Qt.Key.Key_N, ALT)
    booth.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert "Nobody counted the drawer." in words_on(screen)
    assert booth.store.read(lambda unit: unit.open_shift("drawer-9")) is None


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


def test_nothing_of_it_opens_a_window_of_its_own(booth, screen):
    open_with(booth, screen, "2000")
    close_all_left(booth, screen)
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not screen]
    assert others == []


def pay(booth):
    """Ben takes what a car owes; it came in before."""
    stay_id = booth.car_inside("ABC1234")

    def work(unit):
        due = quote_stay(unit, actor=booth.ben, stay_id=stay_id).quote.total_minor
        take_cash(
            unit, actor=booth.ben, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer="drawer-1"
        )

    booth.store.write(work)


def kinds(booth):
    return booth.store.read(lambda unit: {row.kind for row in unit.connection.execute(journal.select())})
