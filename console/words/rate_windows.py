"""Clock windows, lengths and amounts of a rate plan, as they stand on a sign."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.formats import format_money
from core.domain.money import exponent
from core.domain.rates.windows import DAY_S, WEEK, DateRange, DayKind, Window

tr = QCoreApplication.translate

HOUR_S: Final = 3600
MINUTE_S: Final = 60
_DAYS: Final = {
    kind: str(name)
    for kind, name in (
        (DayKind.MON, QT_TRANSLATE_NOOP("RatePlan", "Mon")),
        (DayKind.TUE, QT_TRANSLATE_NOOP("RatePlan", "Tue")),
        (DayKind.WED, QT_TRANSLATE_NOOP("RatePlan", "Wed")),
        (DayKind.THU, QT_TRANSLATE_NOOP("RatePlan", "Thu")),
        (DayKind.FRI, QT_TRANSLATE_NOOP("RatePlan", "Fri")),
        (DayKind.SAT, QT_TRANSLATE_NOOP("RatePlan", "Sat")),
        (DayKind.SUN, QT_TRANSLATE_NOOP("RatePlan", "Sun")),
        (DayKind.HOLIDAY, QT_TRANSLATE_NOOP("RatePlan", "holidays")),
        (DayKind.EVE, QT_TRANSLATE_NOOP("RatePlan", "days before holidays")),
    )
}


def joined(parts: Iterable[str]) -> str:
    """The parts after one another, with the comma of the language."""
    return tr("RatePlan", ", ").join(part for part in parts if part)


def in_a_row(clauses: Iterable[str]) -> str:
    """Clauses of one sentence after one another."""
    said = ""
    for clause in filter(None, clauses):
        pattern = tr("RatePlan", "{before}, {clause}")
        said = pattern.format(before=said, clause=clause) if said else clause
    return said


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def price_words(minor: Decimal, currency: str) -> str:
    """An amount with its currency, with as many decimals as the price has: ``$ 0.035``."""
    if minor == minor.to_integral_value():
        return format_money(int(minor), currency)
    digits = exponent(currency)
    major = minor.scaleb(-digits).normalize()
    sign, _space, _figures = format_money(0, currency).rpartition(" ")
    return f"{sign} {major:f}"


def length_words(seconds: int) -> str:
    """A length as on a sign: ``30 min``, ``1 h 30 min``, ``24 h``, ``7 days``, ``90 s``."""
    if seconds >= 2 * DAY_S and seconds % DAY_S == 0:
        return tr("RatePlan", "{days} days").format(days=seconds // DAY_S)
    hours, rest = divmod(seconds, HOUR_S)
    minutes, left = divmod(rest, MINUTE_S)
    parts = []
    if hours:
        parts.append(tr("RatePlan", "{hours} h").format(hours=hours))
    if minutes:
        parts.append(tr("RatePlan", "{minutes} min").format(minutes=minutes))
    if left or not parts:
        parts.append(tr("RatePlan", "{seconds} s").format(seconds=left))
    return " ".join(parts)


def unit_words(seconds: int) -> str:
    """A length that is counted: ``hour``, ``minute``, otherwise as ``length_words``."""
    if seconds == HOUR_S:
        return tr("RatePlan", "hour")
    return tr("RatePlan", "minute") if seconds == MINUTE_S else length_words(seconds)


def clock_words(seconds: int) -> str:
    """A time of the day; the end of the day is 24:00."""
    hours, rest = divmod(seconds, HOUR_S)
    minutes, left = divmod(rest, MINUTE_S)
    return f"{hours:02d}:{minutes:02d}" + (f":{left:02d}" if left else "")


def day_word(kind: DayKind) -> str:
    """The short name of a kind of day."""
    return tr("RatePlan", _DAYS[kind])


def days_words(days: Iterable[DayKind]) -> str:
    """Kinds of days, weekdays in a row as a span: ``Mon–Fri, holidays``; all seven are ``daily``."""
    wanted = {DayKind(day) for day in days}
    if wanted >= set(WEEK):
        return tr("RatePlan", "daily")
    runs: list[list[DayKind]] = []
    for place, day in enumerate(WEEK):
        if day not in wanted:
            continue
        if place and WEEK[place - 1] in wanted:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = [_run_words(run) for run in runs]
    words += [day_word(kind) for kind in (DayKind.HOLIDAY, DayKind.EVE) if kind in wanted]
    return joined(words)


def dates_words(dates: Iterable[DateRange]) -> str:
    """Dates and seasons: ``2026-12-24–2026-12-26``, ``each year 11-01–03-31``."""
    words = []
    for span in dates:
        first, last = (_date_words(day, yearly=span.yearly) for day in (span.first, span.last))
        said = first if span.first == span.last else f"{first} – {last}"
        words.append(tr("RatePlan", "each year {dates}").format(dates=said) if span.yearly else said)
    return joined(words)


def window_words(window: Window, *, daily: bool = True) -> str:
    """A window: ``Mon–Fri 08:00–18:00``, ``Sat, Sun``, ``Fri 18:00 – Mon 06:00``; any time where always.

    ``daily``: say so of one that holds on each day.
    """
    if window.is_always:
        return tr("RatePlan", "any time")
    if window.weekly is not None:
        first, last = window.weekly
        times = f"{day_word(WEEK[first])} {clock_words(window.start_s)} – "
        times += f"{day_word(WEEK[last])} {clock_words(window.end_s)}"
        return joined((times, dates_words(window.dates)))
    whole_day = window.start_s % DAY_S == 0 and window.length_s == DAY_S
    times = "" if whole_day else f"{clock_words(window.start_s)}–{clock_words(window.end_s)}"
    days = days_words(window.days) if window.days else ""
    if times and not days and daily and not window.dates:
        days = tr("RatePlan", "daily")
    if window.through and times:
        times = tr("RatePlan", "{times} inclusive").format(times=times)
    return joined((dates_words(window.dates), f"{days} {times}".strip()))


def windows_words(windows: Iterable[Window]) -> str:
    """Several windows, one after the other."""
    return tr("RatePlan", "; ").join(window_words(window) for window in windows)


def _run_words(run: list[DayKind]) -> str:
    if len(run) > 2:
        return f"{day_word(run[0])}–{day_word(run[-1])}"
    return joined(day_word(day) for day in run)


def _date_words(day: date, *, yearly: bool) -> str:
    return day.strftime("%m-%d") if yearly else day.isoformat()
