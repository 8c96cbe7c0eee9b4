"""The window and its lock: when it locks by itself, what goes from view, what comes back (U3, B9).

The lock keeps what was begun: screens are hidden, not emptied, and the keyboard returns to where it was.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from console.screens.context import Context
from console.state.messages import Message, Weight
from console.widgets.overlay import Overlay
from console.words import say

LOOK_EVERY_MS: Final = 1000
NS_PER_SECOND: Final = 1_000_000_000
# Longer than any shift: a sign-on that nobody ends ends by itself, also where the lot locks nothing.
LONGEST_SIGN_ON_SECONDS: Final = 12 * 3600
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)
# Figures that say who stands at the lane or what they owe.
_OF_CARS: Final = frozenset({"plate", "typed", "raw_plate", "first", "second", "number", "name"})


class WindowLock(QObject):
    """Hears the keys, pointer and touch of all our windows; after the lot's idle time nobody is signed on."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        # A clock that is set tells nothing of how long nobody was here.
        self.now_ns = context.console.clock.monotonic_ns
        self._last_ns = self._since_ns = self.now_ns()
        self._watched: set[QWindow] = set()
        self._had_keys: QWidget | None = None
        self._selected = (0, 0, 0)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()
        context.state.actor_changed.connect(self._on_actor_changed)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def words_for(self, message: Message) -> str:
        """What the bar says while the console is locked: alarms alone, without plate or amount."""
        if message.weight is not Weight.ALARM:
            return ""
        facts = {name: figure for name, figure in message.facts.items() if not _is_of_car(name)}
        state, now = self._context.state, self._context.console.clock.now()
        return say(message.code, facts, state.lot, now=now).text

    def cover(self) -> None:
        """Put away whatever lies over the screens, and remember who had the keyboard."""
        self._close_others()
        for overlay in self._window.findChildren(Overlay):
            overlay.dismiss()
        self._had_keys = field = self._window.focusWidget()
        if isinstance(field, QLineEdit):
            self._selected = (field.selectionStart(), field.selectionLength(), field.cursorPosition())

    def give_back(self) -> None:
        """The one who left is back: the keyboard goes to where it was, with the same letters chosen."""
        field, self._had_keys = self._had_keys, None
        try:
            if field is None or not field.isVisible():
                return
            field.setFocus()
            if isinstance(field, QLineEdit):
                start, length, cursor = self._selected
                field.deselect()
                field.setCursorPosition(cursor)
                if start >= 0:
                    field.setSelection(start, length)
        except RuntimeError:
            # The widget was deleted on the C++ side while the console was locked.
            return

    @Slot()
    def _on_actor_changed(self) -> None:
        self._last_ns = self._since_ns = self.now_ns()

    @Slot()
    def _on_input(self) -> None:
        self._last_ns = self.now_ns()

    @Slot()
    def _on_look(self) -> None:
        state, now_ns = self._context.state, self.now_ns()
        if state.lot is None or state.actor is None:
            return
        idle_ns = state.lot.idle_lock_seconds * NS_PER_SECOND
        is_idle = bool(idle_ns) and now_ns - self._last_ns >= idle_ns
        if is_idle or now_ns - self._since_ns >= LONGEST_SIGN_ON_SECONDS * NS_PER_SECOND:
            state.lock()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """Menus and file dialogs are windows of their own: who works there is not away."""
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.destroyed.connect(lambda: self._watched.discard(window))
            window.installEventFilter(self)

    def _close_others(self) -> None:
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible() and _lies_over(other):
                other.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._on_input()
        return super().eventFilter(watched, event)


def _lies_over(window: QWidget) -> bool:
    """Whether it is a part of what somebody does here: a dialog, a menu, the list of a choice."""
    return isinstance(window, QDialog | QMenu) or window.windowType() == Qt.WindowType.Popup


def _is_of_car(name: str) -> bool:
    return name in _OF_CARS or name.endswith("_minor")
