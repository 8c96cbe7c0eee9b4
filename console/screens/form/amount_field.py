"""A field for an amount of money."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from core.domain.money import format_plain, parse_minor

LONGEST = 12


class AmountField(QLineEdit):
    """Takes an amount as people type it (``12.50``, ``12,5``, ``100``) and gives it in minor units."""

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self.setMaxLength(LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def currency(self) -> str:
        """The ISO code of the amount's currency."""
        return self._currency

    def set_currency(self, currency: str) -> None:
        """Take amounts of another currency from now on; the digits stay as they were typed."""
        self._currency = currency

    def minor(self) -> int | None:
        """The amount in minor units, None where what stands there is none."""
        return parse_minor(self.text(), self._currency)

    def set_minor(self, minor: int) -> None:
        """Show an amount."""
        self.setText(format_plain(minor, self._currency))

    def sizeHint(self) -> QSize:
        """Wide enough for the largest amount, in whatever size the text has."""
        usual = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance("000,000.00") + 24, usual.height())
