"""Every published stay costs what its tariff says, priced by the sample plan that says the same.

Sources, assumptions and the wording of each tariff are in tests/data/tariffs.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from tests.core.domain.rates.plan_files import SAMPLES, sample

ROOT = Path(__file__).parents[4]
PUBLISHED = json.loads((ROOT / "tests/data/tariffs.json").read_text(encoding="utf-8"))
# Which sample says what a published tariff says.
SAMPLE_OF = {
    "apds-sandbox-tier": "two-half-hours-then-each-hour",
    "apds-table5": "reservation-fee-and-price-table",
    "at-arivo-validation": "each-hour-day-maximum-with-validations",
    "au-earlybird": "early-bird-weekend-cheapest-of-all",
    "cds-rolling-hour": "each-hour-from-the-minute-of-entry",
    "cn-halfhour-included": "first-hour-includes-the-free-half-hour",
    "cn-ps-daycap": "daytime-only-half-hours-day-maximum",
    "cn-ps-freecap": "daytime-only-first-half-hour-free-day-maximum",
    "cn-ps-tiered-nightfree": "daytime-dearer-after-two-hours-night-free",
    "curblr-tier": "first-hour-then-dearer-hours",
    "de-cgn-p1": "each-hour-day-price",
    "de-essen": "each-hour",
    "de-schwalmstadt": "first-half-hour-free-then-each-half-hour-day-maximum",
    "de-singen": "first-40-minutes-then-each-20-minutes-day-ticket",
    "jp-20min": "each-20-minutes",
    "jp-calendar-day": "each-10-minutes-same-day-maximum",
    "jp-flat-24h": "each-started-24-hours",
    "jp-night500": "half-hours-night-maximum-24-hour-maximum",
    "nl-alphen": "by-the-minute",
    "pc-economy": "each-hour-day-maximum-seventh-day-free",
    "pc-valet": "daily-flat-cheaper-up-to-five-hours",
    "sg-18robinson": "half-hours-by-day",
    "sg-acb": "by-the-minute-five-prices-by-day-and-hour",
    "sg-bugis": "first-two-hours-then-each-15-minutes",
    "sg-changi-south": "by-the-minute-24-hour-maximum",
    "sg-grace-threshold": "free-if-no-longer-than-10-minutes",
    "sg-greatworld": "each-hour-most-per-entry",
    "sg-hdb-coupon": "half-hours-by-day-dearer-in-the-centre",
    "sg-hdb-eps": "day-and-night-by-the-minute-each-with-its-maximum",
    "sg-lasalle": "day-by-the-minute-evening-per-entry",
    "sg-plaza-exercise": "shopping-centre-weekday-weekend-evening-flat",
    "sg-square2": "first-four-hours-then-each-half-hour",
    "th-workshop": "price-table-uneven-then-flat",
    "tw-floor-exercise": "dearer-by-the-hour-finished-half-hours-only",
    "tw-taichung-surface": "working-days-dearer-by-the-hour-large-vehicles-double",
    "uk-longstay": "each-calendar-day",
    "uk-nenepark": "price-table-by-length-of-stay",
    "uk-stgeorges": "price-table-by-day-night-free",
    "us-acsd-longterm": "long-term-first-half-hour-free-24-hour-maximum",
    "us-barta": "first-hour-then-each-hour-day-maximum-lost-ticket",
    "us-deitel": "first-three-hours-then-each-hour-24-hour-maximum",
    "us-iad-garage": "each-hour-24-hour-maximum",
}
_KNOWN_OPTIONS = {"time_credit_min", "amount_credit_minor", "lost_ticket", "holidays"}
Case = Mapping[str, Any]


@cache
def pricing_of(tariff: str) -> Pricing:
    return Pricing(sample(SAMPLE_OF[tariff]))


def facts_of(case: Case) -> Facts:
    options = case.get("options", {})
    assert options.keys() <= _KNOWN_OPTIONS
    validations = []
    if "time_credit_min" in options:
        validations.append(Validation(CreditKind.TIME, Decimal(options["time_credit_min"])))
    if "amount_credit_minor" in options:
        validations.append(Validation(CreditKind.AMOUNT, Decimal(options["amount_credit_minor"])))
    return Facts(
        vehicle_class=case["class"],
        lost_ticket=options.get("lost_ticket", False),
        holidays=frozenset(date.fromisoformat(day) for day in options.get("holidays", ())),
        validations=tuple(validations),
    )


def priced(case: Case) -> Quote:
    entry, exit_at = (datetime.fromisoformat(case[key]) for key in ("entry_utc", "exit_utc"))
    return pricing_of(case["tariff"]).quote(Span(entry, exit_at, facts_of(case)))


@pytest.mark.parametrize("case", PUBLISHED["vectors"], ids=lambda case: case["id"])
def test_the_stay_costs_what_was_published(case: Case) -> None:
    quote = priced(case)
    assert quote.total_minor == case["expected_minor"], quote.lines
    assert quote.currency == case["currency"]


def test_each_published_tariff_has_a_sample_of_its_own_and_no_sample_names_it() -> None:
    assert SAMPLE_OF.keys() == PUBLISHED["tariffs"].keys()
    assert len(set(SAMPLE_OF.values())) == len(SAMPLE_OF)
    assert {path.stem for path in SAMPLES.glob("*.toml")} >= set(SAMPLE_OF.values())
    assert len(PUBLISHED["vectors"]) == 488
    for path in SAMPLES.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert not [tariff for tariff in SAMPLE_OF if tariff in text]


@pytest.mark.parametrize("tariff", SAMPLE_OF)
def test_a_sample_says_at_its_top_what_the_sign_says_and_keeps_currency_and_zone(tariff: str) -> None:
    text = (SAMPLES / f"{SAMPLE_OF[tariff]}.toml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    plan = sample(SAMPLE_OF[tariff])
    published = PUBLISHED["tariffs"][tariff]
    assert (plan.currency, plan.timezone) == (published["currency"], published["timezone"])
    assert plan.name[0].isupper()
