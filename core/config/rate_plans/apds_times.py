"""Lengths and clock times as APDS writes them: ``00:30``, ``01:02:00`` (days first), ``PT30M``."""

from __future__ import annotations

import re

from core.domain.rates.windows import DAY_S

_HOUR_S = 3600
_MINUTE_S = 60
_ISO = re.compile(
    r"P(?:(?P<days>\d{1,5})D)?(?:T?(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,7})M)?(?:(?P<seconds>\d{1,9})S)?)?",
    re.ASCII,
)
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?", re.ASCII)


def duration_text(seconds: int) -> str:
    """An ISO 8601 duration: ``PT1H30M``; days stay hours, since a day is not always 24 of them."""
    hours, rest = divmod(seconds, _HOUR_S)
    minutes, left = divmod(rest, _MINUTE_S)
    parts = ((hours, "H"), (minutes, "M"), (left, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def duration_of(text: object) -> int | None:
    """The seconds of an ISO 8601 duration of days to seconds; None where it is none."""
    found = _ISO.fullmatch(text) if isinstance(text, str) and len(text) < 40 else None
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return days * DAY_S + hours * _HOUR_S + minutes * _MINUTE_S + seconds


def offset_text(seconds: int) -> str | None:
    """A place within the stay, ``hh:mm`` or from a day on ``dd:hh:mm``; None where it has seconds."""
    if seconds % _MINUTE_S:
        return None
    days, rest = divmod(seconds, DAY_S)
    clock = f"{rest // _HOUR_S:02d}:{rest % _HOUR_S // _MINUTE_S:02d}"
    return f"{days:02d}:{clock}" if days else clock


def offset_of(text: object) -> int | None:
    """The seconds of a place within the stay: ``hh:mm``, ``dd:hh:mm`` or an ISO 8601 duration."""
    found = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return duration_of(text)
    first, second, third = found.groups()
    if third is None:
        return int(first) * _HOUR_S + int(second) * _MINUTE_S
    return int(first) * DAY_S + int(second) * _HOUR_S + int(third) * _MINUTE_S


def time_of_day(text: object) -> int | None:
    """The second of the day of ``08:00`` or ``08:00:30``, perhaps with a ``Z``; None where it is none."""
    found = _CLOCK.fullmatch(text.removesuffix("Z")) if isinstance(text, str) else None
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    at_s = hours * _HOUR_S + minutes * _MINUTE_S + seconds
    return at_s if minutes < 60 and seconds < 60 and at_s <= DAY_S else None
