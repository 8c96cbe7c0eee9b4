from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.rates.asked import MEMBER, Asked, asked_by
from core.domain.rates.description import USUAL, Description, changes_between, with_changes
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.plan import Adjustment, Applies, Extra
from core.domain.rates.simple import simple_plan

PLAIN = simple_plan(
    "day", 1, "EUR", free_minutes=0, first_minutes=0, first_minor=0, step_minutes=30, step_minor=100,
    cap_minor=None,
)  # fmt: skip
COACH = Description(vehicle_class="coach", loyalty="gold", tags=frozenset({"ev", "big"}), lost_ticket=True)


def test_a_plan_for_cars_asks_nothing() -> None:
    assert asked_by(PLAIN) == Asked()


def test_a_plan_asks_about_what_any_of_its_parts_names() -> None:
    plan = replace(
        PLAIN,
        classes=frozenset({"motorcycle", "car"}),
        adjustments=(
            Adjustment("Coaches", Decimal(2), Applies(classes=frozenset({"coach"}))),
            Adjustment("Members", Decimal("0.9"), Applies(loyalty=frozenset({"any"}))),
            Adjustment("Gold", Decimal("0.8"), Applies(loyalty=frozenset({"gold"}), tags=frozenset({"ev"}))),
        ),
        extras=(Extra("Lost ticket", Decimal(2000), Applies(lost_ticket=True)),),
    )
    assert asked_by(plan) == Asked(("car", "coach", "motorcycle"), ("gold", MEMBER), ("ev",), True)


def test_a_price_for_tickets_that_are_not_lost_prices_no_lost_one() -> None:
    plan = replace(PLAIN, extras=(Extra("With ticket", Decimal(100), Applies(lost_ticket=False)),))
    assert not asked_by(plan).prices_lost_ticket


def test_a_description_says_what_changed_and_nothing_else() -> None:
    assert changes_between(USUAL, USUAL) == ({}, {})
    assert changes_between(USUAL, replace(USUAL, vehicle_class="coach")) == (
        {"vehicle_class": "car"},
        {"vehicle_class": "coach"},
    )
    before, after = changes_between(USUAL, COACH)
    assert after == {
        "vehicle_class": "coach", "loyalty": "gold", "tags": ["big", "ev"], "lost_ticket": True,
    }  # fmt: skip
    assert Description.of(with_changes(NO_FACTS, after)) == COACH
    assert with_changes(with_changes(NO_FACTS, after), before) == NO_FACTS


def test_what_is_known_of_a_stay_otherwise_stays_as_it_was() -> None:
    facts = Facts(prepaid_minor=500, holidays=frozenset({date(2026, 1, 1)}))
    assert COACH.said_of(facts).prepaid_minor == 500
    assert with_changes(facts, {"vehicle_class": "coach"}) == replace(facts, vehicle_class="coach")
