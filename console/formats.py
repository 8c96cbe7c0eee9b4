"""Money, times, durations, ages and plates as people read them, in the language of the moment."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.domain.money import exponent
from core.domain.plates import MAX_TYPED

NOTHING: Final = "—"
MINUS: Final = "\u2212"

_SYMBOLS: Final = {
    "TWD": "NT$", "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "SGD": "S$", "HKD": "HK$",
    "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "MXN": "MX$", "BRL": "R$", "KRW": "₩", "INR": "₹", "VND": "₫",
    "PHP": "₱", "TRY": "₺", "PLN": "zł", "CZK": "Kč",
}  # fmt: skip
_WEEKDAYS: Final = tuple(
    str(name)
    for name in (
        QT_TRANSLATE_NOOP("Formats", "Mon"),
        QT_TRANSLATE_NOOP("Formats", "Tue"),
        QT_TRANSLATE_NOOP("Formats", "Wed"),
        QT_TRANSLATE_NOOP("Formats", "Thu"),
        QT_TRANSLATE_NOOP("Formats", "Fri"),
        QT_TRANSLATE_NOOP("Formats", "Sat"),
        QT_TRANSLATE_NOOP("Formats", "Sun"),
    )
)
_MONTHS: Final = tuple(
    str(name)
    for name in (
        QT_TRANSLATE_NOOP("Formats", "Jan"),
        QT_TRANSLATE_NOOP("Formats", "Feb"),
        QT_TRANSLATE_NOOP("Formats", "Mar"),
        QT_TRANSLATE_NOOP("Formats", "Apr"),
        QT_TRANSLATE_NOOP("Formats", "May"),
        QT_TRANSLATE_NOOP("Formats", "Jun"),
        QT_TRANSLATE_NOOP("Formats", "Jul"),
        QT_TRANSLATE_NOOP("Formats", "Aug"),
        QT_TRANSLATE_NOOP("Formats", "Sep"),
        QT_TRANSLATE_NOOP("Formats", "Oct"),
        QT_TRANSLATE_NOOP("Formats", "Nov"),
        QT_TRANSLATE_NOOP("Formats", "Dec"),
    )
)


def format_money(minor: int, currency: str) -> str:
    """An amount with its currency: ``NT$ 1,200``, ``€ 1.50``; the ISO code where no sign is usual."""
    digits = exponent(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    figures = f"{whole:,}.{rest:0{digits}d}" if digits else f"{whole:,}"
    return f"{MINUS if minor < 0 else ''}{_SYMBOLS.get(currency, currency)} {figures}"


def format_local_time(
    instant: datetime, zone: ZoneInfo, *, now: datetime | None = None, with_zone: bool = False
) -> str:
    """The time at the lot: ``14:32`` if today, ``Tue 13 May 14:32`` otherwise, with the year if another.

    ``now`` is the instant that "today" is taken from, the machine's clock where none is given.
    ``with_zone`` adds the zone (``CST``), for where it could be mistaken.
    """
    local = instant.astimezone(zone)
    today = (now if now is not None else datetime.now(UTC)).astimezone(zone).date()
    time = local.strftime("%H:%M")
    text = time if local.date() == today else _with_date(local, time, with_year=local.year != today.year)
    return f"{text} {local.tzname()}" if with_zone else text


def format_local_date_time(instant: datetime, zone: ZoneInfo, *, with_zone: bool = False) -> str:
    """Day and time at the lot, always both: ``Tue 13 May 14:32``."""
    local = instant.astimezone(zone)
    text = _with_date(local, local.strftime("%H:%M"), with_year=False)
    return f"{text} {local.tzname()}" if with_zone else text


def format_duration(duration: timedelta) -> str:
    """A length of time in its two largest units, to the minute: ``2 h 14 min``, ``3 d 5 h``, ``0 min``."""
    minutes = max(0, int(duration.total_seconds()) // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    tr = QCoreApplication.translate
    if days:
        text = tr("Formats", "{days} d {hours} h") if hours else tr("Formats", "{days} d")
    elif hours:
        text = tr("Formats", "{hours} h {minutes} min") if minutes else tr("Formats", "{hours} h")
    else:
        text = tr("Formats", "{minutes} min")
    return text.format(days=days, hours=hours, minutes=minutes)


def format_age(seconds: float) -> str:
    """How old something is: ``1.8 s old``, ``42 s old``, ``12 min old``."""
    if seconds >= 120:
        old = format_duration(timedelta(seconds=seconds))
        return QCoreApplication.translate("Formats", "{duration} old").format(duration=old)
    figure = f"{seconds:.1f}" if seconds < 10 else f"{seconds:.0f}"
    return QCoreApplication.translate("Formats", "{seconds} s old").format(seconds=figure)


def format_percent(share: float) -> str:
    """A share from 0 to 1 as ``98 %``, cut and not rounded: only what is certain is 100 %.

    The space does not break, so that the sign never stands alone in a line.
    """
    return f"{int(share * 100 + 1e-9)}\u00a0%"


def format_plate(plate: str) -> str:
    """A plate or a read as it is shown: upper case, one line, at most 64 characters; a dash where empty."""
    shown = "".join(one if unicodedata.category(one)[0] != "C" else " " for one in plate[: MAX_TYPED * 4])
    return " ".join(shown.upper().split())[:MAX_TYPED] or NOTHING


def _with_date(local: datetime, time: str, *, with_year: bool) -> str:
    tr = QCoreApplication.translate
    text = (
        tr("Formats", "{weekday} {day} {month} {year} {time}")
        if with_year
        else tr("Formats", "{weekday} {day} {month} {time}")
    )
    return text.format(
        weekday=tr("Formats", _WEEKDAYS[local.weekday()]),
        day=local.day,
        month=tr("Formats", _MONTHS[local.month - 1]),
        year=local.year,
        time=time,
    )
