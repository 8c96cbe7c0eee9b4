"""Where a part stands in a plan, and plans with a part put in, taken out, moved or replaced. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.domain.rates.plan import Adjustment, Cap, Charge, Extra, Free, Plan, Rate

Part = Plan | Rate | Charge | Free | Cap | Extra | Adjustment


class Kind(StrEnum):
    """What kind of part stands at a place."""

    PLAN = "plan"
    RATE = "rate"
    CHARGE = "charge"
    FREE = "free"
    CAP = "cap"
    EXTRA = "extra"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a part: the ``at``-th of its kind, from 0; of charges, of those of the rate ``rate``."""

    kind: Kind = Kind.PLAN
    at: int = 0
    rate: int = 0


THE_PLAN = Place()
_FIELDS = {
    Kind.RATE: "rates",
    Kind.FREE: "free",
    Kind.CAP: "caps",
    Kind.EXTRA: "extras",
    Kind.ADJUSTMENT: "adjustments",
}
# Parts that may be for some rates only.
_FOR_RATES = ("free", "caps", "extras", "adjustments")
_KINDS = {field: kind for kind, field in _FIELDS.items()}


def part_at(plan: Plan, place: Place) -> Part | None:
    """What stands there; None where nothing does."""
    if place.kind is Kind.PLAN:
        return plan
    parts = _parts(plan, place)
    return parts[place.at] if 0 <= place.at < len(parts) else None


def with_part(plan: Plan, place: Place, part: Part) -> Plan:
    """The plan with this part there instead; what spoke of it by its name follows a new name."""
    before = part_at(plan, place)
    if isinstance(part, Plan):
        return part
    parts = list(_parts(plan, place))
    parts[place.at] = part
    changed = _with_parts(plan, place, parts)
    if isinstance(before, Charge) and isinstance(part, Charge) and before.name != part.name:
        return _charge_renamed(changed, before.name, part.name)
    if isinstance(before, Rate) and isinstance(part, Rate) and before.name != part.name:
        return _rate_renamed(changed, before.name, part.name)
    return changed


def rate_of(place: Place) -> int:
    """The rate that a place lies in; the first one for what belongs to none."""
    return place.rate if place.kind is Kind.CHARGE else place.at if place.kind is Kind.RATE else 0


def with_new(
    plan: Plan, after: Place, kind: Kind, part: Part, *, before: int | None = None
) -> tuple[Plan, Place]:
    """The plan with a part more, behind the chosen one where that is of the same kind, and its place.

    It stands no further down than ``before``, where that is given.
    """
    place = Place(kind, 0, rate_of(after) if kind is Kind.CHARGE else 0)
    parts = list(_parts(plan, place))
    at = after.at + 1 if after.kind is kind and after.rate == place.rate else len(parts)
    at = at if before is None else min(at, before)
    parts.insert(at, part)
    return _with_parts(plan, place, parts), replace(place, at=at)


def without(plan: Plan, place: Place) -> tuple[Plan, Place, tuple[str, ...]]:
    """The plan without that part, the place next to it, and the names of caps and the like that spoke of
    it alone and so went with it."""
    gone = part_at(plan, place)
    parts = list(_parts(plan, place))
    del parts[place.at]
    left = _with_parts(plan, place, parts)
    taken: tuple[str, ...] = ()
    if isinstance(gone, Charge) and not _is_charge(left, gone.name):
        left, taken = _forget_charge(left, gone.name)
    if isinstance(gone, Rate):
        left, taken = _forget_rate(left, gone)
    at = min(place.at, len(parts) - 1)
    beside = replace(place, at=at) if at >= 0 else Place(Kind.RATE, place.rate)
    return left, beside if part_at(left, beside) is not None else THE_PLAN, taken


def moved(plan: Plan, place: Place, by: int) -> tuple[Plan, Place]:
    """The plan with that part one or more places further down (or up), as far as there is room."""
    if place.kind is Kind.PLAN:
        return plan, place
    parts = list(_parts(plan, place))
    at = min(max(place.at + by, 0), len(parts) - 1)
    parts.insert(at, parts.pop(place.at))
    return _with_parts(plan, place, parts), replace(place, at=at)


def may_delete(plan: Plan, place: Place) -> bool:
    """Whether the part can go: the plan itself and its last rate stay."""
    if place.kind is Kind.PLAN:
        return False
    return place.kind is not Kind.RATE or len(plan.rates) > 1


def parts_beside(plan: Plan) -> Iterator[tuple[Place, Free | Cap | Extra | Adjustment]]:
    """What stands beside the rates, each with its place: free minutes, caps, extras, adjustments."""
    for at, free in enumerate(plan.free):
        yield Place(Kind.FREE, at), free
    for at, cap in enumerate(plan.caps):
        yield Place(Kind.CAP, at), cap
    for at, extra in enumerate(plan.extras):
        yield Place(Kind.EXTRA, at), extra
    for at, adjustment in enumerate(plan.adjustments):
        yield Place(Kind.ADJUSTMENT, at), adjustment


def place_of_path(path: Sequence[str | int]) -> Place:
    """The part that a path into the document lies in: ``("rates", 0, "charges", 1, "steps")``."""
    match tuple(path[:4]):
        case ("rates", int(rate), "charges", int(at)):
            return Place(Kind.CHARGE, at, rate)
        case ("rates", int(rate), *_):
            return Place(Kind.RATE, rate)
        case (str(key), int(at), *_) if key in _KINDS:
            return Place(_KINDS[key], at)
        case _:
            return THE_PLAN


def _parts(plan: Plan, place: Place) -> tuple[Any, ...]:
    """All parts of the kind, those of its rate for charges."""
    if place.kind is Kind.PLAN:
        return (plan,)
    if place.kind is Kind.CHARGE:
        return plan.rates[place.rate].charges if place.rate < len(plan.rates) else ()
    parts: tuple[Any, ...] = getattr(plan, _FIELDS[place.kind])
    return parts


def _with_parts(plan: Plan, place: Place, parts: Sequence[Any]) -> Plan:
    if place.kind is Kind.CHARGE:
        rate = replace(plan.rates[place.rate], charges=tuple(parts))
        return replace(plan, rates=(*plan.rates[: place.rate], rate, *plan.rates[place.rate + 1 :]))
    changed: dict[str, Any] = {_FIELDS[place.kind]: tuple(parts)}
    return replace(plan, **changed)


def _is_charge(plan: Plan, name: str) -> bool:
    return any(charge.name == name for rate in plan.rates for charge in rate.charges)


def _renamed(names: frozenset[str], before: str, after: str) -> frozenset[str]:
    return (names - {before}) | {after} if before in names else names


def _charge_renamed(plan: Plan, before: str, after: str) -> Plan:
    if _is_charge(plan, before):
        return plan
    return replace(plan, caps=tuple(replace(cap, of=_renamed(cap.of, before, after)) for cap in plan.caps))


def _rate_renamed(plan: Plan, before: str, after: str) -> Plan:
    changed: dict[str, Any] = {
        field: tuple(replace(one, rates=_renamed(one.rates, before, after)) for one in getattr(plan, field))
        for field in _FOR_RATES
    }
    return replace(plan, **changed)


def _forget_charge(plan: Plan, name: str) -> tuple[Plan, tuple[str, ...]]:
    """A cap of that charge alone goes: empty names would make it a cap of everything."""
    kept = [replace(cap, of=cap.of - {name}) for cap in plan.caps if cap.of != {name}]
    taken = tuple(cap.name for cap in plan.caps if cap.of == {name})
    return replace(plan, caps=tuple(kept)), taken


def _forget_rate(plan: Plan, rate: Rate) -> tuple[Plan, tuple[str, ...]]:
    taken: list[str] = []
    left = plan
    for charge in rate.charges:
        if not _is_charge(left, charge.name):
            left, names = _forget_charge(left, charge.name)
            taken += names
    if any(other.name == rate.name for other in left.rates):
        return left, tuple(taken)
    gone = {rate.name}
    changed: dict[str, Any] = {}
    for field in _FOR_RATES:
        parts = getattr(left, field)
        taken += [getattr(one, "name", "") for one in parts if one.rates == gone]
        changed[field] = tuple(replace(one, rates=one.rates - gone) for one in parts if one.rates != gone)
    return replace(left, **changed), tuple(taken)
