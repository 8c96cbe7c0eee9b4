from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.rates.checking import Severity
from core.domain.rates.plan import Adjustment, Cap, Extra, Free
from tests.core.domain.rates.checks.checked import of_plan, one, plan, said

STANDARD = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ each = "1 h", price = 3.00 }]
"""


# A document with such names is not read at all; an editor may hold a plan in which a rate was renamed.
ELSEWHERE = frozenset({"Standart"})


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("free", Free(up_to_s=600, rates=ELSEWHERE)),
        ("caps", Cap(most_minor=Decimal(100), rates=ELSEWHERE, name="Most")),
        ("extras", Extra("Entry", Decimal(100), rates=ELSEWHERE)),
        ("adjustments", Adjustment("Large", Decimal(2), rates=ELSEWHERE)),
    ],
)
def test_a_part_for_a_rate_that_is_not_there_stops_the_plan(key, part):
    remark = of_plan(replace(plan(STANDARD), **{key: (part,)}), "unknown_rate")
    assert (remark.severity, remark.place) == (Severity.STOPS, (key, 0, "rates"))
    assert remark.facts == {"name": "Standart", "near": "Standard"}
    (example,) = remark.examples
    assert example.total_minor == 300  # as if the part were not there


def test_a_maximum_of_a_charge_that_is_not_there_stops_the_plan():
    cap = Cap(most_minor=Decimal(100), of=frozenset({"Parkin"}), name="Most")
    remark = of_plan(replace(plan(STANDARD), caps=(cap,)), "unknown_charge")
    assert (remark.place, remark.facts["near"]) == (("caps", 0, "of"), "Parking")
    assert remark.examples[0].total_minor == 300


def test_a_class_that_no_rate_prices_stops_the_plan():
    body = STANDARD.replace('name = "Standard"', 'name = "Standard"\napplies = { classes = ["car"] }')
    remark = one('classes = ["car", "coach"]\n' + body, "class_not_priced")
    assert (remark.severity, remark.place, remark.facts["class"]) == (Severity.STOPS, ("classes",), "coach")
    assert (remark.examples[0].total_minor, remark.examples[0].refusal) == (None, "rates.no_rate")


def test_two_rates_of_one_name_are_remarked():
    known = plan(STANDARD)
    assert of_plan(replace(known, rates=known.rates * 2), "same_name").place == ("rates", 1)


def test_a_plan_without_a_rate_for_lost_tickets_gets_a_hint():
    assert one(STANDARD, "no_lost_ticket").severity is Severity.HINTS
    lost = '[[rates]]\nname = "Lost"\napplies = { lost_ticket = true }\n'
    lost += '[[rates.charges]]\nname = "Lost ticket"\nsteps = [{ price = 25.00 }]\n'
    assert said(lost + STANDARD, "no_lost_ticket") == []
