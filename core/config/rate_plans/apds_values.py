"""Single values of an APDS document, each refused with its place where it is not what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from core.config.rate_plans.apds_notes import ApdsNote, Place
from core.config.rate_plans.apds_times import offset_of
from core.domain.money import exponent
from core.domain.rates.document import PlanError

_HIGHEST = Decimal(1_000_000_000)


def offset_at(value: Mapping[str, Any], key: str, place: Place) -> int | None:
    """The seconds into the stay that a key says; None where it is not there."""
    if key not in value:
        return None
    found = offset_of(value[key])
    if found is None:
        raise PlanError((*place, key), 'expected a length like "01:30" or "PT1H30M"')
    return found


def minor_of(value: object, place: Place, currency: str) -> Decimal:
    """Minor units of an amount that is not negative."""
    number = number_of(value, place)
    if not 0 <= number <= _HIGHEST:
        raise PlanError(place, "expected an amount that is not negative")
    return number.scaleb(exponent(currency)).normalize() + 0


def number_of(value: object, place: Place) -> Decimal:
    """A number, digit by digit."""
    try:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise PlanError(place, "expected a number")
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise PlanError(place, "expected a number") from error
    if not number.is_finite():
        raise PlanError(place, "expected a number")
    return number


def whole_of(value: object, place: Place) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise PlanError(place, "expected a whole number")
    return value


def description_of(value: object) -> str:
    """A text in the first of its languages; empty for none."""
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        value = value[0].get("string")
    elif isinstance(value, Mapping):
        value = next(iter(value.values()), "")
    return value[:120] if isinstance(value, str) else ""


def name_unread(value: Mapping[str, Any], known: frozenset[str], place: Place, notes: list[ApdsNote]) -> None:
    """Note the keys that are not read."""
    for key in sorted(set(value) - known):
        if key == "maxTime":
            notes.append(ApdsNote((*place, key), "apds.longest_stay"))
        else:
            notes.append(ApdsNote((*place, str(key)), "apds.not_read", {"key": str(key)}, keeps_price=True))
