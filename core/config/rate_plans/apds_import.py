"""Reads APDS 4 RateTables as a rate plan, and says in which of its meanings each unclear thing was taken.

A document is a RateTable, a list of them, or their list under ``data``. Tables of one ``rateTableID`` are
charges of one rate. What rate plans do not know is refused with its place, or named where it asks for
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from core.config.rate_plans.apds_collections import Collection, collection_of
from core.config.rate_plans.apds_notes import ApdsNote, Place
from core.config.rate_plans.apds_validity import windows_of
from core.domain.rates.document import PlanError, plan_from_document, plan_to_document
from core.domain.rates.plan import Cap, Charge, Extra, Plan, Rate

MOST_TABLES = 200
_TABLE_KEYS = frozenset(
    {
        "id",
        "version",
        "rateTableName",
        "rateTableID",
        "availability",
        "rateType",
        "validity",
        "rateLineCollections",
    }
)


def from_apds(document: object, *, timezone: str = "UTC") -> tuple[Plan, tuple[ApdsNote, ...]]:
    """The plan and what was assumed; APDS names no ``timezone``, so the one given is taken.

    Raises PlanError (BadInput ``rates.unreadable``) with place and reason for what is no RateTable.
    """
    notes: list[ApdsNote] = []
    tables = [_table(value, place, notes) for place, value in _tables(document)]
    first = tables[0]
    for table in tables[1:]:
        if table.collections[0].currency != first.collections[0].currency:
            raise PlanError(table.place, "expected one currency in all tables")
    notes.append(ApdsNote((), "apds.timezone_taken", {"timezone": timezone}, keeps_price=True))
    caps: list[Cap] = []
    rates: dict[str, list[Charge]] = {}
    for table in tables:
        charges = rates.setdefault(table.rate, [])
        charge, cap = _charge(table, len(tables) == 1)
        charges.append(charge)
        caps += [cap] if cap is not None else []
    begins = {table.collections[0].day_begins_s for table in tables} - {None}
    if len(begins) > 1:
        raise PlanError(("rateLineCollections",), "expected one resetTime in all collections")
    plan = Plan(
        name=first.name,
        currency=first.collections[0].currency,
        timezone=timezone,
        rates=tuple(Rate(name, tuple(charges)) for name, charges in rates.items()),
        version=first.version,
        effective=max((table.effective for table in tables if table.effective), default=None),
        caps=tuple(caps),
        extras=_extras(tables),
        day_begins_s=next(iter(begins), 0) or 0,
        tax_points=first.collections[0].tax_points,
    )
    return plan_from_document(plan_to_document(plan)), tuple(notes)


class _Table(NamedTuple):
    """One RateTable, read."""

    place: Place
    name: str
    rate: str
    version: int
    validity: Mapping[str, Any]
    effective: datetime | None
    collections: tuple[Collection, ...]


def _tables(document: object) -> list[tuple[Place, object]]:
    """Each table with its place in the document."""
    place: Place = ()
    if isinstance(document, Mapping) and "rateLineCollections" not in document:
        key = next((key for key in ("data", "rateTables") if key in document), None)
        if key is None:
            raise PlanError((), "expected a RateTable with rateLineCollections, or a list of them under data")
        place, document = (key,), document[key]
    if isinstance(document, list | tuple):
        if not 1 <= len(document) <= MOST_TABLES:
            raise PlanError(place, f"expected 1 to {MOST_TABLES} RateTables")
        return [((*place, index), value) for index, value in enumerate(document)]
    return [(place, document)]


def _table(value: object, place: Place, notes: list[ApdsNote]) -> _Table:
    if not isinstance(value, Mapping):
        raise PlanError(place, "expected a RateTable")
    notes.extend(
        ApdsNote((*place, str(key)), "apds.not_read", {"key": str(key)}, keeps_price=True)
        for key in sorted(set(value) - _TABLE_KEYS)
    )
    found = value.get("rateLineCollections")
    if not isinstance(found, list | tuple) or not found:
        raise PlanError((*place, "rateLineCollections"), "expected at least one RateLineCollection")
    collections = tuple(
        collection_of(one, (*place, "rateLineCollections", index), notes) for index, one in enumerate(found)
    )
    ordered = tuple(sorted(collections, key=lambda one: one.sequence))
    if len({(one.currency, one.tax_points) for one in ordered}) > 1:
        raise PlanError(
            (*place, "rateLineCollections"), "expected one currency and one taxRate in all of them"
        )
    name = words_of(value.get("rateTableName"), (*place, "rateTableName")) or "APDS"
    rate = words_of(value.get("rateTableID"), (*place, "rateTableID")) or name
    version = value.get("version", 1)
    validity = value.get("validity", {})
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        version = 1
    if not isinstance(validity, Mapping):
        raise PlanError((*place, "validity"), "expected a table")
    _, effective = windows_of(validity, (*place, "validity"))
    return _Table(place, name, rate, version, validity, effective, ordered)


def words_of(value: object, place: Place) -> str:
    """The text of a MultilingualString in English, or else in its first language; empty for none."""
    if value is None or isinstance(value, str):
        return (value or "")[:120]
    if isinstance(value, Mapping):  # {"en": "…"}, as early deployments write it
        texts = [(str(key), text) for key, text in value.items()]
    elif isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value):
        texts = [(str(one.get("language")), one.get("string")) for one in value]
    else:
        raise PlanError(place, 'expected texts like [{ "language": "en", "string": "…" }]')
    chosen = next((text for language, text in texts if language == "en"), texts[0][1] if texts else "")
    if not isinstance(chosen, str):
        raise PlanError(place, "expected a text")
    return chosen[:120]


def _charge(table: _Table, is_only: bool) -> tuple[Charge, Cap | None]:
    """The charge of a table's first collection, with its cap."""
    windows, _ = windows_of(table.validity, (*table.place, "validity"))
    main, *others = table.collections
    if others and not (is_only and all(one.is_extra for one in others)):
        place = (*table.place, "rateLineCollections", 1)
        raise PlanError(place, "expected one collection, and beside it only single flat or per-unit lines")
    if main.is_extra and main.quantity:
        raise PlanError(
            (*table.place, "rateLineCollections", 0), "expected time to be charged for, found units"
        )
    name = main.name or table.rate
    charge = Charge(name, main.steps, windows, main.restart, repeat_last=1)
    if main.most_minor is None and main.least_minor is None:
        return charge, None
    cap = Cap(
        most_minor=main.most_minor,
        least_minor=main.least_minor,
        per=main.restart,
        of=frozenset({name}),
        name=f"{name}: {'minimum' if main.most_minor is None else 'maximum'}",
    )
    return charge, cap


def _extras(tables: Sequence[_Table]) -> tuple[Extra, ...]:
    return tuple(
        Extra(one.name or one.quantity or "Fee", one.steps[0].price_minor, quantity=one.quantity)
        for table in tables
        for one in table.collections[1:]
        if one.steps
    )
