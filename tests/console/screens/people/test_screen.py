import pytest
from PySide6.QtCore import Qt

from console.screens.form.rights import right_in_words
from console.screens.people import PeopleScreen
from console.screens.people.keeping import give_badge_read
from console.screens.sign_on.checking import check_badge_of, check_password_of, check_pin_of
from core.domain.people import Right, Role
from tests.console.screens.booth import PIN

ENTER, TAB, INSERT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Insert
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(booth):
    booth.set_up()
    made = PeopleScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: made.names == ["Ann"], "Ann is listed")
    return made


def test_someone_new_is_added_and_can_sign_on(booth, screen):
    booth.press(INSERT)
    booth.type("Eve")
    booth.press(TAB, times=2)
    booth.type(PIN)
    booth.press(TAB)
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: screen.names == ["Ann", "Eve"], "Eve is listed")
    eve = next(person for person in booth.store.read(lambda unit: unit.people()) if person.name == "Eve")
    assert eve.role is Role.ATTENDANT
    assert check_pin_of(booth.console, eve.person_id, PIN) is not None


def test_pins_that_differ_are_typed_again(booth, screen):
    booth.press(INSERT)
    booth.type("Eve")
    booth.press(TAB, times=2)
    booth.type(PIN)
    booth.press(TAB)
    booth.type("739156")
    booth.press(ENTER)
    assert "not the same" in screen.staff.form.told
    assert len(booth.store.read(lambda unit: unit.people())) == 1


def test_a_pin_that_everybody_tries_first_is_refused(booth, screen):
    booth.press(INSERT)
    booth.type("Eve")
    booth.press(TAB, times=2)
    booth.type("1234")
    booth.press(TAB)
    booth.type("1234")
    booth.press(ENTER)
    booth.until(lambda: "tries first" in screen.staff.form.told, "it is refused")


def test_a_new_pin_replaces_the_old_one(booth, screen):
    booth.press(Qt.Key.Key_P, ALT)
    booth.type("864209")
    booth.press(TAB)
    booth.type("864209")
    booth.press(ENTER)
    booth.until(lambda: booth.state.message is not None, "it was kept")
    assert booth.state.message.code == "person.pin_set"
    assert check_pin_of(booth.console, booth.ann.person_id, PIN) is None
    assert check_pin_of(booth.console, booth.ann.person_id, "864209") is not None


def test_someone_who_left_may_sign_on_no_more(booth, screen):
    booth.add("Ben")
    screen.refresh()
    booth.until(lambda: screen.names == ["Ann", "Ben"], "Ben is listed")
    booth.press(Qt.Key.Key_Down)
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: screen.active_names == ["Ann"], "Ben is not active")


def test_the_last_administrator_stays(booth, screen):
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: "last administrator" in screen.told, "it is refused")
    assert screen.active_names == ["Ann"]


def chosen(screen, name):
    screen.staff._table.selectRow(screen.names.index(name))


def test_an_administrator_gets_a_password_and_signs_on_with_it(booth, screen):
    booth.press(INSERT)
    booth.type("Eve")
    booth.press(TAB)
    booth.press(Qt.Key.Key_End)
    assert "8 characters" in screen.staff.form.hint
    assert "6 digits" in screen.staff.form.hint
    booth.press(TAB)
    booth.type("three green lorries")
    booth.press(TAB)
    booth.type("three green lorries")
    booth.press(ENTER)
    booth.until(lambda: screen.names == ["Ann", "Eve"], "Eve is listed")
    assert check_password_of(booth.console, "eve", "three green lorries").role is Role.ADMINISTRATOR


def test_a_password_that_everybody_tries_first_is_refused(booth, screen):
    booth.press(Qt.Key.Key_P, ALT)
    booth.type("password123")
    booth.press(TAB)
    booth.type("password123")
    booth.press(ENTER)
    booth.until(lambda: "tries first" in screen.staff.form.told, "it is refused")


def test_a_badge_that_is_typed_by_its_reader_is_given_and_taken_away(booth, screen):
    ben = booth.add("Ben")
    screen.refresh()
    booth.until(lambda: "Ben" in screen.names, "Ben is listed")
    chosen(screen, "Ben")
    booth.press(Qt.Key.Key_B, ALT)
    booth.type("04A224B1")
    booth.press(ENTER)
    booth.until(lambda: booth.state.message is not None, "it was given")
    assert booth.state.message.code == "person.badge_given"
    assert check_badge_of(booth.console, "04A224B1") == ben
    booth.until(lambda: any(row.has_badge for row in screen.staff.rows), "the list says so")
    booth.press(Qt.Key.Key_B, ALT)
    booth.press(Qt.Key.Key_X, ALT)
    booth.until(lambda: not any(row.has_badge for row in screen.staff.rows), "it is away")
    assert check_badge_of(booth.console, "04A224B1") is None


def test_a_badge_that_a_serial_reader_reads_is_given_to_whoever_is_asked(booth, screen):
    ben = booth.add("Ben")
    screen.refresh()
    booth.until(lambda: "Ben" in screen.names, "Ben is listed")
    booth.state.code_read.emit("04A224B1")
    chosen(screen, "Ben")
    booth.press(Qt.Key.Key_B, ALT)
    booth.state.code_read.emit("LK1:a receipt")
    booth.state.code_read.emit("04C93E80")
    booth.until(lambda: any(row.has_badge for row in screen.staff.rows), "it is given")
    assert check_badge_of(booth.console, "04C93E80") == ben
    assert check_badge_of(booth.console, "04A224B1") is None


def test_a_badge_that_somebody_has_is_refused_with_their_name(booth, screen):
    ben = booth.add("Ben")
    give_badge_read(booth.console, booth.ann, person_id=ben.person_id, code="04A224B1")
    booth.press(Qt.Key.Key_B, ALT)
    booth.type("04A224B1")
    booth.press(ENTER)
    booth.until(lambda: "Ben has that badge" in screen.staff.badge.told, "it is refused")


def test_who_is_locked_out_is_marked_and_may_try_again_at_once(booth, screen):
    ben = booth.add("Ben")
    for _ in range(3):
        assert check_pin_of(booth.console, ben.person_id, "0") is None
    screen.refresh()
    booth.until(lambda: any(row.locked_until for row in screen.staff.rows), "it is seen")
    chosen(screen, "Ben")
    assert "Locked out until 08:00:30 after 3 wrong tries" in screen.staff.panel.state
    booth.press(Qt.Key.Key_U, ALT)
    booth.until(lambda: not any(row.locked_until for row in screen.staff.rows), "the lock is gone")
    assert check_pin_of(booth.console, ben.person_id, PIN) == ben


def test_what_a_role_may_do_is_said_in_words(booth, screen):
    booth.add("Ben")
    screen.refresh()
    booth.until(lambda: "Ben" in screen.names, "Ben is listed")
    assert screen.staff.panel.may == "May do everything."
    chosen(screen, "Ben")
    assert "take cash" in screen.staff.panel.may
    assert "keep people" not in screen.staff.panel.may
    assert all(right_in_words(right) for right in Right)


def test_an_attendant_sees_the_clients_and_not_who_works_here(booth, screen):
    ben = booth.add("Ben")
    booth.state.sign_on(ben)
    screen.hide()
    screen.show()
    assert screen.clients.isVisible()
    screen.show_staff()
    assert not screen.staff.isVisible()
