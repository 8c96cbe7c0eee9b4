from datetime import date
from decimal import Decimal

import pytest

from console.words.rate_plan import (
    adjustment_sentence,
    applies_sentence,
    cap_sentence,
    charge_sentence,
    extra_sentence,
    free_sentence,
    rate_sentence,
)
from console.words.rate_windows import length_words, price_words, window_words
from core.domain.rates.plan import (
    Adjustment,
    Applies,
    Cap,
    Charge,
    Covers,
    Extra,
    Free,
    Per,
    Period,
    Rate,
    Step,
)
from core.domain.rates.windows import DateRange, DayKind, Window

HOUR = 3600
WORKDAYS = frozenset({DayKind.MON, DayKind.TUE, DayKind.WED, DayKind.THU, DayKind.FRI})
OFFICE = Window(days=WORKDAYS, start_s=8 * HOUR, end_s=18 * HOUR)
DAY = Period(Per.ROLLING, 24 * HOUR)


def test_a_first_hour_and_what_follows_read_like_the_sign():
    charge = Charge("Day", (Step(Decimal(40), HOUR), Step(Decimal(20), each_s=1800)), (OFFICE,))
    assert (
        charge_sentence(charge, "TWD")
        == "Mon–Fri 08:00–18:00: first hour NT$ 40, then NT$ 20 each started 30 min"
    )


def test_a_block_alone_is_paid_for_each_started_length():
    assert charge_sentence(Charge("Day", (Step(Decimal(400), 24 * HOUR),)), "JPY") == (
        "¥ 400 each started 24 h"
    )


def test_bands_say_what_the_whole_costs_up_to_each_length():
    bands = (
        Step(Decimal(220), HOUR, is_total=True),
        Step(Decimal(320), HOUR, is_total=True),
        Step(Decimal(740), is_total=True),
    )
    said = charge_sentence(Charge("Table", bands), "GBP")
    assert said == "Up to 1 h £ 2.20, up to 2 h £ 3.20, longer £ 7.40"


def test_a_price_in_proportion_says_what_it_is_charged_by():
    charge = Charge("Night", (Step(Decimal(60), each_s=60, per_s=1800),))
    assert charge_sentence(charge, "SGD") == "S$ 0.60 per 30 min, charged by the minute"


def test_unfinished_units_that_are_free_are_called_full_ones():
    charge = Charge("Day", (Step(Decimal(30), each_s=1800),), unfinished_free=True)
    assert charge_sentence(charge, "TWD") == "NT$ 30 each full 30 min"


def test_a_charge_for_what_others_leave_says_so():
    assert charge_sentence(Charge("Night"), "TWD", follows=True) == "At other times: free"


def test_one_price_for_a_window_is_paid_each_time():
    evening = Window(start_s=18 * HOUR, end_s=24 * HOUR)
    charge = Charge("Evening", (Step(Decimal(325)),), (evening,), restart=Period(Per.WINDOW))
    assert charge_sentence(charge, "SGD") == "Daily 18:00–24:00: S$ 3.25 each time"


def test_beginning_anew_is_not_said_where_it_changes_nothing():
    hourly = Charge("Day", (Step(Decimal(600), each_s=HOUR),), restart=DAY)
    assert charge_sentence(hourly, "USD") == "$ 6.00 each started hour"
    uneven = Charge("Day", (Step(Decimal(600), each_s=7 * HOUR),), restart=DAY)
    assert charge_sentence(uneven, "USD") == "$ 6.00 each started 7 h, anew every 24 h"


def test_caps_name_their_period_and_whose_they_are():
    assert cap_sentence(Cap(Decimal(240), per=DAY), "TWD") == "At most NT$ 240 in 24 h"
    night = Cap(Decimal(500), per=Period(Per.WINDOW), of=frozenset({"Night"}))
    assert cap_sentence(night, "SGD") == "Night: at most S$ 5.00 each time"
    both = Cap(Decimal(500), Decimal(100), which=(1, 1))
    assert cap_sentence(both, "SGD") == (
        "At most S$ 5.00 per stay, at least S$ 1.00 per stay, only the 1. period"
    )


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (Free(up_to_s=600), "Free up to 10 min"),
        (Free(first_s=1800), "The first 30 min are free"),
        (Free(first_s=1800, of_charged=True), "The first 30 min that would cost something are free"),
        (Free(up_to_s=600, once=Period(Per.DAY)), "Free up to 10 min, once per day for each vehicle"),
        (
            Free(first_s=7200, applies=Applies(classes=frozenset({"disabled"}))),
            "The first 2 h are free (Disabled drivers)",
        ),
    ],
)
def test_free_minutes_say_which_of_their_meanings_they_have(free, said):
    assert free_sentence(free) == said


def test_extras_and_multiples_read_as_one_says_them():
    assert extra_sentence(Extra("Reservation", Decimal(200)), "EUR") == "Reservation: € 2.00 per stay on top"
    power = Extra("Power", Decimal(59), quantity="kwh", each=Decimal(1))
    assert extra_sentence(power, "EUR") == "Power: € 0.59 per kwh on top"
    assert adjustment_sentence(Adjustment("Members", Decimal("0.9"))) == "Members: 10 % less"
    assert adjustment_sentence(Adjustment("Coaches", Decimal(2))) == "Coaches: times 2"


def test_an_early_bird_names_entry_and_exit():
    applies = Applies(
        entry=Window(start_s=6 * HOUR, end_s=9 * HOUR, through=True),
        exit=Window(start_s=15 * HOUR + 1800, end_s=23 * HOUR),
        exit_days=(0, 0),
    )
    assert applies_sentence(applies) == (
        "Entry 06:00–09:00 inclusive, exit 15:30–23:00, exit on the same day"
    )


def test_a_rate_without_conditions_is_for_every_stay():
    assert rate_sentence(Rate("Standard", ())) == "Every stay"
    night = Rate("Night", (), covers=Covers(until_s=8 * HOUR))
    assert rate_sentence(night) == "Every stay, until 08:00"


def test_windows_over_days_dates_and_seasons():
    assert window_words(Window(weekly=(4, 0), start_s=18 * HOUR, end_s=6 * HOUR)) == "Fri 18:00 – Mon 06:00"
    weekend = Window(days=frozenset({DayKind.SAT, DayKind.SUN, DayKind.HOLIDAY}))
    assert window_words(weekend) == "Sat, Sun, holidays"
    winter = DateRange(date(2000, 11, 1), date(2000, 3, 31), yearly=True)
    assert window_words(Window(dates=(winter,))) == "each year 11-01 – 03-31"


def test_prices_smaller_than_a_coin_keep_their_digits():
    assert price_words(Decimal("3.5"), "SGD") == "S$ 0.035"
    assert price_words(Decimal(350), "SGD") == "S$ 3.50"
    assert price_words(Decimal("0.5"), "TWD") == "NT$ 0.5"


def test_lengths_are_written_as_on_signs():
    assert [length_words(one) for one in (90, 1800, 5400, 86400, 172800)] == [
        "1 min 30 s",
        "30 min",
        "1 h 30 min",
        "24 h",
        "2 days",
    ]
