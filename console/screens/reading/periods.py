"""Over which time reading is looked at."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo


class Period(IntEnum):
    """So many days of the lot's calendar, today being the last."""

    TODAY = 1
    WEEK = 7
    MONTH = 30


def begin_of(period: Period, now: datetime, zone: ZoneInfo) -> datetime:
    """Midnight at the lot when the period begins."""
    today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return today - timedelta(days=period.value - 1)
