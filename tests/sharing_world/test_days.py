"""Days of a lot of several consoles, whose network loses, repeats and delays; each day has its seed.

``LOTKEEPER_SEEDS=7,8 pytest tests/sharing_world`` runs the days of these seeds.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.invariants import NONE
from tests.sharing_world.consoles import Lotful
from tests.sharing_world.invariants import breaches, differences, findings
from tests.sharing_world.traffic import Day, Habits, Told
from tests.sharing_world.transport import FAIR, FOUL, Weather

SEEDS = [int(one) for one in os.environ.get("LOTKEEPER_SEEDS", "1,2").split(",")]
BUSY = Habits(cars=90, by_hand=0.03)

# A day takes seconds; far longer on a machine that does much else.
pytestmark = pytest.mark.timeout(600)


def a_day(
    folder: Path,
    seed: int,
    habits: Habits,
    *,
    consoles: int = 4,
    capacity: int = 8,
    weather: Weather = FOUL,
    entrances: frozenset[int] | None = None,
) -> Told:
    """Let a day pass, let the network heal, and judge; the seed stands in what is said of a failure."""
    chance = random.Random(seed)
    lot = Lotful(
        folder, consoles=consoles, capacity=capacity, weather=weather, seed=chance, entrances=entrances
    )
    try:
        told = Day(lot, habits, chance).run()
        assert breaches(lot, told) == NONE, f"seed {seed}"
        assert differences(lot) == [], f"seed {seed}"
        assert findings(lot) == [], f"seed {seed}"
    finally:
        lot.close()
    return told


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_on_a_bad_network_loses_nothing_and_oversells_nothing(lot_folder: Path, seed: int) -> None:
    told = a_day(lot_folder, seed, BUSY)
    # Without a day that was full and hard these would say nothing.
    assert told.most_inside >= 8
    assert told.turned_away > 0
    assert told.let_in > 50
    assert told.left == told.let_in


@pytest.mark.parametrize("seed", SEEDS)
def test_consoles_that_only_let_out_give_their_spaces_to_those_that_let_in(
    lot_folder: Path, seed: int
) -> None:
    told = a_day(lot_folder, seed, BUSY, consoles=3, entrances=frozenset({2}))
    assert told.let_in > 30


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hub_that_hands_its_role_on_in_the_middle_of_the_day_oversells_nothing(
    lot_folder: Path, seed: int
) -> None:
    told = a_day(lot_folder, seed, replace(BUSY, new_hubs=5))
    assert told.most_inside >= 6
    assert told.let_in > 40


def test_what_was_paid_twice_while_consoles_were_apart_is_due_back(lot_folder: Path) -> None:
    told = a_day(lot_folder, 1, replace(BUSY, pays_twice=0.7, outages=12))
    assert told.paid_again >= 3


def test_on_a_good_network_almost_nobody_is_turned_away_as_long_as_there_are_spaces(lot_folder: Path) -> None:
    habits = Habits(
        cars=40, by_hand=0.0, outages=0, stay_minutes=(5, 60), exchange_minutes=(0.2, 1.0), hours=4
    )
    told = a_day(lot_folder, 1, habits, consoles=3, capacity=30, weather=FAIR)
    assert told.turned_away == 0
    assert told.by_hand_out == 0


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_days_of_seeds_that_nobody_chose(tmp_path_factory: pytest.TempPathFactory) -> None:
    for _ in range(20):
        seed = random.SystemRandom().randrange(1 << 32)
        a_day(tmp_path_factory.mktemp(f"seed-{seed}"), seed, Habits(cars=150, by_hand=0.05), capacity=10)
