"""Signs of many countries, reckoned by hand: several rates, of which one is chosen."""

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

TARIFFS["New York, early bird on working days, otherwise a table; the cheaper counts; tax inside"] = (
    head("USD", "America/New_York", 'choose = "cheapest"', "tax_percent = 18.375")
    + """
    [[rates]]
    name = "Early bird"
    [rates.applies]
    entry = { days = "mon-fri", from = "06:00", through = "10:00" }
    exit = { from = "10:00", through = "19:00" }
    exit_days = 0
    [[rates.charges]]
    steps = [{ price = 21 }]

    [[rates]]
    name = "Table"
    [[rates.charges]]
    restart = "24 h"
    steps = [
      { up_to = "1 h", total = 18 },
      { up_to = "2 h", total = 28 },
      { up_to = "10 h", total = 38 },
      { total = 45 },
    ]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 18:30", 2100),
        Costs(f"{WED} 10:00", f"{WED} 19:00", 2100),
        Costs(f"{WED} 10:00:01", f"{WED} 18:30", 3800),
        Costs(f"{WED} 08:00", f"{WED} 19:01", 4500),
        Costs(f"{WED} 09:30", f"{WED} 10:15", 1800),
        Costs(f"{SAT} 08:00", f"{SAT} 18:00", 3800),
        Costs(f"{WED} 12:00", f"{THU} 12:30", 4500 + 1800),
    ],
)

TARIFFS["Melbourne, early bird, night and weekend flats; the cheapest counts"] = (
    head("AUD", "Australia/Melbourne", 'choose = "cheapest"')
    + """
    [[rates]]
    name = "Early bird"
    [rates.applies]
    entry = { days = "mon-fri", from = "06:00", through = "09:30" }
    exit = { from = "15:00", through = "19:00" }
    exit_days = 0
    [[rates.charges]]
    steps = [{ price = 16 }]

    [[rates]]
    name = "Night"
    applies = { inside = { days = "mon-fri", from = "17:00", to = "06:00" } }
    [[rates.charges]]
    steps = [{ price = 10 }]

    [[rates]]
    name = "Weekend"
    applies = { inside = { from = "sat 00:00", to = "mon 00:00" } }
    [[rates.charges]]
    restart = "day"
    steps = [{ price = 8 }]

    [[rates]]
    name = "Casual"
    [[rates.charges]]
    restart = "day"
    steps = [
      { up_to = "30 min", total = 10 },
      { up_to = "1 h", total = 20 },
      { up_to = "90 min", total = 30 },
      { up_to = "2 h", total = 40 },
      { total = 60 },
    ]
    """,
    [
        Costs(f"{WED} 08:00", f"{WED} 16:00", 1600),
        Costs(f"{WED} 09:31", f"{WED} 16:00", 6000),
        Costs(f"{WED} 18:00", f"{WED} 23:00", 1000),
        Costs(f"{WED} 18:00", f"{THU} 06:00", 1000),
        Costs(f"{WED} 18:00", f"{THU} 06:01", 12000),
        Costs(f"{SAT} 10:00", f"{SAT} 13:00", 800),
        Costs(f"{SAT} 20:00", f"{SUN} 02:00", 1600),
        Costs(f"{FRI} 23:00", f"{SAT} 05:00", 1000),
        Costs(f"{SUN} 23:00", f"{MON} 01:00", 2000 + 2000),
    ],
)

TARIFFS["A concert has its own price, whatever else there is"] = (
    head("EUR", "Europe/Berlin", 'choose = "cheapest"')
    + """
    [[rates]]
    name = "Concert"
    exclusive = true
    applies = { entry = { dates = "2026-06-20..2026-06-21", from = "15:00", to = "23:00" } }
    [[rates.charges]]
    steps = [{ price = 30 }]
    [[rates]]
    name = "Standard"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 2 }]
    """,
    [
        Costs("2026-06-20 16:00", "2026-06-20 17:00", 3000),
        Costs("2026-06-20 14:59", "2026-06-20 17:00", 600),
        Costs("2026-06-21 23:00", "2026-06-22 00:00", 200),
        Costs("2026-06-22 16:00", "2026-06-22 17:00", 200),
    ],
)

TARIFFS["Early bird for twelve hours, then by the hour"] = (
    head("NZD", "Pacific/Auckland")
    + """
    [[rates]]
    name = "Early bird"
    applies = { entry = { days = "mon-fri", from = "06:00", through = "09:00" }, over = "4 h" }
    covers = { for = "12 h" }
    [[rates.charges]]
    steps = [{ price = 15 }]
    [[rates]]
    name = "Casual"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 4 }]
    """,
    [
        Costs(f"{WED} 07:00", f"{WED} 10:00", 1200),
        Costs(f"{WED} 07:00", f"{WED} 19:00", 1500),
        Costs(f"{WED} 07:00", f"{WED} 20:00", 1900),
        Costs(f"{WED} 09:01", f"{WED} 15:00", 2400),
    ],
)

TARIFFS["A night flat until eight, then by the hour"] = (
    BERLIN
    + """
    [[rates]]
    name = "Night"
    applies = { entry = { from = "18:00", to = "24:00" } }
    covers = { until = "08:00" }
    [[rates.charges]]
    steps = [{ price = 8 }]
    [[rates]]
    name = "Day"
    covers = { until = "18:00" }
    [[rates.charges]]
    steps = [{ each = "1 h", price = 3 }]
    """,
    [
        Costs(f"{WED} 20:00", f"{THU} 08:00", 800),
        Costs(f"{WED} 20:00", f"{THU} 10:00", 1400),
        Costs(f"{WED} 16:30", f"{THU} 07:00", 600 + 800),
        Costs(f"{WED} 20:00", f"{FRI} 07:00", 800 + 3000 + 800),
    ],
)

TARIFFS["The dearer of two rates that apply"] = (
    head("EUR", "Europe/Berlin", 'choose = "dearest"')
    + """
    [[rates]]
    name = "Hours"
    [[rates.charges]]
    steps = [{ each = "1 h", price = 3 }]
    [[rates]]
    name = "Visit"
    [[rates.charges]]
    steps = [{ price = 5 }]
    """,
    [Costs(f"{WED} 10:00", f"{WED} 11:00", 500), Costs(f"{WED} 10:00", f"{WED} 12:00", 600)],
)

TARIFFS["Resident zone: weekday of the entry decides for the whole stay"] = (
    BERLIN
    + """
    [[rates]]
    name = "Entered at the weekend"
    applies = { entry = { days = "sat,sun" } }
    [[rates.charges]]
    steps = [{ each = "24 h", price = 6 }]
    [[rates]]
    name = "Entered in the week"
    [[rates.charges]]
    steps = [{ each = "24 h", price = 20 }]
    """,
    [
        Costs(f"{SUN} 20:00", f"{MON} 19:00", 600),
        Costs(f"{FRI} 20:00", f"{SAT} 19:00", 2000),
    ],
)


@pytest.mark.parametrize(("document", "stay"), stays_of(TARIFFS))
def test_the_stay_costs_what_the_sign_says(document: str, stay: Costs) -> None:
    costs_what_the_sign_says(document, stay)
