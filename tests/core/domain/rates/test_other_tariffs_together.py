"""Signs of many countries, reckoned by hand: parts that work together, and corners of the calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.domain.rates.facts import Facts
from tests.core.domain.rates.plan_files import given
from tests.core.domain.rates.signs import (
    BERLIN,
    FRI,
    MON,
    SAT,
    THU,
    WED,
    Costs,
    Tariffs,
    costs_what_the_sign_says,
    head,
    stays_of,
)

TARIFFS: Tariffs = {}
EACH_HOUR = """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """
EACH_HOUR_OF_A_DAY = """
    [[rates]]
    [[rates.charges]]
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    """


def visited(day: int, month: int = 5) -> Facts:
    """An earlier visit in the morning of that day: from seven to eleven, Berlin time."""
    return Facts(
        visits=((datetime(2026, month, day, 5, tzinfo=UTC), datetime(2026, month, day, 9, tzinfo=UTC)),)
    )


TARIFFS["The first half hour of a stay is free, also where it lies before the charged hours"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    from = "08:00"
    to = "20:00"
    steps = [{ each = "30 min", price = 2 }]
    [[free]]
    first = "30 min"
    """,
    [
        Costs(f"{WED} 07:45", f"{WED} 08:45", 200),
        Costs(f"{WED} 07:00", f"{WED} 08:30", 200),
        Costs(f"{WED} 07:00", f"{WED} 08:31", 400),
    ],
)

MOST_A_DAY = (
    EACH_HOUR
    + """
    [[caps]]
    at_most = 10
    per = "day"
    """
)
TARIFFS["The day's maximum holds over several visits"] = (
    head("EUR", "Europe/Berlin", 'visits = "continue"') + MOST_A_DAY,
    [Costs(f"{WED} 15:00", f"{WED} 18:00", 200, visited(13)), Costs(f"{WED} 15:00", f"{WED} 18:00", 600)],
)
TARIFFS["Visits are priced together"] = (
    head("EUR", "Europe/Berlin", 'visits = "sum"') + MOST_A_DAY,
    [Costs(f"{WED} 15:00", f"{WED} 18:00", 1000, visited(13)), Costs(f"{WED} 15:00", f"{WED} 18:00", 600)],
)
TARIFFS["Each visit for itself"] = (
    head("EUR", "Europe/Berlin", 'visits = "apart"') + MOST_A_DAY,
    [Costs(f"{WED} 15:00", f"{WED} 18:00", 600, visited(13))],
)

TARIFFS["Who stays longer than three hours pays a penalty"] = (
    BERLIN
    + EACH_HOUR
    + """
    [[extras]]
    name = "Penalty"
    price = 50
    applies = { over = "3 h" }
    """,
    [Costs(f"{WED} 08:00", f"{WED} 11:00", 600), Costs(f"{WED} 08:00", f"{WED} 11:01", 5800)],
)

TARIFFS["Weekends by the hour, each at most so much"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Weekend"
    from = "fri 18:00"
    to = "mon 06:00"
    restart = "window"
    steps = [{ each = "1 h", price = 1 }]
    [[rates.charges]]
    name = "Week"
    restart = "day"
    steps = [{ each = "1 h", price = 3 }]
    [[caps]]
    at_most = 15
    per = "window"
    of = ["Weekend"]
    """,
    [
        Costs(f"{FRI} 17:00", f"{MON} 07:00", 300 + 1500 + 300),
        Costs(f"{SAT} 10:00", f"{SAT} 14:00", 400),
        # A weekend, Monday 18 h, three whole days, Friday 18 h, the next weekend, an hour; an hour before.
        Costs(f"{FRI} 17:00", "2026-05-25 07:00", 300 + 1500 + 108 * 300 + 1500 + 300),
    ],
)

TARIFFS["A shop sends to another rate and gives half of it"] = (
    BERLIN
    + """
    [[rates]]
    name = "Standard"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    [[rates]]
    name = "Cinema"
    [[rates.charges]]
    steps = [{ price = 5 }]
    """,
    [
        Costs(
            f"{WED} 10:00",
            f"{WED} 14:00",
            250,
            Facts(validations=(given("rate", "Cinema"), given("percent", 50))),
        ),
        Costs(f"{WED} 10:00", f"{WED} 10:30", 500, Facts(validations=(given("rate", "Cinema"),))),
    ],
)

TARIFFS["Two time credits are worth their sum from the beginning, the maximum included"] = (
    BERLIN
    + EACH_HOUR
    + """
    [[caps]]
    at_most = 10
    """,
    [
        Costs(
            f"{WED} 08:00",
            f"{WED} 18:00",
            400,
            Facts(validations=(given("time", 60, identity="a"), given("time", 120, identity="b"))),
        )
    ],
)

TARIFFS["A free stay pays no entry fee either"] = (
    BERLIN
    + EACH_HOUR
    + """
    [[free]]
    up_to = "10 min"
    [[extras]]
    name = "Entry"
    price = 1
    """,
    [
        Costs(f"{WED} 12:00", f"{WED} 12:00", 0),
        Costs(f"{WED} 12:00", f"{WED} 12:10", 0),
        Costs(f"{WED} 12:00", f"{WED} 12:11", 300),
    ],
)

TARIFFS["A maximum from the second day on"] = (
    BERLIN
    + EACH_HOUR_OF_A_DAY
    + """
    [[caps]]
    at_most = 10
    per = "day"
    which = "2-"
    """,
    [Costs(f"{WED} 08:00", f"{FRI} 12:00", 3200 + 1000 + 1000)],
)

TARIFFS["A maximum on Saturdays and Sundays"] = (
    BERLIN
    + EACH_HOUR_OF_A_DAY
    + """
    [[caps]]
    at_most = 10
    per = "day"
    days = "sat,sun"
    """,
    [Costs(f"{FRI} 12:00", f"{MON} 12:00", 2400 + 1000 + 1000 + 2400)],
)

TARIFFS["The first 24 hours cost 20, each 24 hours after them 10 at most"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "24 h"
    steps = [{ each = "1 h", price = 2 }]
    [[caps]]
    at_most = 20
    per = "24 h"
    which = "1"
    [[caps]]
    at_most = 10
    per = "24 h"
    which = "2-"
    """,
    [Costs(f"{WED} 08:00", f"{SAT} 08:00", 4000), Costs(f"{WED} 08:00", f"{THU} 09:00", 2200)],
)

for _once, _day, _month, _minor in (
    ("day", 13, 5, 200),
    ("day", 12, 5, 0),
    ("week", 11, 5, 200),
    ("week", 10, 5, 0),
    ("month", 1, 5, 200),
    ("month", 30, 4, 0),
    ("8 h", 13, 5, 200),
    ("7 h", 13, 5, 0),
):
    TARIFFS[f"Free half an hour once in {_once}, after a visit on the {_day}th of month {_month}"] = (
        BERLIN + EACH_HOUR + f'[[free]]\nup_to = "30 min"\nonce = "{_once}"\n',
        [Costs(f"{WED} 14:00", f"{WED} 14:20", _minor, visited(_day, _month))],
    )

TARIFFS["A ticket for each calendar month"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "month"
    steps = [{ price = 100 }]
    """,
    [
        Costs("2026-04-20 10:00", "2026-05-10 10:00", 20000),
        Costs("2026-04-20 10:00", "2026-05-01 00:00", 10000),
        Costs("2026-12-31 23:00", "2027-01-01 01:00", 20000),
    ],
)

TARIFFS["Maxima of day, week and month, one in the other"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "day"
    steps = [{ each = "1 h", price = 3 }]
    [[caps]]
    at_most = 20
    per = "day"
    [[caps]]
    at_most = 50
    per = "week"
    [[caps]]
    at_most = 120
    per = "month"
    """,
    [
        Costs("2026-05-04 00:00", "2026-05-11 00:00", 5000),
        Costs("2026-05-04 00:00", "2026-05-12 06:00", 5000 + 2000 + 1800),
        Costs("2026-05-01 00:00", "2026-06-01 00:00", 12000),
    ],
)

TARIFFS["Coaches twice before the maximum, members a quarter off after it"] = (
    BERLIN
    + EACH_HOUR
    + """
    [[caps]]
    at_most = 10
    [[adjustments]]
    name = "Coaches"
    multiply = 2
    of = "prices"
    applies = { classes = ["coach"] }
    [[adjustments]]
    name = "Members"
    percent = -25
    applies = { loyalty = true }
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 10:00", 600, Facts(vehicle_class="coach", loyalty="any club")),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 750, Facts(vehicle_class="coach", loyalty="any club")),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 800),
    ],
)

TARIFFS["At least and at most so much in each 24 hours"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 0.05 }]
    [[caps]]
    at_least = 2
    at_most = 5
    per = "24 h"
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 08:10", 200),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 500),
        Costs(f"{WED} 08:00", f"{THU} 08:01", 700),
    ],
)

TARIFFS["Units that do not fit into their hour are cut at its end"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ for = "1 h", each = "25 min", price = 1 }, { each = "1 h", price = 5 }]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 08:50", 200),
        Costs(f"{WED} 08:00", f"{WED} 09:00", 300),
        Costs(f"{WED} 08:00", f"{WED} 09:01", 800),
    ],
)

TARIFFS["A city tax for each date, a fee for each 24 hours"] = (
    BERLIN
    + EACH_HOUR
    + """
    [[extras]]
    name = "City"
    price = 1
    per = "day"
    [[extras]]
    name = "Guard"
    price = 3
    per = "24 h"
    """,
    [
        Costs(f"{WED} 22:00", f"{THU} 00:00", 400 + 100 + 300),
        Costs(f"{WED} 22:00", f"{THU} 02:00", 800 + 200 + 300),
        Costs(f"{WED} 22:00", f"{THU} 22:00", 4800 + 200 + 300),
        Costs(f"{WED} 22:00", f"{THU} 22:01", 5000 + 200 + 600),
    ],
)

TARIFFS["A pass covers the morning; the ladder begins with the first charged hour"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    from = "08:00"
    to = "18:00"
    restart = "day"
    steps = [{ for = "1 h", price = 5 }, { each = "1 h", price = 1 }]
    """,
    [Costs(f"{WED} 07:00", f"{WED} 13:00", 600, Facts(covered=visited(13).visits))],
)

TARIFFS["New Year's Eve has one price for the night"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Party"
    dates = "12-31"
    from = "20:00"
    to = "06:00"
    restart = "window"
    steps = [{ price = 25 }]
    [[rates.charges]]
    name = "Parking"
    steps = [{ each = "1 h", price = 1 }]
    """,
    [
        Costs("2026-12-31 19:00", "2027-01-01 07:00", 100 + 2500 + 100),
        Costs("2027-01-01 20:00", "2027-01-01 22:00", 200),
    ],
)

TARIFFS["A longer stay is cheaper: the day ticket begins after three hours"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ up_to = "3 h", total = 15 }, { up_to = "24 h", total = 10 }, { total = 20 }]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 11:00", 1500),
        Costs(f"{WED} 08:00", f"{WED} 12:00", 1000),
        Costs(f"{WED} 08:00", f"{THU} 09:00", 2000),
    ],
)

TARIFFS["Singapore, where a night counts for each of its dates"] = (
    head("SGD", "Asia/Singapore")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Night"
    from = "22:30"
    to = "07:00"
    steps = [{ each = "1 min", price = 0.02 }]
    [[rates.charges]]
    name = "Day"
    steps = [{ each = "1 min", price = 0.02 }]
    [[caps]]
    at_most = 5
    per = "day"
    of = ["Night"]
    """,
    [
        Costs(f"{WED} 22:30", f"{THU} 07:00", 180 + 500),
        Costs(f"{WED} 00:00", f"{THU} 00:00", 500 + 1860),
    ],
)

TARIFFS["1.10 an hour, by the minute, rounded once"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 1.10, per = "1 h" }]
    """,
    [Costs(f"{WED} 08:00", f"{WED} 08:01", 2), Costs(f"{WED} 08:00", f"{WED} 19:10", 1228)],
)

TARIFFS["Bangkok, a begun hour counts when more than 15 minutes of it are used"] = (
    head("THB", "Asia/Bangkok")
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ for = "1 h 15 min", price = 30 }, { each = "1 h", price = 30 }]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 09:15", 3000),
        Costs(f"{WED} 08:00", f"{WED} 09:16", 6000),
        Costs(f"{WED} 08:00", f"{WED} 10:16", 9000),
    ],
)

TARIFFS["All day until midnight for who enters early; then by the hour"] = (
    BERLIN
    + """
    [[rates]]
    name = "All day"
    applies = { entry = { from = "05:00", to = "10:00" } }
    covers = { until = "24:00" }
    [[rates.charges]]
    steps = [{ price = 12 }]
    [[rates]]
    name = "Standard"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs(f"{WED} 09:00", f"{THU} 00:00", 1200),
        Costs(f"{WED} 09:00", f"{THU} 01:30", 1600),
        Costs(f"{WED} 10:00", f"{WED} 12:00", 400),
    ],
)

TARIFFS["Sydney, early bird until seven, nights, hours; the cheapest, also day after day"] = (
    head("AUD", "Australia/Sydney", 'choose = "cheapest"')
    + """
    [[rates]]
    name = "Early bird"
    applies = { entry = { days = "mon-fri", from = "06:00", through = "09:00" } }
    covers = { until = "19:00" }
    [[rates.charges]]
    steps = [{ price = 15 }]
    [[rates]]
    name = "Night"
    applies = { entry = { from = "17:00", to = "24:00" } }
    covers = { until = "06:00" }
    [[rates.charges]]
    steps = [{ price = 8 }]
    [[rates]]
    name = "Hours"
    [[rates.charges]]
    restart = "day"
    steps = [{ each = "1 h", price = 5 }]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 09:00", 500),
        Costs(f"{WED} 08:00", f"{WED} 19:00", 1500),
        Costs(f"{WED} 08:00", f"{WED} 20:00", 2000),
        Costs(f"{WED} 08:00", f"{WED} 21:00", 2300),
        Costs("2026-05-04 08:00", "2026-05-09 05:00", 5 * 2300),
    ],
)

TARIFFS["A lost ticket costs by the class; a fee comes on top elsewhere"] = (
    BERLIN
    + """
    [[rates]]
    name = "Lost ticket of a coach"
    applies = { lost_ticket = true, classes = ["coach"] }
    [[rates.charges]]
    steps = [{ price = 50 }]
    [[rates]]
    name = "Standard"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    [[extras]]
    name = "Lost ticket"
    price = 25
    applies = { lost_ticket = true, classes = ["car"] }
    """,
    [
        Costs(f"{WED} 21:00", f"{WED} 22:00", 5000, Facts(lost_ticket=True, vehicle_class="coach")),
        Costs(f"{WED} 21:00", f"{WED} 22:00", 200, Facts(vehicle_class="coach")),
        Costs(f"{WED} 21:00", f"{WED} 23:00", 2900, Facts(lost_ticket=True)),
    ],
)

TARIFFS["Forints in steps of five"] = (
    head("HUF", "Europe/Budapest", "round_to = 5")
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 7.3 }]
    """,
    [Costs(f"{WED} 10:00", f"{WED} 10:01", 5), Costs(f"{WED} 10:00", f"{WED} 10:11", 80)],
)

TARIFFS["A year of working days"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    days = "mon-fri"
    from = "08:00"
    to = "18:00"
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    [[caps]]
    at_most = 12
    per = "day"
    """,
    [Costs("2026-01-01 00:00", "2027-01-01 00:00", 261 * 1200)],
)

NIGHT = """
    [[rates]]
    [[rates.charges]]
    name = "Night"
    from = "22:00"
    to = "06:00"
    restart = "window"
    steps = [{ each = "30 min", price = 1 }]
    """
TARIFFS["Beirut, where clocks go forward at midnight"] = (
    head("EUR", "Asia/Beirut") + NIGHT,
    [Costs("2026-03-28 20:00", "2026-03-29 08:00", 1400)],
)
TARIFFS["Lord Howe Island, where clocks are changed by half an hour"] = (
    head("AUD", "Australia/Lord_Howe") + NIGHT,
    [
        Costs("2026-04-04 20:00", "2026-04-05 08:00", 1700),
        Costs("2026-10-03 20:00", "2026-10-04 08:00", 1500),
    ],
)
TARIFFS["Kathmandu, a quarter of an hour beside the hours of others"] = (
    head("INR", "Asia/Kathmandu") + NIGHT,
    [Costs(f"{WED} 21:50", f"{WED} 22:40", 200)],
)


@pytest.mark.parametrize(("document", "stay"), stays_of(TARIFFS))
def test_the_stay_costs_what_the_sign_says(document: str, stay: Costs) -> None:
    costs_what_the_sign_says(document, stay)
