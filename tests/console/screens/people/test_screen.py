import pytest
from PySide6.QtCore import Qt

from console.screens.people import PeopleScreen
from console.screens.sign_on.checking import check_pin_of
from core.domain.people import Role
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
    assert "not the same" in screen.form.told
    assert len(booth.store.read(lambda unit: unit.people())) == 1


def test_a_pin_that_everybody_tries_first_is_refused(booth, screen):
    booth.press(INSERT)
    booth.type("Eve")
    booth.press(TAB, times=2)
    booth.type("1234")
    booth.press(TAB)
    booth.type("1234")
    booth.press(ENTER)
    booth.until(lambda: "tries first" in screen.form.told, "it is refused")


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
