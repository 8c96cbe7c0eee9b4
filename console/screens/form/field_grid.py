"""Labels left, fields right."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.screens.form.lines import line

LABEL_WIDTH = 190


class FieldGrid(QGridLayout):
    """Grows by ``add``; a quiet hint stands right of a field where it has one."""

    def __init__(self, label_width: int = LABEL_WIDTH) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, label_width)
        self.setColumnStretch(2, 1)

    def add(self, field: QWidget, hint: QWidget | None = None) -> QLabel:
        """Add a field; returns its label, to be given words."""
        row = self.rowCount()
        label = line()
        label.setBuddy(field)
        self.addWidget(label, row, 0)
        self.addWidget(field, row, 1)
        if hint is not None:
            self.addWidget(hint, row, 2)
        return label
