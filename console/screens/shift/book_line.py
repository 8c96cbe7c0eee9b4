"""What was typed of a line of the paper book, as values: times of the lot, an amount, a plate."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput

_CLOCK: Final = re.compile(r"(\d{1,2}):?(\d{2})")
_DAY: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})")
# What is written down at five past midnight may be of the evening before.
AHEAD: Final = timedelta(hours=1)


def time_of(typed: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The last instant before now that the text means at the lot: ``1432``, ``14:32``, ``13/5 1432``.

    None for an empty text; BadInput ``back_entry.bad_time`` where it is no time. The day comes before the
    month, as on the printed book.
    """
    text = typed.strip()
    if not text:
        return None
    day_text, _, clock_text = text.rpartition(" ")
    clock = _CLOCK.fullmatch(clock_text)
    day = _DAY.fullmatch(day_text.strip()) if day_text.strip() else None
    if clock is None or (day_text.strip() and day is None):
        raise BadInput("back_entry.bad_time", typed=text[:20])
    try:
        return _instant(int(clock[1]), int(clock[2]), day, zone, now)
    except ValueError as error:
        raise BadInput("back_entry.bad_time", typed=text[:20]) from error


def _instant(hour: int, minute: int, day: re.Match[str] | None, zone: ZoneInfo, now: datetime) -> datetime:
    local = now.astimezone(zone)
    at = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if day is not None:
        at = at.replace(day=1).replace(month=int(day[2])).replace(day=int(day[1]))
        return at.replace(year=at.year - 1) if at > local + AHEAD else at
    return at - timedelta(days=1) if at > local + AHEAD else at
