"""What a merchant gives, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.formats import format_money
from core.domain.lots import Lot
from core.domain.merchants import Gives, Merchant


def gives_in_words(merchant: Merchant, lot: Lot) -> str:
    """What one validation of theirs takes off."""
    tr = QCoreApplication.translate
    value = merchant.value
    match merchant.gives:
        case Gives.MINUTES:
            return tr("Merchants", "{minutes} min free").format(minutes=int(value))
        case Gives.PERCENT:
            return tr("Merchants", "{percent} % off").format(percent=f"{value.normalize():f}")
        case Gives.AMOUNT:
            return tr("Merchants", "{amount} off").format(amount=format_money(int(value), lot.currency))
        case Gives.RATE:
            return tr("Merchants", "rate {rate}").format(rate=merchant.rate)
        case Gives.FULL:
            return tr("Merchants", "all of it")
