"""A stay to be priced as a JSON object, and how it becomes a span; anything doubtful is refused.

    {"entry": "2026-05-13T08:00:00+08:00", "exit": "2026-05-13T10:30:00+08:00", "class": "car",
     "holidays": ["2026-05-13"], "lost_ticket": false, "time_credit_min": 60, "amount_credit_minor": 150,
     "loyalty": true, "prior_minutes": 30, "prepaid_minor": 500}

Entry and exit are needed, with an offset or in the plan's zone. Also taken: ``percent_credit``; ``tags``;
``free_used``; ``booked_until``; ``visits`` and ``covered``, lists of ``[from, to]``; ``quantities``, an
object of numbers; ``validations``, a list of ``{"kind", "value" or "rate", "id"}``; and ``id``, which
comes back with the answer. A null is as if the key were missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.quote import Span

T = TypeVar("T")
MEMBER = "member"  # of no club that has a name
FIRST_YEAR, LAST_YEAR = 1970, 2199
MOST_MINUTES = 1100 * 24 * 60
MOST_MINOR = 10**12
MOST_NUMBER = Decimal(10**9)
MOST_DECIMALS = 9
MOST_ENTRIES = 1000
LONGEST_TEXT = 120
_SHOWN = 40
Stay = Mapping[str, object]


def span_of(stay: Stay, zone: ZoneInfo) -> Span:
    """The span with its facts; raises BadInput naming the key that cannot be used."""
    _check_keys(stay)
    zoned = _Zoned(zone)
    for needed in ("entry", "exit"):
        if stay.get(needed) is None:
            raise BadInput("given.missing", key=needed)
    facts: dict[str, Any] = {
        name: read(key, stay[key]) for key, (name, read) in _FACTS.items() if stay.get(key) is not None
    }
    for key in ("visits", "covered"):
        if stay.get(key) is not None:
            facts[key] = tuple(_listed(key, stay[key], zoned.span))
    if stay.get("booked_until") is not None:
        facts["booked_until"] = zoned.instant("booked_until", stay["booked_until"])
    facts["validations"] = _validations(stay)
    return Span(zoned.instant("entry", stay["entry"]), zoned.instant("exit", stay["exit"]), Facts(**facts))


class _Zoned:
    """Instants of the plan's zone; ``key`` is where one was given."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def instant(self, key: str, value: object) -> datetime:
        """The instant in UTC; a local time that the clock shows never or twice is none."""
        try:
            read = datetime.fromisoformat(_text(key, value))
        except ValueError:
            raise _unfit(key, value, "a time like 2026-05-13T08:00:00+08:00") from None
        if not FIRST_YEAR <= read.year <= LAST_YEAR or len(str(value)) <= len("2026-05-13"):
            raise _unfit(key, value, f"date and time of the years {FIRST_YEAR} to {LAST_YEAR}")
        if read.tzinfo is not None:
            return read.astimezone(UTC)
        first, second = (read.replace(tzinfo=self._zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        if first.astimezone(self._zone).replace(tzinfo=None) != read:
            raise BadInput("given.time_skipped", key=key, value=value, zone=self._zone.key)
        if first != second:
            raise BadInput("given.time_twice", key=key, value=value, zone=self._zone.key)
        return first

    def span(self, key: str, value: object) -> tuple[datetime, datetime]:
        """Two instants, the second after the first."""
        if not isinstance(value, list) or len(value) != 2:
            raise _unfit(key, value, "a list of [from, to]")
        start, end = self.instant(key, value[0]), self.instant(key, value[1])
        if end <= start:
            raise _unfit(key, value, "an end after its start")
        return start, end


def _check_keys(stay: Stay) -> None:
    for key in stay:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            raise BadInput("given.unknown_key", key=key[:_SHOWN], **({"meant": near[0]} if near else {}))


def _validations(stay: Stay) -> tuple[Validation, ...]:
    found = [
        Validation(kind, Decimal(read(key, stay[key])))
        for key, (kind, read) in _CREDITS.items()
        if stay.get(key) is not None
    ]
    if stay.get("validations") is not None:
        found += _listed("validations", stay["validations"], _validation)
    return tuple(found)


def _validation(key: str, value: object) -> Validation:
    form = 'an object like {"kind": "time", "value": 60}'
    if not isinstance(value, Mapping) or not value.keys() <= {"kind", "value", "rate", "id"}:
        raise _unfit(key, value, form)
    kinds = [kind.value for kind in CreditKind]
    if value.get("kind") not in kinds:
        raise _unfit(key, value.get("kind"), "kind: " + ", ".join(kinds))
    kind = CreditKind(value["kind"])
    identity = _text(key, value["id"]) if value.get("id") is not None else ""
    if kind is CreditKind.RATE:
        return Validation(kind, rate=_text(key, value.get("rate")), validation_id=identity)
    if "rate" in value:
        raise _unfit(key, value["rate"], "no rate beside this kind")
    read = next(read for of, read in _CREDITS.values() if of is kind)
    return Validation(kind, Decimal(read(key, value.get("value"))), validation_id=identity)


def _text(key: str, value: object) -> str:
    if isinstance(value, str) and value.strip() and len(value) <= LONGEST_TEXT:
        return value
    raise _unfit(key, value, f"a text of at most {LONGEST_TEXT} letters")


def _whole(most: int) -> Callable[[str, object], int]:
    def read(key: str, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
            return value
        raise _unfit(key, value, f"a whole number from 0 to {most}")

    return read


def _number(most: Decimal) -> Callable[[str, object], Decimal]:
    def read(key: str, value: object) -> Decimal:
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            number = Decimal(value)
            exponent = number.as_tuple().exponent
            if isinstance(exponent, int) and exponent >= -MOST_DECIMALS and 0 <= number <= most:
                return number
        raise _unfit(key, value, f"a number from 0 to {most}, of at most {MOST_DECIMALS} decimals")

    return read


def _yes_or_no(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _unfit(key, value, "true or false")


def _loyalty(key: str, value: object) -> str:
    if isinstance(value, bool):
        return MEMBER if value else ""
    return _text(key, value)


def _day(key: str, value: object) -> date:
    try:
        return date.fromisoformat(_text(key, value))
    except ValueError:
        raise _unfit(key, value, "a date like 2026-05-13") from None


def _listed(key: str, value: object, read: Callable[[str, object], T]) -> list[T]:
    if isinstance(value, list) and len(value) <= MOST_ENTRIES:
        return [read(key, entry) for entry in value]
    raise _unfit(key, value, f"a list of at most {MOST_ENTRIES}")


def _set_of(read: Callable[[str, object], T]) -> Callable[[str, object], frozenset[T]]:
    return lambda key, value: frozenset(_listed(key, value, read))


def _quantities(key: str, value: object) -> tuple[tuple[str, Decimal], ...]:
    if not isinstance(value, Mapping) or len(value) > MOST_ENTRIES:
        raise _unfit(key, value, 'an object of numbers like {"kwh": 12.5}')
    read = _number(MOST_NUMBER)
    return tuple((_text(key, name), read(key, amount)) for name, amount in value.items())


def _unfit(key: str, value: object, expected: str) -> BadInput:
    shown = str(value)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return BadInput("given.unfit", key=key, value=shown, expected=expected)


_FACTS: Mapping[str, tuple[str, Callable[[str, object], Any]]] = {
    "class": ("vehicle_class", _text),
    "holidays": ("holidays", _set_of(_day)),
    "lost_ticket": ("lost_ticket", _yes_or_no),
    "loyalty": ("loyalty", _loyalty),
    "tags": ("tags", _set_of(_text)),
    "prior_minutes": ("prior_minutes", _whole(MOST_MINUTES)),
    "free_used": ("free_used", _yes_or_no),
    "prepaid_minor": ("prepaid_minor", _whole(MOST_MINOR)),
    "quantities": ("quantities", _quantities),
}
_CREDITS: Mapping[str, tuple[CreditKind, Callable[[str, object], Any]]] = {
    "time_credit_min": (CreditKind.TIME, _whole(MOST_MINUTES)),
    "percent_credit": (CreditKind.PERCENT, _number(Decimal(100))),
    "amount_credit_minor": (CreditKind.AMOUNT, _whole(MOST_MINOR)),
}
_KEYS = (
    *("entry", "exit"), *_FACTS, *_CREDITS, "validations", "visits", "covered", "booked_until", "id",
)  # fmt: skip
