"""Signs of many countries, reckoned by hand: who comes, how often, and what a shop gives."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.domain.rates.facts import Facts
from tests.core.domain.rates.plan_files import given
from tests.core.domain.rates.signs import (
    BERLIN,
    FRI,
    MEMBER,
    THU,
    WED,
    Costs,
    Tariffs,
    costs_what_the_sign_says,
    head,
    stays_of,
)

TARIFFS: Tariffs = {}

TARIFFS["Bangkok, a shop's stamp makes the first three hours free; the cinema has its own price"] = (
    head("THB", "Asia/Bangkok", "[validations]", 'time_credit = "first_minutes"')
    + """
    [[rates]]
    name = "Shopping"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 30 }]
    [[rates]]
    name = "Cinema"
    [[rates.charges]]
    steps = [{ price = 20 }]
    """,
    [
        Costs(f"{WED} 12:00", f"{WED} 16:30", 15000),
        Costs(f"{WED} 12:00", f"{WED} 16:30", 6000, Facts(validations=(given("time", 180),))),
        Costs(f"{WED} 12:00", f"{WED} 15:00", 0, Facts(validations=(given("time", 180),))),
        Costs(f"{WED} 12:00", f"{WED} 15:00:01", 3000, Facts(validations=(given("time", 180),))),
        Costs(f"{WED} 12:00", f"{WED} 16:30", 2000, Facts(validations=(given("rate", "Cinema"),))),
    ],
)

TARIFFS["Airport, drop-off free for ten minutes once in 8 hours, then a table, then days"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Short stay"
    steps = [
      { up_to = "30 min", total = 5 },
      { up_to = "1 h", total = 8 },
      { up_to = "4 h", total = 20 },
      { up_to = "24 h", total = 40 },
      { each = "24 h", price = 40 },
    ]
    [[free]]
    up_to = "10 min"
    once = "8 h"
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:10", 0),
        Costs(f"{WED} 10:00", f"{WED} 10:10", 500, Facts(free_used=True)),
        Costs(f"{WED} 10:00", f"{WED} 10:11", 500),
        Costs(f"{WED} 10:00", f"{WED} 10:31", 800),
        Costs(f"{WED} 10:00", f"{WED} 14:01", 4000),
        Costs(f"{WED} 10:00", f"{THU} 10:00", 4000),
        Costs(f"{WED} 10:00", f"{THU} 11:00", 8000),
        Costs(f"{WED} 10:00", f"{FRI} 10:01", 12000),
    ],
)

TARIFFS["Ten free hours a month, added up over the visits"] = (
    head("EUR", "Europe/Berlin", 'visits = "sum"')
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    [[free]]
    first = "10 h"
    of = "charged"
    applies = { tags = ["resident"] }
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 14:00", 0, Facts(tags=frozenset({"resident"}))),
        Costs(
            f"{WED} 10:00",
            f"{WED} 14:00",
            400,
            Facts(tags=frozenset({"resident"}), prior_minutes=8 * 60),
        ),
        Costs(f"{WED} 10:00", f"{WED} 14:00", 800),
    ],
)

TARIFFS["Charging: energy by a hundredth of a kilowatt-hour, idle minutes, a connection"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Parking"
    free = true
    [[extras]]
    name = "Connection"
    price = 1.00
    applies = { tags = ["ev"] }
    [[extras]]
    name = "Energy"
    quantity = "kwh"
    each = 0.01
    price = 0.0045
    [[extras]]
    name = "Idle"
    quantity = "idle_minutes"
    price = 0.10
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 12:00", 0),
        Costs(
            f"{WED} 10:00",
            f"{WED} 12:00",
            100 + 563 + 200,
            Facts(
                tags=frozenset({"ev"}),
                quantities=(("kwh", Decimal("12.5")), ("idle_minutes", Decimal(20))),
            ),
        ),
    ],
)

TARIFFS["Members have a flat price, gold ones none, others pay by the hour"] = (
    BERLIN
    + """
    [[rates]]
    name = "Gold"
    applies = { loyalty = "gold" }
    [[rates.charges]]
    free = true
    [[rates]]
    name = "Members"
    applies = { loyalty = true }
    [[rates.charges]]
    steps = [{ price = 3 }]
    [[rates]]
    name = "Standard"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 15:00", 1000),
        Costs(f"{WED} 10:00", f"{WED} 15:00", 300, MEMBER),
        Costs(f"{WED} 10:00", f"{WED} 15:00", 0, Facts(loyalty="gold")),
    ],
)

DISCOUNT = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    [[caps]]
    at_most = 20
    [[adjustments]]
    name = "Club"
    percent = -10
    applies = { loyalty = true }
    """
)

TARIFFS["Ten per cent off the bill, its maximum included"] = (
    DISCOUNT + 'of = "total"',
    [
        Costs(f"{WED} 08:00", f"{WED} 20:00", 1800, MEMBER),
        Costs(f"{WED} 08:00", f"{WED} 09:30", 360, MEMBER),
        Costs(f"{WED} 08:00", f"{WED} 20:00", 2000),
    ],
)

TARIFFS["Ten per cent off the prices, the maximum stays"] = (
    DISCOUNT + 'of = "prices"',
    [
        Costs(f"{WED} 08:00", f"{WED} 20:00", 2000, MEMBER),
        Costs(f"{WED} 08:00", f"{WED} 19:00", 1980, MEMBER),
        Costs(f"{WED} 08:00", f"{WED} 09:30", 360, MEMBER),
    ],
)

TARIFFS["A surcharge for entering at noon"] = (
    head("SGD", "Asia/Singapore")
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "30 min", price = 1.20 }]
    [[extras]]
    name = "Lunch"
    price = 1.00
    applies = { entry = { from = "11:00", to = "15:00" } }
    """,
    [
        Costs(f"{WED} 10:59", f"{WED} 12:00", 360),
        Costs(f"{WED} 11:00", f"{WED} 12:00", 340),
        Costs(f"{WED} 14:59:59", f"{WED} 15:10", 220),
        Costs(f"{WED} 15:00", f"{WED} 15:10", 120),
    ],
)

TARIFFS["Who comes again the same day goes on where the last visit ended"] = (
    head("EUR", "Europe/Berlin", 'visits = "continue"')
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ for = "1 h", price = 3 }, { each = "1 h", price = 1 }]
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 11:00", 300),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 100, Facts(prior_minutes=60)),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 100, Facts(prior_minutes=30)),
        Costs(f"{WED} 10:00", f"{WED} 10:30", 0, Facts(prior_minutes=30)),
    ],
)

BOOKING = Facts(prepaid_minor=1200, booked_until=datetime(2026, 5, 13, 10, 0, tzinfo=UTC))
BOOKED = """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 3 }]
    """

TARIFFS["An overstayed booking pays the whole price less what was paid"] = (
    head("EUR", "Europe/Berlin", 'booking_overstay = "whole_stay"') + BOOKED,
    [
        Costs(f"{WED} 08:00", f"{WED} 14:00", 1800 - 1200, BOOKING),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 0, BOOKING),
        Costs(f"{WED} 08:00", f"{WED} 09:00", 0, BOOKING),
    ],
)

TARIFFS["An overstayed booking pays from its end"] = (
    head("EUR", "Europe/Berlin", 'booking_overstay = "alone"') + BOOKED,
    [
        Costs(f"{WED} 08:00", f"{WED} 14:00", 600, BOOKING),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 0, BOOKING),
        Costs(f"{WED} 08:00", f"{WED} 12:00:01", 300, BOOKING),
    ],
)

TARIFFS["A pass covers working hours, around them the usual price"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs(
            f"{WED} 07:00",
            f"{WED} 19:00",
            400,
            Facts(
                covered=((datetime(2026, 5, 13, 6, tzinfo=UTC), datetime(2026, 5, 13, 16, tzinfo=UTC)),),
            ),
        ),
    ],
)

TARIFFS["Coaches twice, motorcycles half, rounded at the end"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 0.75 }]
    [[adjustments]]
    name = "Coaches"
    multiply = 2
    applies = { classes = ["coach"] }
    [[adjustments]]
    name = "Motorcycles"
    multiply = 0.5
    applies = { classes = ["motorcycle"] }
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 13:00", 225),
        Costs(f"{WED} 10:00", f"{WED} 13:00", 450, Facts(vehicle_class="coach")),
        Costs(f"{WED} 10:00", f"{WED} 13:00", 113, Facts(vehicle_class="motorcycle")),
    ],
)

STACKED = Facts(validations=(given("percent", 50, identity="a"), given("amount", 300, identity="b")))
SHOPS = """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 4 }]
    """

TARIFFS["Shops: first the half, then an amount"] = (
    head("EUR", "Europe/Berlin", "[validations]", 'order = ["time", "percent", "amount"]') + SHOPS,
    [
        Costs(f"{WED} 10:00", f"{WED} 12:00", 100, STACKED),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 0, STACKED),
    ],
)

TARIFFS["Shops: first an amount, then the half"] = (
    head("EUR", "Europe/Berlin", "[validations]", 'order = ["time", "amount", "percent"]') + SHOPS,
    [Costs(f"{WED} 10:00", f"{WED} 12:00", 250, STACKED)],
)

TARIFFS["Shops: only the best discount counts"] = (
    head("EUR", "Europe/Berlin", "[validations]", 'stack = "best"') + SHOPS,
    [
        Costs(f"{WED} 10:00", f"{WED} 12:00", 400, STACKED),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 100, STACKED),
    ],
)

TARIFFS["Disabled drivers have two hours off what is charged, every day of the stay or not"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    from = "09:00"
    to = "18:00"
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    [[rates.charges]]
    name = "Night"
    free = true
    [[free]]
    first = "2 h"
    of = "charged"
    applies = { classes = ["disabled"] }
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 12:00", 200, Facts(vehicle_class="disabled")),
        Costs(f"{WED} 17:00", f"{THU} 11:00", 200, Facts(vehicle_class="disabled")),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 600),
    ],
)


@pytest.mark.parametrize(("document", "stay"), stays_of(TARIFFS))
def test_the_stay_costs_what_the_sign_says(document: str, stay: Costs) -> None:
    costs_what_the_sign_says(document, stay)
