"""What a lane's question offers for a plate that was not read for sure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.screens.desk.doubtful_letters import DoubtfulLetters
from console.screens.desk.plate_choices import MOST_CHOICES, choices_of
from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.reads import Box, Read
from core.services.lane_view import LaneView

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
LANE = Lane("entry", "Entry 1", Direction.ENTRY)


def view_of(**changes) -> LaneView:
    asked = {"plate": "ABC1234", "confidence": 0.55, "action": Action.ASK, "vehicle_present": True}
    return LaneView(LANE, **(asked | changes))


def test_a_plate_without_doubts_offers_nothing():
    assert choices_of(view_of()) == ()
    assert choices_of(view_of(alternatives=(("ABC1284", 0.004),))) == ()
    assert choices_of(view_of(plate="", alternatives=())) == ()


def test_the_plate_as_read_comes_first_and_then_the_likeliest():
    offered = choices_of(view_of(alternatives=(("A8C1234", 0.1), ("ABC1284", 0.3))))
    assert [choice.plate for choice in offered] == ["ABC1234", "ABC1284", "A8C1234"]
    assert offered[0].chance == 0.55
    assert [choice.chance for choice in offered[1:]] == pytest.approx([0.275, 0.0917], abs=1e-3)


def test_single_characters_that_may_be_others_are_offered_as_whole_plates():
    offered = choices_of(view_of(slots=((), (("8", 0.2),), (), (), (), (), ())))
    assert [choice.plate for choice in offered] == ["ABC1234", "A8C1234"]


def test_a_text_known_twice_is_offered_once_and_there_is_an_end():
    slots = tuple(((("8", 0.2), ("3", 0.1)),) * 7)
    offered = choices_of(view_of(slots=slots, alternatives=(("A8C1234", 0.25), ("ABC1234", 0.4))))
    assert len(offered) == MOST_CHOICES
    assert len({choice.plate for choice in offered}) == MOST_CHOICES
    assert offered[1].plate == "A8C1234"


@pytest.mark.parametrize("alternatives", [(("XYZ9988", 0.97),), (("XYZ9988", 1.0), ("KLM7788", 1.0))])
def test_nothing_is_offered_as_likelier_than_what_was_read(alternatives):
    offered = choices_of(view_of(confidence=0.9, alternatives=alternatives))
    assert all(choice.chance <= 0.9 for choice in offered)


def test_slots_longer_than_the_plate_are_no_fault(desk):
    letters = DoubtfulLetters()
    letters.show_plate("AB", ((("4", 0.3),), (), (("C", 0.2),)))
    assert letters.marks == ("4", "")
    letters.show_plate("AB", ())
    assert letters.marks == ("", "")


def test_a_doubtful_letter_names_what_else_it_may_be_also_for_those_who_cannot_see(desk):
    letters = DoubtfulLetters()
    letters.show_plate("ABC1234", ((), (("8", 0.3), ("3", 0.01)), (), (), (), (), ()))
    assert letters.accessibleName() == "ABC1234"
    assert letters.accessibleDescription() == "B may be 8"
    assert not letters.grab().isNull()


READ = Read("A8C1234", 0.55, Box(10, 10, 150, 40), (("ABC1234", 0.3), ("A8C1Z34", 0.14)))


def test_the_right_plate_among_those_offered_is_three_keys(desk):
    desk.recogniser.reads["entry"] = READ
    desk.arrive("entry", None)
    desk.until(lambda: desk.state.lanes["entry"].waiting, "the entry asks")
    desk.press(ENTER)
    desk.press(Qt.Key.Key_2, ALT)
    desk.press(ENTER)
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")
    desk.cross("entry")
    desk.until(lambda: any(stay.plate == "ABC1234" for stay in desk.inside()), "it is inside")


def test_the_plates_offered_are_gone_through_with_the_arrow_keys(desk):
    desk.recogniser.reads["entry"] = READ
    desk.arrive("entry", None)
    desk.until(lambda: desk.state.lanes["entry"].waiting, "the entry asks")
    desk.press(ENTER)
    field = QApplication.focusWidget()
    assert field.text() == "A8C1234"
    desk.press(Qt.Key.Key_Down)
    assert field.text() == "ABC1234"
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Up)
    assert field.text() == "A8C1Z34"


def test_a_number_without_a_plate_changes_nothing(desk):
    desk.recogniser.reads["entry"] = READ
    desk.arrive("entry", None)
    desk.until(lambda: desk.state.lanes["entry"].waiting, "the entry asks")
    desk.press(ENTER)
    desk.press(Qt.Key.Key_6, ALT)
    assert QApplication.focusWidget().text() == "A8C1234"
