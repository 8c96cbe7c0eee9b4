"""The second page: the price, in one sentence, and how long a paid car may take to leave."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.first_run.page import Page
from console.screens.form.clause import Clause
from console.screens.price.editor import PriceEditor
from core.domain.errors import OperatorError

LONGEST_WINDOW_MINUTES = 24 * 60


class PricePage(Page):
    """Asks for the price; worked examples follow every key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = PriceEditor("EUR")
        self._window = QSpinBox(maximum=LONGEST_WINDOW_MINUTES)
        clause = Clause(
            lambda: self.tr("Who has paid has {minutes} minutes to leave."), {"minutes": self._window}
        )
        self._editor.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._editor)
        row = QHBoxLayout()
        row.addWidget(clause)
        column.addLayout(row)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("The price")

    def lead(self) -> str:
        return self.tr(
            "A usual price is filled in: change what is different here. It can be changed at any time, "
            "for cars that come afterwards."
        )

    def show_draft(self, draft: LotDraft) -> None:
        self._editor.set_currency(draft.currency)
        self._editor.show_price(draft.price)
        self._window.setValue(draft.exit_window_minutes)

    def draft(self, before: LotDraft) -> LotDraft:
        price = self._editor.price()
        price.plan(before.currency)
        return replace(before, price=price, exit_window_minutes=self._window.value())

    def culprit(self, _error: OperatorError) -> QWidget | None:
        return self._editor.first_wrong()

    def take_focus(self) -> None:
        self._editor.setFocus(Qt.FocusReason.TabFocusReason)
