"""The notes that a driver is likely to hand over: one key each on the cash panel."""

from __future__ import annotations

from typing import Final

from core.domain.money import exponent

MOST_KEYS = 4

# Banknotes in circulation, in whole units of the currency; where a currency is not listed, the usual steps.
_NOTES: Final = {
    "TWD": (100, 200, 500, 1000, 2000),
    "EUR": (5, 10, 20, 50, 100),
    "USD": (1, 5, 10, 20, 50, 100),
    "GBP": (5, 10, 20, 50),
    "JPY": (1000, 2000, 5000, 10000),
    "CNY": (5, 10, 20, 50, 100),
    "SGD": (2, 5, 10, 50, 100),
    "HKD": (10, 20, 50, 100, 500),
    "KRW": (1000, 5000, 10000, 50000),
    "THB": (20, 50, 100, 500, 1000),
}
_USUAL: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def quick_notes(due_minor: int, currency: str) -> tuple[int, ...]:
    """Amounts in minor units that cover what is due and can be handed over, smallest first.

    The next whole multiples of each note: for NT$ 120 that is 200, 500, 1000, 2000.
    """
    unit = 10 ** exponent(currency)
    amounts = set()
    for note in _NOTES.get(currency, _USUAL):
        minor = note * unit
        amounts.add(-(-due_minor // minor) * minor if due_minor <= 3 * minor else 0)
    return tuple(sorted(amount for amount in amounts if amount > due_minor))[:MOST_KEYS]
