"""The price sentence with its worked examples beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.screens.price.draft import PriceDraft
from console.screens.price.examples import PriceExamples
from console.screens.price.sentence import PriceSentence
from core.domain.errors import BadInput
from core.domain.rates.plan import Plan


class PriceEditor(QWidget):
    """What first run and settings show of a price; ``edited`` after every key."""

    edited = Signal()

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._sentence = PriceSentence(currency)
        self._examples = PriceExamples()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._examples, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setFocusProxy(self._sentence)
        self._sentence.edited.connect(self._on_edited)

    def set_currency(self, currency: str) -> None:
        """Take amounts of another currency from now on."""
        self._currency = currency
        self._sentence.set_currency(currency)

    def show_price(self, price: PriceDraft) -> None:
        """Put a price into the sentence."""
        self._sentence.show_price(price)
        self._reckon()

    def first_wrong(self) -> QWidget | None:
        """The first field whose amount is none; None where all are."""
        return self._sentence.first_wrong()

    def price(self) -> PriceDraft:
        """What the sentence says; BadInput where an amount is none."""
        return self._sentence.price()

    def _on_edited(self) -> None:
        self._reckon()
        self.edited.emit()

    def _reckon(self) -> None:
        self._examples.show_plan(self._plan())

    def _plan(self) -> Plan | None:
        try:
            return self.price().plan(self._currency)
        except BadInput:
            return None
