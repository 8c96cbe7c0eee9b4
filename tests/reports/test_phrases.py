from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.rates.quote import QuoteLine
from reports.phrases import LocalTimes, amount, duration, line_in_words, printable

BERLIN = LocalTimes(ZoneInfo("Europe/Berlin"), "en")
TAIPEI = LocalTimes(ZoneInfo("Asia/Taipei"), "zh_TW")


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1200, "TWD", "NT$1,200"),
        (0, "TWD", "NT$0"),
        (1250, "EUR", "€12.50"),
        (-5, "EUR", "−€0.05"),
        (123_456_789, "USD", "$1,234,567.89"),
        (900, "CZK", "CZK 9.00"),
        (1005, "KWD", "KWD 1.005"),
    ],
)
def test_an_amount_has_sign_grouping_and_decimals(minor: int, currency: str, text: str) -> None:
    assert amount(minor, currency) == text


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (1, "1 min", "1 分鐘"),
        (45, "45 min", "45 分鐘"),
        (60, "1 hour", "1 小時"),
        (90, "1 h 30 min", "1 小時 30 分"),
        (1440, "24 hours", "24 小時"),
    ],
)
def test_a_length_is_said_in_hours_and_minutes(minutes: int, english: str, chinese: str) -> None:
    assert (duration(minutes, "en"), duration(minutes, "zh_TW")) == (english, chinese)


def test_times_are_those_of_the_lots_own_clocks() -> None:
    instant = datetime(2026, 11, 21, 23, 5, 59, tzinfo=UTC)
    assert BERLIN.date_and_time(instant) == "22 Nov 2026, 00:05"
    assert TAIPEI.date_and_time(instant) == "2026/11/22 07:05"


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert BERLIN.time(first) == "02:30 CEST"
    assert BERLIN.time(second) == "02:30 CET"
    assert BERLIN.time(datetime(2026, 10, 25, 2, 30, tzinfo=UTC)) == "03:30"
    assert BERLIN.time(datetime(2026, 3, 29, 1, 0, tzinfo=UTC)) == "03:00"


def test_a_rule_that_has_no_words_yet_is_named_rather_than_lost() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    line = QuoteLine("evening_flat", at, at, 500)
    assert line_in_words(line, "EUR", "en") == "Other (evening_flat)"
    assert "evening_flat" in line_in_words(line, "EUR", "zh_TW")


@given(st.text())
def test_what_is_printed_is_one_line_without_controls(text: str) -> None:
    cleaned = printable(text)
    assert cleaned.isprintable()
    assert cleaned == cleaned.strip()
    assert printable(cleaned) == cleaned
    cleaned.encode("utf-8")


def test_direction_marks_and_escapes_are_dropped_and_words_kept() -> None:
    assert printable("AB\x1b@C\u202e 12\n\t34\ud800") == "AB@C 12 34"
