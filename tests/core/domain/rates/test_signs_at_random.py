"""All signs and samples with random stays: what must hold whatever the price is.

Whole days and periods alike are reckoned at once; a charge that never holds, put first, makes the engine
go through them date by date, and both ways must agree.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.domain.rates.facts import Facts
from core.domain.rates.plan import Charge, Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from core.domain.rates.windows import DateRange, Window
from tests.core.domain.rates import (
    test_other_tariffs,
    test_other_tariffs_by_clock,
    test_other_tariffs_by_facts,
    test_other_tariffs_of_choice,
    test_other_tariffs_together,
)
from tests.core.domain.rates.plan_files import SAMPLES, plan_from_toml, sample

STAYS_EACH = 25
SIGNS = (
    test_other_tariffs,
    test_other_tariffs_by_clock,
    test_other_tariffs_by_facts,
    test_other_tariffs_of_choice,
    test_other_tariffs_together,
)
LONG_AGO = date(2001, 1, 1)
NEVER = Charge("Never", (), (Window(dates=(DateRange(LONG_AGO, LONG_AGO),)),))


def _plans() -> Iterator[Any]:
    for path in sorted(SAMPLES.glob("*.toml")):
        yield pytest.param(sample(path.stem), id=path.stem)
    for module in SIGNS:
        for words, (document, _) in module.TARIFFS.items():
            yield pytest.param(plan_from_toml(document), id=words)


def _stays(plan: Plan) -> Iterator[Span]:
    """Stays of minutes, hours, days, and of whole days, near changes of clocks and the turn of the year."""
    dice = random.Random(plan.name + plan.timezone)
    for _ in range(STAYS_EACH):
        entry = datetime(2026, dice.choice((3, 5, 10, 12)), dice.randint(1, 28), tzinfo=UTC)
        entry += timedelta(minutes=dice.choice((1, 5, 15, 30)) * dice.randint(0, 2000))
        entry += timedelta(seconds=dice.choice((0, 0, 0, 17)))
        each, most = dice.choice(((1, 300), (1, 3000), (1, 20 * 1440), (60, 200), (1440, 15)))
        minutes = each * dice.randint(1, most)
        exit_at = entry + timedelta(minutes=minutes, seconds=dice.choice((0, 0, 1, 30)))
        facts = Facts(
            vehicle_class=dice.choice(sorted(plan.classes)),
            loyalty=dice.choice(("", "member", "gold")),
            tags=frozenset(dice.choice(((), ("ev",), ("resident",)))),
        )
        yield Span(entry, exit_at, facts)


def _step_by_step(plan: Plan) -> Plan:
    rates = (replace(rate, charges=(NEVER, *rate.charges)) for rate in plan.rates)
    return replace(plan, rates=tuple(rates))


def _is_sound(quote: Quote, span: Span, plan: Plan) -> bool:
    # A unit that begins at the exit itself is on the bill with its first second.
    last = span.exit + timedelta(seconds=plan.exact_counts_next)
    lies_inside = all(line.start <= line.end <= last for line in quote.lines)
    return quote.total_minor >= 0 and 0 <= quote.tax_minor <= quote.total_minor and lies_inside


@pytest.mark.parametrize("plan", list(_plans()))
def test_random_stays_have_sound_prices_that_do_not_depend_on_shortcuts(plan: Plan) -> None:
    pricing, slow = Pricing(plan), Pricing(_step_by_step(plan))
    for span in _stays(plan):
        quote = pricing.quote(span)
        assert _is_sound(quote, span, plan), (span, quote)
        assert slow.quote(span).total_minor == quote.total_minor, span
        assert pricing.quote(span) == quote
