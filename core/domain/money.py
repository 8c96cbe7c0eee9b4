"""Money as whole minor units of an ISO 4217 currency; never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# Currencies that parking is charged in without decimals. TWD has two in ISO 4217, but its coins and
# tills have none, so the smallest unit here is the dollar.
_ZERO_DECIMALS = frozenset({"JPY", "KRW", "TWD", "VND", "CLP", "ISK", "IDR", "HUF"})
_THREE_DECIMALS = frozenset({"KWD", "BHD", "OMR", "TND", "JOD"})

CURRENCIES = (
    "TWD", "EUR", "USD", "GBP", "JPY", "CNY", "SGD", "HKD", "AUD", "CAD", "CHF", "THB", "KRW", "MYR", "BRL",
    "CZK", "PLN", "SEK", "NOK", "DKK", "INR", "NZD", "VND", "IDR", "PHP", "MXN", "ZAR", "TRY", "AED", "RON",
)  # fmt: skip


def exponent(currency: str) -> int:
    """How many decimals the currency's smallest unit stands behind the point."""
    if currency in _ZERO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount: ``minor`` units of ``currency`` (three capital letters)."""

    minor: int
    currency: str

    def __add__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def _same_currency(self, other: Money) -> None:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be reckoned together")


def parse_minor(text: str, currency: str) -> int | None:
    """The minor units of an amount typed by a person (``"12.50"``, ``"12,5"``, ``"100"``), or None.

    More decimals than the currency has are no amount; neither are signs, letters or more than 9 digits.
    """
    cleaned = text.strip().replace(",", ".").replace(" ", "")
    whole, point, decimals = cleaned.partition(".")
    digits = exponent(currency)
    if not whole.isascii() or not whole.isdigit() or len(whole) > 9:
        return None
    if point and not (decimals.isascii() and decimals.isdigit() and len(decimals) <= digits):
        return None
    return int(whole + decimals.ljust(digits, "0"))


def half_up(value: Fraction) -> int:
    """The value rounded once to a whole number, halves away from zero."""
    magnitude = (abs(value) + Fraction(1, 2)).__floor__()
    return magnitude if value >= 0 else -magnitude


def format_price(minor: Decimal, currency: str) -> str:
    """A price as digits, with more decimals than the currency has only where it has them: ``0.035``."""
    digits = exponent(currency)
    extra = max(0, -int(minor.normalize().as_tuple().exponent))
    whole, rest = divmod(abs(int(minor.scaleb(extra))), 10 ** (digits + extra))
    figures = f"{whole:,}.{rest:0{digits + extra}d}" if digits + extra else f"{whole:,}"
    return f"-{figures}" if minor < 0 else figures


def format_plain(minor: int, currency: str) -> str:
    """The amount as digits with the currency's decimals, for files and machines: ``12.50``."""
    digits = exponent(currency)
    if digits == 0:
        return str(minor)
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}"
