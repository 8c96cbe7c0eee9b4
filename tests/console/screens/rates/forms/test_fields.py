"""Lengths, prices, times, dates and figures as people type them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.screens.rates.forms.date_field import DateField, DatesField, parse_date
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.lengths import parse_length, say_length
from console.screens.rates.forms.money_field import MoneyField
from console.screens.rates.forms.number_field import SpanField
from console.screens.rates.forms.prices import parse_price, say_price
from console.screens.rates.forms.time_field import TimeOfDayField, parse_time, say_time
from core.domain.money import CURRENCIES
from core.domain.rates.document_times import LONGEST_S
from tests.console.screens.rates.forms.hands import write


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 5400), ("1:30", 5400), ("1 h 30 min", 5400), ("1h30", 5400), ("1.5 h", 5400), ("1,5h", 5400),
        ("90 min", 5400), ("90 m", 5400), ("7 days", 604800), ("1 d 2 h", 93600), ("90 s", 90),
        ("2 weeks", 1209600), ("1 小時 30 分", 5400), ("1小時30分鐘", 5400), ("7 天", 604800),
        ("1 h", 3600), ("1 H 5 MIN", 3900), ("1 min 30", 90), ("0:00:30", 30),
    ],
)  # fmt: skip
def test_a_length_is_understood_as_people_write_it(typed, seconds):
    assert parse_length(typed) == seconds


@pytest.mark.parametrize(
    "typed", ["", "soon", "1:75", "-5", "1 y", "h", "1 h x", "0.001 s", "１:90", "1 s 5"]
)
def test_what_is_no_length_is_none(typed):
    assert parse_length(typed) is None


@given(st.integers(min_value=0, max_value=LONGEST_S))
def test_a_length_that_is_said_is_read_again(seconds):
    assert parse_length(say_length(seconds)) == seconds


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("2.50", "EUR", "250"), ("2,5", "EUR", "250"), ("0.035", "SGD", "3.5"), (".5", "EUR", "50"),
        ("40", "TWD", "40"), ("1,200", "TWD", "1200"), ("1,200.50", "EUR", "120050"), ("0,035", "EUR", "3.5"),
        ("1 200", "TWD", "1200"), ("0.25", "JPY", "0.25"), ("2.", "EUR", "200"), ("0", "EUR", "0"),
    ],
)  # fmt: skip
def test_a_price_may_be_finer_than_the_smallest_coin(typed, currency, minor):
    assert parse_price(typed, currency) == Decimal(minor)


@pytest.mark.parametrize("typed", ["", "4x", "-1", "1.2.3", "1,20,3", "NT$", "1e5", "٣", "9999999999", "NaN"])
def test_what_is_no_price_is_none(typed):
    assert parse_price(typed, "EUR") is None


@given(st.decimals(min_value=0, max_value=10**7, places=4), st.sampled_from(CURRENCIES))
def test_a_price_that_is_said_is_read_again(minor, currency):
    assert parse_price(say_price(minor, currency), currency) == minor


@pytest.mark.parametrize(
    ("typed", "second"),
    [
        ("8", 28800), ("8:30", 30600), ("08.30", 30600), ("0830", 30600), ("8 pm", 72000), ("12 am", 0),
        ("24:00", 86400), ("0:00:30", 30), ("8點30分", 30600), ("8:", 28800),
    ],
)  # fmt: skip
def test_a_time_is_understood_as_people_write_it(typed, second):
    assert parse_time(typed) == second


@pytest.mark.parametrize("typed", ["", "25:00", "24:01", "8:61", "noon", "-1", "13 pm", "123456"])
def test_what_is_no_time_is_none(typed):
    assert parse_time(typed) is None


@given(st.integers(min_value=0, max_value=86400))
def test_a_time_that_is_said_is_read_again(second):
    assert parse_time(say_time(second)) == second


@pytest.mark.parametrize("typed", ["2026-12-24", "2026/12/24", "24.12.2026", "2026年12月24日"])
def test_a_date_is_understood_as_people_write_it(typed):
    assert parse_date(typed) == date(2026, 12, 24)


@pytest.mark.parametrize("typed", ["2026-02-30", "12-24", "24/12/2026", "1492-10-12", "x"])
def test_what_is_no_date_is_none(typed):
    assert parse_date(typed) is None


def test_a_length_is_written_out_when_the_field_is_left():
    field = DurationField(3600)
    write(field, "90")
    assert (field.seconds, field.line.text(), field.wrong()) == (5400, "1 h 30 min", "")


@pytest.mark.parametrize("typed", ["soon", "0", "5000 days", ""])
def test_a_length_that_cannot_be_used_leaves_the_last_and_says_why(typed):
    field = DurationField(3600)
    field.show_value(3600)
    write(field, typed)
    assert field.seconds == 3600
    assert field.wrong()
    assert field.line.text() == typed
    assert len(field.line.actions()) == 1
    write(field, "2 h")
    assert (field.seconds, field.wrong(), field.line.actions()) == (7200, "", [])


def test_an_optional_length_may_be_empty():
    field = DurationField(empty=lambda: "no end")
    field.show_value(60)
    write(field, "")
    assert (field.value(), field.wrong(), field.line.placeholderText()) == (None, "", "no end")


@pytest.mark.parametrize(("typed", "said"), [("-2", "below"), ("4x", "“4x”"), ("", "price")])
def test_a_price_that_cannot_be_used_leaves_the_last_and_says_why(typed, said):
    field = MoneyField("EUR")
    field.show_value(Decimal(250))
    write(field, typed)
    assert field.minor == 250
    assert said in field.wrong()


def test_a_long_text_is_cut_where_it_is_quoted():
    field = MoneyField("EUR")
    field.show_value(Decimal(1))
    write(field, "x" * 300)
    assert len(field.wrong()) < 120


def test_midnight_at_the_end_of_a_day_is_only_an_end():
    start, end = TimeOfDayField(), TimeOfDayField(may_end=True)
    write(start, "24:00")
    write(end, "24:00")
    assert (start.value(), bool(start.wrong())) == (0, True)
    assert (end.value(), end.wrong()) == (86400, "")


def test_a_day_of_every_year_keeps_the_year_that_the_plan_wrote():
    field = DateField(date(2023, 11, 1))
    field.set_yearly(True)
    assert field.line.text() == "11-01"
    write(field, "11-01")
    assert field.value() == date(2023, 11, 1)
    write(field, "02-29")
    assert field.value() == date(2000, 2, 29)
    write(field, "02-30")
    assert field.value() == date(2000, 2, 29)
    assert "02-30" in field.wrong()


def test_pasted_dates_are_a_list_and_a_wrong_one_is_named():
    field = DatesField()
    field.text.setPlainText("2026-01-01, 2026/02/28\n\n10.10.2026\n")
    assert field.value() == {date(2026, 1, 1), date(2026, 2, 28), date(2026, 10, 10)}
    field.text.setPlainText("2026-01-01\nEaster")
    assert "“Easter”" in field.wrong()
    assert len(field.value()) == 3


@pytest.mark.parametrize(
    ("typed", "span"), [("1", (1, 1)), ("2-3", (2, 3)), ("3-", (3, None)), ("2 to 4", (2, 4))]
)
def test_periods_are_counted_as_people_write_them(typed, span):
    field = SpanField(1, may_be_open=True)
    write(field, typed)
    assert (field.value(), field.wrong()) == (span, "")


@pytest.mark.parametrize("typed", ["0", "3-2", "x", "-1", ""])
def test_periods_that_are_none_are_refused(typed):
    field = SpanField(1, may_be_open=True)
    write(field, typed)
    assert field.wrong()
    assert field.value() == (1, None)
