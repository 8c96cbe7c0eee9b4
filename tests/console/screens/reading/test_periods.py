from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.screens.reading.periods import Period, begin_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("period", "begin"),
    [
        (Period.TODAY, datetime(2026, 3, 30, 0, 0, tzinfo=BERLIN)),
        (Period.WEEK, datetime(2026, 3, 24, 0, 0, tzinfo=BERLIN)),
        (Period.MONTH, datetime(2026, 3, 1, 0, 0, tzinfo=BERLIN)),
    ],
)
def test_a_period_begins_at_midnight_at_the_lot_also_across_a_change_of_the_clock(period, begin):
    # Summer time began on 29 March 2026.
    assert begin_of(period, datetime(2026, 3, 29, 22, 30, tzinfo=UTC), BERLIN) == begin
