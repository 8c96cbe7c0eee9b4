"""Prices as people type and read them; finer than the smallest coin where need be."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from console.formats import format_money
from core.domain.money import exponent

_FIGURES: Final = re.compile(r"\d{1,9}(\.\d{0,20})?|\.\d{1,20}")
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d{0,20})?")


def parse_price(text: str, currency: str) -> Decimal | None:
    """Minor units of an amount of major ones: ``2.50``, ``2,5``, ``1,200``, ``0.035``; or None."""
    cleaned = text.strip().replace(" ", "")
    cleaned = cleaned.replace(",", "") if _GROUPED.fullmatch(cleaned) else cleaned.replace(",", ".")
    if _FIGURES.fullmatch(cleaned) is None or not cleaned.isascii():
        return None
    return Decimal(cleaned).scaleb(exponent(currency))


def say_price(minor: Decimal, currency: str) -> str:
    """The figures in major units with at least the currency's decimals: ``2.50``, ``0.035``, ``40``."""
    digits = exponent(currency)
    whole, _point, decimals = f"{minor.scaleb(-digits):f}".partition(".")
    kept = decimals.rstrip("0").ljust(digits, "0")
    return f"{whole}.{kept}" if kept else whole


def sign_of(currency: str) -> str:
    """What stands before an amount of the currency: ``NT$``, ``€``, ``CHF``."""
    return format_money(0, currency).rpartition(" ")[0]
