"""What a new part is before anyone changed it: plain, with a price from the plan, and a name of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from console.screens.rates.places import Kind, Part
from core.domain.money import exponent
from core.domain.rates.plan import Adjustment, Cap, Charge, Extra, Free, Per, Period, Plan, Rate, Step

tr = QCoreApplication.translate

HOUR_S = 3600
FREE_S = 10 * 60
DAY = Period(Per.ROLLING, 24 * HOUR_S)
HOURS_IN_A_CAP = 6


def new_part(kind: Kind, plan: Plan) -> Part:
    """A part of that kind to begin with."""
    price = _usual_price(plan)
    match kind:
        case Kind.CHARGE:
            return Charge(_free_name(tr("Rates", "Further hours"), plan), (Step(price, None, HOUR_S),))
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
            return Rate(_free_name(tr("Rates", "New rate"), plan), (charge,))


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
