"""The bill that people get: every rule of a quote has words, and columns stand below each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from console.cli.rates_bill import bill_lines, short_line
from core.domain.rates.plan import Charge, Plan, Rate, Step
from core.domain.rates.quote import Quote, QuoteLine

NOON = datetime(2026, 5, 13, 10, 0, tzinfo=UTC)
PLAN = Plan("Riverside", "EUR", "Europe/Berlin", (Rate("Standard", (Charge("Day", (Step(Decimal(200)),)),)),))
WORDS = {
    "free": "free, up to 30 min",
    "taken_off": "first 30 min free",
    "first_block": "2 × 30 min at 2.00",
    "steps": "2 × 30 min at 2.00",
    "band": "up to 30 min in all 2.00",
    "flat": "flat price",
    "not_charged": "not charged",
    "days": "2 × 30 min at 2.00",
    "cap": "not more than 2.00",
    "minimum": "not less than 2.00",
    "extra": "2 × 2.00",
    "adjustment": "-50 %",
    "visits": "charged on earlier visits",
    "time_credit": "time given",
    "percent_credit": "per cent given",
    "amount_credit": "amount given",
    "prepaid": "paid before",
    "already_paid": "paid already",
    "rounding": "rounded to 2.00",
    "permit": "paid: right to leave",
}

COUNTED = {"first_block", "steps", "days", "extra"}


def quote_of(*lines: QuoteLine, hours: int = 2) -> Quote:
    return Quote("EUR", NOON, NOON + timedelta(hours=hours), lines, "standard", 1, rate="Standard")


def line_of(rule: str, amount_minor: int = 400, *, name: str = "", hours: int = 2) -> QuoteLine:
    units = 2 if rule in COUNTED else 1
    return QuoteLine(
        rule, NOON, NOON + timedelta(hours=hours), amount_minor, units, 30, 200, name=name, factor="0.5"
    )


def words_of(line: QuoteLine) -> str:
    rows = list(bill_lines(quote_of(line), PLAN, "car"))
    return " ".join(rows[4].split())


@pytest.mark.parametrize(("rule", "words"), WORDS.items())
def test_every_rule_has_words(rule: str, words: str) -> None:
    assert words_of(line_of(rule, name="Day")) == f"12:00 – 14:00 Day: {words} 4.00"


def test_a_rule_without_a_name_begins_with_a_capital() -> None:
    assert words_of(line_of("free", 0)) == "12:00 – 14:00 Free, up to 30 min 0.00"


def test_a_rule_that_nobody_knows_is_named_by_its_code() -> None:
    assert words_of(line_of("moonlight", name="Day")) == "12:00 – 14:00 Day: moonlight 4.00"


def test_the_last_band_is_for_longer_stays() -> None:
    band = QuoteLine("band", NOON, NOON + timedelta(hours=2), 400, unit_minor=400, name="Day")
    assert words_of(band) == "12:00 – 14:00 Day: longer, in all 4.00 4.00"


def test_tax_on_top_is_a_line_with_its_per_cent() -> None:
    tax = QuoteLine("tax", NOON, NOON + timedelta(hours=2), 74, factor="1837.5")
    assert words_of(tax) == "12:00 – 14:00 Tax 18.375 % 0.74"


def test_prices_per_another_length_say_so() -> None:
    line = QuoteLine("steps", NOON, NOON + timedelta(hours=2), 400, 120, 1, 200, "Day", per_minutes=60)
    assert words_of(line) == "12:00 – 14:00 Day: 2 h at 2.00 per 1 h 4.00"


def test_amounts_stand_below_each_other_and_dates_are_named_where_there_are_several() -> None:
    lines = (line_of("steps", 40000, name="Day", hours=30), line_of("cap", -1000, name="Maximum", hours=30))
    rows = list(bill_lines(quote_of(*lines, hours=30), PLAN, "coach"))
    assert rows[:3] == [
        "Riverside",
        "Wed 13 May 2026 12:00 – Thu 14 May 2026 18:00 (1 d 6 h, Europe/Berlin)",
        "coach, Standard",
    ]
    assert [len(row) for row in rows[4:7]] == [len(rows[4])] * 3
    assert rows[4].endswith("400.00")
    assert rows[5].endswith("-10.00")
    assert rows[6].split() == ["Total", "EUR", "390.00"]
    assert "13 May 12:00 – 14 May 18:00" in rows[4]


def test_the_hour_that_the_clock_shows_twice_is_told_apart() -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    line = QuoteLine("free", start, start + timedelta(hours=1), 0)
    quote = Quote("EUR", start, start + timedelta(hours=1), (line,), "standard", 1)
    assert "02:30 CEST – Sun 25 Oct 2026 02:30 CET" in list(bill_lines(quote, PLAN, "car"))[1]
    assert short_line(quote, PLAN).startswith("EUR 0.00  Sun 25 Oct 2026 02:30 CEST")
