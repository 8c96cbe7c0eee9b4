"""Signs of many countries, reckoned by hand: ladders, maxima and rounding."""

from __future__ import annotations

import pytest

from tests.core.domain.rates.signs import (
    BERLIN,
    FRI,
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

TARIFFS["Paris, quarter hours that become cheaper, at most so much in 24 hours"] = (
    head("EUR", "Europe/Paris")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Parking"
    restart = "24 h"
    steps = [
      { for = "1 h", each = "15 min", price = 1.00 },
      { for = "2 h", each = "15 min", price = 0.80 },
      { each = "15 min", price = 0.50 },
    ]
    [[caps]]
    at_most = 36
    per = "24 h"
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:15", 100),
        Costs(f"{WED} 10:00", f"{WED} 10:15:01", 200),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 400),
        Costs(f"{WED} 10:00", f"{WED} 11:01", 480),
        Costs(f"{WED} 10:00", f"{WED} 13:00", 1040),
        Costs(f"{WED} 10:00", f"{WED} 13:01", 1090),
        Costs(f"{WED} 10:00", f"{THU} 10:00", 3600),
        Costs(f"{WED} 10:00", f"{THU} 10:10", 3700),
    ],
)

TOKYO = (
    head("JPY", "Asia/Tokyo", "holidays = [2026-05-05]")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    from = "08:00"
    to = "20:00"
    restart = "window"
    steps = [{ each = "20 min", price = 200 }]
    [[rates.charges]]
    name = "Night"
    from = "20:00"
    to = "08:00"
    restart = "window"
    steps = [{ each = "1 h", price = 100 }]
    """
)

TARIFFS["Tokyo, a maximum for each 12 hours, by the day on which they begin"] = (
    TOKYO
    + """
    [[caps]]
    at_most = 1800
    per = "12 h"
    days = "mon-fri"
    [[caps]]
    at_most = 2400
    per = "12 h"
    days = "sat,sun,holiday"
    """,
    [
        Costs(f"{WED} 09:00", f"{WED} 10:10", 800),
        Costs(f"{WED} 09:00", f"{WED} 21:00", 1800),
        Costs(f"{WED} 09:00", f"{WED} 22:00", 1900),
        Costs(f"{SAT} 09:00", f"{SAT} 21:00", 2400),
        Costs("2026-05-05 09:00", "2026-05-05 21:00", 2400),
        # Friday 1200 + 1000, held at 1800; from Saturday 06:00 200 + 1200.
        Costs(f"{FRI} 18:00", f"{SAT} 10:00", 3200),
    ],
)

TARIFFS["Tokyo, the maximum of 12 hours counts once only"] = (
    TOKYO
    + """
    [[caps]]
    at_most = 1800
    per = "12 h"
    which = "1"
    """,
    [
        Costs(f"{WED} 09:00", f"{WED} 21:00", 1800),
        # From 21:00 eleven night hours, then the hour from 08:00.
        Costs(f"{WED} 09:00", f"{THU} 09:00", 1800 + 1100 + 600),
    ],
)

TARIFFS["Every fourth day free"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    repeat_last = 2
    steps = [{ for = "72 h", each = "24 h", price = 12 }, { for = "24 h", price = 0 }]
    """,
    [
        Costs("2026-05-01 08:00", "2026-05-04 08:00", 3600),
        Costs("2026-05-01 08:00", "2026-05-04 08:01", 3600),
        Costs("2026-05-01 08:00", "2026-05-05 08:00", 3600),
        Costs("2026-05-01 08:00", "2026-05-05 08:01", 4800),
        Costs("2026-05-01 08:00", "2026-05-09 08:00", 7200),
    ],
)

TARIFFS["A maximum on the first day only"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    [[caps]]
    at_most = 10
    per = "day"
    which = "1"
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 20:00", 1000),
        Costs(f"{WED} 08:00", f"{THU} 08:00", 1000 + 1600),
        Costs(f"{WED} 23:00", f"{THU} 23:00", 200 + 4600),
    ],
)

TARIFFS["A fraction of half an hour is cheaper than the hour"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    repeat_last = 2
    steps = [{ for = "30 min", price = 2 }, { for = "30 min", price = 1 }]
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:30", 200),
        Costs(f"{WED} 10:00", f"{WED} 10:31", 300),
        Costs(f"{WED} 10:00", f"{WED} 11:30", 500),
        Costs(f"{WED} 10:00", f"{WED} 12:00", 600),
        Costs(f"{WED} 10:00", f"{WED} 12:31", 900),
    ],
)

TARIFFS["A meter that drops seconds, and begins the next unit at its full hour"] = (
    head("CHF", "Europe/Zurich", 'seconds = "drop"', 'exact_units = "next"')
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs(f"{WED} 10:00:40", f"{WED} 10:59:59", 200),
        Costs(f"{WED} 10:00:59", f"{WED} 11:00:00", 400),
        Costs(f"{WED} 10:00:59", f"{WED} 10:00:59", 0),
    ],
)

TARIFFS["Rounded to five centimes, once"] = (
    head("CHF", "Europe/Zurich", "round_to = 0.05")
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 0.035 }]
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:13", 45),
        Costs(f"{WED} 10:00", f"{WED} 10:17", 60),
        Costs(f"{WED} 10:00", f"{WED} 10:01", 5),
    ],
)

TARIFFS["Rounded up to whole euros"] = (
    head("EUR", "Europe/Berlin", "round_to = 1.00", 'rounding = "up"')
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 0.035 }]
    """,
    [Costs(f"{WED} 10:00", f"{WED} 10:01", 100), Costs(f"{WED} 10:00", f"{WED} 12:00", 500)],
)

TARIFFS["By the minute, half a pound at least"] = (
    head("GBP", "Europe/London")
    + """
    [[rates]]
    [[rates.charges]]
    steps = [{ each = "1 min", price = 0.02 }]
    [[caps]]
    name = "At least"
    at_least = 0.50
    [[free]]
    up_to = "5 min"
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:10", 50),
        Costs(f"{WED} 10:00", f"{WED} 11:00", 120),
        Costs(f"{WED} 10:00", f"{WED} 10:05", 0),
    ],
)

TARIFFS["At most so much in a week from Monday to Sunday"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "day"
    steps = [{ price = 12 }]
    [[caps]]
    at_most = 50
    per = "week"
    """,
    [
        Costs("2026-05-11 08:00", "2026-05-17 20:00", 5000),
        Costs("2026-05-16 08:00", "2026-05-19 20:00", 4800),
        Costs("2026-05-13 08:00", "2026-05-22 20:00", 10000),
    ],
)

TARIFFS["A stay of a week costs the week's ticket, and days after it"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    restart = "7 days"
    steps = [{ each = "24 h", price = 15 }]
    [[caps]]
    name = "Week ticket"
    at_most = 60
    per = "7 days"
    [[caps]]
    name = "Month ticket"
    at_most = 150
    per = "30 days"
    """,
    [
        Costs("2026-05-01 08:00", "2026-05-05 08:00", 6000),
        Costs("2026-05-01 08:00", "2026-05-08 08:00", 6000),
        Costs("2026-05-01 08:00", "2026-05-09 08:00", 7500),
        Costs("2026-05-01 08:00", "2026-05-31 08:00", 15000),
        Costs("2026-05-01 08:00", "2026-05-31 08:01", 16500),
    ],
)


@pytest.mark.parametrize(("document", "stay"), stays_of(TARIFFS))
def test_the_stay_costs_what_the_sign_says(document: str, stay: Costs) -> None:
    costs_what_the_sign_says(document, stay)
