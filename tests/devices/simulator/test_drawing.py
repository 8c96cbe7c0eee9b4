from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from devices.simulator.camera import SimulatedSource
from devices.simulator.drawing import LanePainter
from devices.simulator.plates import STYLES, plate_size_m
from devices.simulator.scenario import plan_day
from devices.simulator.traffic import Light, VehiclePlan
from devices.vision import cv2
from tests.devices.simulator.robots import START

DAY = plan_day(12, 3, START, 6)


def scene(vehicle: VehiclePlan | None, **changes: Any) -> dict[str, Any]:
    """A vehicle that stands on the loop before a closed boom."""
    return {
        "lane": "entry",
        "size": (1280, 720),
        "light": "day",
        "vehicle": vehicle,
        "phase": "standing",
        "front_m": None if vehicle is None else 0.6,
        "speed_m_s": 0.0,
        "boom_raised": 0.0,
    } | changes


@pytest.mark.parametrize("lane", ["entry", "exit"])
@pytest.mark.parametrize("light", list(Light))
def test_every_place_of_a_vehicle_is_drawn_in_every_light(lane: str, light: Light) -> None:
    painter = LanePainter(lane)
    for vehicle in (None, DAY.vehicles[0], DAY.vehicles[1]):
        for front_m in (-13.0, -4.0, 0.6, 2.0, 3.4, 5.0, 12.9):
            place = None if vehicle is None else front_m
            picture = painter.paint(
                scene(vehicle, lane=lane, light=light.value, front_m=place, boom_raised=0.4, speed_m_s=5.0)
            )
            assert picture.shape == (720, 1280, 3)
            assert picture.dtype == np.uint8


def test_two_pictures_of_a_standing_vehicle_are_alike_but_not_the_same() -> None:
    painter = LanePainter("entry")
    first, second = (painter.paint(scene(DAY.vehicles[0])) for _ in range(2))
    assert not np.array_equal(first, second)
    assert np.abs(first.astype(int) - second.astype(int)).mean() < 6


def test_a_vehicle_changes_the_picture_and_so_does_the_boom() -> None:
    painter = LanePainter("entry")
    empty = painter.paint(scene(None)).astype(int)
    assert np.abs(painter.paint(scene(DAY.vehicles[0])).astype(int) - empty).mean() > 10
    assert np.abs(painter.paint(scene(None, boom_raised=1.0)).astype(int) - empty).mean() > 3


def test_night_is_darker_than_day() -> None:
    painter = LanePainter("exit")
    assert painter.paint(scene(None, light="night")).mean() < painter.paint(scene(None)).mean() * 0.6


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_standing_plate_is_wide_enough_to_read(style: str) -> None:
    px_per_m = 1500 / 4.0
    width_m, _ = plate_size_m(style)
    least_px = 130 if STYLES[style].lines == 1 else 110  # half the characters stand in a line
    assert least_px <= width_m * px_per_m <= 220
    assert STYLES[style].glyph_mm / 1000 * px_per_m >= 22


def test_a_photograph_stands_in_for_a_vehicle_and_each_picture_of_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "car.png"
    image = np.zeros((600, 500, 3), np.uint8)
    image[200:400, 100:400] = (40, 90, 200)
    cv2.imwrite(str(path), image)
    vehicle = replace(DAY.vehicles[0], picture=path)
    painter = LanePainter("entry")
    pictures = [painter.paint(scene(vehicle, size=(1280, 960))) for _ in range(5)]
    assert all(picture.shape == (960, 1280, 3) for picture in pictures)
    assert all(
        not np.array_equal(one, other) for index, one in enumerate(pictures) for other in pictures[:index]
    )
    assert all(np.abs(picture[480, 640].astype(int) - (40, 90, 200)).max() < 40 for picture in pictures)
    empty = painter.paint(scene(None, size=(1280, 960)))
    assert empty.shape == (960, 1280, 3)


def test_a_camera_hands_out_nothing_but_pixels() -> None:
    assert {name for name in vars(SimulatedSource) if not name.startswith("_")} == {"read", "close"}
