"""The machine's clock jumps under a console that runs: no price from a wrong clock, and the order is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.formats import format_duration
from core.store.verify import verify_file
from migrations.history import upgrade_file
from tests.architecture.source_tree import ROOT
from tests.faults.invariants import NONE, judge, rows_at

_LIBRARIES = ("/usr/lib/{0}/faketime/libfaketime.so.1", "/usr/lib/faketime/libfaketime.so.1")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LIMIT_SECONDS = 30
# The plan of tests/core/store/lot.py: the first hour 2.00, each half hour begun 1.00 more.
FIRST_HOUR, HALF_HOUR = 200, 100

# When it is, and why that instant is worth a look; the lot lies in Berlin.
TURNS = {
    "summer time begins": datetime(2027, 3, 28, 0, 30, tzinfo=UTC),
    "summer time ends": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "a leap day": datetime(2028, 2, 28, 23, 30, tzinfo=UTC),
    "the end of the leap day": datetime(2028, 2, 29, 23, 30, tzinfo=UTC),
    "the year turns": datetime(2026, 12, 31, 22, 30, tzinfo=UTC),
    "seconds outgrow 31 bits": datetime(2038, 1, 19, 3, 0, tzinfo=UTC),
}


class Machine:
    """A machine whose clock a test sets, with a console that runs on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._clock_file = folder / "clock"
        self._process: subprocess.Popen[str] | None = None

    @property
    def database(self) -> Path:
        return self.folder / "lotkeeper.db"

    def set_clock(self, instant: datetime) -> None:
        """Put the clock to the instant, from which it goes on."""
        partial = self._clock_file.with_suffix(".part")
        partial.write_text(f"@{instant:%Y-%m-%d %H:%M:%S}\n")
        partial.replace(self._clock_file)

    def start(self) -> None:
        environment = {
            "LD_PRELOAD": _library(),
            "FAKETIME_TIMESTAMP_FILE": str(self._clock_file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "TZ": "UTC",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.clock_life", str(self.folder)],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def ask(self, *words: str) -> Any:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(words) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def stop(self) -> None:
        if self._process is not None:
            with self._process as process:
                if process.stdin is not None:
                    process.stdin.close()
                process.wait(LIMIT_SECONDS)
            self._process = None

    def _answer(self) -> Any:
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the console ended"
        return json.loads(line)


@contextmanager
def running(folder: Path, instant: datetime) -> Iterator[Machine]:
    upgrade_file(folder / "lotkeeper.db", folder / "backups")
    machine = Machine(folder)
    machine.set_clock(instant)
    machine.start()
    try:
        yield machine
    finally:
        machine.stop()
    _all_in_order(machine.database)


def test_the_clock_of_the_machine_is_really_set(tmp_path: Path) -> None:
    with running(tmp_path, NOON) as machine:
        machine.set_clock(NOON + DAY)
        shown = datetime.fromisoformat(machine.ask("now"))
        assert abs(shown - NOON - DAY) < timedelta(seconds=LIMIT_SECONDS)
        machine.ask("come", "AB1234")


@pytest.mark.parametrize("jump", [HOUR, DAY], ids=["an hour", "a day"])
def test_a_clock_set_back_prices_nothing_until_a_person_settles_it_and_cars_still_come_in(
    tmp_path: Path, jump: timedelta
) -> None:
    with running(tmp_path, NOON) as machine:
        machine.ask("come", "AB1234")
        machine.set_clock(NOON - jump)
        assert machine.ask("quote", "AB1234") == {"refused": "clock.behind"}
        assert machine.ask("pay", "AB1234") == {"refused": "clock.behind"}
        assert machine.ask("leave", "AB1234") == "exit.no_price"
        assert "refused" not in machine.ask("come", "CD5678")
        machine.ask("settle")
        # It came in after now, as far as the clock goes: a person decides, no figure is made up.
        assert machine.ask("quote", "AB1234") == {"refused": "clock.before_entry"}
        assert machine.ask("leave", "AB1234") == "exit.no_price"
        machine.ask("wave_through", "AB1234")
        # The journal keeps what the clocks said; nobody is shown a negative time.
        assert format_duration(timedelta(seconds=machine.ask("stayed", "AB1234"))) == "0 min"


@pytest.mark.parametrize("jump", [HOUR, DAY], ids=["an hour", "a day"])
def test_a_clock_set_back_while_the_console_was_off_is_seen_at_its_start(
    tmp_path: Path, jump: timedelta
) -> None:
    with running(tmp_path, NOON) as machine:
        machine.ask("come", "AB1234")
        machine.stop()
        machine.set_clock(NOON - jump)
        machine.start()
        assert machine.ask("quote", "AB1234") == {"refused": "clock.behind"}
        machine.set_clock(NOON + HOUR - timedelta(minutes=1))
        assert machine.ask("quote", "AB1234") == FIRST_HOUR


@pytest.mark.parametrize("jump", [HOUR, DAY], ids=["an hour", "a day"])
def test_a_clock_that_was_ahead_and_comes_back_keeps_the_order_of_what_happened(
    tmp_path: Path, jump: timedelta
) -> None:
    with running(tmp_path, NOON) as machine:
        machine.ask("come", "AB1234")
        machine.set_clock(NOON + jump)
        machine.ask("come", "CD5678")
        machine.set_clock(NOON + timedelta(minutes=30))
        assert machine.ask("quote", "AB1234") == {"refused": "clock.behind"}
        machine.ask("settle")
        assert machine.ask("quote", "AB1234") == FIRST_HOUR
        assert machine.ask("quote", "CD5678") == {"refused": "clock.before_entry"}
        assert machine.ask("pay", "AB1234") == FIRST_HOUR
        assert machine.ask("leave", "AB1234") == "exit.paid"


@pytest.mark.parametrize("turn", TURNS.values(), ids=list(TURNS))
def test_a_stay_across_a_turn_of_the_calendar_costs_what_its_minutes_cost(
    tmp_path: Path, turn: datetime
) -> None:
    with running(tmp_path, turn) as machine:
        machine.ask("come", "AB1234")
        for minutes, due in ((5, 0), (59, FIRST_HOUR), (119, FIRST_HOUR + 2 * HALF_HOUR)):
            machine.set_clock(turn + timedelta(minutes=minutes))
            assert machine.ask("quote", "AB1234") == due
        assert machine.ask("pay", "AB1234") == FIRST_HOUR + 2 * HALF_HOUR
        assert machine.ask("leave", "AB1234") == "exit.paid"


def _all_in_order(file: Path) -> None:
    """The chain verifies, entries are folded as they were written, and nobody paid less than nothing."""
    assert verify_file(file).problems == ()
    assert judge([], [file]) == NONE
    rows = rows_at(file)
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    assert all(
        payment["amount_minor"] > 0
        for payment in (row.payload["payment"] for row in rows if row.kind == "stay.paid")
        if isinstance(payment, dict)
    )


def _library() -> str:
    places = [place.format(f"{os.uname().machine}-linux-gnu") for place in _LIBRARIES]
    found = next((place for place in places if Path(place).exists()), None)
    assert found is not None, "libfaketime is missing: install the package faketime"
    return found
