"""Whatever the plan and the stay: the engine agrees with a clerk, and what is said of prices holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.rates.plan import STAY, Cap, Charge, Free, Per, Period, Plan, Rate, Step
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from core.domain.rates.windows import WEEK, DayKind, Window
from tests.core.domain.rates.minute_clerk import at_minute, clerks_total

ZONES = ("UTC", "Asia/Taipei", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana")
PERIODS = (
    STAY,
    Period(Per.HOUR),
    Period(Per.DAY),
    Period(Per.WINDOW),
    Period(Per.ROLLING, 24 * 3600),
    Period(Per.ROLLING, 12 * 3600),
)
PRICES = st.integers(0, 500).map(Decimal)
HOLIDAYS = frozenset({date(2026, 3, 30), date(2026, 10, 26), date(2026, 12, 25)})


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Step, ...]:
    blocks = draw(
        st.lists(
            st.builds(
                lambda price, length, each: Step(price, length_s=length * 900, each_s=each and each * 300),
                PRICES,
                st.integers(1, 12),
                st.none() | st.integers(1, 9),
            ),
            max_size=3,
        )
    )
    last = draw(
        st.none() | st.builds(lambda price, each: Step(price, each_s=each * 300), PRICES, st.integers(1, 24))
    )
    steps = (*blocks, last) if last is not None else tuple(blocks)
    return steps or (Step(draw(PRICES), each_s=1800),)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    days = draw(st.sampled_from(((), WEEK[:5], WEEK[5:], (DayKind.SUN, DayKind.HOLIDAY), (DayKind.FRI,))))
    start, end = draw(st.integers(0, 47)), draw(st.integers(1, 48))
    return Window(frozenset(days), start * 1800, end * 1800)


@st.composite
def charges(draw: st.DrawFn, name: str) -> Charge:
    return Charge(
        name,
        draw(st.just(()) | ladders()),
        tuple(draw(st.lists(windows(), max_size=2, unique=True))),
        draw(st.sampled_from(PERIODS)),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = ("Day", "Night", "Rest")[: draw(st.integers(1, 3))]
    caps = draw(
        st.lists(
            st.builds(
                lambda most, per, of: Cap(most, per=per, of=of),
                st.integers(0, 3000).map(Decimal),
                st.sampled_from(PERIODS),
                st.sampled_from((frozenset(), frozenset({"Day"}), frozenset({"Night"}))),
            ),
            max_size=2,
        )
    )
    free = draw(
        st.lists(
            st.builds(
                lambda up_to, first, of: Free(up_to * 300, first * 300, of_charged=of),
                st.integers(0, 6),
                st.integers(0, 12),
                st.booleans(),
            ),
            max_size=2,
        )
    )
    return Plan(
        name="Any",
        currency="EUR",
        timezone=draw(st.sampled_from(ZONES)),
        rates=(Rate("Any", tuple(draw(charges(name)) for name in names)),),
        caps=tuple(caps),
        free=tuple(free),
        holidays=HOLIDAYS if draw(st.booleans()) else frozenset(),
    )


ENTRIES = st.integers(0, 525_000).map(lambda minutes: at_minute(2026, minutes)) | st.sampled_from(
    (
        datetime.fromisoformat("2026-03-28T20:10+00:00"),
        datetime.fromisoformat("2026-10-24T20:50+00:00"),
        datetime.fromisoformat("2026-03-08T04:30+00:00"),
        datetime.fromisoformat("2026-11-01T03:15+00:00"),
    )
)
MINUTES = st.integers(0, 400) | st.integers(0, 5 * 1440)


def _quoted(plan: Plan, entry: datetime, minutes: int) -> Quote:
    return Pricing(plan).quote(Span(entry, entry + timedelta(minutes=minutes)))


@settings(deadline=None, max_examples=400)
@given(plans(), ENTRIES, MINUTES)
def test_a_clerk_with_a_watch_comes_to_the_same_price(plan: Plan, entry: datetime, minutes: int) -> None:
    has_days = any(DayKind.HOLIDAY in w.days for c in plan.rates[0].charges for w in c.windows)
    known = plan if has_days else Plan(**{**plan.__dict__, "holidays": frozenset()})
    expected = clerks_total(known, entry, entry + timedelta(minutes=minutes))
    assert _quoted(plan, entry, minutes).total_minor == expected


@settings(deadline=None)
@given(plans(), ENTRIES, MINUTES)
def test_each_line_is_whole_and_lies_in_the_stay(plan: Plan, entry: datetime, minutes: int) -> None:
    quote = _quoted(plan, entry, minutes)
    assert quote.total_minor == sum(line.amount_minor for line in quote.lines)
    assert all(quote.start <= line.start <= line.end <= quote.end for line in quote.lines)


@settings(deadline=None)
@given(plans(), ENTRIES, MINUTES, st.integers(1, 300))
def test_staying_longer_never_costs_less_where_no_special_says_so(
    plan: Plan, entry: datetime, minutes: int, more: int
) -> None:
    assert _quoted(plan, entry, minutes).total_minor <= _quoted(plan, entry, minutes + more).total_minor


@settings(deadline=None)
@given(plans(), ENTRIES, st.integers(0, 3 * 1440))
def test_a_cap_of_the_whole_stay_is_never_exceeded(plan: Plan, entry: datetime, minutes: int) -> None:
    quote = _quoted(plan, entry, minutes)
    for cap in plan.caps:
        if cap.per == STAY and not cap.of and cap.most_minor is not None:
            assert quote.total_minor <= cap.most_minor


@settings(deadline=None)
@given(plans(), ENTRIES, MINUTES, st.integers(1, 200))
def test_a_quote_holds_until_it_says_so(plan: Plan, entry: datetime, minutes: int, later: int) -> None:
    quote = _quoted(plan, entry, minutes)
    then = quote.end + timedelta(minutes=later)
    if quote.valid_until is None or then <= quote.valid_until:
        again = Pricing(plan).quote(Span(entry, then))
        assert again.total_minor == quote.total_minor


@settings(deadline=None)
@given(plans(), ENTRIES, st.integers(1, 2000), st.integers(1, 2000))
def test_a_clock_that_runs_again_after_payment_stays_below_caps_of_the_stay(
    plan: Plan, entry: datetime, first: int, further: int
) -> None:
    pricing = Pricing(plan)
    paid_at = entry + timedelta(minutes=first)
    paid = pricing.quote(Span(entry, paid_at))
    again = pricing.quote(
        Span(
            paid_at,
            paid_at + timedelta(minutes=further),
            restarted=True,
            cap_from=entry,
            paid=((entry, paid_at),),
        )
    )
    assert again.total_minor >= 0
    for cap in plan.caps:
        if cap.per == STAY and not cap.of and cap.most_minor is not None:
            assert paid.total_minor + again.total_minor <= cap.most_minor
