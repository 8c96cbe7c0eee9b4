"""Whatever is lost, delayed, repeated or reordered on the way to a payment service: each car pays once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from core.gateways.line_pay_scan import LinePayScan
from core.services.payment_ports import ChargeAnswer, ChargeAsk
from tests.far_sides.fault_proxy import FAULTS
from tests.flows.money_faults import money_world

RUNS = 50
FIRST_SEED = 0


@pytest.mark.timeout(300)
def test_fifty_cars_pay_over_bad_lines_and_each_is_charged_exactly_once(tmp_path: Path) -> None:
    with money_world(tmp_path) as world:
        problems = [problem for seed in range(RUNS) if (problem := world.run(FIRST_SEED + seed))]
    print(f"{RUNS} runs from seed {FIRST_SEED}; met {dict(world.met)}")
    assert not problems, "\n".join(problems)
    # All the faults there are were met: else the runs prove less than they say.
    assert not [fault for fault in FAULTS if not world.met[fault]]


@pytest.mark.parametrize(
    ("seed", "what"),
    [
        (4287, "the order was known, and nobody said what became of it; then a crash forgot the code"),
        (4707, "it came in late, and a crash had forgotten the code"),
    ],
)
def test_cars_that_once_paid_twice_pay_once(tmp_path: Path, seed: int, what: str) -> None:
    with money_world(tmp_path) as world:
        assert not world.run(seed), what


class Forgetful(LinePayScan):
    """Asks with another key each time, as a program would that makes one up when it asks."""

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        return super().begin(replace(ask, key=f"{ask.key}-{uuid4()}"))


def test_the_same_runs_find_a_program_that_charges_twice(tmp_path: Path) -> None:
    with money_world(tmp_path) as world:
        service = world.services["line_pay_scan"]
        careless = Forgetful(service.provider._http, world.clock.now)  # type: ignore[attr-defined]
        world.services["line_pay_scan"] = replace(service, provider=careless)
        problems = [problem for seed in range(3, RUNS, 4) if (problem := world.run(seed))]
    assert any("the service took" in problem for problem in problems)
