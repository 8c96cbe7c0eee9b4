"""A line to a gate is lost at a random moment of a car coming: nothing opens afterwards, nothing is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.faults.conftest import Note
from tests.faults.devices.gate_judge import assert_all_is_well
from tests.faults.devices.ground import Ground
from tests.faults.devices.modbus_ground import modbus_ground
from tests.faults.devices.mqtt_ground import plain_ground, tasmota_ground
from tests.faults.devices.rtu_ground import rtu_ground
from tests.faults.devices.shelly_ground import shelly_ground
from tests.faults.devices.whole_lane import WholeLane, whole_lane

# Rounds of all ways in which a line can be cut; the soak does the rest.
ROUNDS = {modbus_ground: 2}
SOAK_CUTS = 60
SEED = 20261122
# Cuts lie before the decision, between it and the pulse, or soon after both.
BEFORE, MEANWHILE, AFTER = "before the decision", "between decision and pulse", "after the pulse"
MOMENTS = (BEFORE, MEANWHILE, AFTER)
MEANWHILE_S, AFTER_S = 0.02, 0.3
SHORTEST_AWAY_S, LONGEST_AWAY_S = 0.3, 1.8
# Whatever was sent into the dead line comes out by then, if it ever does.
LATE_S = 0.6
DECISION_LIMIT_S = 20.0
RECONNECT_S = 5.0
# Two cores that run all decks besides take their time.
LOOKED_AT_S = 1.0


@pytest.fixture
def ground(make: Callable[[], AbstractContextManager[Ground]]) -> Iterator[Ground]:
    with make() as one:
        yield one


GROUNDS: list[Callable[[], AbstractContextManager[Ground]]] = [
    modbus_ground,
    rtu_ground,
    shelly_ground,
    plain_ground,
    tasmota_ground,
]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("make", GROUNDS)
def test_a_lost_link_never_opens_a_gate_afterwards(
    ground: Ground, make: Callable[[], AbstractContextManager[Ground]], tmp_path: Path, note: Note
) -> None:
    note(lose_links(ground, ROUNDS.get(make, 1) * len(ground.ways), tmp_path))


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("make", GROUNDS)
def test_a_link_lost_many_times_never_opens_a_gate(ground: Ground, tmp_path: Path, note: Note) -> None:
    note(lose_links(ground, SOAK_CUTS, tmp_path))


def lose_links(ground: Ground, cuts: int, folder: Path) -> str:
    """So many cars and cuts; what was seen of them."""
    chance = random.Random(SEED)
    slowest_s, early = 0.0, 0
    with whole_lane(folder, ground) as lane:
        # The first car finds a reader that has yet to warm up.
        usual_s = min(pass_one(lane, f"FIRST{one:02}") for one in range(2))
        for number in range(cuts):
            back_s, is_early = cut_while_a_car_comes(lane, chance, number, usual_s)
            slowest_s, early = max(slowest_s, back_s), early + is_early
        pass_one(lane, "LAST001")
        assert lane.inside() >= {"FIRST00", "FIRST01", "LAST001"}
    assert_all_is_well(lane)
    assert slowest_s <= RECONNECT_S + LOOKED_AT_S
    assert early > 0, "the cuts came all after the pulse: they showed nothing"
    return (
        f"{ground.barrier.kind}, seed {SEED}, {cuts} cuts, {usual_s:.2f} s from car to pulse: "
        f"{len(lane.commands)} commands, {len(ground.pulses_ns())} pulses, {early} cuts before a pulse; "
        f"back after {slowest_s:.1f} s at most"
    )


def cut_while_a_car_comes(
    lane: WholeLane, chance: random.Random, number: int, usual_s: float
) -> tuple[float, bool]:
    """One car, one cut at a moment of its coming: seconds until all was well again, and if it was early."""
    ground, (turn, place) = lane.ground, divmod(number, len(lane.ground.ways))
    # In as many rounds as there are moments each way meets each of them.
    way, moment = ground.ways[place], MOMENTS[(place + turn) % len(MOMENTS)]
    leaves, share, pulses = chance.random() < 0.5, chance.random(), len(ground.pulses_ns())
    lane.sees(f"CUT{number:04}")
    lane.commanded.clear()
    ground.car_comes()
    if moment is BEFORE:
        time.sleep(share * usual_s * 0.8)
    else:
        assert lane.commanded.wait(DECISION_LIMIT_S), "nothing was decided"
        time.sleep(share * (MEANWHILE_S if moment is MEANWHILE else AFTER_S))
    is_early = len(ground.pulses_ns()) == pulses
    ground.cut(way)
    away_s = chance.uniform(SHORTEST_AWAY_S, LONGEST_AWAY_S)
    time.sleep(away_s / 2)
    if leaves:
        ground.car_goes()
    time.sleep(away_s / 2)
    ground.heal()
    back_s = lane.wait_until_well()
    time.sleep(LATE_S)
    if not leaves:
        ground.car_goes()
    lane.wait_until_empty()
    return back_s, is_early


def pass_one(lane: WholeLane, plate: str) -> float:
    """A car comes in as if nothing had ever been; the seconds until its pulse."""
    begun, pulses = time.monotonic(), len(lane.ground.pulses_ns())
    lane.sees(plate)
    lane.ground.car_comes()
    lane.wait(lambda: len(lane.ground.pulses_ns()) > pulses, "the gate opens")
    waited_s = time.monotonic() - begun
    lane.ground.car_crosses()
    lane.wait(lambda: plate in lane.inside(), "it is inside")
    return waited_s
