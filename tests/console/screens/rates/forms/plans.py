"""Plans to put into the forms: those that ship, and one that uses every choice there is."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import resources

from core.domain.rates.document import plan_from_document
from core.domain.rates.plan import (
    Adjustment,
    Adjusts,
    Applies,
    Cap,
    Charge,
    Choose,
    Covers,
    Extra,
    Free,
    Per,
    Period,
    Plan,
    Rate,
    Rounding,
    Step,
    TimeCredit,
    Visits,
)
from core.domain.rates.windows import DateRange, DayKind, Window

HOUR = 3600
EVENING = Window(
    frozenset({DayKind.FRI, DayKind.HOLIDAY, DayKind.EVE}),
    18 * HOUR,
    6 * HOUR,
    (
        DateRange(date(2026, 12, 24), date(2027, 1, 6)),
        DateRange(date(2000, 11, 1), date(2000, 2, 29), yearly=True),
    ),
)
WEEKEND = Window(start_s=18 * HOUR + 30, end_s=6 * HOUR, weekly=(4, 0))
EVERYTHING = Applies(
    classes=frozenset({"coach"}),
    loyalty=frozenset({"gold", "staff"}),
    tags=frozenset({"ev", "roof"}),
    lost_ticket=False,
    entry=Window(frozenset({DayKind.SAT}), 6 * HOUR, 9 * HOUR, through=True),
    exit=Window(end_s=24 * HOUR, days=frozenset({DayKind.SUN})),
    exit_days=(0, 2),
    inside=WEEKEND,
    over_s=HOUR,
    up_to_s=90 * HOUR,
)
STEPS = (
    Step(Decimal(500), HOUR),
    Step(Decimal(200), 2 * HOUR, 1800),
    Step(Decimal("60.5"), HOUR, 60, 1800),
    Step(Decimal(2000), 20 * HOUR, is_total=True),
    Step(Decimal("3.5"), None, 61),
)
CHARGES = (
    Charge(
        "Evening",
        STEPS,
        (EVENING, WEEKEND),
        Period(Per.ROLLING, 12 * HOUR),
        counts_elapsed=True,
        unfinished_free=True,
        repeat_last=2,
    ),
    Charge("Night", (), (Window(start_s=22 * HOUR, end_s=24 * HOUR),)),
    Charge("Day", (Step(Decimal(300)),), restart=Period(Per.DAY)),
    Charge("Week", (Step(Decimal(0), 24 * HOUR),), restart=Period(Per.WINDOW)),
    Charge("Clock", (Step(Decimal(5)),), restart=Period(Per.HOUR)),
    Charge("Bands", (Step(Decimal(1), 60, is_total=True), Step(Decimal(2), is_total=True))),
)
EVERY_CHOICE = Plan(
    name="Every choice",
    currency="EUR",
    timezone="Europe/Berlin",
    rates=(
        Rate("Standard", CHARGES),
        Rate("Special", CHARGES[:1], EVERYTHING, exclusive=True, covers=Covers(5 * HOUR), units_run_on=True),
        Rate("Until", CHARGES[2:3], Applies(loyalty=frozenset({"any"})), covers=Covers(until_s=24 * HOUR)),
        Rate("Lost", CHARGES[2:3], Applies(lost_ticket=True, exit_days=(1, 1))),
    ),
    choose=Choose.DEAREST,
    classes=frozenset({"car", "coach"}),
    free=(
        Free(up_to_s=600),
        Free(first_s=1800, of_charged=True, once=Period(Per.ROLLING, 8 * HOUR)),
        Free(600, 60, once=Period(Per.MONTH), applies=EVERYTHING, rates=frozenset({"Standard"})),
    ),
    caps=(
        Cap(Decimal(2000), per=Period(Per.DAY)),
        Cap(
            Decimal("99.5"),
            Decimal("2.5"),
            Period(Per.ROLLING, 7 * 24 * HOUR),
            frozenset({"Day", "Night"}),
            frozenset({"Lost"}),
            (2, 3),
            frozenset({"sat", "eve"}),
            EVERYTHING,
            "Weekend maximum",
        ),
        Cap(least_minor=Decimal(100), which=(1, 1)),
        Cap(Decimal(1), which=(3, None)),
    ),
    extras=(
        Extra("Reservation", Decimal(200)),
        Extra("Energy", Decimal("45.5"), quantity="kwh", each=Decimal("0.5")),
        Extra("Wash", Decimal(1), EVERYTHING, Period(Per.WEEK), rates=frozenset({"Until"})),
    ),
    adjustments=(
        Adjustment("Coaches", Decimal(2), Applies(classes=frozenset({"coach"}))),
        Adjustment("Members", Decimal("0.925"), of=Adjusts.PRICES, rates=frozenset({"Standard", "Lost"})),
        Adjustment("Fair", Decimal("1.5"), EVERYTHING),
        Adjustment("Third", Decimal("0.333333333333"), of=Adjusts.REST),
    ),
    holidays=frozenset({date(2026, 1, 1), date(2026, 12, 25)}),
    holiday_calendar="DE-BY",
    drops_seconds=True,
    exact_counts_next=True,
    day_begins_s=5 * HOUR + 1,
    round_to_minor=5,
    rounding=Rounding.UP,
    tax_points=Decimal("770.25"),
    tax_on_top=True,
    visits=Visits.CONTINUE,
    time_credit=TimeCredit.FIRST_MINUTES,
    credit_order=("amount", "percent", "time"),
    best_credit_only=True,
    booking_overstay_alone=True,
    cars_inside_change=True,
)
YEN = Plan(
    "Yen",
    "JPY",
    "Asia/Tokyo",
    (Rate("Standard", (Charge("Hours", (Step(Decimal("0.25")),)),)),),
)
TOGETHER = replace(YEN, visits=Visits.CAPS)


def sample_plans() -> list[Plan]:
    """The plans that ship."""
    files = sorted((resources.files("resources") / "plans").iterdir(), key=lambda file: file.name)
    return [
        plan_from_document(tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal))
        for file in files
        if file.name.endswith(".toml")
    ]
