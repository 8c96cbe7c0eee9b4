"""A landlord on the first day: an empty folder, the real window, the keyboard, and a desk that lives."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import ConsoleApp, make_application, open_console
from console.screens.first_run.screen import FirstRunScreen
from core.store.folder import DataFolder

PATIENCE_SECONDS = 60.0
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
PIN = "739155"


class Landlord:
    """Someone at the keyboard of a program that was never started before."""

    def __init__(self, app: ConsoleApp) -> None:
        self.app = app
        self.keys = 0

    def write(self, text: str) -> None:
        QTest.keyClicks(self._keyboard(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self._keyboard(), key, modifiers)
        QApplication.processEvents()

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"it never happened: {what}"
            QApplication.processEvents()
            time.sleep(0.005)

    def first_run(self) -> FirstRunScreen:
        window = self.app.window
        self.wait(lambda: isinstance(window.screen_of(window.current), FirstRunScreen), "the first run")
        screen = window.screen_of(window.current)
        assert isinstance(screen, FirstRunScreen)
        self.wait(lambda: screen.page.isAncestorOf(self._keyboard()), "the first field has the focus")
        return screen

    def _keyboard(self):
        return QApplication.focusWidget() or self.app.window


@pytest.fixture
def landlord(tmp_path: Path, qapp: QApplication) -> Iterator[Landlord]:
    make_application()
    app = open_console(DataFolder(tmp_path), recogniser_kind="stub")
    app.start()
    app.window.activateWindow()
    yield Landlord(app)
    app.stop()
    app.window.close()


def through_the_pages(landlord: Landlord) -> None:
    """All that a person types and presses, up to the open lot."""
    for typed in ("Harbour Lot", "40", "", "", "Ann", PIN, PIN, ""):
        landlord.write(typed)
        landlord.press(ENTER)


def test_from_an_empty_folder_to_a_desk_with_living_lanes(landlord: Landlord) -> None:
    screen = landlord.first_run()
    through_the_pages(landlord)
    landlord.wait(lambda: screen.page.title() == "Cars already inside", "the lot is open")
    landlord.press(ESC)
    window, console = landlord.app.window, landlord.app.console
    landlord.wait(lambda: window.current == "desk", "the desk is in front")
    assert landlord.keys == 9
    landlord.wait(lambda: set(console.lanes) == {"entry-1", "exit-1"}, "the lanes are started")
    for lane in console.lanes.values():
        landlord.wait(lambda lane=lane: lane.devices.camera.still() is not None, "a picture of the lane")
    actor = landlord.app.state.actor
    assert actor is not None
    assert actor.name == "Ann"


def test_a_simulated_camera_shows_a_picture_when_it_is_tried(landlord: Landlord) -> None:
    screen = landlord.first_run()
    for typed in ("Harbour Lot", "40", ""):
        landlord.write(typed)
        landlord.press(ENTER)
    assert screen.page.title() == "The lanes"
    landlord.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert "12 seconds" in screen.tried
    landlord.wait(lambda: screen.tried == "The camera gives pictures.", "the camera's answer")


def test_signed_on_locked_and_signed_on_again_without_a_mouse(landlord: Landlord) -> None:
    landlord.first_run()
    through_the_pages(landlord)
    state, window = landlord.app.state, landlord.app.window
    landlord.wait(lambda: state.actor is not None and state.lot is not None, "the lot is open")
    landlord.press(ESC)
    landlord.wait(lambda: window.current == "desk", "the desk is in front")
    landlord.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    landlord.wait(lambda: state.actor is None, "the desk is locked")
    landlord.wait(lambda: window.isAncestorOf(QApplication.focusWidget()), "the sign-on has the focus")
    lock = window.screen_of(window.current)
    landlord.wait(lock.unlock.entry.field.hasFocus, "Ann is asked")
    landlord.write(PIN)
    landlord.press(ENTER)
    landlord.wait(lambda: state.actor is not None and window.current == "desk", "back at the desk")
