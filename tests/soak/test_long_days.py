"""Long decks, run by ``make soak``: a long day, many kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.demo.day import START, demo_lot, robot_for
from console.demo.judge import is_sound, summarise
from core.store.verify import verify_file
from devices.simulator.scenario import plan_day

LONG_DAY_SECONDS = 1800

pytestmark = pytest.mark.soak


@pytest.mark.timeout(LONG_DAY_SECONDS + 300)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_day_of_sixty_cars_ends_as_it_really_was(tmp_path: Path, seed: int) -> None:
    with demo_lot(tmp_path, plan_day(60, seed, START, capacity=12), pace=2.0) as demo:
        demo.console.start()
        robot = robot_for(demo)
        robot.start()
        assert robot.ended.wait(LONG_DAY_SECONDS), "the day did not end"
        robot.stop()
        summary = summarise(demo.console.store, demo.conductor.truth())
    assert is_sound(summary), summary.differences
    assert summary.reads_correct >= 0.95 * summary.reads_total
    assert verify_file(tmp_path / "lotkeeper.db").is_sound
