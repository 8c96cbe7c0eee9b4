"""Hears a badge reader that types like a keyboard: a text and Enter, faster than any fingers.

What it types goes to whatever has the keyboard, since nobody knows of a badge before its end; only the Enter
is kept back. Whoever hears the badge empties the field.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow

# Readers take up to some 30 ms a character; quick fingers take more than twice that.
FAST_MS: Final = 50
SHORTEST: Final = 4
LONGEST: Final = 200
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BadgeKeys(QObject):
    """``code_typed`` carries what was typed that fast, while ``is_listening``."""

    code_typed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._typed = ""
        self._last_ms = 0
        self.is_listening = False

    def listen_on(self, window: QWindow | None) -> None:
        """Watch the keys of this window from now on."""
        self.is_listening = True
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def stop(self) -> None:
        """Hear nothing until it is listened again."""
        self.is_listening = False
        self._typed = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_listening and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether the key is the Enter at the end of a badge."""
        now_ms = event.timestamp() or round(time.monotonic() * 1000)
        is_fast, self._last_ms = 0 <= now_ms - self._last_ms <= FAST_MS, now_ms
        if event.key() in _ENTER:
            code, self._typed = self._typed, ""
            if not is_fast or len(code) < SHORTEST:
                return False
            self.code_typed.emit(code)
            return True
        text = event.text()
        if text and text.isprintable() and not event.modifiers() & _HELD and not event.isAutoRepeat():
            self._typed = ((self._typed if is_fast else "") + text)[-LONGEST:]
        elif event.key() != Qt.Key.Key_Shift:
            # Shift is a part of typing capitals; arrows and Esc are a person's.
            self._typed = ""
        return False
