"""Rehearsal: what the stays of the past would have cost by this plan."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken


class RehearsalPage(Spoken):
    """A stand-in until the service exists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = line("quiet", wraps=True)
        column = QVBoxLayout(self)
        column.addWidget(self._lead)
        column.addStretch(1)
