from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.screens.sign_on import SignOnScreen
from core.domain.people import Role
from core.services.badge import make_badge_reader, set_badge
from core.services.manage_people import add_person
from core.services.run_shift import open_shift, start_relief
from core.store.queries.people import refused_attempts
from tests.console.screens.booth import PIN
from tests.console.screens.reader_keys import read_into

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
# Longer than a scanner takes for a character: what a person needs between two fields.
PAUSE_MS = 80
BADGE = "0004182735"
PASSWORD = "meadow-17-lantern"


@pytest.fixture
def screen(booth):
    booth.set_up()
    booth.ben = booth.add("Ben")
    booth.carla = booth.add("Carla", Role.SUPERVISOR)
    booth.state.sign_on(None)
    made = SignOnScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: len(made.people) == 3, "the people are listed")
    return made


def choose(booth, digit):
    booth.type(digit)
    QTest.qWait(PAUSE_MS)


def sign_on_as(booth, digit):
    choose(booth, digit)
    booth.type(PIN)
    booth.press(ENTER)


def wrong_pin(booth, screen):
    booth.type("1111")
    booth.press(ENTER)
    booth.until(lambda: not screen.is_checking and screen.told != "", "the PIN was checked")


def give_badge(booth, person, code=BADGE):
    def work(unit):
        digest = make_badge_reader(unit).digest(code)
        set_badge(unit, actor=booth.ann, person_id=person.person_id, badge_digest=digest)

    booth.store.write(work)


def hold_badge(booth, screen, code=BADGE):
    """As a reader types that says it is a keyboard: through the window, where it is heard."""
    QTest.qWait(PAUSE_MS)
    read_into(screen.window().windowHandle(), code)


def somebody_is_signed_on(booth):
    booth.until(lambda: booth.state.actor is not None, "somebody is signed on")
    return booth.state.actor


def test_a_digit_a_pin_and_enter_sign_on(booth, screen):
    sign_on_as(booth, "2")
    actor = somebody_is_signed_on(booth)
    assert (actor.name, actor.role) == ("Ben", Role.ATTENDANT)


def test_arrow_keys_choose_too(booth, screen):
    booth.press(Qt.Key.Key_Down, times=2)
    booth.press(ENTER)
    booth.type(PIN)
    booth.press(ENTER)
    assert somebody_is_signed_on(booth).name == "Carla"


def test_a_wrong_pin_is_said_and_the_field_is_empty_again(booth, screen):
    choose(booth, "2")
    wrong_pin(booth, screen)
    assert booth.state.actor is None
    assert screen.told.startswith("That is not the PIN.")
    booth.type(PIN)
    booth.press(ENTER)
    assert somebody_is_signed_on(booth).name == "Ben"


def test_after_three_wrong_pins_one_waits_and_is_told_how_long(booth, screen):
    choose(booth, "2")
    for _ in range(4):
        wrong_pin(booth, screen)
        QTest.qWait(PAUSE_MS)
    assert "Try again in 3" in screen.told
    booth.clock.pass_by(seconds=40)
    booth.until(lambda: screen.told == "Try again now.", "the wait is over")
    booth.type(PIN)
    booth.press(ENTER)
    assert somebody_is_signed_on(booth).name == "Ben"


def test_escape_goes_back_to_the_names(booth, screen):
    choose(booth, "2")
    booth.type("73")
    booth.press(ESC)
    sign_on_as(booth, "1")
    assert somebody_is_signed_on(booth).name == "Ann"


def test_who_was_chosen_by_mistake_is_left_and_what_was_typed_goes_with_them(booth, screen):
    choose(booth, "2")
    booth.type("73")
    booth.press(ESC)
    choose(booth, "3")
    assert screen.who.entry.field.text() == ""


def test_an_attendants_badge_signs_on_without_any_key(booth, screen):
    give_badge(booth, booth.ben)
    hold_badge(booth, screen)
    assert somebody_is_signed_on(booth).name == "Ben"


def test_a_badge_read_on_a_serial_line_signs_on_too(booth, screen):
    give_badge(booth, booth.ben)
    booth.state.code_read.emit(BADGE)
    assert somebody_is_signed_on(booth).name == "Ben"


def test_a_supervisors_badge_chooses_them_and_their_pin_follows(booth, screen):
    give_badge(booth, booth.carla)
    hold_badge(booth, screen)
    booth.until(lambda: screen.who.entry.person is not None and "PIN" in screen.told, "the PIN is asked for")
    assert screen.who.entry.person.name == "Carla"
    assert booth.state.actor is None
    booth.type(PIN)
    booth.press(ENTER)
    assert somebody_is_signed_on(booth).name == "Carla"


def test_a_badge_held_while_a_pin_is_half_typed_counts_and_the_digits_go(booth, screen):
    give_badge(booth, booth.ben)
    choose(booth, "3")
    booth.type("73")
    hold_badge(booth, screen)
    assert somebody_is_signed_on(booth).name == "Ben"
    assert screen.who.entry.field.text() == ""


def test_a_keyboard_that_types_a_pin_at_once_is_no_badge(booth, screen):
    choose(booth, "2")
    hold_badge(booth, screen, PIN)
    assert somebody_is_signed_on(booth).name == "Ben"


def test_codes_tried_in_whichever_field_are_guesses(booth, screen):
    give_badge(booth, booth.ben)
    choose(booth, "3")
    for _ in range(3):
        wrong_pin(booth, screen)
        QTest.qWait(PAUSE_MS)
    # Carla is locked out, and what is typed for her is looked at no more; codes of badges are.
    for code in (*(f"00041{number}2736" for number in range(7)), BADGE):
        hold_badge(booth, screen, code)
        booth.until(lambda: not screen.is_checking and not screen.who.entry.field.text(), "it was looked up")
    booth.until(lambda: screen.told.startswith("Too many"), "it is told")
    assert booth.state.actor is None


def test_a_code_typed_where_a_name_belongs_is_a_badge_and_does_not_stay_to_be_read(booth, screen):
    give_badge(booth, booth.ben)
    choose(booth, "0")
    booth.until(screen.who.named.name.hasFocus, "the name is asked for")
    hold_badge(booth, screen, "0004182736")
    booth.until(lambda: screen.told.startswith("Nobody signs on with that badge."), "it is told")
    assert screen.who.named.name.text() == ""
    rows = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert [row.source for row in rows] == ["badge"]


def test_a_badge_that_nobody_holds_is_told_so(booth, screen):
    hold_badge(booth, screen, "X99887766")
    booth.until(lambda: screen.told.startswith("Nobody signs on with that badge."), "it is told")
    assert booth.state.actor is None


def test_a_receipt_held_to_the_reader_signs_nobody_on(booth, screen):
    booth.state.code_read.emit("LK2" + "0" * 120)
    QTest.qWait(PAUSE_MS)
    assert screen.told == ""


def test_the_landlord_is_in_no_list_and_signs_on_by_name_and_password(booth, screen):
    add_with_password(booth, "Lena", Role.LANDLORD)
    screen.who.begin()
    booth.until(lambda: len(screen.people) == 3, "the people are listed again")
    assert "Lena" not in [person.name for person in screen.people]
    booth.press(Qt.Key.Key_0)
    booth.type("Lena")
    booth.press(ENTER)
    QTest.qWait(PAUSE_MS)
    booth.type(PASSWORD)
    booth.press(ENTER)
    assert somebody_is_signed_on(booth).role is Role.LANDLORD


@pytest.mark.parametrize("name", ["Lena", "Nobody Here"])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(booth, screen, name):
    add_with_password(booth, "Lena", Role.LANDLORD)
    booth.press(Qt.Key.Key_0)
    booth.type(name)
    booth.press(ENTER)
    QTest.qWait(PAUSE_MS)
    booth.type("not-the-right-one")
    booth.press(ENTER)
    booth.until(lambda: not screen.is_checking and screen.told != "One moment…", "it was checked")
    assert screen.told.startswith("That name and password do not belong together.")


def test_who_signs_on_while_anothers_shift_is_open_is_asked_whether_it_is_a_relief(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    sign_on_as(booth, "3")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    assert "shift of Ben is open on this drawer" in screen.who.relief.title
    booth.press(ENTER)
    assert booth.state.actor is None
    booth.press(Qt.Key.Key_1)
    assert somebody_is_signed_on(booth).name == "Carla"
    shift = booth.store.read(lambda unit: unit.open_shift("drawer-1"))
    assert (shift.person_id, shift.is_relief) == (booth.carla.person_id, True)


def test_who_only_looks_leaves_the_shift_as_it_is(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    sign_on_as(booth, "3")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    booth.press(Qt.Key.Key_2)
    assert somebody_is_signed_on(booth).name == "Carla"
    assert booth.store.read(lambda unit: unit.open_shift("drawer-1")).person_id == booth.ben.person_id


def test_who_was_relieved_takes_the_drawer_back_as_they_sign_on(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    booth.store.write(lambda unit: start_relief(unit, actor=booth.carla, drawer="drawer-1"))
    sign_on_as(booth, "2")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    assert "Carla has relieved you" in screen.who.relief.title
    booth.press(Qt.Key.Key_1)
    assert somebody_is_signed_on(booth).name == "Ben"
    shift = booth.store.read(lambda unit: unit.open_shift("drawer-1"))
    assert (shift.person_id, shift.is_relief) == (booth.ben.person_id, False)


def test_who_thinks_better_of_it_is_signed_off_again(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    sign_on_as(booth, "3")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    booth.press(ESC)
    booth.until(lambda: not screen.who.asks_relief, "the names are back")
    assert booth.state.actor is None


def test_who_walks_away_from_the_question_leaves_no_open_door(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    sign_on_as(booth, "3")
    booth.until(lambda: screen.who.asks_relief, "it is asked")
    screen.who.relief.patience.setInterval(10)
    screen.who.relief.patience.start()
    booth.until(lambda: not screen.who.asks_relief, "the names are back")
    booth.press(Qt.Key.Key_2)
    QTest.qWait(PAUSE_MS)
    assert booth.state.actor is None


def test_an_administrator_is_not_asked_about_the_drawer(booth, screen):
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="drawer-1", float_minor=1000))
    sign_on_as(booth, "1")
    assert somebody_is_signed_on(booth).name == "Ann"


def add_with_password(booth, name, role):
    made = booth.console.hasher.hash_secret(PASSWORD, role=role, name=name)
    booth.store.write(
        lambda unit: add_person(
            unit, actor=booth.ann, name=name, role=role, pin_hash=made.hash, kind=made.kind
        )
    )
