"""The older document ``steps/1``, read as a plan: free minutes, a first block, steps, a cap per 24 hours."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from core.domain.rates.document_table import PlanError, Table
from core.domain.rates.plan import STAY, Cap, Charge, Free, Per, Period, Plan, Rate, Step
from core.domain.rates.windows import DAY_S

STEPS_FORMAT = "steps/1"
_KEYS = (
    "format", "plan_id", "version", "currency", "free_minutes", "first_minutes", "first_minor",
    "step_minutes", "step_minor", "cap_minor",
)  # fmt: skip
_NAME = "Standard"
_LONGEST_MINUTES = 24 * 60
_HIGHEST_MINOR = 10_000_000
_LATEST_VERSION = 1_000_000_000


def plan_from_steps(values: Mapping[str, object]) -> Plan:
    """The plan; with a cap each 24 hours from entry begin anew and cost at most the cap.

    All its lengths are elapsed time, so it needs no time zone and gets UTC. Raises PlanError.
    """
    table = Table(values, (), _KEYS)
    for key in _KEYS:
        if key not in values:
            raise table.fault(key, f'"{key}" is missing')
    period = STAY if values["cap_minor"] is None else Period(Per.ROLLING, DAY_S)
    free_minutes = _minutes(table, "free_minutes")
    steps = tuple(_steps(table))
    return Plan(
        name=_NAME,
        currency=table.text("currency", longest=3),
        timezone="UTC",
        rates=(Rate(_NAME, (Charge(_NAME, steps, restart=period),)),),
        plan_id=table.text("plan_id"),
        version=table.whole("version", 1, least=1, most=_LATEST_VERSION),
        free=(Free(up_to_s=60 * free_minutes),) if free_minutes else (),
        caps=() if period == STAY else (Cap(Decimal(_cap(table, steps)), per=period),),
    )


def _steps(table: Table) -> list[Step]:
    first_minutes = _minutes(table, "first_minutes")
    first_price, price = _price(table, "first_minor"), _price(table, "step_minor")
    step = Step(price, each_s=60 * _minutes(table, "step_minutes", least=1))
    return [Step(first_price, length_s=60 * first_minutes), step] if first_minutes else [step]


def _cap(table: Table, steps: tuple[Step, ...]) -> int:
    cap_minor = table.whole("cap_minor", 0, least=0, most=_HIGHEST_MINOR)
    if cap_minor < max(step.price_minor for step in steps):
        raise PlanError(("cap_minor",), "expected a cap that is not below the price of a step")
    return cap_minor


def _minutes(table: Table, key: str, *, least: int = 0) -> int:
    return table.whole(key, 0, least=least, most=_LONGEST_MINUTES)


def _price(table: Table, key: str) -> Decimal:
    return Decimal(table.whole(key, 0, least=0, most=_HIGHEST_MINOR))
