"""Notes and coins of a currency, for counting a drawer."""

from __future__ import annotations

from collections.abc import Mapping

# Values in minor units, notes and coins in use, largest first; sources: the issuing central banks.
_TWO_DECIMALS_EURO = (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_DENOMINATIONS: Mapping[str, tuple[int, ...]] = {
    "TWD": (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 1),
    "EUR": _TWO_DECIMALS_EURO,
    "USD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "JPY": (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
    "CHF": (100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "HKD": (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10),
    "SGD": (100000, 10000, 5000, 1000, 500, 200, 100, 50, 20, 10, 5),
}


def denominations_of(currency: str) -> tuple[int, ...]:
    """Notes and coins in minor units, largest first; empty where only a total can be typed."""
    return _DENOMINATIONS.get(currency, ())
