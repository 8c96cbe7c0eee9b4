"""Lengths of time as people type and read them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

HOUR_S: Final = 3600
DAY_S: Final = 24 * HOUR_S
_UNITS: Final = (
    (r"s|secs?|seconds?|秒", 1),
    (r"m|mi|mins?|minutes?|分鐘?|分钟", 60),
    (r"h|hrs?|ho|hours?|個?小時|小时|時", HOUR_S),
    (r"d|da|days?|天|日", DAY_S),
    (r"w|we|weeks?|週|星期", 7 * DAY_S),
)
_TOKEN: Final = re.compile(r"(\d{1,9}(?:[.,]\d{1,6})?)\s*([^\d\s.,:]*)\s*")
_CLOCK: Final = re.compile(r"(\d{1,5}):(\d{2})(?::(\d{2}))?")


def parse_length(text: str) -> int | None:
    """Seconds of ``1 h 30 min``, ``90`` (minutes), ``1:30`` (hours and minutes), ``7 days``; or None."""
    cleaned = text.strip().lower().replace("：", ":")
    clock = _CLOCK.fullmatch(cleaned)
    if clock is not None:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * HOUR_S + minutes * 60 + seconds if minutes < 60 and seconds < 60 else None
    total, place, smallest = Decimal(0), 0, 0
    while place < len(cleaned):
        token = _TOKEN.match(cleaned, place)
        unit_s = _unit(token[2], smallest) if token is not None else None
        if token is None or unit_s is None:
            return None
        total += Decimal(token[1].replace(",", ".")) * unit_s
        place, smallest = token.end(), unit_s
    return int(total) if cleaned and total == int(total) else None


def say_length(seconds: int) -> str:
    """The length in words, exact: ``1 h 30 min``, ``24 h``, ``7 days``, ``90 min`` as ``1 h 30 min``."""
    tr = QCoreApplication.translate
    if seconds and seconds % DAY_S == 0 and seconds > DAY_S:
        return tr("RateForms", "{days} days").format(days=seconds // DAY_S)
    hours, rest = divmod(seconds, HOUR_S)
    minutes, left = divmod(rest, 60)
    parts = []
    if hours:
        parts.append(tr("RateForms", "{hours} h").format(hours=hours))
    if minutes or not seconds:
        parts.append(tr("RateForms", "{minutes} min").format(minutes=minutes))
    if left:
        parts.append(tr("RateForms", "{seconds} s").format(seconds=left))
    return " ".join(parts)


def _unit(word: str, before_s: int) -> int | None:
    """A figure without a unit is minutes; behind another, the next smaller unit."""
    if not word:
        return {HOUR_S: 60, 60: 1, 0: 60}.get(before_s)
    return next((unit_s for words, unit_s in _UNITS if re.fullmatch(words, word)), None)
