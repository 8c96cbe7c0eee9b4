"""A field for a price."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.form.lines import line
from console.screens.rates.forms.piece import Words
from console.screens.rates.forms.prices import parse_price, say_price, sign_of
from console.screens.rates.forms.typed_field import RIGHT, TypedField, Unreadable, quoted


class MoneyField(TypedField[Decimal | None]):
    """Minor units, fractions of them too; the currency's sign stands before it. Optional with ``empty``."""

    def __init__(
        self, currency: str = "EUR", *, empty: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(None, "0,000.00", parent)
        self._currency = currency
        self._empty = empty
        self.line.setAlignment(RIGHT)
        self._sign = line()
        self._sign.setText(sign_of(currency))
        self.row.insertWidget(0, self._sign)
        self.speak()

    @property
    def minor(self) -> Decimal:
        """The price; nothing where there is none."""
        return self.value() or Decimal(0)

    def set_currency(self, currency: str) -> None:
        """Take prices of another currency from now on."""
        self._currency = currency
        self._sign.setText(sign_of(currency))

    def speak(self) -> None:
        super().speak()
        if self._empty is not None:
            self.line.setPlaceholderText(self._empty())

    def read(self, text: str) -> Decimal | None:
        tr = QCoreApplication.translate
        if not text.strip():
            if self._empty is not None:
                return None
            raise Unreadable(tr("RateForms", "Write the price."))
        if text.strip()[0] in "-−–":
            raise Unreadable(tr("RateForms", "A price is never below nothing."))
        minor = parse_price(text, self._currency)
        if minor is None:
            words = tr("RateForms", "{text} is no price. Write figures such as 40, 2.50 or 0.035.")
            raise Unreadable(words.format(text=quoted(text)))
        return minor

    def said(self, value: Decimal | None) -> str:
        return "" if value is None else say_price(value, self._currency)
