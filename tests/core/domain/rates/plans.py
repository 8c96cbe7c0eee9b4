"""Rate plans for property tests: any that a document can say, in the form that reading makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from core.domain.rates.document_times import YEARLY_YEAR
from core.domain.rates.plan import (
    EVERY_STAY,
    LEAST_PERIOD_S,
    Adjustment,
    Adjusts,
    Applies,
    Cap,
    Charge,
    Choose,
    Covers,
    Extra,
    Free,
    Per,
    Period,
    Plan,
    Rate,
    Rounding,
    Step,
    TimeCredit,
    Visits,
)
from core.domain.rates.windows import DAY_S, DateRange, DayKind, Window

CHARGES = ("Day", "Night", 'Say "hi" \\ 夜間')
RATES = ("Standard", "Early bird")
NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=8)
CURRENCIES = ("EUR", "TWD", "KWD")
LENGTHS = st.integers(1, 400 * DAY_S) | st.sampled_from((60, 1800, 3600, 5400, DAY_S, 2 * DAY_S, 7 * DAY_S))
PERIOD_LENGTHS = LENGTHS.map(lambda length_s: max(length_s, LEAST_PERIOD_S))
PRICES = st.integers(0, 10**9).map(lambda thousandths: Decimal(thousandths).scaleb(-3))
PERIODS = st.sampled_from([Period(per) for per in Per if per is not Per.ROLLING]) | st.builds(
    Period, st.just(Per.ROLLING), PERIOD_LENGTHS
)
DATED_PERIODS = PERIODS.filter(lambda period: period.per is not Per.WINDOW)
KINDS = st.frozensets(st.sampled_from(DayKind))
RATE_NAMES = st.frozensets(st.sampled_from(RATES))


@st.composite
def _dates(draw: st.DrawFn) -> DateRange:
    yearly = draw(st.booleans())
    year = st.dates(date(YEARLY_YEAR, 1, 1), date(YEARLY_YEAR, 12, 31))
    days = year if yearly else st.dates(date(2000, 1, 1), date(2199, 12, 31))
    first, last = draw(days), draw(days)
    return DateRange(first, last, yearly=True) if yearly else DateRange(min(first, last), max(first, last))


@st.composite
def windows(draw: st.DrawFn, *, instant: bool = False) -> Window:
    """A window; for an ``instant`` its end may still count."""
    days = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    weekly = draw(st.sampled_from([None, days]))
    return Window(
        days=frozenset() if weekly else draw(KINDS),
        start_s=draw(st.integers(0, DAY_S - 1)),
        end_s=draw(st.integers(0, DAY_S)),
        dates=tuple(draw(st.lists(_dates(), max_size=2))),
        through=instant and draw(st.booleans()),
        weekly=weekly,
    )


@st.composite
def applies(draw: st.DrawFn) -> Applies:
    """A condition, often none."""
    if draw(st.booleans()):
        return EVERY_STAY
    names = st.frozensets(NAMES, max_size=2)
    instants = st.none() | windows(instant=True)
    return Applies(
        classes=draw(names),
        loyalty=draw(names | st.just(frozenset({"any"}))),
        tags=draw(names),
        lost_ticket=draw(st.none() | st.booleans()),
        entry=draw(instants),
        exit=draw(instants),
        exit_days=draw(st.sampled_from((None, (0, 0), (0, 1), (2, 30)))),
        inside=draw(st.none() | windows()),
        over_s=draw(st.none() | LENGTHS),
        up_to_s=draw(st.none() | LENGTHS),
    )


@st.composite
def _step(draw: st.DrawFn, *, is_last: bool) -> Step:
    length = draw(LENGTHS | st.none()) if is_last else draw(LENGTHS)
    if draw(st.booleans()):
        return Step(draw(PRICES), length, is_total=True)
    each = draw(st.none() | LENGTHS)
    return Step(draw(PRICES), length, each, draw(st.none() | LENGTHS) if each else None)


@st.composite
def _charge(draw: st.DrawFn, name: str) -> Charge:
    count = draw(st.integers(0, 4))
    return Charge(
        name=name,
        steps=tuple(draw(_step(is_last=index == count - 1)) for index in range(count)),
        windows=tuple(draw(st.lists(windows(), max_size=2))),
        restart=draw(PERIODS),
        counts_elapsed=draw(st.booleans()),
        unfinished_free=draw(st.booleans()),
        repeat_last=draw(st.integers(1, max(1, count))),
    )


@st.composite
def _rate(draw: st.DrawFn, name: str) -> Rate:
    until = st.builds(Covers, st.none(), st.integers(0, DAY_S))
    return Rate(
        name=name,
        charges=tuple(draw(_charge(charge)) for charge in CHARGES),
        applies=draw(applies()),
        exclusive=draw(st.booleans()),
        covers=draw(st.none() | until | st.builds(Covers, PERIOD_LENGTHS)),
        units_run_on=draw(st.booleans()),
    )


FREES = st.builds(Free, LENGTHS, LENGTHS, st.booleans(), DATED_PERIODS, applies(), RATE_NAMES) | st.builds(
    Free, up_to_s=LENGTHS
)
CAPS = st.builds(
    Cap,
    PRICES,
    st.none() | PRICES,
    PERIODS,
    st.frozensets(st.sampled_from(CHARGES)),
    RATE_NAMES,
    st.sampled_from(((1, None), (1, 1), (2, 5), (3, None))),
    KINDS,
    applies(),
    st.just("") | NAMES,
)
EXTRAS = st.builds(Extra, NAMES, PRICES, applies(), DATED_PERIODS, rates=RATE_NAMES) | st.builds(
    Extra, NAMES, PRICES, quantity=NAMES, each=st.integers(1, 10**6).map(lambda n: Decimal(n).scaleb(-3))
)
FACTORS = st.integers(0, 5000).map(lambda thousandths: Decimal(thousandths).scaleb(-3))
ADJUSTMENTS = st.builds(Adjustment, NAMES, FACTORS, applies(), st.sampled_from(Adjusts), RATE_NAMES)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A whole plan."""
    rates = tuple(draw(_rate(name)) for name in RATES[: draw(st.integers(1, 2))])
    known = frozenset(rate.name for rate in rates)
    lists = [
        tuple(part for part in draw(st.lists(parts, max_size=2)) if part.rates <= known)
        for parts in (FREES, CAPS, EXTRAS, ADJUSTMENTS)
    ]
    named = [part.applies.classes for parts in (rates, *lists) for part in parts]
    days = st.dates(date(2000, 1, 2), date(2199, 12, 30))
    effective = st.builds(datetime.combine, days, st.times(), st.just(UTC))
    return Plan(
        name=draw(NAMES),
        currency=draw(st.sampled_from(CURRENCIES)),
        timezone=draw(st.sampled_from(("Europe/Berlin", "Asia/Taipei", "UTC"))),
        rates=rates,
        plan_id=draw(NAMES),
        version=draw(st.integers(1, 10**9)),
        effective=draw(st.none() | effective),
        choose=draw(st.sampled_from(Choose)),
        classes=draw(st.frozensets(NAMES, min_size=1, max_size=3)).union(*named),
        free=lists[0],
        caps=lists[1],
        extras=lists[2],
        adjustments=lists[3],
        holidays=draw(st.frozensets(st.dates(date(2000, 1, 1), date(2199, 12, 31)), max_size=12)),
        holiday_calendar=draw(st.sampled_from(("", "TW", "DE-BY"))),
        drops_seconds=draw(st.booleans()),
        exact_counts_next=draw(st.booleans()),
        day_begins_s=draw(st.integers(0, DAY_S - 1)),
        round_to_minor=draw(st.integers(1, 1000)),
        rounding=draw(st.sampled_from(Rounding)),
        tax_points=draw(st.integers(0, 10_000) | st.sampled_from((Decimal("1837.5"), Decimal("0.25")))),
        tax_on_top=draw(st.booleans()),
        visits=draw(st.sampled_from(Visits)),
        time_credit=draw(st.sampled_from(TimeCredit)),
        credit_order=tuple(draw(st.permutations(("time", "percent", "amount")))),
        best_credit_only=draw(st.booleans()),
        booking_overstay_alone=draw(st.booleans()),
        cars_inside_change=draw(st.booleans()),
    )
