from datetime import timedelta

from core.domain.rates.checking import Severity, check
from core.domain.rates.plan import Charge, Plan, Rate, Step
from core.domain.rates.windows import DateRange, Window
from tests.core.domain.rates.checks.checked import BERLIN, NOW, one, remarks, said
from tests.core.domain.rates.plan_files import plan_from_toml

NIGHT = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Night"
from = "22:00"
to = "06:00"
steps = [{ price = 4.00 }]
[[rates.charges]]
name = "Day"
steps = [{ each = "1 h", price = 2.00 }]
"""


def test_a_window_over_midnight_is_named_with_what_it_means():
    remark = one(NIGHT, "over_midnight")
    assert (remark.severity, remark.place) == (Severity.HINTS, ("rates", 0, "charges", 0))
    assert remark.facts["hours"] == "8"
    (example,) = remark.examples
    assert (example.total_minor, example.exit - example.entry) == (400, timedelta(hours=2))


def test_a_window_until_midnight_is_not_worth_a_word():
    assert said(NIGHT.replace('to = "06:00"', 'to = "00:00"'), "over_midnight") == []


def test_a_window_that_ends_when_it_begins_lasts_a_day():
    remark = one(NIGHT.replace('to = "06:00"', 'to = "22:00"'), "same_start_and_end")
    assert (remark.severity, remark.facts["hours"]) == (Severity.WARNS, "24")


def test_dates_that_end_before_they_begin_stop_the_plan():
    window = Window(dates=(DateRange(NOW.date(), NOW.date() - timedelta(days=1)),))
    charges = (Charge("Fair", (Step(100),), (window,)), Charge("Parking", (Step(200),)))
    found = check(Plan("A sign", "EUR", "Europe/Berlin", (Rate("Standard", charges),)), now=NOW)
    assert [r.code for r in found if r.severity is Severity.STOPS] == ["rates.check.dates_backwards"]


def test_a_plan_that_says_holiday_without_any_is_told():
    body = NIGHT.replace('to = "06:00"', 'to = "06:00"\ndays = "fri,holiday"')
    assert one(body, "no_holidays").place == ("holidays",)
    assert said('holiday_calendar = "DE"\n' + body, "no_holidays") == []


def test_holidays_that_run_out_soon_are_named_with_the_last():
    body = NIGHT.replace('to = "06:00"', 'to = "06:00"\ndays = "fri,holiday"')
    assert one("holidays = [2026-06-04]\n" + body, "holidays_end").facts == {"last": "2026-06-04"}
    assert said("holidays = [2026-12-25]\n" + body, "holidays_end") == []


def test_holidays_that_nothing_is_about_get_a_hint():
    assert one("holidays = [2026-12-25]\n" + NIGHT, "holidays_unused").severity is Severity.HINTS


def test_an_effective_instant_that_has_passed_is_remarked():
    past = "effective = 2026-05-01T00:00:00+02:00\n" + NIGHT
    assert one(past, "effective_past").place == ("effective",)
    assert said("effective = 2026-06-01T00:00:00+02:00\n" + NIGHT, "effective_past") == []
    whenever = {remark.code for remark in remarks(past, now=None)}
    assert "rates.check.effective_past" not in whenever


def test_an_edge_in_the_hour_that_comes_twice_is_named_with_its_dates():
    remark = one(NIGHT.replace("06:00", "02:30"), "clock_change")
    assert remark.facts == {"clock": "02:30", "dates": "2026-10-25, 2027-03-28"}
    autumn, spring = remark.examples
    assert autumn.exit - autumn.entry == spring.exit - spring.entry == timedelta(hours=4)
    assert said(NIGHT, "clock_change") == []


def test_examples_lie_in_a_week_without_holidays_after_the_plan_begins():
    plan = plan_from_toml(
        BERLIN
        + "effective = 2026-12-20T00:00:00+01:00\nholidays = [2026-12-25]\n"
        + NIGHT.replace('to = "06:00"', 'to = "06:00"\ndays = "mon-sun,holiday"')
    )
    (remark,) = [r for r in check(plan, now=NOW) if r.code == "rates.check.over_midnight"]
    assert remark.examples[0].entry.date().isoformat() >= "2026-12-28"
