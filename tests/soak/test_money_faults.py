"""Five hundred cars pay over bad lines, and each is charged exactly once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.money_faults import money_world

pytestmark = pytest.mark.soak

RUNS = 500
FIRST_SEED = 1_000


@pytest.mark.timeout(1_800)
def test_each_of_five_hundred_cars_is_charged_exactly_once_and_no_money_is_lost(tmp_path: Path) -> None:
    with money_world(tmp_path) as world:
        problems = [problem for seed in range(RUNS) if (problem := world.run(FIRST_SEED + seed))]
    print(f"{RUNS} runs from seed {FIRST_SEED}; met {dict(world.met)}")
    assert not problems, "\n".join(problems)
