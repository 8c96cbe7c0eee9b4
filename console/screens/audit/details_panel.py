"""What one entry of the journal says, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.audit.entry_words import details_of, what_words, who_words
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM, SMALL
from core.domain.journal import Entry

WIDTH = 400
MOST_LINES = 60


class DetailsPanel(Spoken):
    """The sentence above, below it everything with its name, and where in which chain it stands."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._entry: Entry | None = None
        self._names: Mapping[str, str] = {}
        self._what, self._when = line("strong", wraps=True), line("quiet", wraps=True)
        self._place = line("quiet", wraps=True)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self._what, self._when):
            column.addWidget(widget)
        column.addWidget(scrolled(inner, across=False), 1)
        column.addWidget(self._place)
        self.setFixedWidth(WIDTH)

    def texts(self) -> list[tuple[str, str]]:
        """The names and values that are shown."""
        lot = self._ctx.state.lot
        if self._entry is None or lot is None:
            return []
        return list(islice(details_of(self._entry, lot), MOST_LINES))

    def show_entry(self, entry: Entry | None, names: Mapping[str, str]) -> None:
        """Show this entry, or nothing."""
        self._entry, self._names = entry, names
        self.speak()

    def speak(self) -> None:
        self._clear()
        entry, lot = self._entry, self._ctx.state.lot
        if entry is None or lot is None:
            for label in (self._what, self._when, self._place):
                label.setText("")
            return
        now = self._ctx.console.clock.now()
        self._what.setText(what_words(entry, lot, self._names))
        self._when.setText(
            self.tr("{who}, {when}").format(
                who=who_words(entry, self._names), when=format_local_time(entry.at, lot.zone, now=now)
            )
        )
        self._place.setText(
            self.tr("{kind}, entry {seq} of console {console}").format(
                kind=entry.kind, seq=entry.seq, console=entry.console_id[:8]
            )
        )
        for place, (name, value) in enumerate(self.texts()):
            left, right = line("quiet"), line(wraps=True)
            left.setText(name)
            right.setText(value)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(left, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, place, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(MOST_LINES, 1)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
