"""Hears a hand scanner that types like a keyboard, wherever the keyboard's focus is.

A scanner types faster than any person, and a code of ours begins with letters that say so. From then on no
key of it reaches a widget: a digit would choose something, and the Enter at its end would do it.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from core.domain.signed_codes import LONGEST_TEXT, PREFIX, code_in

# Scanners take up to some 30 ms a character, over radio too; quick fingers take more than twice that.
FAST_MS: Final = 50
# A scanner that pauses longer within a code was no scanner: what was held back is given back.
PATIENCE_MS: Final = 300
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ScannerKeys(QObject):
    """Watches the keys of one window before its widgets do; ``code_scanned`` carries a whole code."""

    code_scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._typed = ""
        self._last_ms = 0
        self._is_code = False
        self._given_up = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._given_up.timeout.connect(self._give_back)

    def listen_on(self, window: QWindow | None) -> None:
        """Watch this window from now on."""
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        if event.type() == QEvent.Type.KeyRelease and self._is_code:
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether the key belongs to a code and is kept from the widgets."""
        if event.key() in _ENTER:
            return self._end_code()
        text = event.text()
        if not text or not text.isprintable() or event.modifiers() & _HELD or event.isAutoRepeat():
            # Shift alone is a part of typing capitals.
            return self._is_code
        now_ms = event.timestamp() or round(time.monotonic() * 1000)
        gap_ms, self._last_ms = now_ms - self._last_ms, now_ms
        if self._is_code:
            self._typed = (self._typed + text.upper())[-2 * LONGEST_TEXT :]
            self._given_up.start()
            return True
        fast = 0 <= gap_ms <= FAST_MS
        self._typed = ((self._typed if fast else "") + text.upper())[-len(PREFIX) :]
        if self._typed != PREFIX:
            return False
        self._begin_code()
        return True

    def _begin_code(self) -> None:
        self._is_code = True
        self._given_up.start()
        field, began = QApplication.focusWidget(), PREFIX[:-1]
        if isinstance(field, QLineEdit):
            # The letters before were typed into it before they could be known for what they are.
            before = field.text()[: field.cursorPosition()]
            if before.upper().endswith(began):
                for _ in began:
                    field.backspace()

    def _end_code(self) -> bool:
        if not self._is_code:
            self._typed = ""
            return False
        code = code_in(self._typed)
        if not code:
            self._give_back()
            # Half a code and its Enter are nothing that a person meant to do.
            return True
        self._forget()
        self.code_scanned.emit(code)
        return True

    def _give_back(self) -> None:
        """No code came of it: a person gets back what they typed."""
        typed, field = self._typed, QApplication.focusWidget()
        was_code = self._is_code
        self._forget()
        if was_code and isinstance(field, QLineEdit) and not field.isReadOnly():
            field.insert(typed)

    def _forget(self) -> None:
        self._given_up.stop()
        self._typed, self._is_code = "", False
