import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.widgets.plate_field import PlateField


@pytest.fixture
def field(qtbot: QtBot) -> PlateField:
    made = PlateField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_small_letters_become_capitals_while_typing(field: PlateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "abc-1234")
    assert field.text() == "ABC-1234"
    assert field.plate() == "ABC1234"


def test_typing_in_the_middle_keeps_the_place(field: PlateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "a1234")
    field.setCursorPosition(1)
    qtbot.keyClicks(field, "bc")
    assert field.text() == "ABC1234"
    assert field.cursorPosition() == 3


def test_ten_kilobytes_of_anything_pasted_leave_64_printable_characters(
    field: PlateField, qapp: QApplication, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("a\u0007\u202eb\n" * 2500)
    field.paste()
    assert len(field.text()) <= 64
    assert field.text().isprintable()
    assert field.text().startswith("AB")


def test_chinese_plates_can_be_typed(field: PlateField, qtbot: QtBot) -> None:
    field.insert("臨12345")
    assert field.plate() == "臨12345"


def test_escape_is_left_to_the_screen(field: PlateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "ABC"


def test_the_hint_is_its_name(field: PlateField) -> None:
    field.set_hint("Plate or a part of it")
    assert field.accessibleName() == "Plate or a part of it"
