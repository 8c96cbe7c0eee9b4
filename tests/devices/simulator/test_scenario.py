from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from core.domain.plates import distance, is_plausible, normalise
from devices.simulator.scenario import plan_day, plan_pictures
from devices.simulator.traffic import Behaviour, Light
from tests.devices.simulator.robots import START


def test_the_same_seed_plans_the_same_day() -> None:
    assert plan_day(12, 7, START, 6) == plan_day(12, 7, START, 6)
    assert plan_day(12, 7, START, 6) != plan_day(12, 8, START, 6)


@pytest.mark.parametrize("cars", [12, 15, 24, 60])
@pytest.mark.parametrize("seed", range(5))
def test_a_day_holds_every_case_of_a_booth(cars: int, seed: int) -> None:
    day = plan_day(cars, seed, START, 6)
    kinds = Counter(vehicle.behaviour for vehicle in day.vehicles)
    assert len(day.vehicles) == cars
    for once in (Behaviour.UNPAID, Behaviour.OVERSTAYS, Behaviour.NO_RECORD, Behaviour.ARRIVES_FULL):
        assert kinds[once] == 1
    assert kinds[Behaviour.BACKS_OUT] in (1, 2)
    assert kinds[Behaviour.STAYS] >= 2
    assert kinds[Behaviour.PAYS] >= 3
    assert {span.light for span in day.light} == set(Light)


def test_the_plates_of_a_day_are_plausible_and_unlike_one_another() -> None:
    plates = [normalise(vehicle.plate) for vehicle in plan_day(40, 3, START, 6).vehicles]
    assert all(is_plausible(plate) for plate in plates)
    assert all(distance(one, other) >= 2 for one, other in combinations(plates, 2))
    assert len({vehicle.look.plate_style for vehicle in plan_day(12, 3, START, 6).vehicles}) >= 4


@pytest.mark.parametrize(("cars", "capacity"), [(11, 6), (12, 30), (12, 2)])
def test_figures_that_leave_no_room_for_a_whole_day_are_refused(cars: int, capacity: int) -> None:
    with pytest.raises(ValueError, match="cannot make a whole day"):
        plan_day(cars, 1, START, capacity)


def test_photographs_become_vehicles_and_their_truth_stays_beside_them(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    lines = []
    for index in range(6):
        name = f"images/{index}.jpg"
        (tmp_path / name).write_bytes(b"a picture")
        lines.append(json.dumps({"file": name, "plate": f"AB{index}CD", "box": [1, 2, 3, 4]}))
    lines.append(json.dumps({"file": "images/lost.jpg", "plate": "LOST1", "box": [1, 2, 3, 4]}))
    (tmp_path / "truth.jsonl").write_text("\n".join(lines), encoding="utf-8")
    day = plan_pictures(tmp_path / "images", 1, 5, start=START)
    assert len(day.vehicles) == 5
    assert day == plan_pictures(tmp_path, 1, 5, start=START)
    for vehicle in day.vehicles:
        assert vehicle.picture is not None
        assert vehicle.plate == f"AB{vehicle.picture.stem}CD"
    assert day.capacity > 5
    assert day.frame_size() == (1280, 960)


def test_a_folder_without_truth_is_no_day_of_pictures(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        plan_pictures(tmp_path, 1, 5, start=START)
