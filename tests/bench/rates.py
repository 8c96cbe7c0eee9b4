"""Quotes with all their lines, one thread, beside a plain minute stepper for the same tariff.

Times are of the thread itself, so that other work on the machine does not count.
"""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from tests.bench.figures import percentile, spread
from tests.bench.minute_stepper import stepped_minor
from tests.bench.report import Outcome, Row
from tests.core.domain.rates.plan_files import sample

PLAN = "daytime-dearer-after-two-hours-night-free"
# Weekdays and weekends differ in it and every window begins afresh, so no two of its days are joined.
UNALIKE_PLAN = "shopping-centre-weekday-weekend-evening-flat"
ROUNDS, QUOTES, STEPPED = 40, 250, 3
LENGTHS = {"2h": timedelta(hours=2), "14d": timedelta(days=14)}
GOALS = {"2h": 20_000, "14d": 5_000}
WINDOWS_A_DAY = 2
FLAT = 1.25
SEED = 4


def run(folder: Path) -> Outcome:
    """The bench."""
    pricing = Pricing(sample(PLAN))
    rows: list[Row] = []
    remarks: list[str] = []
    for name, length in LENGTHS.items():
        ours, stepper = _in_turn(pricing, length)
        a_second, stepped = 1 / percentile(ours, 0.5), 1 / percentile(stepper, 0.5)
        rows.append(
            Row(
                f"rates_{name}",
                a_second,
                "quotes/s",
                "a plain minute stepper",
                stepped,
                f">= {GOALS[name]} quotes/s",
                a_second >= GOALS[name],
            )
        )
        remarks.append(spread(f"quote of {name}", [each * 1000 for each in ours]))
    rows.append(_flatness())
    return Outcome(tuple(rows), tuple(remarks))


def _in_turn(pricing: Pricing, length: timedelta) -> tuple[list[float], list[float]]:
    """Seconds for a quote, by the engine and by the stepper; AssertionError where they disagree."""
    ours, stepper = [], []
    for number in range(ROUNDS + 1):
        spans = _spans(length, QUOTES, seed=number)
        begun = time.thread_time()
        totals = [pricing.quote(span).total_minor for span in spans]
        ended = time.thread_time()
        stepped = [stepped_minor(span.entry, span.exit) for span in spans[:STEPPED]]
        last = time.thread_time()
        if stepped != totals[:STEPPED]:
            raise AssertionError(f"the stepper says {stepped}, the engine {totals[:STEPPED]}")
        if number:
            ours.append((ended - begun) / QUOTES)
            stepper.append((last - ended) / STEPPED)
    return ours, stepper


def _flatness() -> Row:
    """What a window costs to reckon within a year, beside what it costs within a day."""
    pricing = Pricing(sample(UNALIKE_PLAN))
    a_year, a_day = [], []
    for number in range(ROUNDS + 1):
        year = _seconds_a_window(pricing, 365, 2, seed=number)
        day = _seconds_a_window(pricing, 1, 2 * 365, seed=number)
        if number:
            a_year.append(year * 1e6)
            a_day.append(day * 1e6)
    year, day = percentile(a_year, 0.5), percentile(a_day, 0.5)
    goal = f"<= {FLAT} x a day's"
    return Row(
        "rates_year_window", year, "us a window", "the same within one day", day, goal, year <= FLAT * day
    )


def _seconds_a_window(pricing: Pricing, days: int, count: int, *, seed: int) -> float:
    spans = _spans(timedelta(days=days), count, seed=seed)
    begun = time.thread_time()
    for span in spans:
        pricing.quote(span)
    return (time.thread_time() - begun) / (count * days * WINDOWS_A_DAY)


def _spans(length: timedelta, count: int, *, seed: int) -> list[Span]:
    """Stays of that length that begin at any minute of a year."""
    draw = random.Random(SEED + seed)
    first = datetime(2026, 1, 1, tzinfo=UTC)
    entries = [first + timedelta(minutes=draw.randrange(500_000)) for _ in range(count)]
    return [Span(entry, entry + length) for entry in entries]
