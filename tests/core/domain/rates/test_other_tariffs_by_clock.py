"""Signs of many countries, reckoned by hand: windows of the day, the week and the year."""

from __future__ import annotations

import pytest

from tests.core.domain.rates.signs import (
    BERLIN,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    WED,
    Costs,
    Tariffs,
    costs_what_the_sign_says,
    head,
    stays_of,
)

TARIFFS: Tariffs = {}

TARIFFS["Madrid, by the minute and dearer from the second hour, Saturdays until 15:00, Sundays free"] = (
    head("EUR", "Europe/Madrid", "holidays = [2026-05-15]")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Regulated hours"
    windows = [
      { days = "mon-fri", from = "09:00", to = "21:00" },
      { days = "sat", from = "09:00", to = "15:00" },
    ]
    restart = "day"
    steps = [
      { for = "1 h", each = "1 min", price = 1.20, per = "1 h" },
      { each = "1 min", price = 2.10, per = "1 h" },
    ]
    [[rates.charges]]
    name = "Not regulated"
    days = "mon-sun,holiday"
    free = true
    """,
    [
        Costs(f"{WED} 10:00", f"{WED} 10:30", 60),
        Costs(f"{WED} 10:00", f"{WED} 11:30", 225),
        Costs(f"{SAT} 14:30", f"{SAT} 15:30", 60),
        Costs(f"{THU} 20:30", f"{THU} 23:00", 60),
        # Friday is a holiday; Saturday six hours 1.20 + 5 × 2.10; Monday half an hour.
        Costs(f"{THU} 20:30", f"{MON} 09:30", 60 + 1170 + 60),
    ],
)

TARIFFS["Hong Kong, day park and night park; an hour that has begun runs on over the edge"] = (
    head("HKD", "Asia/Hong_Kong")
    + """
    [[rates]]
    units_at_edges = "run_on"
    [[rates.charges]]
    name = "Day"
    from = "07:00"
    to = "19:00"
    restart = "window"
    steps = [{ each = "1 h", price = 22 }]
    [[rates.charges]]
    name = "Night"
    from = "19:00"
    to = "07:00"
    restart = "window"
    steps = [{ each = "1 h", price = 15 }]
    [[caps]]
    name = "Day park"
    at_most = 130
    per = "window"
    of = ["Day"]
    [[caps]]
    name = "Night park"
    at_most = 80
    per = "window"
    of = ["Night"]
    """,
    [
        Costs(f"{WED} 09:00", f"{WED} 11:10", 6600),
        Costs(f"{WED} 09:00", f"{WED} 17:30", 13000),
        Costs(f"{WED} 18:30", f"{WED} 19:20", 2200),
        Costs(f"{WED} 18:30", f"{WED} 20:30", 3700),
        Costs(f"{WED} 18:30", f"{THU} 07:00", 2200 + 8000),
    ],
)

TARIFFS["A town in Germany, one price for the evening, Sundays free"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    days = "mon-sat"
    from = "06:00"
    to = "18:00"
    restart = "window"
    steps = [{ each = "1 h", price = 2 }]
    [[rates.charges]]
    name = "Evening and night"
    days = "mon-sat"
    from = "18:00"
    to = "06:00"
    restart = "window"
    steps = [{ price = 4 }]
    [[rates.charges]]
    name = "Sunday"
    free = true
    """,
    [
        Costs(f"{WED} 16:30", f"{WED} 22:00", 800),
        Costs(f"{WED} 20:00", f"{THU} 08:30", 1000),
        Costs(f"{SAT} 20:00", f"{SUN} 10:00", 400),
        Costs(f"{SUN} 19:00", f"{MON} 05:00", 0),
        Costs(f"{MON} 05:00", f"{MON} 06:30", 200),
    ],
)

TARIFFS["A council in England, a table by day and an evening charge"] = (
    head("GBP", "Europe/London")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Day"
    from = "08:00"
    to = "18:00"
    restart = "day"
    steps = [
      { up_to = "1 h", total = 1.50 },
      { up_to = "2 h", total = 2.70 },
      { up_to = "4 h", total = 4.80 },
      { total = 8.00 },
    ]
    [[rates.charges]]
    name = "Evening"
    from = "18:00"
    to = "22:00"
    restart = "window"
    steps = [{ price = 3.00 }]
    [[rates.charges]]
    name = "Night"
    free = true
    """,
    [
        Costs(f"{WED} 17:30", f"{WED} 19:00", 450),
        Costs(f"{WED} 07:00", f"{WED} 09:30", 270),
        Costs(f"{WED} 22:00", f"{THU} 08:00", 0),
        Costs(f"{WED} 12:00", f"{THU} 12:00", 800 + 300 + 480),
    ],
)

TARIFFS["Evenings of Fridays, Saturdays and before holidays cost more"] = (
    head("EUR", "Europe/Berlin", "holidays = [2026-12-25, 2026-12-26]")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Long evening"
    days = "fri,sat,eve"
    from = "18:00"
    to = "03:00"
    restart = "window"
    steps = [{ price = 10 }]
    [[rates.charges]]
    name = "Evening"
    days = "mon-thu,sun"
    from = "18:00"
    to = "03:00"
    restart = "window"
    steps = [{ price = 5 }]
    [[rates.charges]]
    name = "Day"
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs("2026-12-23 19:00", "2026-12-23 23:00", 500),
        Costs("2026-12-24 19:00", "2026-12-25 02:00", 1000),
        Costs("2026-12-25 19:00", "2026-12-25 21:00", 1000),
        Costs("2026-12-26 19:00", "2026-12-26 21:00", 400),
        Costs("2026-12-24 16:00", "2026-12-24 19:00", 1400),
    ],
)

TARIFFS["Amsterdam, by the minute, cheaper at night, Sundays from noon"] = (
    head("EUR", "Europe/Amsterdam")
    + """
    [[rates]]
    [[rates.charges]]
    name = "Evening"
    windows = [
      { days = "mon-sat", from = "19:00", to = "24:00" },
      { days = "sun", from = "19:00", to = "24:00" },
    ]
    steps = [{ each = "1 min", price = 3.00, per = "1 h" }]
    [[rates.charges]]
    name = "Day"
    windows = [
      { days = "mon-sat", from = "09:00", to = "19:00" },
      { days = "sun", from = "12:00", to = "19:00" },
    ]
    steps = [{ each = "1 min", price = 7.50, per = "1 h" }]
    [[rates.charges]]
    name = "Free hours"
    free = true
    """,
    [
        Costs(f"{SUN} 11:30", f"{SUN} 12:30", 375),
        Costs(f"{WED} 18:58", f"{WED} 19:01", 30),
        Costs(f"{WED} 23:59", f"{THU} 09:01", 5 + 13),
    ],
)

TARIFFS["A parking day that begins at six in the morning"] = (
    head("EUR", "Europe/Berlin", 'day_begins = "06:00"')
    + """
    [[rates]]
    [[rates.charges]]
    restart = "day"
    steps = [{ price = 20 }]
    """,
    [
        Costs(f"{WED} 22:00", f"{THU} 05:00", 2000),
        Costs(f"{WED} 22:00", f"{THU} 06:00", 2000),
        Costs(f"{WED} 22:00", f"{THU} 06:01", 4000),
        Costs(f"{WED} 05:00", f"{WED} 07:00", 4000),
    ],
)

TARIFFS["One price for the whole weekend"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Weekend"
    from = "fri 18:00"
    to = "mon 06:00"
    restart = "window"
    steps = [{ price = 12 }]
    [[rates.charges]]
    name = "Week"
    steps = [{ each = "1 h", price = 3 }]
    """,
    [
        Costs(f"{FRI} 17:00", f"{MON} 07:00", 300 + 1200 + 300),
        Costs(f"{SAT} 10:00", f"{SAT} 11:00", 1200),
        Costs(f"{SUN} 23:00", f"{MON} 05:00", 1200),
        Costs(f"{FRI} 17:30", "2026-05-22 18:30", 300 + 1200 + 108 * 300 + 1200),
    ],
)

TARIFFS["Summer is dearer; the winter season runs over the turn of the year"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Summer"
    dates = "06-01..08-31"
    restart = "day"
    steps = [{ each = "1 h", price = 4 }]
    [[rates.charges]]
    name = "Winter"
    dates = "11-01..03-31"
    free = true
    [[rates.charges]]
    name = "Between"
    restart = "day"
    steps = [{ each = "1 h", price = 1 }]
    """,
    [
        Costs("2026-08-31 23:00", "2026-09-01 01:00", 500),
        Costs("2026-12-31 23:00", "2027-01-01 01:00", 0),
        Costs("2027-03-31 23:00", "2027-04-01 01:00", 100),
    ],
)

LUNCH = """
    [[rates]]
    [[rates.charges]]
    name = "Lunch"
    from = "12:00"
    to = "13:00"
    free = true
    [[rates.charges]]
    name = "Parking"
    count = "COUNT"
    steps = [{ for = "2 h", each = "1 h", price = 1 }, { each = "1 h", price = 2 }]
    """

TARIFFS["Lunch is free, but its hour counts"] = (
    BERLIN + LUNCH.replace("COUNT", "elapsed"),
    [Costs(f"{WED} 11:00", f"{WED} 14:00", 300), Costs(f"{WED} 12:00", f"{WED} 14:00", 100)],
)

TARIFFS["Lunch is free, and its hour does not count"] = (
    BERLIN + LUNCH.replace("COUNT", "charged"),
    [Costs(f"{WED} 11:00", f"{WED} 14:00", 200), Costs(f"{WED} 11:00", f"{WED} 15:00", 400)],
)

TARIFFS["A night maximum in the nights when clocks are changed"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Night"
    from = "22:00"
    to = "06:00"
    restart = "window"
    steps = [{ each = "1 h", price = 1 }]
    [[rates.charges]]
    name = "Day"
    restart = "day"
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs("2026-03-28 22:00", "2026-03-29 06:00", 700),
        Costs("2026-10-24 22:00", "2026-10-25 06:00", 900),
        Costs("2026-10-25 02:30+02:00", "2026-10-25 02:30+01:00", 100),
        Costs("2026-10-24 00:00", "2026-10-25 00:00", 600 + 1600 * 2 + 200),
    ],
)

TARIFFS["Two windows of one ladder each begin afresh"] = (
    BERLIN
    + """
    [[rates]]
    [[rates.charges]]
    name = "Rush hours"
    windows = [{ from = "07:00", to = "10:00" }, { from = "16:00", to = "19:00" }]
    restart = "window"
    steps = [{ for = "1 h", price = 5 }, { each = "1 h", price = 1 }]
    [[rates.charges]]
    name = "Other hours"
    free = true
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 12:00", 600),
        Costs(f"{WED} 08:00", f"{WED} 18:00", 600 + 600),
    ],
)


@pytest.mark.parametrize(("document", "stay"), stays_of(TARIFFS))
def test_the_stay_costs_what_the_sign_says(document: str, stay: Costs) -> None:
    costs_what_the_sign_says(document, stay)
