"""The price as a sentence with fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from console.screens.form.amount_field import AmountField
from console.screens.form.clause import Clause
from console.screens.form.spoken import Spoken
from console.screens.price.draft import PriceDraft
from core.domain.errors import BadInput

LONGEST_MINUTES = 24 * 60
SPACE = 8


class PriceSentence(Spoken):
    """Four clauses: free minutes, the first block, the steps, and the most that a day costs."""

    edited = Signal()

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free, self._first, self._step = _minutes(0), _minutes(0), _minutes(1)
        self._first_price, self._step_price, self._cap = (AmountField(currency) for _ in range(3))
        self._has_cap = QCheckBox()
        self._clauses = (
            Clause(lambda: self.tr("Stays of up to {free} minutes are free."), {"free": self._free}),
            Clause(
                lambda: self.tr("Longer stays: the first {minutes} minutes cost {amount},"),
                {"minutes": self._first, "amount": self._first_price},
            ),
            Clause(
                lambda: self.tr("then every further {minutes} minutes cost {amount}."),
                {"minutes": self._step, "amount": self._step_price},
            ),
        )
        self._cap_clause = Clause(lambda: self.tr("At most {amount} in 24 hours."), {"amount": self._cap})
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._has_cap.setAccessibleName(self.tr("There is a highest price for 24 hours"))

    def set_currency(self, currency: str) -> None:
        """Take amounts of another currency from now on."""
        for field in (self._first_price, self._step_price, self._cap):
            field.set_currency(currency)

    def show_price(self, price: PriceDraft) -> None:
        """Put a price into the fields."""
        self._free.setValue(price.free_minutes)
        self._first.setValue(price.first_minutes)
        self._step.setValue(price.step_minutes)
        self._first_price.set_minor(price.first_minor)
        self._step_price.set_minor(price.step_minor)
        self._has_cap.setChecked(price.cap_minor is not None)
        self._cap.setEnabled(price.cap_minor is not None)
        if price.cap_minor is not None:
            self._cap.set_minor(price.cap_minor)

    def first_wrong(self) -> QWidget | None:
        """The first field whose amount is none; None where all are."""
        amounts = [self._first_price, self._step_price]
        if self._has_cap.isChecked():
            amounts.append(self._cap)
        return next((field for field in amounts if field.minor() is None), None)

    def price(self) -> PriceDraft:
        """What stands in the fields; BadInput where an amount is none."""
        return PriceDraft(
            free_minutes=self._free.value(),
            first_minutes=self._first.value(),
            first_minor=_amount(self._first_price),
            step_minutes=self._step.value(),
            step_minor=_amount(self._step_price),
            cap_minor=_amount(self._cap) if self._has_cap.isChecked() else None,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for clause in self._clauses:
            column.addWidget(clause)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._has_cap)
        row.addWidget(self._cap_clause, 1)
        column.addLayout(row)
        self.setFocusProxy(self._free)

    def _listen(self) -> None:
        for field in (self._free, self._first, self._step):
            field.valueChanged.connect(self._on_edited)
        for amount in (self._first_price, self._step_price, self._cap):
            amount.textEdited.connect(self._on_edited)
        self._has_cap.toggled.connect(self._on_cap_toggled)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_cap_toggled(self, wanted: bool) -> None:
        self._cap.setEnabled(wanted)
        if wanted and self._has_cap.hasFocus():
            self._cap.setFocus()
        self.edited.emit()


def _minutes(least: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, LONGEST_MINUTES)
    return field


def _amount(field: AmountField) -> int:
    minor = field.minor()
    if minor is None:
        raise BadInput("payment.bad_amount")
    return minor
