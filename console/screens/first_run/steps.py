"""The steps of the first run, with the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES

WIDTH = 220


class Steps(QWidget):
    """One line a step: done, present, or still to come, told by its sign and not by colour alone."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(round(WIDTH * text_scale()))
        self._lines = [line() for _ in range(count)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for label in self._lines:
            column.addWidget(label)
        column.addStretch(1)

    def show_steps(self, titles: Sequence[str], present: int) -> None:
        """Show the titles with this one as the present step, from 0."""
        for place, (label, title) in enumerate(zip(self._lines, titles, strict=True)):
            sign = "✓" if place < present else "▸" if place == present else "  "
            label.setText(f"{sign}  {title}")
            label.setEnabled(place <= present)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self.setFixedWidth(round(WIDTH * text_scale()))
