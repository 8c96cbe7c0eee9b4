"""A console is killed, at random and at each named point between its steps, and loses nothing by it."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from core.store.verify import verify_file
from tests.faults.booth_life import CAPACITY, live, make_booth
from tests.faults.conftest import Note
from tests.faults.fail_points import BOOTH_POINTS, Point
from tests.faults.invariants import NONE, judge, rows_at
from tests.faults.ledger import Ledger
from tests.faults.nursery import Newborn

KILLS, SOAK_KILLS = 30, 100
HITS, SOAK_HITS = 2, 20
SEED = 20261122
LONGEST_LIFE_SECONDS = 0.5
CARS_AT_THE_END = 5
_OUTCOMES = {"gate.acknowledged", "gate.failed", "gate.unknown", "gate.too_late"}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A booth that was set up; each test gets a copy."""
    folder = tmp_path_factory.mktemp("fresh")
    make_booth(folder)
    return folder


@pytest.fixture
def booth(fresh: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "booth"
    shutil.copytree(fresh, folder)
    return folder


def test_a_console_killed_at_random_loses_nothing_and_opens_for_nobody_else(booth: Path, note: Note) -> None:
    note(kill_at_random(booth, KILLS))


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_a_console_killed_a_hundred_times_loses_nothing(booth: Path, note: Note) -> None:
    note(kill_at_random(booth, SOAK_KILLS))


@pytest.mark.parametrize("point", BOOTH_POINTS, ids=lambda point: point.name)
def test_a_console_killed_between_two_steps_goes_on(booth: Path, point: Point) -> None:
    kill_at(booth, point, HITS)


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("point", BOOTH_POINTS, ids=lambda point: point.name)
def test_a_console_killed_twenty_times_between_two_steps_goes_on(booth: Path, point: Point) -> None:
    kill_at(booth, point, SOAK_HITS)


def kill_at_random(booth: Path, kills: int) -> str:
    """So many lives in one folder, each killed a while after its first word; what was seen of them."""
    chance, ledger = random.Random(SEED), Ledger()
    for number in range(kills):
        console = Newborn(live, booth, SEED + number)
        console.wait_for_a_word()
        time.sleep(chance.random() * LONGEST_LIFE_SECONDS)
        console.kill(ledger)
        assert console.exit_code == -signal.SIGKILL
    assert len(ledger.pulses) >= kills, "they hardly lived"
    _live_on(booth, ledger)
    return (
        f"{kills} kills at random: {len(ledger.kept)} entries acknowledged, {len(ledger.pulses)} pulses, "
        f"{len(ledger.charged)} charged"
    )


def kill_at(booth: Path, point: Point, hits: int) -> None:
    """So many lives in one folder, each ended at the point: the first, the second, … time it is come to."""
    ledger = Ledger()
    for number in range(hits):
        if point.first_die_at:
            _die_at(booth, ledger, point.first_die_at, SEED + number)
        _die_at(booth, ledger, point.name, SEED + number, 1 if point.first_die_at else number + 1)
    assert ledger.points.count(point.name) == hits
    _live_on(booth, ledger)


def _die_at(booth: Path, ledger: Ledger, point: str, seed: int, hit: int = 1) -> None:
    console = Newborn(live, booth, seed, point=point, hit=hit)
    console.await_death(ledger)
    assert console.exit_code == -signal.SIGKILL, f"it never came to {point!r}, or ended otherwise"


def _live_on(booth: Path, ledger: Ledger) -> None:
    """A last life in peace; then all five invariants hold, and nothing is left in the dark."""
    lives = len(ledger.ready)
    console = Newborn(live, booth, SEED - 1, cars=CARS_AT_THE_END)
    console.await_death(ledger)
    assert (console.exit_code, len(ledger.ready)) == (0, lives + 1)
    file = booth / "lotkeeper.db"
    assert judge([ledger], [file], capacity=CAPACITY) == NONE
    assert verify_file(file).problems == ()
    assert _without_outcome(file) == set()
    assert _without_receipt(file) == set()
    assert _printed_twice(ledger) == set()


def _without_outcome(file: Path) -> set[str]:
    """Commands to a gate of which nobody wrote down what became of them."""
    rows = rows_at(file)
    ended = {str(row.payload["command_id"]) for row in rows if row.kind in _OUTCOMES}
    return {str(row.payload["command_id"]) for row in rows if row.kind == "gate.commanded"} - ended


def _printed_twice(ledger: Ledger) -> set[str]:
    """Receipts of which more than one original came out."""
    return {number for number, count in Counter(ledger.printed).items() if count > 1}


def _without_receipt(file: Path) -> set[str]:
    """Payments whose receipt was never made."""
    rows = rows_at(file)
    printed = {str(row.about("receipt")) for row in rows if row.kind == "receipt.printed"}
    return {str(row.payload["payment"]["payment_id"]) for row in rows if row.kind == "stay.paid"} - printed  # type: ignore[index]
