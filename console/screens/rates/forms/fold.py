"""Settings that few need, behind a button until one is used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from console.screens.form.spoken import Spoken
from console.screens.rates.forms.piece import Words
from console.theme import set_icon
from console.theme.space import HUGE, SMALL, TIGHT

NARROW = 3 * HUGE


class Fold(Spoken):
    """A button that opens and shuts what lies below it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.is_open = False
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setMinimumWidth(NARROW)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self.button.clicked.connect(self._on_clicked)
        self.open(False)

    def speak(self) -> None:
        self.button.setText(self._words())
        self.button.setAccessibleDescription(self.tr("shown") if self.is_open else self.tr("hidden"))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets into it, one below the other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def open(self, wanted: bool) -> None:
        """Open or shut it."""
        self.is_open = wanted
        self.body.setVisible(wanted)
        set_icon(self.button, "up" if wanted else "down")
        self.speak()

    def _on_clicked(self) -> None:
        self.open(not self.is_open)
