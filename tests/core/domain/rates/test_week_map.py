from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from core.domain.rates.week_map import week_map
from tests.core.domain.rates.plan_files import plan_from_toml, sample
from tests.core.domain.rates.signs import BERLIN

MONDAY = date(2026, 5, 18)
DAY_AND_NIGHT = """
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
days = "mon-fri"
steps = [{ each = "30 min", price = 1.00 }]
[[rates.charges]]
name = "Free"
free = true
"""


def test_each_hour_of_the_week_shows_its_price_and_its_charge():
    cells = week_map(Pricing(plan_from_toml(BERLIN + DAY_AND_NIGHT)), MONDAY)
    assert len(cells) == 7 * 24
    by_time = {(cell.weekday, cell.start_minute): cell for cell in cells}
    assert (by_time[0, 480].hour_minor, by_time[0, 480].charge, by_time[0, 480].rate) == (
        200,
        "Day",
        "Standard",
    )
    assert (by_time[4, 19 * 60].hour_minor, by_time[4, 20 * 60].hour_minor) == (200, 0)
    assert (by_time[6, 600].hour_minor, by_time[6, 600].charge) == (0, "Free")
    assert (by_time[1, 600].further_minor, by_time[1, 420].further_minor) == (200, 0)


def test_cells_may_be_finer_than_an_hour():
    cells = week_map(Pricing(plan_from_toml(BERLIN + DAY_AND_NIGHT)), MONDAY, cell_minutes=30)
    assert len(cells) == 7 * 48
    assert [(cell.start_minute, cell.hour_minor) for cell in cells[14:17]] == [
        (420, 0),
        (450, 100),
        (480, 200),
    ]


def test_the_further_hour_shows_a_maximum_that_is_reached():
    body = DAY_AND_NIGHT + '[[caps]]\nname = "Most"\nat_most = 3.00\nper = "day"\n'
    cells = week_map(Pricing(plan_from_toml(BERLIN + body)), MONDAY)
    noon = next(cell for cell in cells if (cell.weekday, cell.start_minute) == (2, 720))
    assert (noon.hour_minor, noon.further_minor) == (200, 0)


def test_every_cell_is_what_the_engine_quotes():
    pricing = Pricing(sample("shopping-centre-weekday-weekend-evening-flat"))
    zone = ZoneInfo(pricing.plan.timezone)
    for cell in week_map(pricing, MONDAY)[::5]:
        local = datetime(2026, 5, 18 + cell.weekday, cell.start_minute // 60, tzinfo=zone)
        start = local.astimezone(UTC)
        assert cell.hour_minor == pricing.quote(Span(start, start + timedelta(hours=1))).total_minor


def test_hours_that_no_rate_prices_are_empty_cells():
    body = DAY_AND_NIGHT.replace(
        'name = "Standard"', 'name = "Standard"\napplies = { entry = { from = "08:00", to = "20:00" } }'
    )
    cells = week_map(Pricing(plan_from_toml(BERLIN + body)), MONDAY)
    assert (cells[3].hour_minor, cells[3].further_minor, cells[3].charge) == (None, None, "")


@pytest.mark.parametrize(("monday", "minutes"), [(date(2026, 5, 19), 60), (MONDAY, 7)])
def test_a_week_begins_on_a_monday_and_cells_divide_a_day(monday, minutes):
    with pytest.raises(ValueError, match="cannot be drawn"):
        week_map(Pricing(plan_from_toml(BERLIN + DAY_AND_NIGHT)), monday, cell_minutes=minutes)
