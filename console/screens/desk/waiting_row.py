"""One row of what waits: who, why, since when, and the next step."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.still_view import StillView
from console.screens.desk.waiting import Rank, Waiting
from console.theme import Role, TypeRole, text_scale
from console.words import say
from core.domain.lots import Lot

PHOTO_SIZE = QSize(84, 60)
LARGE_TEXT = 1.2
_STATES = {
    Rank.ASKS: "attention",
    Rank.GATE: "alarm",
    Rank.REFUSES: "attention",
    Rank.MONEY: "attention",
    Rank.INCIDENT: "alarm",
    Rank.FAULT: "attention",
    Rank.STANDS_OPEN: "attention",
    Rank.HELD: "attention",
}


class WaitingRow(Panel):
    """A row that can be reached by Tab and taken by Enter or a click."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Waiting | None = None
        self._head = label(TypeRole.STRONG, wrap=True)
        self._why = label(TypeRole.BODY, wrap=True)
        self._step = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._photo = StillView(least=PHOTO_SIZE)
        self._photo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._photo.setFixedSize(PHOTO_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._head, self._why, self._step):
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addLayout(words, stretch=1)
        row.addWidget(self._photo, alignment=Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: Waiting, lot: Lot, now: datetime, photo: QImage | None) -> None:
        """Show this row."""
        self._row = row
        lane = next((lane.name for lane in lot.lanes if lane.lane_id == row.lane_id), "")
        time = format_local_time(row.at, lot.zone, now=now) if row.at is not None else ""
        said = say(row.code, row.facts, lot, now=now)
        mark = "!" if row.rank <= Rank.INCIDENT else "·"
        head = "  ".join(part for part in (lane, row.plate, time) if part)
        self._head.setText(head if row.rank is Rank.PAYMENT else f"{mark} {head}")
        self._why.setText(said.text)
        say_in(self._step, said.step)
        # Large text wants the whole width; the lane's tile has the picture too.
        self._photo.setVisible(photo is not None and text_scale() <= LARGE_TEXT)
        self._photo.show_picture(photo)
        self.mark(_STATES.get(row.rank, "quiet"))
        spoken(self, head, f"{said.text} {said.step}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.taken.emit(self._row)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.taken.emit(self._row)
        super().mousePressEvent(event)
