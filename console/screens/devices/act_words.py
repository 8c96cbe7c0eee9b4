"""The tests of a device in words: its button, what is asked before, and what a person is to look at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from console.screens.devices.device_words import place_words
from core.domain.lots import Lot
from core.services.device_views import DeviceTest, DeviceView

tr = QCoreApplication.translate

KEYS: Final = {
    DeviceTest.SHOW_PICTURE: "Alt+P",
    DeviceTest.OPEN_ONCE: "Alt+O",
    DeviceTest.WATCH_LOOPS: "Alt+O",
    DeviceTest.PRINT_TEST: "Alt+P",
    DeviceTest.KICK_DRAWER: "Alt+D",
    DeviceTest.SHOW_TEXT: "Alt+P",
    DeviceTest.WATCH_CODES: "Alt+O",
}
TEST_ICONS: Final = {
    DeviceTest.SHOW_PICTURE: "camera",
    DeviceTest.OPEN_ONCE: "gate_up",
    DeviceTest.WATCH_LOOPS: "loop",
    DeviceTest.PRINT_TEST: "print",
    DeviceTest.KICK_DRAWER: "cash",
    DeviceTest.SHOW_TEXT: "list",
    DeviceTest.WATCH_CODES: "card",
}


def button_words(test: DeviceTest) -> str:
    """What the button says."""
    return {
        DeviceTest.SHOW_PICTURE: tr("Devices", "Test the picture"),
        DeviceTest.OPEN_ONCE: tr("Devices", "Open once …"),
        DeviceTest.WATCH_LOOPS: tr("Devices", "Test the loops"),
        DeviceTest.PRINT_TEST: tr("Devices", "Print a test"),
        DeviceTest.KICK_DRAWER: tr("Devices", "Open the drawer …"),
        DeviceTest.SHOW_TEXT: tr("Devices", "Show a test text"),
        DeviceTest.WATCH_CODES: tr("Devices", "Test the reader"),
    }[test]


def warning_words(test: DeviceTest, view: DeviceView, lot: Lot | None) -> str:
    """What is said before something moves."""
    place = place_words(view.lane_id, lot)
    if test is DeviceTest.OPEN_ONCE:
        return tr(
            "Devices", "The boom of {lane} goes up now. Is nobody under it, and no car that should wait?"
        ).format(lane=place)
    return tr("Devices", "The cash drawer opens now; it is written down who opened it.")


def do_it_words(test: DeviceTest, view: DeviceView, lot: Lot | None) -> str:
    """The button that does it."""
    if test is DeviceTest.OPEN_ONCE:
        return tr("Devices", "Open {lane} once").format(lane=place_words(view.lane_id, lot))
    return tr("Devices", "Open the drawer")


def verdict_words(test: DeviceTest) -> str:
    """What the person is asked afterwards: only they can see it."""
    return {
        DeviceTest.SHOW_PICTURE: tr("Devices", "Is this the right lane, sharp, with the plate in it?"),
        DeviceTest.OPEN_ONCE: tr("Devices", "The command went out. Did the boom go up and come down again?"),
        DeviceTest.WATCH_LOOPS: tr(
            "Devices", "Drive a car over both loops. Does each light go on, and off again?"
        ),
        DeviceTest.PRINT_TEST: tr("Devices", "Sent to the printer. Did a test receipt come out, readable?"),
        DeviceTest.KICK_DRAWER: tr("Devices", "The command went out. Did the drawer open?"),
        DeviceTest.SHOW_TEXT: tr("Devices", "Sent to the display. Does it show the text?"),
        DeviceTest.WATCH_CODES: tr(
            "Devices", "Hold a receipt to the reader. Did it beep, and did its code come up here?"
        ),
    }[test]


def done_words(test: DeviceTest, *, worked: bool) -> str:
    """What is said when the verdict was written down."""
    if worked:
        return tr("Devices", "✓ Written down: it works.")
    if test is DeviceTest.OPEN_ONCE:
        return tr("Devices", "Written down: it did not open. Look at the relay's wiring and its number.")
    return tr("Devices", "Written down: it does not work yet.")
