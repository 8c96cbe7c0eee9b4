"""Drivers of a simulated day pay with what they have at hand, and the truth tells it apart."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from devices.simulator.scenario import LEAST_CARS, Behaviour, Means, plan_day
from devices.simulator.truth import TruthBook

START = datetime(2026, 5, 13, tzinfo=UTC)
PAYING = {Behaviour.PAYS, Behaviour.UNPAID, Behaviour.OVERSTAYS}


def test_the_shortest_day_has_drivers_of_every_kind_who_pay() -> None:
    for seed in range(20):
        day = plan_day(LEAST_CARS, seed, START)
        found = Counter(one.pays_by for one in day.vehicles if one.behaviour in PAYING)
        assert set(found) == set(Means), seed


def test_what_was_no_cash_is_not_counted_as_cash() -> None:
    day = plan_day(LEAST_CARS, 1, START)
    book = TruthBook(day.vehicles)
    for one, means, minor in zip(day.vehicles, Means, (100, 20, 3), strict=False):
        book[one.vehicle_id].pay(minor, means, START)
    told = book.told({})
    assert (told["cash_minor"], told["card_minor"], told["platform_minor"]) == (100, 20, 3)
