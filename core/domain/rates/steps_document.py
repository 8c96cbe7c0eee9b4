"""The older document ``steps/1``, read as a plan: free minutes, a first block, steps, a cap per 24 hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.domain.errors import BadInput
from core.domain.rates.document_table import PlanError, Table
from core.domain.rates.plan import Plan
from core.domain.rates.simple import simple_plan

STEPS_FORMAT = "steps/1"
_FIGURES = ("free_minutes", "first_minutes", "first_minor", "step_minutes", "step_minor", "cap_minor")
_KEYS = ("format", "plan_id", "version", "currency", *_FIGURES)
_LATEST_VERSION = 1_000_000_000
_HIGHEST = 10_000_000


def plan_from_steps(values: Mapping[str, object]) -> Plan:
    """The plan; all its lengths are elapsed time, so it needs no time zone and gets UTC. Raises PlanError."""
    table = Table(values, (), _KEYS)
    for key in _KEYS:
        if key not in values:
            raise table.fault(key, f'"{key}" is missing')
    figures: dict[str, Any] = {
        key: None
        if key == "cap_minor" and values[key] is None
        else table.whole(key, 0, least=0, most=_HIGHEST)
        for key in _FIGURES
    }
    try:
        return simple_plan(
            table.text("plan_id"),
            table.whole("version", 1, least=1, most=_LATEST_VERSION),
            table.text("currency", longest=3),
            **figures,
        )
    except BadInput as error:
        key = str(error.facts["field"])
        problem = (
            "expected a cap that is not below the price of a step"
            if error.code == "rates.cap_below_step"
            else f"expected another figure than {values[key]}"
        )
        raise PlanError((key,), problem) from error
