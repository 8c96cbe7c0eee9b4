"""The plan a landlord begins with: free minutes, a first block, steps, and a cap per 24 hours."""

from __future__ import annotations

from decimal import Decimal

from core.domain.errors import BadInput
from core.domain.rates.plan import STAY, Cap, Charge, Free, Per, Period, Plan, Rate, Step
from core.domain.rates.windows import DAY_S

NAME = "Standard"
_LONGEST_MINUTES = 24 * 60
_HIGHEST_MINOR = 10_000_000
_IN_24_HOURS = Period(Per.ROLLING, DAY_S)


def simple_plan(
    plan_id: str,
    version: int,
    currency: str,
    *,
    free_minutes: int,
    first_minutes: int,
    first_minor: int,
    step_minutes: int,
    step_minor: int,
    cap_minor: int | None,
    timezone: str = "UTC",
) -> Plan:
    """A rate plan that one sentence says; prices in minor units, lengths in minutes.

    ``first_minutes`` 0 means there is no first block, ``cap_minor`` None that there is no cap. With a cap
    each 24 hours from entry begin anew with the first block. BadInput ``rates.bad_figure`` naming the
    field, ``rates.cap_below_step``.
    """
    for field, minutes, least in (
        ("free_minutes", free_minutes, 0),
        ("first_minutes", first_minutes, 0),
        ("step_minutes", step_minutes, 1),
    ):
        if not least <= minutes <= _LONGEST_MINUTES:
            raise BadInput("rates.bad_figure", field=field)
    for field, minor in (("first_minor", first_minor), ("step_minor", step_minor)):
        if not 0 <= minor <= _HIGHEST_MINOR:
            raise BadInput("rates.bad_figure", field=field)
    dearest = max(first_minor if first_minutes else 0, step_minor)
    if cap_minor is not None and not dearest <= cap_minor <= _HIGHEST_MINOR:
        raise BadInput("rates.cap_below_step", field="cap_minor")
    step = Step(Decimal(step_minor), each_s=60 * step_minutes)
    first = Step(Decimal(first_minor), length_s=60 * first_minutes)
    period = STAY if cap_minor is None else _IN_24_HOURS
    charge = Charge(NAME, (first, step) if first_minutes else (step,), restart=period)
    return Plan(
        name=NAME,
        currency=currency,
        timezone=timezone,
        rates=(Rate(NAME, (charge,)),),
        plan_id=plan_id,
        version=version,
        free=(Free(up_to_s=60 * free_minutes),) if free_minutes else (),
        caps=() if cap_minor is None else (Cap(Decimal(cap_minor), per=period),),
    )
