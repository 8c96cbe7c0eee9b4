"""A sample or a plan from elsewhere as a beginning for this lot. No Qt."""

from __future__ import annotations

from dataclasses import replace

from core.domain.lots import Lot
from core.domain.money import exponent
from core.domain.rates.plan import Cap, Charge, Extra, Plan, Step


def adopted(plan: Plan, lot: Lot, plan_id: str) -> Plan:
    """The plan in the lot's currency and zone, under the lot's own plan id.

    Figures keep what stands on the sign (2.50 stays 2.50, also where the lot's currency has no cents):
    they are to be looked at, since they are another town's.
    """
    by = exponent(lot.currency) - exponent(plan.currency)
    return replace(
        plan,
        plan_id=plan_id,
        version=1,
        effective=None,
        currency=lot.currency,
        timezone=lot.timezone,
        rates=tuple(
            replace(rate, charges=tuple(_charge(charge, by) for charge in rate.charges))
            for rate in plan.rates
        ),
        caps=tuple(_cap(cap, by) for cap in plan.caps),
        extras=tuple(_extra(extra, by) for extra in plan.extras),
        round_to_minor=plan.round_to_minor if not by else 1,
    )


def _charge(charge: Charge, by: int) -> Charge:
    return replace(charge, steps=tuple(_step(step, by) for step in charge.steps))


def _step(step: Step, by: int) -> Step:
    return replace(step, price_minor=step.price_minor.scaleb(by))


def _cap(cap: Cap, by: int) -> Cap:
    most, least = cap.most_minor, cap.least_minor
    return replace(
        cap,
        most_minor=None if most is None else most.scaleb(by),
        least_minor=None if least is None else least.scaleb(by),
    )


def _extra(extra: Extra, by: int) -> Extra:
    return replace(extra, price_minor=extra.price_minor.scaleb(by))
