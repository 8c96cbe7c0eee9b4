"""A price said as one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.formats import format_money
from console.screens.price.draft import PriceDraft


def price_in_words(price: PriceDraft, currency: str) -> str:
    """The sentence, in the language of the moment."""
    clauses = []
    if price.free_minutes:
        clauses.append(
            QCoreApplication.translate("Price", "Free up to {minutes} minutes").format(
                minutes=price.free_minutes
            )
        )
    if price.first_minutes:
        clauses.append(
            QCoreApplication.translate("Price", "the first {minutes} minutes {amount}").format(
                minutes=price.first_minutes, amount=format_money(price.first_minor, currency)
            )
        )
    clauses.append(
        QCoreApplication.translate("Price", "then {amount} for every {minutes} minutes begun").format(
            minutes=price.step_minutes, amount=format_money(price.step_minor, currency)
        )
    )
    if price.cap_minor is not None:
        clauses.append(
            QCoreApplication.translate("Price", "at most {amount} in 24 hours").format(
                amount=format_money(price.cap_minor, currency)
            )
        )
    return QCoreApplication.translate("Price", "; ").join(clauses) + QCoreApplication.translate("Price", ".")
