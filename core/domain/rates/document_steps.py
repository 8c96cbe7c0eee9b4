"""The ladder of a charge, as the document writes it: blocks, units, proportions and bands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.domain.rates.document_table import PlanError, Table, shown
from core.domain.rates.document_times import LONGEST_S, length_text
from core.domain.rates.plan import Step

STEP_KEYS = ("for", "up_to", "each", "price", "per", "total")
MOST_STEPS = 200
PriceText = Callable[[Decimal], str]
_FORM = '{ for = "1 h", price = 2.50 }'


def steps_of(table: Table) -> tuple[Step, ...]:
    """The steps under ``steps``, which must be there."""
    steps: list[Step] = []
    reached_s: int | None = 0
    for each in table.tables("steps", STEP_KEYS, most=MOST_STEPS, form=_FORM):
        if reached_s is None:
            raise PlanError(
                each.path, 'the step before has neither "for" nor "up_to" and so goes on without end'
            )
        step = _step(each, reached_s)
        reached_s = None if step.length_s is None else reached_s + step.length_s
        if reached_s is not None and reached_s > LONGEST_S:
            raise PlanError(each.path, f"expected steps of at most {length_text(LONGEST_S)} in all")
        steps.append(step)
    if not steps:
        raise table.fault("steps", f"expected at least one step, as {_FORM}")
    return tuple(steps)


def steps_document(steps: tuple[Step, ...], price_text: PriceText) -> list[dict[str, object]]:
    """The steps as plain values; bands by where they end, the others by their length."""
    documents: list[dict[str, object]] = []
    reached_s = 0
    for step in steps:
        reached_s += step.length_s or 0
        document: dict[str, object] = {}
        if step.length_s is not None:
            key, length_s = ("up_to", reached_s) if step.is_total else ("for", step.length_s)
            document[key] = length_text(length_s)
        if step.each_s is not None:
            document["each"] = length_text(step.each_s)
        document["total" if step.is_total else "price"] = price_text(step.price_minor)
        if step.per_s is not None:
            document["per"] = length_text(step.per_s)
        documents.append(document)
    return documents


def _step(table: Table, reached_s: int) -> Step:
    length_s = _length(table, reached_s)
    if "total" in table:
        for other in ("price", "each", "per"):
            if other in table:
                raise table.fault(other, f'expected no "{other}" beside "total", which is the price of all')
        return Step(table.price("total"), length_s, is_total=True)
    if "price" not in table:
        raise PlanError(
            (*table.path, "price"), 'the price is missing: expected "price", or "total" for a band'
        )
    each_s, per_s = table.seconds("each"), table.seconds("per")
    if per_s is not None and each_s is None:
        raise table.fault(
            "per", 'expected "each" beside "per", like { each = "1 min", price = 0.60, per = "30 min" }'
        )
    return Step(table.price("price"), length_s, each_s, per_s)


def _length(table: Table, reached_s: int) -> int | None:
    """How long the step lasts, from ``for`` or from where it ends; None: on and on."""
    if "up_to" not in table:
        return table.seconds("for")
    if "for" in table:
        raise table.fault("for", 'expected either "for" or "up_to", not both')
    end_s = table.seconds("up_to")
    if end_s is not None and end_s <= reached_s:
        before = length_text(reached_s)
        raise table.fault(
            "up_to",
            f"expected more than {before}, where the step before ends, found {shown(table.values['up_to'])}",
        )
    return None if end_s is None else end_s - reached_s
