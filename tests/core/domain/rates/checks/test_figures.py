from core.domain.rates.checking import Severity, check, stops
from core.domain.rates.plan import Charge, Plan, Rate, Step
from tests.core.domain.rates.checks.checked import NOW, one, said

HOURLY = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ each = "1 h", price = 3.00 }]
"""


def test_a_maximum_below_a_single_unit_stops_the_plan_and_a_stay_shows_it():
    remark = one(HOURLY + '[[caps]]\nname = "Most"\nat_most = 2.00\nper = "day"', "cap_below_unit")
    assert remark.severity is Severity.STOPS
    assert remark.place == ("caps", 0)
    assert (remark.facts["cap_minor"], remark.facts["unit_minor"]) == (200, 300)
    (example,) = remark.examples
    assert example.quote is not None
    assert example.total_minor == 200
    assert any(line.rule == "cap" and line.amount_minor == -100 for line in example.quote.lines)


def test_a_maximum_of_some_days_may_be_below_a_unit_as_a_special():
    remark = one(
        HOURLY + '[[caps]]\nname = "Sundays"\nat_most = 2.00\nper = "day"\ndays = "sun"', "cap_below_unit"
    )
    assert remark.severity is Severity.WARNS


def test_a_maximum_of_one_charge_is_not_compared_with_the_units_of_another():
    body = (
        HOURLY.replace('name = "Parking"', 'name = "Night"\nfrom = "22:00"\nto = "06:00"').replace(
            "3.00", "0.50"
        )
        + '[[rates.charges]]\nname = "Day"\nsteps = [{ each = "1 h", price = 3.00 }]\n'
        + '[[caps]]\nname = "A night"\nat_most = 2.00\nper = "window"\nof = ["Night"]'
    )
    assert said(body, "cap_below_unit") == []


def test_the_unit_of_a_price_in_proportion_is_what_it_counts_by():
    body = HOURLY.replace('each = "1 h", price = 3.00', 'each = "1 min", price = 3.00, per = "30 min"')
    assert said(body + '[[caps]]\nname = "Most"\nat_most = 2.00', "cap_below_unit") == []


def test_a_minimum_above_a_maximum_stops_the_plan():
    remark = one(HOURLY + '[[caps]]\nname = "Both"\nat_least = 5.00\nat_most = 4.00', "minimum_above_cap")
    assert remark.severity is Severity.STOPS
    assert (remark.facts["least_minor"], remark.facts["most_minor"]) == (500, 400)
    assert remark.examples[0].total_minor is not None


def test_a_minimum_of_the_stay_may_be_above_a_maximum_of_the_night():
    body = (
        HOURLY
        + '[[caps]]\nname = "Least"\nat_least = 5.00\n[[caps]]\nname = "Most"\nat_most = 4.00\nper = "24 h"'
    )
    assert said(body, "minimum_above_cap") == []


def test_steps_of_no_length_stop_a_plan_before_anything_is_priced():
    charge = Charge("Parking", (Step(100, length_s=0), Step(100, each_s=60)))
    found = check(Plan("A sign", "EUR", "Europe/Berlin", (Rate("Standard", (charge,)),)), now=NOW)
    assert [remark.code for remark in found] == ["rates.check.step_without_length"]
    assert found[0].place == ("rates", 0, "charges", 0, "steps", 0)
    assert stops(found)
