import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.config.rate_plans.apds_export import to_apds
from core.config.rate_plans.apds_import import from_apds
from core.domain.errors import BadInput
from core.domain.rates.plan import Cap, Charge, Extra, Per, Period, Plan, Rate, Step
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from core.domain.rates.windows import WEEK, DateRange, Window
from tests.core.domain.rates.plan_files import SAMPLES, plan_from_toml, sample
from tests.core.domain.rates.plans import plans
from tests.core.domain.rates.signs import BERLIN

NAMES = sorted(path.stem for path in SAMPLES.glob("*.toml"))
ENTRY = datetime(2026, 5, 15, 6, 13, 20, tzinfo=UTC)
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
SIGN = (
    BERLIN
    + """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
days = "mon-fri"
steps = [{ for = "30 min", price = 3.00 }, { for = "30 min", price = 2.00 }, { each = "1 h", price = 1.00 }]
"""
)


def _back(plan: Plan) -> Plan:
    document, _ = to_apds(plan)
    return from_apds(json.loads(json.dumps(document)), timezone=plan.timezone)[0]


def _lost(text: str) -> dict[str, tuple[str | int, ...]]:
    _, losses = to_apds(plan_from_toml(text))
    return {loss.code: loss.place for loss in losses if not loss.keeps_price}


def test_a_sign_of_tiers_and_hours_becomes_rate_lines():
    table, losses = to_apds(plan_from_toml(SIGN))
    assert [loss.code for loss in losses] == ["apds.timezone"]
    assert table["rateTableName"] == [{"language": "en", "string": "A sign"}]
    assert table["rateTableID"] == [{"language": "en", "string": "Standard"}]
    (period,) = table["validity"]["validityTimeSpecification"]["validPeriods"]
    assert period["recurringDayWeekMonthPeriod"][0]["applicableDay"][0] == "monday"
    assert period["recurringTimePeriodOfDay"] == [{"startTimeOfPeriod": "08:00", "endTimeOfPeriod": "20:00"}]
    (collection,) = table["rateLineCollections"]
    assert (collection["applicableCurrency"], collection["taxIncluded"]) == ("EUR", True)
    lines = [
        (
            line["rateLineType"],
            line["durationStart"],
            line.get("durationEnd"),
            line["incrementPeriod"],
            line["value"],
        )
        for line in collection["rateLines"]
    ]
    assert lines == [
        ("flatRateTier", "00:00", "00:30", "PT30M", 3),
        ("flatRateTier", "00:30", "01:00", "PT30M", 2),
        ("incrementingRate", "01:00", None, "PT1H", 1),
    ]


def test_a_table_of_totals_is_written_as_what_each_tier_adds():
    plan = sample("price-table-uneven-then-flat")
    document, losses = to_apds(plan)
    values = [line["value"] for line in document["rateLineCollections"][0]["rateLines"]]
    totals = [step.price_minor for charge in plan.rates[0].charges for step in charge.steps]
    assert [Decimal(str(sum(values[: at + 1]))) * 100 for at in range(len(values))] == totals
    assert {"apds.total_as_tier"} <= {loss.code for loss in losses}


def test_a_day_with_its_maximum_resets_at_the_time_the_day_begins():
    text = SIGN.replace("steps =", 'restart = "day"\nsteps =').replace(
        "[[rates]]", 'day_begins = "02:00"\n[[rates]]', 1
    )
    plan = plan_from_toml(text + '[[caps]]\nname = "Most"\nat_most = 12.00\nper = "day"\n')
    document, losses = to_apds(plan)
    (collection,) = document["rateLineCollections"]
    assert (collection["resetTime"], collection["maxValueCollection"]) == (
        "02:00",
        {"currencyType": "EUR", "currencyValue": 12},
    )
    assert all(loss.keeps_price for loss in losses)


@pytest.mark.parametrize(
    ("part", "code", "place"),
    [
        ('[[free]]\nup_to = "10 min"', "apds.free", ("free", 0)),
        ('[[caps]]\nname = "Most"\nat_most = 9\nper = "24 h"', "apds.cap", ("caps", 0)),
        ('[[extras]]\nname = "Entry"\nprice = 1\nper = "day"', "apds.extra", ("extras", 0)),
        ('[[adjustments]]\nname = "Large"\nmultiply = 2', "apds.adjustment", ("adjustments", 0)),
        (
            (
                '[[rates]]\nname = "Lost"\napplies = { lost_ticket = true }\n'
                '[[rates.charges]]\nname = "Lost"\nsteps = [{ price = 25 }]'
            ),
            "apds.applies",
            ("rates", 1, "applies"),
        ),
    ],
)
def test_a_part_that_apds_lacks_is_named_with_its_place(part, code, place):
    assert _lost(SIGN + part) == {code: place}


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('days = "mon-fri"', 'days = "mon-fri,holiday"', {"apds.holidays", "apds.charge_left_out"}),
        ('days = "mon-fri"', 'dates = "11-01..03-31"', {"apds.season", "apds.charge_left_out"}),
        (
            '"08:00"\nto = "20:00"\ndays = "mon-fri"',
            '"fri 18:00"\nto = "mon 06:00"',
            {"apds.window_over_days", "apds.charge_left_out"},
        ),
        ("steps =", 'unfinished = "free"\nsteps =', {"apds.unfinished", "apds.charge_left_out"}),
        ("steps =", 'count = "elapsed"\nsteps =', {"apds.elapsed"}),
        ("steps =", 'restart = "24 h"\nsteps =', {"apds.restart"}),
        ('currency = "EUR"', 'currency = "EUR"\nseconds = "drop"\nround_to = 0.50', {"apds.setting"}),
        ('"30 min", price = 2.00', '"90 s", price = 2.00', {"apds.step", "apds.charge_left_out"}),
        ("price = 1.00 }", 'price = 1.00, per = "7 h" }', {"apds.step", "apds.charge_left_out"}),
    ],
)
def test_what_a_charge_says_beyond_apds_is_named_and_never_charged_otherwise(old, new, codes):
    assert set(_lost(SIGN.replace(old, new))) == codes


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_costs_the_same_after_both_ways_or_it_was_said_why_not(name):
    plan = sample(name)
    _, losses = to_apds(plan)
    if not all(loss.keeps_price for loss in losses):
        assert all(loss.place for loss in losses)
        return
    before, after = Pricing(plan), Pricing(_back(plan))
    for minutes in range(1, 4_000, 67):
        stay = Span(ENTRY, ENTRY + timedelta(minutes=minutes, seconds=minutes % 60))
        assert after.quote(stay).total_minor == before.quote(stay).total_minor


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(plan=plans(), minutes=st.lists(st.integers(1, 6_000), min_size=1, max_size=6))
def test_any_plan_is_written_and_where_nothing_was_named_it_costs_the_same(plan, minutes):
    document, losses = to_apds(plan)
    json.dumps(document)
    if all(loss.keeps_price for loss in losses):
        before, after = Pricing(plan), Pricing(_back(plan))
        for length in minutes:
            stay = Span(ENTRY, ENTRY + timedelta(minutes=length))
            try:
                total = before.quote(stay).total_minor
            except BadInput:
                continue
            assert after.quote(stay).total_minor == total


PRICES = st.integers(0, 100_000).map(Decimal)
MINUTES = st.integers(1, 2_000).map(lambda count: count * 60)
DAILY = Period(Per.DAY)


@st.composite
def sayable(draw: st.DrawFn) -> Plan:
    """A plan that RateTables can say in full."""
    steps = [
        draw(st.sampled_from([Step(price, length_s=length), Step(price, length_s=length * 2, each_s=length)]))
        for price, length in draw(st.lists(st.tuples(PRICES, MINUTES), max_size=4))
    ]
    last = draw(PRICES)
    steps.append(draw(st.sampled_from([Step(last), Step(last, each_s=draw(MINUTES))])))
    days = draw(st.frozensets(st.sampled_from(WEEK)))
    dates = draw(st.sampled_from([(), (DateRange(ENTRY.date(), ENTRY.date() + timedelta(days=9)),)]))
    windows = (
        Window(
            days=days,
            start_s=draw(st.integers(0, 23)) * 3600,
            end_s=draw(st.integers(0, 24)) * 3600,
            dates=dates,
        ),
    )
    restart = draw(st.sampled_from([Period(), DAILY]))
    charge = Charge("Parking", tuple(steps), draw(st.sampled_from([(), windows])), restart)
    caps = (Cap(most_minor=draw(PRICES), per=restart, of=frozenset({"Parking"}), name="Parking: maximum"),)
    return Plan(
        "A sign",
        "EUR",
        "Europe/Berlin",
        (Rate("Standard", (charge,)),),
        version=draw(st.integers(1, 99)),
        effective=draw(st.sampled_from([None, ENTRY])),
        caps=draw(st.sampled_from([(), caps])),
        extras=draw(
            st.sampled_from(
                [(), (Extra("Entry", Decimal(200)),), (Extra("Energy", Decimal(55), quantity="kwh"),)]
            )
        ),
        day_begins_s=0 if restart != DAILY else draw(st.sampled_from([0, 7200])),
        tax_points=draw(st.sampled_from([0, 770, 1900])),
    )


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(plan=sayable())
def test_what_apds_can_say_comes_back_as_it_was(plan):
    _, losses = to_apds(plan)
    assert {loss.code for loss in losses} == {"apds.timezone"}
    assert replace(_back(plan), plan_id=plan.plan_id) == plan
