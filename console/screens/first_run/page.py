"""What the pages of the first run have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.form.spoken import Spoken

LABEL_WIDTH = 190


class Page(Spoken):
    """One page: it shows a draft and gives back the draft with what was typed."""

    edited = Signal()

    def title(self) -> str:
        """What the page asks, in a few words."""
        raise NotImplementedError

    def lead(self) -> str:
        """One sentence on what it is for."""
        raise NotImplementedError

    def show_draft(self, draft: LotDraft) -> None:
        """Put the draft into the fields."""
        raise NotImplementedError

    def draft(self, before: LotDraft) -> LotDraft:
        """The draft with what stands in the fields; OperatorError where that cannot be used."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""
        self.setFocus()


class FieldGrid(QGridLayout):
    """Labels left, fields right, a quiet hint below a field where it has one."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.setColumnStretch(2, 1)

    def add(self, field: QWidget, hint: QLabel | None = None) -> QLabel:
        """Add a field; returns its label, to be given words."""
        row = self.rowCount()
        label = QLabel()
        label.setBuddy(field)
        self.addWidget(label, row, 0)
        self.addWidget(field, row, 1)
        if hint is not None:
            self.addWidget(hint, row, 2)
        return label
