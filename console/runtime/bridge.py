"""The one bridge from what happens on other threads to signals on the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.services.lane_view import LaneView
from core.store.store import Committed


class Bridge(QObject):
    """Methods are called on any thread; the signals arrive, queued, where the receiver lives.

    Connect only bound methods of QObjects: a lambda would run on the thread that emits.
    """

    lane_changed = Signal(object)
    committed = Signal(object)
    receipt_made = Signal(object)
    trouble_seen = Signal(str)
    code_read = Signal(str)

    def on_lane(self, view: LaneView) -> None:
        """A lane's view changed."""
        self.lane_changed.emit(view)

    def on_commit(self, committed: Committed) -> None:
        """A transaction was committed."""
        if committed.entries:
            self.committed.emit(committed)

    def on_receipt(self, path: Path) -> None:
        """A receipt's files are there."""
        self.receipt_made.emit(path)

    def on_trouble(self, code: str) -> None:
        """Something went wrong that a person should know, as a reason code."""
        self.trouble_seen.emit(code)

    def on_code(self, code: str) -> None:
        """A code was held to the booth's own reader."""
        self.code_read.emit(code)
