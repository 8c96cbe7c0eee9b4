"""A plan with a bit of everything, for tests of the rates screen."""

from decimal import Decimal

from core.domain.rates.plan import (
    Adjustment,
    Applies,
    Cap,
    Charge,
    Extra,
    Free,
    Per,
    Period,
    Plan,
    Rate,
    Step,
)
from core.domain.rates.windows import Window

HOUR = 3600
DAY = Charge(
    "Day",
    (Step(Decimal(40), HOUR), Step(Decimal(20), each_s=1800)),
    (Window(start_s=8 * HOUR, end_s=20 * HOUR),),
)
NIGHT = Charge("Night", (Step(Decimal(10), each_s=HOUR),))
PLAN = Plan(
    name="Riverside",
    currency="TWD",
    timezone="Asia/Taipei",
    rates=(
        Rate(
            "Members",
            (Charge("Member", (Step(Decimal(10), each_s=HOUR),)),),
            Applies(loyalty=frozenset({"any"})),
        ),
        Rate("Standard", (DAY, NIGHT)),
    ),
    free=(Free(up_to_s=900),),
    caps=(
        Cap(Decimal(240), per=Period(Per.ROLLING, 24 * HOUR), name="Day maximum"),
        Cap(Decimal(50), per=Period(Per.WINDOW), of=frozenset({"Night"}), name="Night maximum"),
    ),
    extras=(Extra("Entry fee", Decimal(5), rates=frozenset({"Standard"})),),
    adjustments=(Adjustment("Coaches", Decimal(2), Applies(classes=frozenset({"coach"}))),),
    classes=frozenset({"car", "coach"}),
)
