from zoneinfo import ZoneInfo

from core.domain.rates.checking import Severity
from tests.core.domain.rates.checks.checked import one, said

ZONE = ZoneInfo("Europe/Berlin")
DAY = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
days = "mon-sat"
steps = [{ each = "1 h", price = 2.00 }]
"""
FREE = '[[rates.charges]]\nname = "Otherwise"\nfree = true\n'


def test_times_that_no_charge_takes_are_named_with_their_days():
    gaps = {(gap.facts["days"], gap.facts["start"], gap.facts["end"]) for gap in said(DAY, "gap")}
    assert gaps == {("mon-fri", "20:00", "08:00"), ("sat", "20:00", "mon 08:00")}


def test_a_stay_in_a_gap_costs_nothing():
    for gap in said(DAY, "gap"):
        assert (gap.severity, gap.place) == (Severity.WARNS, ("rates", 0))
        (example,) = gap.examples
        assert example.total_minor == 0
        assert example.entry.astimezone(ZONE).strftime("%H:%M") == gap.facts["start"]


def test_a_free_charge_says_so_and_leaves_no_gap():
    assert said(DAY + FREE, "gap") == []


def test_a_rate_for_stays_inside_a_window_has_no_gap_outside_it():
    inside = DAY.replace(
        'name = "Standard"',
        'name = "Standard"\napplies = { inside = { from = "09:00", to = "17:00", days = "mon-fri" } }',
    )
    assert said(inside + FREE.replace("free", "free"), "gap") == []
    assert said(inside, "gap") == []


def test_an_early_bird_is_asked_about_as_far_as_it_reaches():
    body = """
[[rates]]
name = "Early bird"
applies = { entry = { from = "06:00", to = "09:00" } }
covers = { for = "3 h" }
[[rates.charges]]
name = "Early"
from = "06:00"
to = "11:00"
steps = [{ price = 9.00 }]
"""
    gaps = said(body, "gap")
    assert [(gap.facts["start"], gap.facts["end"]) for gap in gaps] == [("11:00", "12:00")]


def test_a_plan_that_forgot_holidays_is_told_of_the_gap():
    body = "holidays = [2027-01-01]\n" + DAY.replace('"mon-sat"', '"mon-fri"').replace(
        'from = "08:00"\nto = "20:00"\n', ""
    )
    body += '[[rates.charges]]\nname = "Eve"\ndays = "sat,sun,eve"\nsteps = [{ price = 1.00 }]\n'
    gap = one(body, "gap_on_holidays")
    assert (gap.facts["start"], gap.facts["end"]) == ("00:00", "24:00")
    assert gap.examples[0].total_minor == 0
    assert gap.examples[0].facts.holidays


def test_a_season_that_ends_too_early_leaves_a_gap_with_its_date():
    body = DAY.replace('from = "08:00"\nto = "20:00"\ndays = "mon-sat"', 'dates = "11-01..03-30"')
    body += '[[rates.charges]]\nname = "Summer"\ndates = "04-01..10-31"\n'
    body += 'steps = [{ each = "1 h", price = 3.00 }]\n'
    gaps = said(body, "gap_from_a_date")
    assert {gap.facts["date"] for gap in gaps} == {"2027-03-31"}
    assert {gap.examples[0].total_minor for gap in gaps} == {0}


def test_windows_that_cross_are_named_where_the_later_loses_time():
    body = DAY.replace('to = "20:00"', 'to = "19:00"')
    body += (
        '[[rates.charges]]\nname = "Evening"\nfrom = "18:00"\nto = "23:00"\nsteps = [{ price = 5.00 }]\n'
        + FREE
    )
    remark = one(body, "overlap")
    assert remark.place == ("rates", 0, "charges", 1)
    assert (remark.facts["before"], remark.facts["start"], remark.facts["end"]) == ("Day", "18:00", "19:00")
    assert remark.examples[0].total_minor == 200  # the first takes it


def test_an_exception_before_the_rule_is_no_overlap():
    body = DAY.replace('from = "08:00"\nto = "20:00"\ndays = "mon-sat"', 'from = "12:00"\nto = "13:00"')
    body += (
        '[[rates.charges]]\nname = "All day"\nfrom = "08:00"\nto = "20:00"\nsteps = [{ price = 5.00 }]\n'
        + FREE
    )
    assert said(body, "overlap") == []
