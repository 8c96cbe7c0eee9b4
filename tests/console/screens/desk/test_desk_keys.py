from PySide6.QtCore import Qt

from core.domain.stays import StayState

ENTER, ESC, F5, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F9
ALT = Qt.KeyboardModifier.AltModifier


def test_letters_typed_anywhere_on_the_desk_find_the_car(desk):
    desk.car_inside("ABC1234")
    desk.screen.waiting.setFocus()
    desk.find("BC12")
    assert desk.screen.car.car.cards[0].plate == "ABC1234"


def test_a_car_is_found_paid_and_let_go_with_the_keyboard_alone(desk):
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(ENTER)
    desk.type("500")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    assert desk.stay(stay_id).state is StayState.PAID
    assert desk.stay(stay_id).payments[0].tendered_minor == 500
    desk.press(ENTER)
    assert not desk.screen.car.awaits_acknowledgement


def test_too_little_cash_is_refused_with_the_missing_amount(desk):
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.choose("1234")
    due = desk.screen.car.car.chosen.due.quote.total_minor
    desk.press(F9)
    desk.type("1")
    desk.press(ENTER)
    assert f"NT$ {due - 1}" in " ".join(desk.screen.car.cash.trouble.split())
    assert not desk.stay(stay_id).payments


def test_the_exact_amount_is_one_key(desk):
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(F9)
    desk.type("=")
    desk.until(lambda: bool(desk.stay(stay_id).payments), "it is paid")
    assert desk.stay(stay_id).payments[0].change_minor == 0


def test_without_a_shift_no_cash_is_taken_and_the_next_step_is_said(desk):
    desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(F9)
    assert "shift" in desk.message
    assert not desk.screen.car.is_asking


def test_nothing_else_happens_before_the_change_was_handed_out(desk):
    desk.open_shift()
    desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(F9)
    desk.type("500")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    desk.press(ESC)
    desk.type("XYZ")
    desk.press(F5)
    assert desk.screen.car.awaits_acknowledgement
    assert desk.screen.car.field.text() == "1234"


def test_a_payment_at_the_exit_opens_the_gate_by_itself(desk):
    desk.open_shift()
    desk.car_inside("ABC1234")
    desk.arrive("exit", "ABC1234")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the exit refuses")
    desk.choose("1234")
    desk.press(F9)
    desk.type("=")
    desk.until(lambda: desk.pulses("exit") == 1, "the exit opens")


def test_a_gate_is_opened_by_hand_with_three_keys(desk):
    desk.press(F5)
    desk.press(Qt.Key.Key_6)
    desk.press(ENTER)
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")


def test_enter_alone_opens_no_gate(desk):
    desk.press(F5)
    desk.press(ENTER)
    desk.press(ENTER)
    assert desk.screen.car.is_asking
    assert desk.pulses("entry") == 0


def test_the_reason_other_needs_a_note(desk):
    desk.press(F5)
    desk.press(Qt.Key.Key_8)
    desk.press(ENTER)
    assert desk.pulses("entry") == 0
    desk.type("fire drill")
    desk.press(ENTER)
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")


def test_an_unsure_plate_is_typed_at_the_lane_and_the_gate_opens(desk):
    desk.arrive("entry", "ABC1Z34", confidence=0.3)
    desk.until(lambda: desk.state.lanes["entry"].waiting, "the entry asks")
    desk.press(ENTER)
    desk.type("ABC1234")
    desk.press(ENTER)
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")
    desk.cross("entry")
    desk.until(lambda: any(stay.plate == "ABC1234" for stay in desk.inside()), "it is inside")


def test_a_number_chooses_a_card_from_anywhere_with_alt(desk):
    desk.car_inside("ABC1234")
    desk.car_inside("ABC1235")
    desk.find("ABC123", 2)
    second = desk.screen.car.car.cards[1].stay_id
    desk.press(Qt.Key.Key_2, ALT)
    desk.until(lambda: desk.screen.car.car.stay_id == second, "the second is in hand")


def test_a_plate_is_corrected_in_the_cars_panel(desk):
    stay_id = desk.car_inside("ABC1Z34")
    desk.choose("ABC1Z34")
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    desk.type("ABC1234")
    desk.press(ENTER)
    desk.until(lambda: desk.stay(stay_id).plate == "ABC1234", "the plate is corrected")
    desk.until(lambda: not desk.screen.car.is_asking, "the panel closes")


def test_escape_goes_one_step_back_each_time(desk):
    desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(F5)
    assert desk.screen.car.is_asking
    desk.press(ESC)
    assert not desk.screen.car.is_asking
    desk.press(ESC)
    assert desk.screen.car.car.chosen is None
    desk.press(ESC)
    assert desk.screen.car.field.text() == ""


def test_locking_hides_the_desk_and_the_lanes_go_on(desk):
    desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.app.window.current != "desk", "the desk is locked")
    desk.press(F5)
    assert not desk.screen.car.is_asking
    desk.arrive("entry", "XYZ999")
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")


def test_enter_takes_the_car_that_has_not_paid_at_the_exit_in_hand(desk):
    stay_id = desk.car_inside("ABC1234")
    desk.arrive("exit", "ABC1234")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the exit refuses")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.car.stay_id == stay_id, "it is in hand")


def test_a_car_that_is_inside_already_is_shown_with_both_photos(desk):
    desk.car_inside("ABC1234")
    desk.arrive("entry", "ABC1234")
    desk.until(lambda: desk.state.lanes["entry"].waiting, "the entry asks")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.question.shows_both, "both cars are shown")


def test_what_waits_is_listed_with_its_reason(desk):
    desk.arrive("entry", None)
    desk.until(lambda: any(row.code == "entry.no_plate" for row in desk.screen.waiting.rows), "it is listed")


def test_a_receipt_is_printed_again_from_the_list(desk):
    desk.open_shift()
    desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.press(F9)
    desk.type("=")
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "it is paid")
    desk.press(ENTER)
    desk.until(lambda: any(row.payment_id for row in desk.screen.waiting.rows), "the receipt is listed")
    desk.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    desk.press(ENTER)
    desk.until(lambda: "copy 1" in desk.message, "the copy is being printed")


def test_a_stay_handed_over_by_another_screen_is_taken_in_hand(desk):
    stay_id = desk.car_inside("ABC1234")
    desk.app.context.show("inside")
    desk.app.context.show("desk")
    desk.state.hand_over(stay_id)
    desk.until(lambda: desk.screen.car.car.stay_id == stay_id, "it is in hand")


def test_no_stay_is_taken_over_while_change_lies_on_the_counter(desk):
    desk.open_shift()
    paid, other = desk.car_inside("ABC1234"), desk.car_inside("XYZ999")
    desk.choose("1234")
    desk.press(F9)
    desk.type("500")
    desk.press(ENTER)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
    desk.state.hand_over(other)
    assert desk.screen.car.car.stay_id == paid
    assert "change" in desk.message


def test_the_exit_opened_by_hand_names_the_car_in_hand_that_leaves_with_it(desk):
    desk.car_inside("ABC1234")
    desk.choose("1234")
    desk.state.select_lane("exit")
    desk.press(F5)
    assert "ABC1234" in desk.override.effect


def test_the_exit_opened_by_hand_without_a_car_in_hand_says_that_no_stay_leaves(desk):
    desk.state.select_lane("exit")
    desk.press(F5)
    assert "No stay leaves" in desk.override.effect


def test_a_car_in_hand_that_is_not_the_one_at_the_exit_is_told_before_it_leaves(desk):
    desk.car_inside("ABC1234")
    desk.arrive("exit", "QQQ777")
    desk.until(lambda: desk.state.lanes["exit"].plate == "QQQ777", "the exit has read it")
    desk.choose("1234")
    desk.state.select_lane("exit")
    desk.press(F5)
    assert "ABC1234" in desk.override.effect
    assert "QQQ777" in desk.override.effect
