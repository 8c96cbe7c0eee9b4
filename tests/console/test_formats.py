from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from console.formats import (
    format_age,
    format_duration,
    format_local_date_time,
    format_local_time,
    format_money,
    format_percent,
    format_plate,
)
from console.i18n import install_language

TAIPEI = ZoneInfo("Asia/Taipei")
NOON = datetime(2025, 5, 13, 6, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [
        (120, "TWD", "NT$ 120"),
        (150, "EUR", "€ 1.50"),
        (350, "USD", "$ 3.50"),
        (300, "JPY", "¥ 300"),
        (1_234_567, "EUR", "€ 12,345.67"),
        (-10, "TWD", "−NT$ 10"),
        (0, "TWD", "NT$ 0"),
        (5, "USD", "$ 0.05"),
        (-5, "USD", "−$ 0.05"),
        (1500, "CHF", "CHF 15.00"),
        (1500, "KWD", "KWD 1.500"),
    ],
)
def test_amounts_carry_their_currency_and_its_decimals(minor: int, currency: str, shown: str) -> None:
    assert format_money(minor, currency) == shown


def test_a_time_of_today_stands_alone_and_another_day_is_named(qapp: QApplication) -> None:
    install_language(qapp, "en")
    assert format_local_time(NOON, TAIPEI, now=NOON + timedelta(hours=2)) == "14:32"
    assert format_local_time(NOON, TAIPEI, now=NOON + timedelta(days=1)) == "Tue 13 May 14:32"
    assert format_local_time(NOON, TAIPEI, now=NOON + timedelta(days=300)) == "Tue 13 May 2025 14:32"
    assert format_local_time(NOON, TAIPEI, now=NOON, with_zone=True) == "14:32 CST"
    assert format_local_date_time(NOON, TAIPEI) == "Tue 13 May 14:32"


def test_midnight_is_that_of_the_lot_not_of_greenwich() -> None:
    late = datetime(2025, 5, 13, 15, 59, tzinfo=UTC)
    assert format_local_time(late, TAIPEI, now=late + timedelta(seconds=30)) == "23:59"
    assert format_local_time(late, TAIPEI, now=late + timedelta(minutes=2)) == "Tue 13 May 23:59"


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0 min"),
        (14, "14 min"),
        (60, "1 h"),
        (134, "2 h 14 min"),
        (1440, "1 d"),
        (4625, "3 d 5 h"),
        (-3, "0 min"),
    ],
)
def test_a_duration_shows_its_two_largest_units(qapp: QApplication, minutes: int, shown: str) -> None:
    install_language(qapp, "en")
    assert format_duration(timedelta(minutes=minutes)) == shown


def test_durations_and_days_are_said_in_chinese(qapp: QApplication) -> None:
    install_language(qapp, "zh_TW")
    assert format_duration(timedelta(minutes=134)) == "2 小時 14 分"
    assert format_local_date_time(NOON, TAIPEI) == "5 月 13 日（週二）14:32"
    install_language(qapp, "en")


@pytest.mark.parametrize(
    ("seconds", "shown"), [(1.84, "1.8 s old"), (42.4, "42 s old"), (119.0, "119 s old"), (720, "12 min old")]
)
def test_an_age_is_exact_while_it_is_short(qapp: QApplication, seconds: float, shown: str) -> None:
    install_language(qapp, "en")
    assert format_age(seconds) == shown


@pytest.mark.parametrize(
    ("share", "shown"), [(0.98, "98 %"), (0.999, "99 %"), (1.0, "100 %"), (0.29, "29 %")]
)
def test_only_what_is_certain_is_a_hundred_percent(share: float, shown: str) -> None:
    assert format_percent(share) == shown.replace(" ", "\u00a0")


def test_a_plate_is_one_line_of_at_most_64_characters() -> None:
    assert format_plate("abc-1234") == "ABC-1234"
    assert format_plate("a\nb\u0007c") == "A B C"
    assert format_plate("") == "—"
    assert len(format_plate("x" * 10_000)) == 64
