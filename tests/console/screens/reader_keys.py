"""A code reader that says it is a keyboard, as the window hears it: each key with the time that the reader
itself took for it, however busy this machine is.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

GAP_MS = 8
_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def read_into(window: QWindow, code: str, *, gap_ms: int = GAP_MS, ends: bool = True) -> None:
    """Type the code, so long after each other, and Enter behind it."""
    # Long after whatever was typed before, on the clock of the system's events.
    at_ms = round(time.monotonic() * 1000)
    typed = [(Qt.Key(ord(one.upper())), one) for one in code]
    for key, text in [*typed, (Qt.Key.Key_Return, "\r")] if ends else typed:
        at_ms += gap_ms
        for kind in _KINDS:
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(at_ms)
            QCoreApplication.sendEvent(window, event)
