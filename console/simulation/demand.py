"""When cars come to which kind of lot, and how long they stay: made-up curves that look like a city's.

The shapes (commuters in the morning, shoppers at noon and on Saturdays, hospital visitors all day) are
ours; no count of any real lot is behind them.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
_BUSY_PER_SPACE = 2.6


@dataclass(frozen=True, slots=True)
class Demand:
    """A kind of lot: ``hours`` are weights of the day's 24 hours, ``weekdays`` factors from Monday on.

    Stays are log-normal: half of them are shorter than ``median_minutes``, ``spread`` is the deviation of
    the logarithm. ``turnover`` is how many cars a space sees on a day of factor 1.
    """

    name: str
    hours: tuple[int, ...]
    weekdays: tuple[float, ...]
    median_minutes: float
    spread: float
    turnover: float = _BUSY_PER_SPACE

    def arrivals(self, day: date, capacity: int, zone: ZoneInfo, chance: random.Random) -> Iterator[datetime]:
        """The instants at which cars come on that day of the lot's zone, in order."""
        expected = capacity * self.turnover * self.weekdays[day.weekday()]
        count = max(0, round(chance.gauss(expected, math.sqrt(max(1.0, expected)))))
        hours = chance.choices(range(24), weights=self.hours, k=count)
        seconds = sorted(hour * 3600 + chance.uniform(0, 3599) for hour in hours)
        midnight = datetime.combine(day, time(), zone)
        for second in seconds:
            yield midnight + timedelta(seconds=second)

    def stay(self, chance: random.Random) -> timedelta:
        """How long a car stays: from 4 minutes to 9 days."""
        minutes = chance.lognormvariate(math.log(self.median_minutes), self.spread)
        return timedelta(minutes=min(max(minutes, 4.0), 9 * 24 * 60.0))


SHOPPING = Demand(
    "shopping",
    (1, 0, 0, 0, 0, 1, 2, 4, 8, 14, 20, 24, 22, 20, 20, 22, 24, 24, 20, 14, 8, 4, 2, 1),
    (0.8, 0.8, 0.85, 0.9, 1.1, 1.5, 1.1),
    75,
    0.8,
    3.4,
)
COMMUTERS = Demand(
    "commuters",
    (0, 0, 0, 0, 1, 6, 22, 40, 34, 14, 6, 4, 5, 5, 3, 2, 3, 4, 3, 2, 1, 1, 0, 0),
    (1.1, 1.15, 1.15, 1.1, 1.0, 0.25, 0.15),
    480,
    0.5,
    1.3,
)
HOSPITAL = Demand(
    "hospital",
    (2, 1, 1, 1, 1, 3, 10, 22, 26, 26, 22, 16, 12, 18, 22, 20, 14, 12, 12, 10, 6, 4, 3, 2),
    (1.15, 1.1, 1.1, 1.05, 1.0, 0.7, 0.6),
    110,
    0.9,
)
NIGHTLIFE = Demand(
    "nightlife",
    (8, 5, 2, 1, 0, 0, 1, 2, 3, 4, 5, 8, 10, 8, 6, 6, 8, 14, 26, 34, 30, 22, 16, 12),
    (0.6, 0.6, 0.7, 0.8, 1.3, 1.6, 0.9),
    150,
    0.6,
    2.2,
)
KINDS = (SHOPPING, COMMUTERS, HOSPITAL, NIGHTLIFE)
