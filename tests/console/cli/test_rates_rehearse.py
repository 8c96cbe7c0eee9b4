"""``lotkeeper rates rehearse``: what the last days would have brought by a draft, at a shell."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.cli import main
from tests.core.store.lot import SetClock, a_day, opened

PLAN = """
format = "rate-plan/1"
name = "Draft"
currency = "EUR"
timezone = "Europe/Berlin"
holiday_calendar = "DE-BY"

[[rates]]
name = "All day"
applies = { up_to = "%s" }
[[rates.charges]]
name = "Day"
steps = [{ each = "15 min", price = 1.00 }]
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A day with eight vehicles, two of which paid 2.00 and left, half an hour and more ago."""
    clock = SetClock(datetime.now(UTC) - timedelta(hours=8))
    with opened(tmp_path, clock) as store:
        a_day(store, clock, vehicles=8)
    return tmp_path / "lotkeeper.db"


def plan(folder: Path, *, up_to: str = "24 h", text: str = PLAN) -> str:
    file = folder / "draft.toml"
    file.write_text(text % up_to if "%" in text else text, encoding="utf-8")
    return str(file)


def rehearse(*args: object) -> int:
    return main(["rates", "rehearse", *map(str, args)])


def test_the_difference_is_said_in_figures(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearse(plan(tmp_path), "--database", database, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["stays"], found["before_minor"], found["after_minor"]) == (2, 400, 600)
    assert (found["change_percent"], found["dearer"], found["not_priced"]) == (50.0, 2, 0)
    assert [change["plate"] for change in found["biggest"]] == ["AB0000", "AB0004"]
    assert found["by_class"]["car"]["stays"] == 2


def test_people_get_sentences(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse(plan(tmp_path), "--database", database) == 0
    said = capsys.readouterr().out
    assert "2 stays, EUR 4.00 before, 6.00 by the draft (+50.0 %)" in said
    assert "AB0000" in said


def test_stays_without_a_price_are_named_and_counted(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearse(plan(tmp_path, up_to="10 min"), "--database", database) == 1
    assert "2 stays: no rate of the plan applies to this stay; the first: AB0000" in capsys.readouterr().out


def test_only_so_many_days_are_looked_at(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearse(plan(tmp_path), "--database", database, "--days", "1", "--json") == 0
    assert json.loads(capsys.readouterr().out)["stays"] == 2


@pytest.mark.parametrize(
    ("days", "text", "words"),
    [
        ("0", PLAN, "number of days"),
        ("many", PLAN, "number of days"),
        ("30", 'format = "rate-plan/1"', "draft.toml"),
        ("30", PLAN.replace("EUR", "TWD"), "currency"),
    ],
)
def test_what_cannot_be_rehearsed_is_said_in_one_line(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: str, text: str, words: str
) -> None:
    assert rehearse(plan(tmp_path, text=text), "--database", database, "--days", days) == 2
    told = capsys.readouterr().err.splitlines()
    assert len([line for line in told if not line.startswith("stays:")]) == 1
    assert words in told[-1]


def test_a_missing_database_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse(plan(tmp_path), "--database", tmp_path / "none.db") == 2
    assert "none.db" in capsys.readouterr().err
