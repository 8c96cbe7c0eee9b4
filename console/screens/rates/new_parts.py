"""What a new part is before anyone changed it: plain, with a price from the plan, and a name of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from console.screens.rates.places import Kind, Part, Place, rate_of
from core.domain.money import exponent
from core.domain.rates.plan import (
    EVERY_STAY,
    Adjustment,
    Applies,
    Cap,
    Charge,
    Choose,
    Extra,
    Free,
    Per,
    Period,
    Plan,
    Rate,
    Step,
)
from core.domain.rates.windows import Window

tr = QCoreApplication.translate

HOUR_S = 3600
FREE_S = 10 * 60
DAY = Period(Per.ROLLING, 24 * HOUR_S)
HOURS_IN_A_CAP = 6
NIGHT = Window(start_s=20 * HOUR_S, end_s=8 * HOUR_S)
ANY_MEMBER = "any"


def new_part(kind: Kind, plan: Plan, rate_at: int = 0) -> Part:
    """A part of that kind to begin with; a charge for the rate of that place."""
    price = _usual_price(plan)
    match kind:
        case Kind.CHARGE:
            return _new_charge(plan, rate_at, price)
        case Kind.FREE:
            return Free(up_to_s=FREE_S)
        case Kind.CAP:
            return Cap(most_minor=price * HOURS_IN_A_CAP, per=DAY, name=tr("Rates", "Day maximum"))
        case Kind.EXTRA:
            return Extra(tr("Rates", "Surcharge"), price)
        case Kind.ADJUSTMENT:
            return Adjustment(tr("Rates", "Discount"), Decimal("0.9"))
        case _:
            charge = Charge(_free_name(tr("Rates", "All day"), plan), (Step(price, None, HOUR_S),))
            name = _free_name(tr("Rates", "Members"), plan)
            return Rate(name, (charge,), Applies(loyalty=frozenset({ANY_MEMBER})))


def place_for_new(kind: Kind, plan: Plan, chosen: Place) -> int | None:
    """Where a new part has to stand to be reached at all; None where the place does not matter.

    Before a charge that takes all the time, and before a rate that takes every stay.
    """
    if kind is Kind.CHARGE:
        charges = plan.rates[rate_of(chosen)].charges
        return next((at for at, charge in enumerate(charges) if not charge.windows), None)
    if kind is Kind.RATE and plan.choose is Choose.FIRST:
        return next((at for at, rate in enumerate(plan.rates) if rate.applies == EVERY_STAY), None)
    return None


def _new_charge(plan: Plan, rate_at: int, price: Decimal) -> Charge:
    """For the night where something is charged at all times already, else for all that is left."""
    steps = (Step(price, None, HOUR_S),)
    if any(not charge.windows for charge in plan.rates[rate_at].charges):
        return Charge(_free_name(tr("Rates", "Night"), plan), steps, (NIGHT,))
    return Charge(_free_name(tr("Rates", "Other times"), plan), steps)


def copy_of(part: Part, plan: Plan) -> Part:
    """The same once more under a name of its own."""
    if isinstance(part, Charge):
        return replace(part, name=_free_name(part.name, plan))
    if isinstance(part, Rate):
        charges: list[Charge] = []
        for charge in part.charges:
            taken = frozenset(one.name for one in charges)
            charges.append(replace(charge, name=_free_name(charge.name, plan, taken)))
        return replace(part, name=_free_name(part.name, plan), charges=tuple(charges))
    return part


def _usual_price(plan: Plan) -> Decimal:
    """The first price that stands in the plan, else one whole unit of its currency."""
    for rate in plan.rates:
        for charge in rate.charges:
            for step in charge.steps:
                if step.price_minor > 0:
                    return step.price_minor
    return Decimal(10) ** exponent(plan.currency)


def _free_name(wanted: str, plan: Plan, taken: frozenset[str] = frozenset()) -> str:
    """The name, with a number behind it where it is taken."""
    names = taken | {rate.name for rate in plan.rates}
    names |= {charge.name for rate in plan.rates for charge in rate.charges}
    number, name = 2, wanted
    while name in names:
        name, number = f"{wanted} {number}", number + 1
    return name
