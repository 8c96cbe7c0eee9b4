"""The shift screen among the keys of the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from console.screens.shift import ShiftScreen

ALT = Qt.KeyboardModifier.AltModifier


def shift_screen(desk):
    desk.app.context.show("shift")
    desk.until(lambda: desk.app.window.current == "shift", "the shift screen is in front")
    screen = desk.app.window.screen_of("shift")
    assert isinstance(screen, ShiftScreen)
    return screen


def test_its_keys_are_nobody_elses(desk):
    screen = shift_screen(desk)
    taken = {key for command in desk.app.commands for key in command.keys}
    own = {
        button.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for button in screen.findChildren(QPushButton)
    } - {""}
    assert len(own) >= 5
    assert own & taken == set()


def test_a_letter_with_alt_turns_the_page_in_the_window_too(desk):
    screen = shift_screen(desk)
    QTest.keyClick(desk.app.window, Qt.Key.Key_B, ALT)
    desk.until(lambda: screen.side.page is screen.side.book, "the paper book is in front")
    QTest.keyClick(desk.app.window, Qt.Key.Key_S, ALT)
    desk.until(lambda: screen.side.page is screen.side.shifts, "the shifts are in front")
