"""A merchant who pays for drivers' parking, or a part of it: what their validation gives (P8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final

from core.domain.errors import BadInput
from core.domain.journal import Entry, in_order
from core.domain.rates.facts import CreditKind, Validation

SET: Final = "merchant.set"
LONGEST_NAME: Final = 60
LONGEST_CODE: Final = 20
LONGEST_STAMP: Final = 60
MOST_MINUTES: Final = 30 * 24 * 60
MOST_MINOR: Final = 100_000_000
MOST_A_DAY: Final = 10_000


class Gives(StrEnum):
    """What a merchant's validation takes off; FULL is all of it, RATE another rate of the plan."""

    MINUTES = "minutes"
    PERCENT = "percent"
    AMOUNT = "amount"
    FULL = "full"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Merchant:
    """A merchant; ``code`` is what staff type or scan, ``value`` in minutes, per cent or minor units.

    ``daily_limit`` is how many validations a day are taken at most (0: any number); ``needs_stamp`` where
    each is good once and has a number of its own.
    """

    merchant_id: str
    name: str
    code: str
    gives: Gives
    value: Decimal = Decimal(0)
    rate: str = ""
    daily_limit: int = 0
    needs_stamp: bool = False
    is_active: bool = True

    def validation(self, stamp: str = "") -> Validation:
        """What one validation of theirs is to the price; without a stamp one a stay."""
        validation_id = f"{self.merchant_id}:{stamp}" if stamp else self.merchant_id
        kind, value = _CREDITS[self.gives]
        return Validation(kind, self.value if value is None else value, self.rate, validation_id)

    def to_document(self) -> dict[str, Any]:
        """The merchant as plain values."""
        return {
            "merchant_id": self.merchant_id,
            "name": self.name,
            "code": self.code,
            "gives": self.gives.value,
            "value": str(self.value),
            "rate": self.rate,
            "daily_limit": self.daily_limit,
            "needs_stamp": self.needs_stamp,
            "is_active": self.is_active,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Merchant:
        """The merchant from plain values; LookupError or ValueError where they are none."""
        try:
            value = Decimal(document["value"])
        except InvalidOperation as error:
            raise ValueError("a merchant's value is no number") from error
        return cls(
            merchant_id=document["merchant_id"],
            name=document["name"],
            code=document["code"],
            gives=Gives(document["gives"]),
            value=value,
            rate=document.get("rate", ""),
            daily_limit=document.get("daily_limit", 0),
            needs_stamp=document.get("needs_stamp", False),
            is_active=document.get("is_active", True),
        )


def check_merchant(merchant: Merchant) -> None:
    """BadInput ``merchant.…`` with what is wrong."""
    if not 1 <= len(merchant.name.strip()) <= LONGEST_NAME or not merchant.name.isprintable():
        raise BadInput("merchant.bad_name", longest=LONGEST_NAME)
    code = merchant.code
    if not 2 <= len(code) <= LONGEST_CODE or not all(one.isalnum() or one in "-_" for one in code):
        raise BadInput("merchant.bad_code", longest=LONGEST_CODE)
    if not 0 <= merchant.daily_limit <= MOST_A_DAY:
        raise BadInput("merchant.bad_limit", highest=MOST_A_DAY)
    if not merchant.value.is_finite() or not _fits(merchant):
        raise BadInput("merchant.bad_value", gives=merchant.gives.value)


def _fits(merchant: Merchant) -> bool:
    value = merchant.value
    match merchant.gives:
        case Gives.MINUTES:
            return 0 < value <= MOST_MINUTES and value == value.to_integral_value()
        case Gives.PERCENT:
            return 0 < value <= 100
        case Gives.AMOUNT:
            return 0 < value <= MOST_MINOR and value == value.to_integral_value()
        case Gives.RATE:
            return bool(merchant.rate.strip()) and not value
        case Gives.FULL:
            return not value


def fold_merchant(entries: Iterable[Entry]) -> Merchant | None:
    """The merchant as set last, None where nobody set one."""
    said = [entry for entry in in_order(entries) if entry.kind == SET]
    return Merchant.from_document(said[-1].payload["merchant"]) if said else None


_CREDITS: Final[Mapping[Gives, tuple[CreditKind, Decimal | None]]] = {
    Gives.MINUTES: (CreditKind.TIME, None),
    Gives.PERCENT: (CreditKind.PERCENT, None),
    Gives.AMOUNT: (CreditKind.AMOUNT, None),
    Gives.FULL: (CreditKind.PERCENT, Decimal(100)),
    Gives.RATE: (CreditKind.RATE, None),
}
