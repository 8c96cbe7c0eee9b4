"""Two plans side by side: parts that were added, removed or changed, and the stays it matters most for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span

Place = tuple[str | int, ...]

_HOUR = timedelta(hours=1)
LENGTHS = tuple(
    timedelta(minutes=minutes)
    for minutes in (
        10,
        20,
        30,
        60,
        90,
        120,
        180,
        240,
        360,
        480,
        600,
        720,
        1_080,
        1_440,
        2_160,
        2_880,
        4_320,
        10_080,
    )
)
ENTRY_HOURS = (0, 6, 8, 10, 13, 16, 18, 20, 22)
ENTRY_DAYS = (0, 4, 5, 6)


class ChangeKind(StrEnum):
    """What happened to a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two documents.

    ``place``: in the newer document, or in the older one where the part was removed; ``name`` the nearest
    named part that it belongs to; ``before`` and ``after`` are plain values of the documents.
    """

    kind: ChangeKind
    place: Place
    name: str
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True)
class PriceDifference:
    """A stay and what each plan asks for it; None: that plan has no price for it."""

    entry: datetime
    exit: datetime
    before_minor: int | None
    after_minor: int | None

    @property
    def difference_minor(self) -> int | None:
        """How much dearer it becomes."""
        if self.before_minor is None or self.after_minor is None:
            return None
        return self.after_minor - self.before_minor


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """What differs between two plans' documents (``plan_to_document``), in the order of the newer one.

    Parts in lists are paired by their names, then by their order, so that a rate put first is one change.
    """
    return tuple(_of_tables((), "", before, after))


def price_differences(
    before: Pricing, after: Pricing, monday: date, facts: Facts = NO_FACTS, *, most: int = 12
) -> tuple[PriceDifference, ...]:
    """The stays of a week that the two plans price most differently, those without a price in one first.

    Of each length the stay with the largest difference is shown, so that the table tells the lengths apart.
    """
    zone = ZoneInfo(after.plan.timezone)
    found = []
    for length in LENGTHS:
        alike = [_difference(before, after, entry, entry + length, facts) for entry in _entries(monday, zone)]
        differing = [one for one in alike if one.before_minor != one.after_minor]
        if differing:
            found.append(max(differing, key=_weight))
    return tuple(sorted(found, key=_weight, reverse=True)[:most])


def _entries(monday: date, zone: ZoneInfo) -> Iterator[datetime]:
    for day in ENTRY_DAYS:
        for hour in ENTRY_HOURS:
            local = datetime.combine(monday + timedelta(days=day), time(hour), zone)
            yield local.astimezone(UTC)


def _difference(
    before: Pricing, after: Pricing, entry: datetime, exit_at: datetime, facts: Facts
) -> PriceDifference:
    quotes = [_quote(pricing, Span(entry, exit_at, facts)) for pricing in (before, after)]
    old, new = (None if quote is None else quote.total_minor for quote in quotes)
    return PriceDifference(entry, exit_at, old, new)


def _quote(pricing: Pricing, span: Span) -> Quote | None:
    try:
        return pricing.quote(span)
    except BadInput:
        return None


def _weight(one: PriceDifference) -> tuple[bool, int]:
    difference = one.difference_minor
    return difference is None, abs(difference or 0)


def _of_tables(
    place: Place, name: str, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Change]:
    here = str(after.get("name") or before.get("name") or name) if place else name
    for key in (*after, *(key for key in before if key not in after)):
        where = (*place, key)
        if key not in before:
            yield from _whole(ChangeKind.ADDED, where, here, after[key])
        elif key not in after:
            yield from _whole(ChangeKind.REMOVED, where, here, before[key])
        else:
            yield from _of_values(where, here, before[key], after[key])


def _of_values(place: Place, name: str, before: object, after: object) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_tables(place, name, before, after)
    elif _are_parts(before) and _are_parts(after):
        yield from _of_parts(place, name, before, after)  # type: ignore[arg-type]
    elif before != after:
        yield Change(ChangeKind.CHANGED, place, name, before, after)


def _whole(kind: ChangeKind, place: Place, name: str, value: object) -> Iterator[Change]:
    """A key that only one document has; a list of parts is told part by part."""
    if _are_parts(value):
        for index, part in enumerate(value):  # type: ignore[arg-type, var-annotated]
            yield _one(kind, (*place, index), str(part.get("name") or name), part)
    else:
        yield _one(kind, place, name, value)


def _one(kind: ChangeKind, place: Place, name: str, value: object) -> Change:
    if kind is ChangeKind.ADDED:
        return Change(kind, place, name, after=value)
    return Change(kind, place, name, before=value)


def _are_parts(value: object) -> bool:
    """Whether it is a list of tables with something in it."""
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _of_parts(
    place: Place, name: str, before: Sequence[Mapping[str, object]], after: Sequence[Mapping[str, object]]
) -> Iterator[Change]:
    pairs = _paired(before, after)
    for index, part in enumerate(after):
        here = str(part.get("name") or name)
        partner = pairs.get(index)
        if partner is None:
            yield Change(ChangeKind.ADDED, (*place, index), here, after=part)
        else:
            yield from _of_tables((*place, index), here, before[partner], part)
    kept = set(pairs.values())
    for index, part in enumerate(before):
        if index not in kept:
            yield Change(ChangeKind.REMOVED, (*place, index), str(part.get("name") or name), before=part)
    order = [pairs[index] for index in sorted(pairs)]
    if order != sorted(order):
        names = [[str(one.get("name", "")) for one in parts] for parts in (before, after)]
        yield Change(ChangeKind.CHANGED, place, name, *names)


def _paired(before: Sequence[Mapping[str, object]], after: Sequence[Mapping[str, object]]) -> dict[int, int]:
    """Which part of the older list each part of the newer one was: equal, of its name, in its place."""
    pairs: dict[int, int] = {}

    def in_place(new: int, old: int) -> bool:
        named = after[new].get("name") and before[old].get("name")
        return new == old and (not named or len(after) == len(before))

    rules: tuple[Callable[[int, int], bool], ...] = (
        lambda new, old: after[new] == before[old],
        lambda new, old: bool(after[new].get("name")) and after[new].get("name") == before[old].get("name"),
        in_place,
    )
    for alike in rules:
        for new in range(len(after)):
            left = (old for old in range(len(before)) if old not in pairs.values() and alike(new, old))
            match = None if new in pairs else next(left, None)
            if match is not None:
                pairs[new] = match
    return pairs
