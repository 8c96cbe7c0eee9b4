"""Money that two consoles took for the same time waits at the desk until somebody settles it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.screens.inside.history import happenings, read_history
from console.words import is_known, say
from core.domain.refunds import RefundState
from core.services.settle_overpayment import REASONS, keep_refund
from core.services.sharing import LinkState, LinkView, SharingView
from tests.console.screens.desk.paid_twice import PaidTwice, paid_twice
from tests.core.store.lots_apart import give

ENTER, ESC, ONE, TWO, FOUR, J, U = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_J,
    Qt.Key.Key_U,
)  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twice(desk, tmp_path):
    """Ben's shift is open; the car paid him NT$ 45, and 60 again at the exit five minutes later."""
    with paid_twice(desk, tmp_path / "exit") as made:
        made.stay_id = made.car("ABC1234")
        desk.until(lambda: desk.state.shift is not None, "the shift is known")
        yield made


def questions(twice: PaidTwice):
    return twice.desk.screen.car.questions.refunds


def panel(twice: PaidTwice):
    return questions(twice).refund


def go_to_it(twice: PaidTwice) -> None:
    """The keys to what waits, and Enter."""
    twice.desk.press(J, CONTROL)
    twice.desk.press(ENTER)
    twice.desk.until(lambda: not panel(twice).isHidden(), "the panel asks")


def sign_on_supervisor(twice: PaidTwice) -> None:
    twice.desk.sign_on(None)
    twice.desk.sign_on(twice.nia)


def text(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_one_sentence_says_which_car_how_much_where_and_when(twice):
    (row,) = [row for row in twice.desk.screen.waiting.rows if row.refund_id]
    said = text(say(row.code, row.facts, twice.desk.state.lot, now=twice.desk.clock.now()).text)
    assert row.plate == "ABC1234"
    assert said == "Paid 08:00 at Console 1 and 08:05 at Console 2: NT$ 60 is due back."


def test_enter_shows_both_payments_and_takes_the_car_in_hand(twice):
    go_to_it(twice)
    twice.desk.until(lambda: twice.desk.screen.car.car.stay_id == twice.stay_id, "the car is in hand")
    first, second = (text(view.words) for view in panel(twice)._taken)
    for part in ("Console 1", "08:00", "Ben", "NT$ 45", "Receipt 1-1"):
        assert part in first
    for part in ("Console 2", "08:05", "Nia", "NT$ 60", "Receipt 2-1", "All of it too much"):
        assert part in second
    assert "too much" not in first


def test_an_attendant_hands_it_out_with_a_digit_and_enter(twice):
    before = twice.desk.state.shift.expected_minor
    go_to_it(twice)
    twice.desk.press(ONE)
    twice.desk.press(ENTER)
    twice.desk.until(lambda: twice.due() == [], "it is settled")
    twice.desk.until(lambda: panel(twice).isHidden(), "nothing is asked any more")
    twice.desk.until(lambda: twice.rows == [], "nothing waits")
    twice.desk.until(lambda: twice.desk.state.shift.expected_minor == before - 60, "less is expected")
    assert "NT$ 60 was paid back to ABC1234" in text(twice.desk.message)


def test_enter_alone_pays_nothing_out(twice):
    go_to_it(twice)
    twice.desk.press(ENTER)
    twice.desk.press(ESC)
    assert panel(twice).isHidden()
    assert twice.due() == [60]


def test_letters_typed_into_the_question_go_nowhere(twice):
    go_to_it(twice)
    twice.desk.type("XYZ34")
    assert twice.desk.screen.car.field.text() == ""
    assert not panel(twice).isHidden()


def test_keeping_is_not_for_an_attendant_and_the_panel_says_so(twice):
    go_to_it(twice)
    twice.desk.press(TWO)
    assert questions(twice).keeping.isHidden()
    assert say("refund.keeping_needs_right").text in panel(twice).hint


def test_a_supervisor_keeps_it_with_a_reason_and_pays_nothing_out_of_anothers_drawer(twice):
    sign_on_supervisor(twice)
    go_to_it(twice)
    assert say("shift.of_someone_else").text in panel(twice).hint
    twice.desk.press(ONE)
    twice.desk.press(ENTER)
    assert twice.due() == [60]
    twice.desk.press(TWO)
    twice.desk.press(ENTER)
    assert not questions(twice).keeping.isHidden()
    twice.desk.press(ONE)
    twice.desk.press(ENTER)
    twice.desk.until(lambda: twice.due() == [], "it is settled")
    assert questions(twice).keeping.isHidden()
    assert twice.desk.state.shift.expected_minor == 1045


def test_the_other_reason_wants_a_note_and_the_history_tells_it(twice):
    sign_on_supervisor(twice)
    go_to_it(twice)
    twice.desk.press(TWO)
    twice.desk.press(FOUR)
    twice.desk.press(ENTER)
    assert twice.due() == [60]
    twice.desk.type("sent by bank")
    twice.desk.press(ENTER)
    twice.desk.until(lambda: twice.due() == [], "it is settled")
    history = twice.desk.store.read(lambda view: read_history(view, twice.stay_id))
    told = {text(one.what): one.who for one in happenings(history, twice.desk.state.lot)}
    assert told["Due back to the driver: NT$ 60."] == ""
    assert told["Money due back, settled: NT$ 60, kept. sent by bank"] == "Nia"


def test_esc_leads_from_the_reasons_back_to_both_payments(twice):
    sign_on_supervisor(twice)
    go_to_it(twice)
    twice.desk.press(TWO)
    twice.desk.press(ESC)
    assert questions(twice).keeping.isHidden()
    assert not panel(twice).isHidden()


def test_a_car_in_hand_is_settled_with_the_command(twice):
    twice.desk.choose("1234")
    assert [refund.amount_minor for refund in twice.desk.screen.car.car.chosen.due_back] == [60]
    twice.desk.press(U, CONTROL)
    twice.desk.until(lambda: not panel(twice).isHidden(), "the panel asks")
    assert panel(twice).shown.plate == "ABC1234"


def test_without_money_due_back_the_command_says_so(desk):
    command = desk.app.context.commands["car.refund"]
    assert desk.app.context.commands.why_not(command, desk.ben) == "refund.none_due"


def test_without_a_shift_the_panel_says_what_is_missing(desk, tmp_path):
    with paid_twice(desk, tmp_path / "exit") as twice:
        twice.car("ABC1234")
        desk.until(lambda: desk.state.shift is not None, "the shift is known")
        desk.state.shift = None
        go_to_it(twice)
        assert say("shift.none_open").text in panel(twice).hint
        desk.press(ONE)
        desk.press(ENTER)
        assert twice.due() == [60]


def test_a_drawer_with_too_little_is_named_and_not_told_what_must_be_in_it(twice):
    twice.desk.state.shift = replace(twice.desk.state.shift, float_minor=10, cash_minor=0)
    go_to_it(twice)
    assert "NT$ 60 due cannot be in this drawer" in text(panel(twice).hint)
    assert "NT$ 10" not in text(panel(twice).hint)
    twice.desk.press(ONE)
    twice.desk.press(ENTER)
    assert twice.due() == [60]


def test_what_another_console_settles_meanwhile_is_asked_no_more(twice):
    go_to_it(twice)
    refund_id = panel(twice).shown.refund.refund_id
    give(twice.desk.store, twice.exit)
    twice.exit.write(
        lambda unit: keep_refund(unit, actor=twice.nia, refund_id=refund_id, reason="driver_waived")
    )
    twice.tell_desk()
    twice.desk.until(lambda: panel(twice).isHidden(), "the panel is gone")
    assert say("refund.settled_already").text in twice.desk.message


def test_what_was_settled_between_the_list_and_enter_is_not_asked(twice):
    refund_id = twice.rows[0]
    twice.desk.store.write(
        lambda unit: keep_refund(unit, actor=twice.nia, refund_id=refund_id, reason="driver_waived")
    )
    twice.desk.screen.car.settle_refund(refund_id)
    twice.desk.until(lambda: say("refund.settled_already").text in twice.desk.message, "it is said")
    assert panel(twice).isHidden()


def test_a_console_that_is_cut_off_warns_before_it_pays_out(twice):
    view = SharingView(is_shared=True, links={"hub": LinkView("hub", LinkState.LOST)})
    twice.desk.state.show_sharing(view)
    go_to_it(twice)
    assert say("refund.cut_off").text in panel(twice).warning
    twice.desk.state.show_sharing(replace(view, links={"hub": LinkView("hub", LinkState.OK)}))
    assert panel(twice).warning == ""


def test_change_on_the_counter_comes_first(twice):
    stay_id = twice.desk.car_inside("KLM8837", minutes=90)
    twice.desk.choose("8837")
    twice.desk.press(ENTER)
    twice.desk.press(Qt.Key.Key_Equal)
    twice.desk.until(lambda: twice.desk.screen.car.awaits_acknowledgement, f"{stay_id} has paid")
    twice.desk.screen.car.settle_refund(twice.rows[0])
    assert say("payment.acknowledge_first").text in twice.desk.message
    assert panel(twice).isHidden()


def test_what_is_typed_before_the_panel_came_keeps_it_away(twice):
    twice.desk.screen.car.settle_refund(twice.rows[0])
    twice.desk.screen.car.type_plate("A")
    twice.desk.until(lambda: not twice.desk.screen.car.car.is_searching, "cards")
    assert panel(twice).isHidden()


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_to_keep_it_has_words(reason):
    assert is_known(f"refund_reason.{reason}")


@pytest.mark.parametrize("state", RefundState)
def test_every_outcome_has_words(state):
    assert is_known(f"refund.{state.value}")
