"""What a merchant is: name, code, what a validation gives, how often, whether stamps have numbers."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from core.domain.errors import BadInput
from core.domain.merchants import LONGEST_CODE, LONGEST_NAME, MOST_A_DAY, Gives, Merchant
from core.domain.money import format_plain, parse_minor

LABEL_WIDTH = 140
_WITH_VALUE = frozenset({Gives.MINUTES, Gives.PERCENT, Gives.AMOUNT})


class MerchantForm(Spoken):
    """Shows one merchant, and gives what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = "EUR"
        self._name, self._code = QLineEdit(maxLength=LONGEST_NAME), QLineEdit(maxLength=LONGEST_CODE)
        self._gives = Choice[Gives](
            (
                (Gives.MINUTES, lambda: self.tr("minutes of parking")),
                (Gives.PERCENT, lambda: self.tr("per cent off")),
                (Gives.AMOUNT, lambda: self.tr("an amount off")),
                (Gives.FULL, lambda: self.tr("all of the price")),
                (Gives.RATE, lambda: self.tr("another rate")),
            )
        )
        self._value, self._rate = QLineEdit(maxLength=12), QLineEdit(maxLength=60)
        self._limit = QSpinBox(maximum=MOST_A_DAY)
        self._stamp = QCheckBox()
        self._hint = line("quiet", wraps=True)
        grid = FieldGrid(LABEL_WIDTH)
        fields = (self._name, self._code, self._gives, self._value, self._rate, self._limit, self._stamp)
        self._labels = [grid.add(field) for field in fields]
        for field in (self._name, self._code, self._rate):
            field.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._hint)
        self._gives.currentIndexChanged.connect(self._show_fields)
        self.speak()

    def speak(self) -> None:
        words = (
            self.tr("Name"),
            self.tr("Code"),
            self.tr("Gives"),
            self.tr("How much"),
            self.tr("Which rate"),
            self.tr("A day at most"),
            self.tr("Stamps"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._gives.speak()
        self._limit.setSpecialValueText(self.tr("any number"))
        self._stamp.setText(self.tr("each good once"))
        self._hint.setText(
            self.tr("Staff type the code, or scan it. A stamp with a number is scanned as CODE-NUMBER.")
        )
        self._show_fields()

    def set_currency(self, currency: str) -> None:
        """Take amounts in this currency."""
        self._currency = currency

    def take_focus(self) -> None:
        """Begin with the name."""
        self._name.setFocus()

    def show_merchant(self, merchant: Merchant | None) -> None:
        """Show this merchant; an empty form for a new one."""
        self._name.setText(merchant.name if merchant else "")
        self._code.setText(merchant.code if merchant else "")
        self._gives.choose(merchant.gives if merchant else Gives.MINUTES)
        self._value.setText(self._value_text(merchant) if merchant else "")
        self._rate.setText(merchant.rate if merchant else "")
        self._limit.setValue(merchant.daily_limit if merchant else 0)
        self._stamp.setChecked(merchant.needs_stamp if merchant else False)
        self._show_fields()

    def typed(self, merchant_id: str, *, is_active: bool) -> Merchant:
        """What was typed; BadInput ``merchant.bad_value`` where that is no number."""
        gives = self._gives.value()
        return Merchant(
            merchant_id=merchant_id,
            name=" ".join(self._name.text().split()),
            code=self._code.text().strip(),
            gives=gives,
            value=self._typed_value(gives),
            rate=self._rate.text().strip() if gives is Gives.RATE else "",
            daily_limit=self._limit.value(),
            needs_stamp=self._stamp.isChecked(),
            is_active=is_active,
        )

    def _value_text(self, merchant: Merchant) -> str:
        if merchant.gives is Gives.AMOUNT:
            return format_plain(int(merchant.value), self._currency)
        return f"{merchant.value.normalize():f}" if merchant.gives in _WITH_VALUE else ""

    def _typed_value(self, gives: Gives) -> Decimal:
        if gives not in _WITH_VALUE:
            return Decimal(0)
        text = self._value.text().strip()
        if gives is Gives.AMOUNT:
            minor = parse_minor(text, self._currency)
            if minor is None:
                raise BadInput("merchant.bad_value", gives=gives.value)
            return Decimal(minor)
        try:
            return Decimal(text.replace(",", "."))
        except InvalidOperation:
            raise BadInput("merchant.bad_value", gives=gives.value) from None

    @Slot()
    def _show_fields(self) -> None:
        gives = self._gives.value()
        for field, is_wanted in ((self._value, gives in _WITH_VALUE), (self._rate, gives is Gives.RATE)):
            field.setVisible(is_wanted)
            place = 3 if field is self._value else 4
            self._labels[place].setVisible(is_wanted)
