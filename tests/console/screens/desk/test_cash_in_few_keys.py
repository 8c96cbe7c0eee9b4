from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9
MOST_KEYS = 4
_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class KeyCounter(QObject):
    """Counts each key that goes down in the program.

    Whatever becomes of a key, a shortcut or text, whoever has the focus is first asked whether to keep it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_down = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_down and watched is QGuiApplication.focusObject() and event.key() not in _ALONE:
            self.keys.append(event.key())
        return False


def strike(desk, key: Qt.Key) -> None:
    """A key as the system hands it to the window, on its way to whatever has the focus."""
    QTest.keyClick(desk.app.window.windowHandle(), key)


@contextmanager
def keys_counted() -> Iterator[KeyCounter]:
    app, counter = QApplication.instance(), KeyCounter()
    app.installEventFilter(counter)
    try:
        yield counter
    finally:
        app.removeEventFilter(counter)


def test_the_exit_of_a_chosen_car_takes_at_most_four_keys_with_exact_cash(desk):
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.arrive("exit", "ABC1234")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the exit refuses")
    desk.choose("1234")
    with keys_counted() as counter:
        strike(desk, F9)
        strike(desk, Qt.Key.Key_Equal)
        desk.until(lambda: desk.screen.car.awaits_acknowledgement, "it is paid")
        strike(desk, ENTER)
        desk.until(lambda: desk.pulses("exit") == 1, "the exit opens")
    assert desk.stay(stay_id).payments[0].change_minor == 0
    assert not desk.screen.car.is_asking
    assert len(counter.keys) == 3 <= MOST_KEYS


def test_the_exit_of_a_chosen_car_takes_at_most_four_keys_with_a_note_and_change(desk):
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.arrive("exit", "ABC1234")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the exit refuses")
    desk.choose("1234")
    with keys_counted() as counter:
        strike(desk, ENTER)
        strike(desk, Qt.Key.Key_Q)
        desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the change is shown")
        strike(desk, ENTER)
        desk.until(lambda: desk.pulses("exit") == 1, "the exit opens")
    assert desk.stay(stay_id).payments[0].change_minor > 0
    assert len(counter.keys) == 3 <= MOST_KEYS
