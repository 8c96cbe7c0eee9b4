from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.rates.checking import Severity, check
from core.domain.rates.pricing import Pricing
from tests.core.domain.rates.checks.checked import one, remarks, said
from tests.core.domain.rates.plan_files import sample

ZONE = ZoneInfo("Europe/Berlin")
STANDARD = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ each = "1 h", price = 2.00 }]
"""
TABLE = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ up_to = "1 h", total = 3.00 }, { up_to = "4 h", total = 9.00 }, { total = 7.50 }]
"""


def test_a_table_whose_totals_fall_is_named_with_the_exact_two_stays():
    remark = one(TABLE, "price_falls")
    assert (remark.severity, remark.place) == (Severity.WARNS, ("rates", 0, "charges", 0))
    shorter, longer = remark.examples
    assert (shorter.total_minor, longer.total_minor) == (900, 750)
    assert shorter.exit - shorter.entry == timedelta(hours=4)
    assert longer.exit - longer.entry == timedelta(hours=4, minutes=1)
    assert shorter.entry == longer.entry


def test_an_early_bird_is_named_as_the_special_that_makes_longer_stays_cheaper():
    early = """
[[rates]]
name = "Early bird"
[rates.applies]
entry = { from = "06:00", to = "09:00", days = "mon-fri" }
exit = { from = "15:30", to = "23:30" }
exit_days = 0
[[rates.charges]]
name = "All day"
steps = [{ price = 13.00 }]
"""
    remark = one(early + STANDARD, "price_falls_to_rate")
    assert (remark.place, remark.facts["before"], remark.facts["after"]) == (
        ("rates", 0),
        "Standard",
        "Early bird",
    )
    shorter, longer = remark.examples
    assert shorter.exit.astimezone(ZONE).strftime("%H:%M") == "15:29"
    assert longer.exit.astimezone(ZONE).strftime("%H:%M") == "15:30"
    assert (shorter.total_minor, longer.total_minor) == (2000, 1300)


def test_stays_that_no_rate_prices_stop_the_plan():
    body = STANDARD.replace('name = "Standard"', 'name = "Standard"\napplies = { up_to = "24 h" }')
    remark = one(body, "no_rate")
    assert remark.severity is Severity.STOPS
    (example,) = remark.examples
    assert example.refusal == "rates.no_rate"
    assert example.exit - example.entry > timedelta(hours=24)


def test_a_cheaper_rate_for_longer_stays_falls_at_its_limit():
    body = STANDARD.replace(
        'name = "Standard"', 'name = "Hours"\napplies = { up_to = "8 h" }'
    ) + TABLE.replace("7.50", "9.00")
    shorter, longer = one(body, "price_falls_to_rate").examples
    assert (shorter.total_minor, longer.total_minor) == (1600, 900)
    assert shorter.exit - shorter.entry == timedelta(hours=8)


def test_where_seconds_are_dropped_the_two_stays_are_a_minute_apart():
    shorter, longer = one('seconds = "drop"\n' + TABLE, "price_falls").examples
    assert longer.exit - shorter.exit == timedelta(minutes=1)
    assert (shorter.total_minor, longer.total_minor) == (900, 750)


@settings(max_examples=25, deadline=None)
@given(
    prices=st.lists(st.integers(0, 900), min_size=1, max_size=4),
    cap=st.integers(1_000, 3_000) | st.none(),
    free=st.sampled_from(["", '[[free]]\nup_to = "10 min"', '[[free]]\nfirst = "30 min"']),
    edge=st.sampled_from(
        ["", 'restart = "day"', 'restart = "24 h"', 'from = "08:00"\nto = "20:00"\nrestart = "window"']
    ),
)
def test_plans_of_ladders_and_maximums_never_fall_and_never_are_said_to(prices, cap, free, edge):
    steps = ", ".join(
        f'{{ for = "{30 * (at + 1)} min", price = {price / 100} }}' for at, price in enumerate(prices)
    )
    body = f'[[rates]]\nname = "Standard"\n[[rates.charges]]\nname = "Parking"\n{edge}\n'
    body += f"steps = [{steps}]\n{free}\n"
    if cap is not None:
        body += f'[[caps]]\nname = "Most"\nat_most = {cap / 100}\nper = "day"\n'
    assert [remark.code for remark in remarks(body) if "falls" in remark.code] == []


@settings(max_examples=25, deadline=None)
@given(totals=st.lists(st.integers(1, 50), min_size=2, max_size=6))
def test_a_table_is_said_to_fall_if_and_only_if_it_does(totals):
    bands = [f'{{ up_to = "{at + 1} h", total = {total} }}' for at, total in enumerate(totals[:-1])]
    steps = ", ".join([*bands, f"{{ total = {totals[-1]} }}"])
    body = f'[[rates]]\nname = "Standard"\n[[rates.charges]]\nname = "Parking"\nsteps = [{steps}]\n'
    found = said(body, "price_falls")
    assert bool(found) == (totals != sorted(totals))
    for remark in found:
        shorter, longer = remark.examples
        assert shorter.total_minor > longer.total_minor
        assert timedelta(0) < longer.exit - shorter.exit <= timedelta(minutes=1)


def test_the_sample_with_an_early_bird_is_checked_by_a_bounded_number_of_quotes(monkeypatch):
    asked = []
    quote = Pricing.quote
    monkeypatch.setattr(Pricing, "quote", lambda self, span: (asked.append(1), quote(self, span))[1])
    check(sample("early-bird-weekend-cheapest-of-all"))
    assert 100 < len(asked) < 8_000
