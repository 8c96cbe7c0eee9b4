"""The price over the length of a stay, as the steps that a drawing or a table of it needs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.domain.errors import BadInput
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span

TWO_DAYS_S = 48 * 3600
MOST_QUOTES = 4_000
_MINUTE_S = 60
_UNPRICED_STRIDE_S = 15 * _MINUTE_S


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """From stays of ``length_s`` on this is due; None: stays of this length have no price."""

    length_s: int
    total_minor: int | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A price that stays the same from one point to the next, for stays of up to ``up_to_s``.

    Up to ``exact_s`` every change is a point to the second; beyond, where there would be too many, the
    price is looked up at even distances and holds at the points themselves.
    """

    currency: str
    entry: datetime
    points: tuple[CurvePoint, ...]
    up_to_s: int
    exact_s: int
    _lengths: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the lengths for looking up."""
        object.__setattr__(self, "_lengths", tuple(point.length_s for point in self.points))

    def total_minor(self, length_s: int) -> int | None:
        """What a stay of that length costs by the curve."""
        return self.points[max(0, bisect_right(self._lengths, length_s) - 1)].total_minor


def price_curve(
    pricing: Pricing,
    entry: datetime,
    facts: Facts = NO_FACTS,
    *,
    up_to_s: int = TWO_DAYS_S,
    most_quotes: int = MOST_QUOTES,
) -> Curve:
    """The curve for stays that enter at an instant; BadInput where not even the shortest can be asked for.

    It leaps from change to change by the quotes' own ``valid_until``, so it costs what it has steps.
    """
    walk = _Walk(pricing, entry, facts)
    points = [CurvePoint(0, walk.total(0))]
    at_s: int | None = 0
    while at_s is not None and at_s < up_to_s and walk.asked < most_quotes:
        at_s = _add(points, walk, at_s, up_to_s)
    exact_s = up_to_s if at_s is None else min(at_s, up_to_s)
    if exact_s < up_to_s:
        stride = -(-(up_to_s - exact_s) // most_quotes // _MINUTE_S) * _MINUTE_S or _MINUTE_S
        for length_s in (*range(exact_s + stride, up_to_s, stride), up_to_s):
            _append(points, length_s, walk.total(length_s))
    return Curve(pricing.currency, entry, tuple(points), up_to_s, exact_s)


class _Walk:
    """Asks for prices of one entry, counting how often."""

    def __init__(self, pricing: Pricing, entry: datetime, facts: Facts) -> None:
        self._pricing = pricing
        self._entry = entry
        self._facts = facts
        self.drops_seconds = pricing.plan.drops_seconds
        self.asked = 0
        self._last: tuple[int, Quote | None] | None = None

    def quote(self, length_s: int) -> Quote | None:
        """The quote of that length, the last one kept; None where no rate prices it."""
        if self._last is None or self._last[0] != length_s:
            self._last = length_s, self._ask(length_s)
        return self._last[1]

    def total(self, length_s: int) -> int | None:
        """The total of that length."""
        quote = self.quote(length_s)
        return None if quote is None else quote.total_minor

    def next_change_s(self, quote: Quote) -> int | None:
        """The first length at which another price is possible."""
        if quote.valid_until is None:
            return None
        return int((quote.valid_until - self._entry).total_seconds())

    def after(self, length_s: int) -> int:
        """The next length that may cost more: a second on, or the next minute where seconds are dropped."""
        if not self.drops_seconds:
            return length_s + 1
        exit_s = int(self._entry.timestamp()) + length_s
        return length_s + _MINUTE_S - exit_s % _MINUTE_S

    def _ask(self, length_s: int) -> Quote | None:
        self.asked += 1
        span = Span(self._entry, self._entry + timedelta(seconds=length_s), self._facts)
        try:
            return self._pricing.quote(span)
        except BadInput as error:
            if error.code == "rates.no_rate":
                return None
            raise


def _add(points: list[CurvePoint], walk: _Walk, at_s: int, up_to_s: int) -> int | None:
    """Add what changes at the next place that may change, and return it; None: nothing ever does."""
    quote = walk.quote(at_s)
    if quote is None:
        return _add_next_priced(points, walk, at_s, up_to_s)
    change_s = walk.next_change_s(quote)
    if change_s is None:
        return None
    if at_s < change_s <= up_to_s:
        _append(points, change_s, walk.total(change_s))
    following_s = walk.after(max(at_s, change_s))
    if following_s <= up_to_s:
        _append(points, following_s, walk.total(following_s))
    return following_s


def _add_next_priced(points: list[CurvePoint], walk: _Walk, at_s: int, up_to_s: int) -> int | None:
    """Without a quote nothing says when there is one: stride on, then halve."""
    _append(points, at_s, None)
    low_s = at_s
    while low_s < up_to_s:
        high_s = min(low_s + _UNPRICED_STRIDE_S, up_to_s)
        if walk.total(high_s) is not None:
            break
        low_s = high_s
    else:
        return None
    while high_s - low_s > 1:
        middle_s = (low_s + high_s) // 2
        low_s, high_s = (middle_s, high_s) if walk.total(middle_s) is None else (low_s, middle_s)
    _append(points, high_s, walk.total(high_s))
    return high_s


def _append(points: list[CurvePoint], length_s: int, total_minor: int | None) -> None:
    if points[-1].total_minor != total_minor:
        points.append(CurvePoint(length_s, total_minor))
