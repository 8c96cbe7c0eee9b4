"""``lotkeeper rates quote PLAN --entry … --exit …``: one stay, as it is called at a shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.cli import main
from tests.console.cli.rate_plans import (
    EACH_HOUR,
    WITH_CLASSES,
    WITH_LOST_TICKET,
    WITH_VALIDATIONS,
    plan_file,
    quote,
)

Captured = pytest.CaptureFixture[str]
MANY_FACTS = """
format = "rate-plan/1"
name = "Charging station"
currency = "EUR"
timezone = "Europe/Berlin"
tax_percent = 19
visits = "continue"
classes = ["car", "coach"]

[[rates]]
name = "Members"
applies = { loyalty = ["gold"] }
[[rates.charges]]
name = "Member"
free = true

[[rates]]
name = "Evening"
applies = { tags = ["evening"] }
[[rates.charges]]
name = "Evening"
steps = [{ price = 3 }]

[[rates]]
name = "Standard"
[[rates.charges]]
name = "Parking"
steps = [{ for = "1 h", price = 2 }, { each = "1 h", price = 1 }]

[[free]]
up_to = "10 min"
once = "8 h"

[[extras]]
name = "Energy"
quantity = "kwh"
each = 0.1
price = 0.05
"""
NOON, TWO = "2026-05-13T12:00", "2026-05-13T14:00"


def total(captured: Captured) -> int:
    minor = json.loads(captured.readouterr().out)["total_minor"]
    assert isinstance(minor, int)
    return minor


def test_machines_get_total_currency_lines_and_what_was_asked(capsys: Captured) -> None:
    assert quote(EACH_HOUR, "2026-05-13T08:00:00-04:00", "2026-05-13T09:30:00-04:00", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    (line,) = answer["lines"]
    assert (answer["total_minor"], answer["currency"], line["amount_minor"]) == (1200, "USD", 1200)
    assert (line["rule"], line["name"], line["units"], line["unit_minor"]) == ("steps", "Parking", 2, 600)
    assert (answer["plan"], answer["rate"]) == ("Each hour, 24-hour maximum", "Standard")
    assert answer["entry"] == "2026-05-13T08:00:00-04:00"
    assert answer["valid_until"] == "2026-05-13T10:00:00-04:00"
    assert answer["tax_minor"] == 0


def test_people_get_a_bill_whose_lines_add_up(capsys: Captured) -> None:
    assert quote(EACH_HOUR, "2026-05-13T08:00", "2026-05-13T12:00") == 0
    told = capsys.readouterr().out
    assert "Wed 13 May 2026 08:00 – Wed 13 May 2026 12:00 (4 h, America/New_York)" in told
    rows = [" ".join(row.split()) for row in told.splitlines()]
    assert "08:00 – 12:00 Parking: 4 × 1 h at 6.00 24.00" in rows
    assert "08:00 – 12:00 24-hour maximum: not more than 17.00 -7.00" in rows
    assert "Total USD 17.00" in rows


def test_a_bill_says_the_tax_inside_and_seconds_where_there_are_some(
    tmp_path: Path, capsys: Captured
) -> None:
    plan = plan_file(tmp_path, MANY_FACTS)
    assert quote(plan, "2026-05-13T12:00:30", "2026-05-13T12:40:30") == 0
    told = capsys.readouterr().out
    assert "of which tax 19 %" in told
    assert "12:00:30" in told


def test_a_local_time_and_one_with_an_offset_are_the_same(capsys: Captured) -> None:
    quote(EACH_HOUR, "2026-05-13T08:00", "2026-05-13T09:00", "--json")
    here = capsys.readouterr().out
    quote(EACH_HOUR, "2026-05-13T12:00:00Z", "2026-05-13T21:00:00+08:00", "--json")
    assert json.loads(capsys.readouterr().out) == json.loads(here)


def test_classes_and_holidays_change_the_price(capsys: Captured) -> None:
    prices = []
    for words in (
        (),
        ("--class", "large"),
        ("--holiday", "2026-05-13"),
        ("--holiday", "2026-01-02", "2026-05-13"),
    ):
        assert quote(WITH_CLASSES, "2026-05-13T09:00", "2026-05-13T11:00", *words, "--json") == 0
        prices.append(total(capsys))
    assert prices == [60, 120, 40, 40]


def test_the_holidays_of_the_plans_calendar_count_by_themselves(capsys: Captured) -> None:
    assert quote(WITH_CLASSES, "2026-01-01T09:00", "2026-01-01T09:20", "--json") == 0
    assert total(capsys) == 10
    assert quote(WITH_CLASSES, "2027-01-01T09:00", "2027-01-01T09:20", "--json") == 0
    assert total(capsys) == 10


def test_a_lost_ticket_costs_what_the_sign_says(capsys: Captured) -> None:
    assert quote(WITH_LOST_TICKET, "2026-05-13T09:00", "2026-05-13T10:00", "--lost-ticket", "--json") == 0
    assert total(capsys) == 1400


@pytest.mark.parametrize(
    ("words", "minor"),
    [
        (("time:120",), 100),
        (("amount:1.50",), 150),
        (("percent:50",), 150),
        (("time:60", "amount:0.50"), 150),
        (("time:60@baker", "time:60@butcher"), 100),
        (("amount:9.00",), 0),
        (("rate:Standard",), 300),
    ],
)
def test_validations_take_off_what_they_say(words: tuple[str, ...], minor: int, capsys: Captured) -> None:
    assert (
        quote(WITH_VALIDATIONS, "2026-05-13T09:00", "2026-05-13T16:00", "--validation", *words, "--json") == 0
    )
    assert total(capsys) == minor


@pytest.mark.parametrize(
    ("words", "minor"),
    [
        ((), 300),
        (("--loyalty", "gold"), 0),
        (("--loyalty",), 300),
        (("--tag", "evening"), 300),
        (("--prior-minutes", "60"), 200),
        (("--visit", "2026-05-13T10:00/2026-05-13T11:00"), 200),
        (("--quantity", "kwh=12.5"), 300 + 625),
        (("--prepaid", "2.00"), 100),
        (("--covered", "2026-05-13T12:00/2026-05-13T13:00"), 200),
        (("--free-used",), 300),
    ],
)
def test_other_facts_change_the_price(
    words: tuple[str, ...], minor: int, tmp_path: Path, capsys: Captured
) -> None:
    assert quote(plan_file(tmp_path, MANY_FACTS), NOON, TWO, *words, "--json") == 0
    assert total(capsys) == minor


def test_free_minutes_that_were_used_are_not_given_again(tmp_path: Path, capsys: Captured) -> None:
    plan = plan_file(tmp_path, MANY_FACTS.replace('visits = "continue"', ""))
    assert quote(plan, NOON, "2026-05-13T12:10", "--json") == 0
    assert total(capsys) == 0
    assert quote(plan, NOON, "2026-05-13T12:10", "--free-used", "--json") == 0
    assert total(capsys) == 200


@pytest.mark.parametrize(
    ("stay", "words", "code", "said"),
    [
        ((TWO, NOON), (), "rates.exit_before_entry", "exit lies before the entry"),
        (("2016-05-13T12:00", NOON), (), "rates.stay_too_long", "too long"),
        ((NOON, TWO), ("--class", "tank"), "rates.unknown_class", "no prices for this class"),
        ((NOON, TWO), ("--validation", "time:60", "time:60"), "rates.validation_used_twice", "twice"),
        ((NOON, TWO), ("--validation", "time:60@x", "amount:1@x"), "rates.validation_used_twice", "twice"),
        ((NOON, TWO), ("--validation", "rate:Moon"), "rates.unknown_rate", "no rate of that name"),
        (("yesterday", TWO), (), "given.unfit", "entry"),
        (("2026-05-13", TWO), (), "given.unfit", "date and time"),
        (("1812-05-13T12:00", TWO), (), "given.unfit", "years 1970"),
        (("2026-03-29T02:30", TWO), (), "given.time_skipped", "clock skips"),
        (("2026-10-25T02:30", "2026-10-25T12:00"), (), "given.time_twice", "twice"),
        ((NOON, TWO), ("--holiday", "tomorrow"), "given.unfit", "holidays"),
        ((NOON, TWO), ("--validation", "coffee:1"), "given.unfit", "--validation"),
        ((NOON, TWO), ("--validation", "time"), "given.unfit", "--validation"),
        ((NOON, TWO), ("--validation", "time:1.5"), "given.unfit", "whole number"),
        ((NOON, TWO), ("--validation", "time:-5"), "given.unfit", "whole number"),
        ((NOON, TWO), ("--validation", "percent:101"), "given.unfit", "from 0 to 100"),
        ((NOON, TWO), ("--validation", "percent:NaN"), "given.unfit", "a number"),
        ((NOON, TWO), ("--validation", "percent:1e999999"), "given.unfit", "a number"),
        ((NOON, TWO), ("--validation", "amount:1.505"), "given.unfit", "an amount in EUR"),
        ((NOON, TWO), ("--prepaid", "-1"), "given.unfit", "an amount in EUR"),
        ((NOON, TWO), ("--prior-minutes", "-1"), "given.unfit", "prior_minutes"),
        ((NOON, TWO), ("--quantity", "kwh"), "given.unfit", "NAME=NUMBER"),
        ((NOON, TWO), ("--quantity", "kwh=many"), "given.unfit", "a number"),
        ((NOON, TWO), ("--visit", NOON), "given.unfit", "FROM/TO"),
        ((NOON, TWO), ("--visit", f"{TWO}/{NOON}"), "given.unfit", "an end after its start"),
    ],
)
def test_what_cannot_be_priced_is_refused_in_one_line_and_never_gets_a_price(
    stay: tuple[str, str], words: tuple[str, ...], code: str, said: str, tmp_path: Path, capsys: Captured
) -> None:
    plan = plan_file(tmp_path, MANY_FACTS)
    assert quote(plan, *stay, *words, "--json") == 2
    told = capsys.readouterr()
    error = json.loads(told.out)["error"]
    assert set(json.loads(told.out)) == {"error"}
    assert error["code"] == code
    assert said in error["message"]
    assert error["message"] in told.err
    assert told.err.count("\n") == 1
    assert quote(plan, *stay, *words) == 2
    assert capsys.readouterr().out == ""


def test_entry_and_exit_are_needed(capsys: Captured) -> None:
    assert main(["rates", "quote", str(EACH_HOUR), "--entry", NOON]) == 2
    assert "exit" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["quote", "check"])
@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", None, "empty"),
        ("name = ", 1, "is not valid TOML"),
        (MANY_FACTS.replace('"1 h", price = 2', '"1 h", price = "two"'), 28, "price"),
        (MANY_FACTS.replace("Europe/Berlin", "Europe/Atlantis"), 5, "timezone"),
        (MANY_FACTS.replace("[[free]]", "[[fee]]"), 30, "fee"),
        ('{"format": "rate-plan/1"', 1, "is not valid JSON"),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused_with_line_and_reason(
    action: str, text: str, line: int | None, said: str, tmp_path: Path, capsys: Captured
) -> None:
    plan = plan_file(tmp_path, text)
    assert main(["rates", action, str(plan), *(() if action == "check" else ("--batch", "-"))]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"lotkeeper: {plan}:{line}: " if line else f"lotkeeper: {plan}: ")
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


@pytest.mark.parametrize("action", ["quote", "check"])
def test_a_plan_that_is_missing_or_a_folder_is_refused(action: str, tmp_path: Path, capsys: Captured) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        words = () if action == "check" else ("--entry", NOON, "--exit", TWO)
        assert main(["rates", action, str(path), *words]) == 2
        assert capsys.readouterr().err.startswith(f"lotkeeper: {path}: ")


def test_help_names_the_actions_without_reading_a_plan(capsys: Captured) -> None:
    assert main(["rates", "--help"]) == 0
    told = capsys.readouterr().out
    assert "check" in told
    assert "quote" in told
    assert main(["rates"]) == 2
