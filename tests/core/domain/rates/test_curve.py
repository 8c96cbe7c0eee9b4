from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.rates.curve import CurvePoint, price_curve
from core.domain.rates.facts import Facts
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from tests.core.domain.rates.plan_files import SAMPLES, plan_from_toml, sample
from tests.core.domain.rates.signs import BERLIN

TWO_DAYS_S = 172_800
NAMES = sorted(path.stem for path in SAMPLES.glob("*.toml"))
ENTRY = datetime(2026, 5, 15, 14, 13, 20, tzinfo=UTC)
HOURLY = (
    BERLIN
    + '[[rates]]\nname = "Standard"\n'
    + '[[rates.charges]]\nname = "Parking"\nsteps = [{ each = "1 h", price = 2.00 }]\n'
)


def test_a_price_per_started_hour_is_a_stair_of_hours():
    curve = price_curve(Pricing(plan_from_toml(HOURLY)), ENTRY, up_to_s=3 * 3600)
    assert curve.points == (
        CurvePoint(0, 0),
        CurvePoint(1, 200),
        CurvePoint(3601, 400),
        CurvePoint(7201, 600),
    )
    assert [curve.total_minor(at) for at in (0, 1, 3600, 3601, 9000)] == [0, 200, 200, 400, 600]
    assert curve.exact_s == curve.up_to_s == 3 * 3600


def test_a_price_that_never_changes_again_has_no_further_points():
    flat = HOURLY.replace('{ each = "1 h", price = 2.00 }', "{ price = 2.00 }")
    curve = price_curve(Pricing(plan_from_toml(flat)), ENTRY)
    assert curve.points == (CurvePoint(0, 0), CurvePoint(1, 200))


def test_stays_that_no_rate_prices_are_holes_in_the_curve():
    body = HOURLY.replace('name = "Standard"', 'name = "Standard"\napplies = { up_to = "2 h" }', 1)
    curve = price_curve(Pricing(plan_from_toml(body)), ENTRY, up_to_s=10_000)
    assert curve.points[-1] == CurvePoint(7201, None)
    assert curve.total_minor(9_999) is None
    late = body.replace('up_to = "2 h"', 'over = "2 h"')
    curve = price_curve(Pricing(plan_from_toml(late)), ENTRY, up_to_s=10_000)
    assert curve.points == (CurvePoint(0, 0), CurvePoint(1, None), CurvePoint(7201, 600))


def test_where_seconds_are_dropped_the_stair_steps_at_whole_minutes():
    pricing = Pricing(plan_from_toml(HOURLY.replace("[[rates]]", 'seconds = "drop"\n[[rates]]', 1)))
    curve = price_curve(pricing, ENTRY, up_to_s=2 * 3600)
    for length_s in range(0, 7200, 7):
        assert curve.total_minor(length_s) == _total(pricing, ENTRY, length_s)
    assert len(curve.points) < 5


def test_a_curve_of_very_many_steps_is_looked_up_at_even_distances_from_some_length_on():
    minute = HOURLY.replace('each = "1 h", price = 2.00', 'each = "1 min", price = 0.03')
    pricing = Pricing(plan_from_toml(minute))
    curve = price_curve(pricing, ENTRY, up_to_s=14 * 86_400, most_quotes=600)
    assert 0 < curve.exact_s < curve.up_to_s
    assert len(curve.points) < 1_500
    for point in curve.points:
        assert point.total_minor == _total(pricing, ENTRY, point.length_s)
    assert curve.total_minor(14 * 86_400) == _total(pricing, ENTRY, 14 * 86_400)


def test_a_class_that_the_plan_does_not_know_is_refused():
    with pytest.raises(BadInput, match=r"rates\.unknown_class"):
        price_curve(Pricing(plan_from_toml(HOURLY)), ENTRY, Facts(vehicle_class="tank"))


@pytest.mark.parametrize("name", NAMES)
def test_the_curve_of_a_sample_is_what_the_engine_quotes(name):
    pricing = Pricing(sample(name))
    local = ENTRY.replace(tzinfo=ZoneInfo(pricing.plan.timezone))
    for entry in (local, local + timedelta(hours=9, minutes=47)):
        curve = price_curve(pricing, entry.astimezone(UTC), most_quotes=1_500)
        for length_s in (*range(0, curve.exact_s, 3_547), *_around(curve.points, curve.exact_s)):
            assert curve.total_minor(length_s) == _total(pricing, curve.entry, length_s), length_s


@settings(max_examples=20, deadline=None)
@given(
    clock_s=st.integers(0, 7 * 86_400),
    lengths=st.lists(st.integers(0, TWO_DAYS_S), min_size=5, max_size=30),
    name=st.sampled_from(
        [
            "shopping-centre-weekday-weekend-evening-flat",
            "early-bird-weekend-cheapest-of-all",
            "price-table-by-day-night-free",
        ]
    ),
)
def test_whenever_one_enters_the_curve_equals_quoting(clock_s, lengths, name):
    pricing = Pricing(sample(name))
    entry = ENTRY + timedelta(seconds=clock_s)
    curve = price_curve(pricing, entry)
    for length_s in lengths:
        if length_s <= curve.exact_s:
            assert curve.total_minor(length_s) == _total(pricing, entry, length_s)


def _total(pricing: Pricing, entry: datetime, length_s: int) -> int:
    return pricing.quote(Span(entry, entry + timedelta(seconds=length_s))).total_minor


def _around(points: tuple[CurvePoint, ...], exact_s: int) -> list[int]:
    """Lengths just before and at some of the points."""
    chosen = points[1 :: max(1, len(points) // 20)]
    return [at for point in chosen for at in (point.length_s - 1, point.length_s) if at < exact_s]
