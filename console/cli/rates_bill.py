"""A quote as a bill that a person can read, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.domain.money import format_plain, format_price
from core.domain.rates.line_parts import parts_of
from core.domain.rates.plan import Plan
from core.domain.rates.quote import Quote, QuoteLine

MINUTES_A_DAY = 24 * 60
_SENTENCES = {
    "free": "free, up to {unit}",
    "free_stay": "free",
    "taken_off": "first {unit} free",
    "first_block": "first {unit} at {price}",
    "first_blocks": "{units} × first {unit} at {price}",
    "unit": "{unit} at {price}",
    "units": "{units} × {unit} at {price}",
    "in_proportion": "{unit} at {price} per {per}",
    "time": "{unit}",
    "none_finished": "no unit finished",
    "band": "up to {unit} in all {price}",
    "beyond": "longer, in all {price}",
    "once": "flat price",
    "times": "{units} × {price}",
    "not_charged": "not charged",
    "day": "1 whole day at {price}",
    "days": "{units} whole days alike at {price}",
    "cap": "not more than {price}",
    "limit": "{name}: not more than {price}",
    "minimum": "not less than {price}",
    "floor": "{name}: not less than {price}",
    "extra": "{name}",
    "factor": "{name}: times {factor}",
    "percent": "{name}: {factor} %",
    "visits": "charged on earlier visits",
    "time_credit": "time given",
    "percent_credit": "per cent given",
    "amount_credit": "amount given",
    "prepaid": "paid before",
    "already_paid": "paid already",
    "rounding": "rounded to {price}",
    "tax": "tax {factor} %",
    "permit": "paid: right to leave",
    "other": "{rule}",
}


def bill_lines(quote: Quote, plan: Plan, vehicle_class: str) -> Iterator[str]:
    """The bill: what was asked, each line with its amount, the total, and until when it holds."""
    clock = _Clock(ZoneInfo(plan.timezone), quote)
    yield plan.name
    yield f"{clock.full(quote.start)} – {clock.full(quote.end)} ({clock.length()}, {plan.timezone})"
    yield f"{vehicle_class}, {quote.rate}" if quote.rate else vehicle_class
    yield ""
    rows = [
        (clock.span(line), _words(line, quote.currency), format_plain(line.amount_minor, quote.currency))
        for line in quote.lines
    ]
    total = format_plain(quote.total_minor, quote.currency)
    rows.append(("", f"Total {quote.currency}", total))
    if plan.tax_points and not any(line.rule == "tax" for line in quote.lines):
        rows.append(("", f"of which tax {_percent(plan.tax_points)}", _money(quote.tax_minor, quote)))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for span, words, amount in rows:
        yield f"  {span:<{widths[0]}}  {words:<{widths[1]}}  {amount:>{widths[2]}}"
    if quote.valid_until is not None:
        yield ""
        yield f"The same until {clock.full(quote.valid_until)}."


def short_line(quote: Quote, plan: Plan) -> str:
    """The quote in one line, for long lists."""
    clock = _Clock(ZoneInfo(plan.timezone), quote)
    total = format_plain(quote.total_minor, quote.currency)
    return f"{quote.currency} {total}  {clock.full(quote.start)} – {clock.full(quote.end)}"


class _Clock:
    """Times of the plan's zone; seconds only where the stay has some."""

    def __init__(self, zone: ZoneInfo, quote: Quote) -> None:
        self._zone = zone
        self._quote = quote
        self._has_seconds = any(at.second or at.microsecond for at in (quote.start, quote.end))
        self._one_day = self._local(quote.start).date() == self._local(quote.end).date()

    def full(self, instant: datetime) -> str:
        local = self._local(instant)
        return f"{local:%a} {local.day} {local:%b %Y} {self._time(local)}"

    def span(self, line: QuoteLine) -> str:
        start, end = self._local(line.start), self._local(line.end)
        if self._one_day:
            return f"{self._time(start)} – {self._time(end)}"
        return f"{start.day:>2} {start:%b} {self._time(start)} – {end.day:>2} {end:%b} {self._time(end)}"

    def length(self) -> str:
        seconds = int((self._quote.end - self._quote.start).total_seconds())
        text = _length(seconds // 60)
        return f"{text} {seconds % 60} s" if seconds % 60 else text

    def _time(self, local: datetime) -> str:
        text = f"{local:%H:%M:%S}" if self._has_seconds else f"{local:%H:%M}"
        occurs_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        return f"{text} {local.tzname()}" if occurs_twice else text

    def _local(self, instant: datetime) -> datetime:
        return instant.astimezone(self._zone)


def _words(line: QuoteLine, currency: str) -> str:
    parts = parts_of(line)
    said = _SENTENCES[parts.code].format(
        name=parts.name,
        rule=parts.rule,
        units=parts.units,
        unit=_length(parts.length_minutes),
        price=format_price(parts.price_minor, currency),
        per=_length(parts.per_minutes),
        factor=parts.factor,
    )
    if parts.times > 1:
        said = f"{parts.times} × {said}"
    if parts.name:
        return said if parts.names_itself else f"{parts.name}: {said}"
    return said.capitalize()


def _length(minutes: int) -> str:
    days, rest = divmod(minutes, MINUTES_A_DAY)
    hours, left = divmod(rest, 60)
    parts = ((days, "d"), (hours, "h"), (left, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def _percent(points: int | Decimal) -> str:
    """Hundredths of a per cent as per cent: ``19 %``, ``18.375 %``."""
    number = Decimal(points) / 100
    return f"{number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()} %"


def _money(minor: int, quote: Quote) -> str:
    return format_plain(minor, quote.currency)
