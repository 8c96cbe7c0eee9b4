"""A plain minute stepper for one tariff: what pricing costs to reckon without any thought.

08:00 to 20:00 half hours of 2.00 for the first two charged hours of a date and of 3.00 after them, at most
20.00 a date; the first charged half hour of the stay is free; nights are free.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Asia/Shanghai")
_MINUTE = timedelta(minutes=1)
_OPENS, _CLOSES = 8, 20


def stepped_minor(entry: datetime, exit_at: datetime) -> int:
    """The price in minor units, minute by minute; whole minutes only."""
    free = 30
    minutes: dict[tuple[int, int, int], int] = {}
    at = entry
    while at < exit_at:
        local = at.astimezone(_ZONE)
        at += _MINUTE
        if not _OPENS <= local.hour < _CLOSES:
            continue
        if free:
            free -= 1
            continue
        day = (local.year, local.month, local.day)
        minutes[day] = minutes.get(day, 0) + 1
    return sum(min(2000, _day_minor(charged)) for charged in minutes.values())


def _day_minor(charged: int) -> int:
    first = min(charged, 120)
    return 200 * -(-first // 30) + 300 * -(-(charged - first) // 30)
