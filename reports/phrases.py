"""Amounts, times, lengths and price lines as people read them on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from core.domain.money import exponent, format_price
from core.domain.rates.line_parts import parts_of
from core.domain.rates.quote import QuoteLine
from reports.words import words_for

MINUS: Final = "\N{MINUS SIGN}"
_SYMBOLS: Final[Mapping[str, str]] = {
    "TWD": "NT$",
    "EUR": "€",
    "USD": "$",
    "GBP": "£",
    "JPY": "¥",
    "HKD": "HK$",
}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def printable(text: str) -> str:
    """The text on one line without anything that is no character: controls, direction marks, surrogates.

    Whatever a reader, a file or a person handed in may stand on paper after this.
    """
    spaced = "".join(" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character)[0] != "C")
    return " ".join("".join(kept).split())


def amount(minor: int, currency: str) -> str:
    """The amount with its currency's sign, decimals and grouping: ``NT$1,200``, ``−€2.50``."""
    digits = exponent(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    figures = f"{whole:,}.{rest:0{digits}d}" if digits else f"{whole:,}"
    sign = MINUS if minor < 0 else ""
    return f"{sign}{_SYMBOLS.get(currency, f'{currency} ')}{figures}"


def price(minor: Decimal, currency: str) -> str:
    """A price, which may have more decimals than an amount: ``€0.035``."""
    return f"{_SYMBOLS.get(currency, f'{currency} ')}{format_price(minor, currency)}"


@dataclass(frozen=True, slots=True)
class LocalTimes:
    """Instants as times of the lot's own zone, in one language; seconds are cut off, never rounded up."""

    zone: ZoneInfo
    language: str

    def day(self, instant: datetime) -> date:
        """The lot's calendar day at that instant."""
        return instant.astimezone(self.zone).date()

    def date_in_words(self, instant: datetime) -> str:
        """The day in words: ``22 Nov 2026`` or ``2026/11/22``."""
        local = instant.astimezone(self.zone)
        if self.language == "zh_TW":
            return f"{local:%Y/%m/%d}"
        return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"

    def time(self, instant: datetime) -> str:
        """Hour and minute; in the hour that a clock change repeats, with the zone's name: ``02:30 CEST``."""
        local = instant.astimezone(self.zone)
        is_repeated = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        return f"{local:%H:%M} {local.tzname()}" if is_repeated else f"{local:%H:%M}"

    def date_and_time(self, instant: datetime) -> str:
        """Day and time: ``22 Nov 2026, 13:02``."""
        between = " " if self.language == "zh_TW" else ", "
        return f"{self.date_in_words(instant)}{between}{self.time(instant)}"

    def span(self, start: datetime, end: datetime, *, has_days: bool) -> str:
        """From when to when, with the day or days if asked for: ``20 Nov 17:52 – 18:52``."""
        first, last = self.time(start), self.time(end)
        if has_days:
            first = f"{self._short_day(start)} {first}"
            if self.day(end) != self.day(start):
                last = f"{self._short_day(end)} {last}"
        return words_for(self.language)["span"].format(start=first, end=last)

    def _short_day(self, instant: datetime) -> str:
        local = instant.astimezone(self.zone)
        return f"{local:%m/%d}" if self.language == "zh_TW" else f"{local.day} {_MONTHS[local.month - 1]}"


def duration(minutes: int, language: str) -> str:
    """A length of time: ``45 min``, ``1 hour``, ``1 h 30 min``."""
    table = words_for(language)
    hours, rest = divmod(minutes, 60)
    if not hours:
        code = "duration.minutes"
    elif rest:
        code = "duration.hours_and_minutes"
    else:
        code = "duration.hour" if hours == 1 else "duration.hours"
    return table[code].format(hours=hours, minutes=rest)


def line_in_words(line: QuoteLine, currency: str, language: str) -> str:
    """What the price line charges for; a rule without words of its own is named by its code."""
    table, parts = words_for(language), parts_of(line)
    name = printable(parts.name)
    said = table[f"line.{parts.code}"].format(
        rule=parts.rule,
        name=name,
        units=parts.units,
        unit=duration(parts.length_minutes, language),
        price=price(parts.price_minor, currency),
        per=duration(parts.per_minutes, language),
        factor=parts.factor.replace("-", MINUS),
    )
    if parts.times > 1:
        said = table["line.repeated"].format(words=said, times=parts.times)
    if name and not parts.names_itself:
        said = table["line.named"].format(name=name, words=said)
    return said.strip() if parts.name else capital(said.strip())


def capital(text: str) -> str:
    """The text as the beginning of a line."""
    return text[:1].upper() + text[1:]
