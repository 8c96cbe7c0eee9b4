"""Searching: one by one, to be stopped at any time, and what was found is taken from a list."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from console.screens.devices.search_panel import SearchPanel
from console.screens.devices.searching import Search
from core.domain.errors import DeviceError
from devices.search.found import Found, What

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
CAMERA = Found(What.CAMERA, "Acme 4", "10.0.0.21", {"kind": "onvif", "address": "http://10.0.0.21/"}, True)
PORT = Found(What.SERIAL_PORT, "FTDI", "/dev/serial/by-id/usb-1", {"path": "/dev/serial/by-id/usb-1"})


class Searches:
    """FAKE: a search that finds what it was given, then waits until it is let on or cancelled."""

    def __init__(self, *found, fails=None):
        self.found, self.fails = found, fails
        self.go_on = threading.Event()
        self.ended = threading.Event()
        self.cancelled = False

    def __call__(self, is_cancelled, progress):
        for number, each in enumerate(self.found, start=1):
            yield each
            progress(number, len(self.found))
        if self.fails is not None:
            raise self.fails
        while not self.go_on.wait(0.01):
            if is_cancelled():
                self.cancelled = True
                break
        self.ended.set()


def panel_of(booth, search):
    booth.set_up()
    made = SearchPanel(booth.ctx, (Search("network", search),))
    booth.show(made)
    made.open()
    return made


@pytest.fixture
def search():
    return Searches(CAMERA, PORT, CAMERA)


def test_what_is_found_comes_one_by_one_and_each_once(booth, search):
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: len(panel.found) == 2, "both are shown")
    assert panel.run.is_running
    search.go_on.set()
    booth.until(lambda: "Found: 2" in panel.told, "it ended")


def test_esc_stops_the_search_and_what_was_found_stays(booth, search):
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: len(panel.found) == 2, "both are shown")
    booth.press(KEY.Key_Escape)
    booth.until(lambda: not panel.run.is_running, "it ended")
    assert search.cancelled
    assert len(panel.found) == 2


def test_enter_begins_the_search_that_has_the_keyboard(booth, search):
    search.go_on.set()
    panel = panel_of(booth, search)
    booth.press(KEY.Key_Return)
    booth.until(lambda: "Found: 2" in panel.told, "it ran")


def test_leaving_the_page_stops_the_search(booth, search):
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: len(panel.found) == 2, "both are shown")
    panel.hide()
    booth.until(search.ended.is_set, "it ended")
    assert search.cancelled


def test_a_search_that_outlives_its_page_harms_nobody(booth, search):
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: len(panel.found) == 2, "both are shown")
    panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    search.go_on.set()
    booth.until(search.ended.is_set, "the search ended by itself")
    booth.show(QWidget())


def test_nothing_found_says_what_to_do(booth):
    search = Searches()
    search.go_on.set()
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: "Nothing was found" in panel.told, "it is said")


@pytest.mark.parametrize(
    ("fails", "words"),
    [(DeviceError("board.no_answer"), "does not answer"), (ZeroDivisionError(), "The search failed")],
)
def test_a_search_that_fails_says_so(booth, fails, words):
    panel = panel_of(booth, Searches(CAMERA, fails=fails))
    panel.search("network")
    booth.until(lambda: words in panel.told, "it is told")
    assert len(panel.found) == 1


def test_enter_takes_the_chosen_one_with_the_places_it_fits(booth, search):
    panel = panel_of(booth, search)
    taken = []
    panel.chosen.connect(lambda places, fields: taken.append((places, fields)))
    panel.search("network")
    booth.until(lambda: len(panel.found) == 2, "both are shown")
    search.go_on.set()
    booth.until(lambda: panel.list.hasFocus(), "the list has the keyboard")  # noqa: PLW0108
    booth.press(KEY.Key_Return)
    assert len(taken) == 1
    places, fields = taken[0]
    assert [place.lane_id for place in places] == ["entry-1", "exit-1"]
    assert fields == {"kind": "onvif", "address": "http://10.0.0.21/"}


def test_only_a_serial_port_is_asked_for_boards(booth, search, monkeypatch):
    asked = []

    def boards(path):
        asked.append(path)
        return Search("boards", lambda _cancelled, _progress: iter(()))

    monkeypatch.setattr("console.screens.devices.search_panel.boards_on", boards)
    search.go_on.set()
    panel = panel_of(booth, search)
    panel.search("network")
    booth.until(lambda: "Found: 2" in panel.told, "it ended")
    booth.press(KEY.Key_W, ALT)
    assert asked == []
    booth.press(KEY.Key_Down)
    booth.press(KEY.Key_W, ALT)
    booth.until(lambda: asked == ["/dev/serial/by-id/usb-1"], "the port is asked")
