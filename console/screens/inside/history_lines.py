"""The history of a stay as lines: when, what, and who below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.formats import format_local_time
from console.screens.form.lines import line
from console.screens.inside.history import Happening

MOST_LINES = 60


class HistoryLines(QWidget):
    """Oldest first, as it happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Happening] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[Happening], zone: ZoneInfo, now: datetime) -> None:
        """Show these lines, the last 60 of them."""
        if list(lines) == self._shown:
            return
        self._clear()
        self._shown = list(lines)
        for place, happening in enumerate(self._shown[-MOST_LINES:]):
            at, what = line("quiet"), line(wraps=True)
            at.setText(format_local_time(happening.at, zone, now=now))
            what.setText(f"{happening.what}\n{happening.who}" if happening.who else happening.what)
            self._grid.addWidget(at, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, place, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(MOST_LINES, 1)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
