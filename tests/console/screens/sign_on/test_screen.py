import pytest
from PySide6.QtCore import Qt

from console.screens.sign_on import SignOnScreen
from core.domain.people import Role
from tests.console.screens.booth import PIN

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def screen(booth):
    booth.set_up()
    booth.add("Ben")
    booth.add("Carla", Role.SUPERVISOR)
    booth.state.sign_on(None)
    made = SignOnScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: len(made.people) == 3, "the people are listed")
    return made


def wrong_pin(booth, screen):
    booth.type("1111")
    booth.press(ENTER)
    booth.until(lambda: not screen.is_checking, "the PIN was checked")


def test_a_digit_a_pin_and_enter_sign_on(booth, screen):
    booth.type("2")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: booth.state.actor is not None, "somebody is signed on")
    assert booth.state.actor.name == "Ben"
    assert booth.state.actor.role is Role.ATTENDANT


def test_arrow_keys_choose_too(booth, screen):
    booth.press(Qt.Key.Key_Down, times=2)
    booth.press(ENTER)
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: booth.state.actor is not None, "somebody is signed on")
    assert booth.state.actor.name == "Carla"


def test_a_wrong_pin_is_said_and_the_field_is_empty_again(booth, screen):
    booth.type("2")
    wrong_pin(booth, screen)
    assert booth.state.actor is None
    assert screen.told.startswith("That is not the PIN.")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: booth.state.actor is not None, "the right one holds at once")


def test_after_three_wrong_pins_one_waits_and_is_told_how_long(booth, screen):
    booth.type("2")
    for _ in range(4):
        wrong_pin(booth, screen)
    assert "Try again in 3" in screen.told
    booth.clock.pass_by(seconds=40)
    booth.until(lambda: screen.told == "Try again now.", "the wait is over")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: booth.state.actor is not None, "the right PIN holds again")


def test_escape_goes_back_to_the_names(booth, screen):
    booth.type("2")
    booth.type("73")
    booth.press(ESC)
    booth.type("1")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: booth.state.actor is not None, "somebody is signed on")
    assert booth.state.actor.name == "Ann"
