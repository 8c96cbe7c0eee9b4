"""Amounts as Stripe wants them: whole numbers in the smallest unit *it* knows of a currency.

After docs.stripe.com/currencies. The house's smallest unit differs where nobody pays in cents: the New Taiwan
dollar, the forint, the rupiah and the Icelandic króna have two decimals there and none here.
"""

from __future__ import annotations

from typing import Final

from core.domain.errors import DeviceError
from core.domain.money import exponent

_ZERO: Final = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"}
)
_THREE: Final = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})


def stripe_exponent(currency: str) -> int:
    """How many decimals Stripe's smallest unit stands behind the point."""
    if currency in _ZERO:
        return 0
    return 3 if currency in _THREE else 2


def to_stripe(amount_minor: int, currency: str) -> int:
    """The amount in Stripe's unit; raises DeviceError where it knows no unit so small."""
    shift, factor = _shift(currency)
    amount, rest = (amount_minor * factor, 0) if shift >= 0 else divmod(amount_minor, factor)
    # Of three decimals the last one must be 0: card networks settle two.
    if rest or (currency in _THREE and amount % 10):
        raise DeviceError("gateway.amount_refused", detail=f"{amount_minor} {currency}")
    return amount


def from_stripe(amount: int, currency: str) -> int | None:
    """The amount in the house's minor unit; None where that has no unit so small."""
    shift, factor = _shift(currency)
    if shift < 0:
        return amount * factor
    minor, rest = divmod(amount, factor)
    return None if rest else minor


def _shift(currency: str) -> tuple[int, int]:
    """How many decimals more Stripe's unit has than the house's, and the factor between them."""
    shift = stripe_exponent(currency) - exponent(currency)
    factor: int = 10 ** abs(shift)
    return shift, factor
