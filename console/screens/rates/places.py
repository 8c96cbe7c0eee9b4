"""Where a part stands in a plan, and plans with a part put in, taken out, moved or replaced. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from core.domain.rates.plan import Adjustment, Cap, Charge, Extra, Free, Plan, Rate

Part = Plan | Rate | Charge | Free | Cap | Extra | Adjustment
T = TypeVar("T")


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
_KINDS = {"free": Kind.FREE, "caps": Kind.CAP, "extras": Kind.EXTRA, "adjustments": Kind.ADJUSTMENT}


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


def with_new(plan: Plan, after: Place, kind: Kind, part: Part) -> tuple[Plan, Place]:
    """The plan with a part more, behind the chosen one where that is of the same kind, and its place."""
    rate = after.rate if after.kind is Kind.CHARGE else after.at if after.kind is Kind.RATE else 0
    place = Place(kind, 0, rate if kind is Kind.CHARGE else 0)
    parts = list(_parts(plan, place))
    at = after.at + 1 if after.kind is kind and after.rate == place.rate else len(parts)
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


def _parts(plan: Plan, place: Place) -> Sequence[Part]:
    match place.kind:
        case Kind.RATE:
            return plan.rates
        case Kind.CHARGE:
            return plan.rates[place.rate].charges if place.rate < len(plan.rates) else ()
        case Kind.FREE:
            return plan.free
        case Kind.CAP:
            return plan.caps
        case Kind.EXTRA:
            return plan.extras
        case Kind.ADJUSTMENT:
            return plan.adjustments
        case _:
            return (plan,)


def _with_parts(plan: Plan, place: Place, parts: Sequence[Part]) -> Plan:
    match place.kind:
        case Kind.RATE:
            return replace(plan, rates=_only(Rate, parts))
        case Kind.CHARGE:
            rates = list(plan.rates)
            rates[place.rate] = replace(rates[place.rate], charges=_only(Charge, parts))
            return replace(plan, rates=tuple(rates))
        case Kind.FREE:
            return replace(plan, free=_only(Free, parts))
        case Kind.CAP:
            return replace(plan, caps=_only(Cap, parts))
        case Kind.EXTRA:
            return replace(plan, extras=_only(Extra, parts))
        case Kind.ADJUSTMENT:
            return replace(plan, adjustments=_only(Adjustment, parts))
        case _:
            return plan


def _only(kind: type[T], parts: Sequence[object]) -> tuple[T, ...]:
    """The parts, which are all of that kind; a mistake of the program where one is not."""
    only = tuple(part for part in parts if isinstance(part, kind))
    if len(only) != len(parts):
        raise TypeError(f"expected {kind.__name__} alone")
    return only


def _is_charge(plan: Plan, name: str) -> bool:
    return any(charge.name == name for rate in plan.rates for charge in rate.charges)


def _renamed(names: frozenset[str], before: str, after: str) -> frozenset[str]:
    return (names - {before}) | {after} if before in names else names


def _charge_renamed(plan: Plan, before: str, after: str) -> Plan:
    if _is_charge(plan, before):
        return plan
    return replace(plan, caps=tuple(replace(cap, of=_renamed(cap.of, before, after)) for cap in plan.caps))


def _rate_renamed(plan: Plan, before: str, after: str) -> Plan:
    return replace(
        plan,
        free=tuple(replace(one, rates=_renamed(one.rates, before, after)) for one in plan.free),
        caps=tuple(replace(one, rates=_renamed(one.rates, before, after)) for one in plan.caps),
        extras=tuple(replace(one, rates=_renamed(one.rates, before, after)) for one in plan.extras),
        adjustments=tuple(replace(one, rates=_renamed(one.rates, before, after)) for one in plan.adjustments),
    )


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
    for part in (*left.free, *left.caps, *left.extras, *left.adjustments):
        if part.rates == {rate.name}:
            taken.append(getattr(part, "name", ""))
    name = rate.name
    return (
        replace(
            left,
            free=tuple(replace(o, rates=o.rates - {name}) for o in left.free if o.rates != {name}),
            caps=tuple(replace(o, rates=o.rates - {name}) for o in left.caps if o.rates != {name}),
            extras=tuple(replace(o, rates=o.rates - {name}) for o in left.extras if o.rates != {name}),
            adjustments=tuple(
                replace(o, rates=o.rates - {name}) for o in left.adjustments if o.rates != {name}
            ),
        ),
        tuple(taken),
    )
