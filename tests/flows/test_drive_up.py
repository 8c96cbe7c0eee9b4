"""Vehicles drive up to the camera and are read right, and soon enough, by the real reader and the real vote.

Twenty drawn ones here; ``make soak`` watches two hundred (tests/soak/test_drive_ups.py).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.config.plate_formats import load_formats
from core.domain.plates import normalise
from core.domain.reads import Box, Read
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.readers.registry import open_reader
from devices.recognition.shapes import Shapes
from tests.flows.drive_up_picture import FIRST_PLATE_PX, LAST_PLATE_PX, LEGIBLE_CHARACTER_PX, DriveUpVideo
from tests.flows.drive_up_plan import DRAWN_ONLY, SITES, DriveUp, plan_drive_ups
from tests.flows.drive_up_watch import GOAL_MS, READ_MS, watch, watch_all

SEED = 1
VEHICLES, IN_TIME = 20, 18


@pytest.mark.timeout(600)
def test_twenty_vehicles_that_drive_up_are_all_read_right() -> None:
    readers: dict[str, PlateReader] = {
        site.formats: open_reader(shapes=Shapes(load_formats([site.formats], named_in=Path("here"))))
        for site in SITES
    }
    tally = watch_all(plan_drive_ups(VEHICLES, SEED), readers)
    # 99.5 % of twenty are twenty.
    assert tally.right == VEHICLES, str(tally)
    assert not tally.wrongly_settled, str(tally)
    assert VEHICLES - len(tally.slow) >= IN_TIME, str(tally)


def test_the_same_seed_plans_the_same_vehicles() -> None:
    assert plan_drive_ups(40, SEED) == plan_drive_ups(40, SEED)
    assert plan_drive_ups(40, SEED) != plan_drive_ups(40, SEED + 1)
    plates = [drive_up.plate for drive_up in plan_drive_ups(40, SEED)]
    assert len(set(plates)) == len(plates)
    assert all(normalise(one.vehicle.plate) == one.plate for one in plan_drive_ups(40, SEED, DRAWN_ONLY))


@pytest.mark.parametrize("drive_up", plan_drive_ups(len(SITES), SEED), ids=str)
def test_a_plate_grows_from_60_to_200_pixels_and_stays_in_the_picture(drive_up: DriveUp) -> None:
    video = DriveUpVideo(drive_up)
    first, last = (video.truth(number).corners for number in (0, video.frames - 1))
    assert edge_px(first) == pytest.approx(FIRST_PLATE_PX, rel=0.12)
    assert edge_px(last) == pytest.approx(LAST_PLATE_PX, rel=0.12)
    heights = [video.truth(number).character_px for number in range(video.frames)]
    assert heights == sorted(heights)
    assert heights[video.legible_from] >= LEGIBLE_CHARACTER_PX
    assert all(video.truth(number).is_legible for number in range(video.legible_from, video.frames))


def test_the_same_vehicle_is_drawn_alike_and_its_plate_is_where_it_is_said_to_be() -> None:
    drive_up = plan_drive_ups(1, SEED)[0]
    video = DriveUpVideo(drive_up)
    shown = video.picture(30)
    assert np.array_equal(shown, DriveUpVideo(drive_up).picture(30))
    low, high = video.truth(30).corners.min(axis=0), video.truth(30).corners.max(axis=0)
    plate = shown[round(float(low[1])) : round(float(high[1])), round(float(low[0])) : round(float(high[0]))]
    # White ground with black characters, where around it there is nothing but the vehicle's dark grille.
    assert np.percentile(plate, 90) > 150
    assert np.percentile(plate, 5) < 80


class Sees:
    """Reads what it is told from its nth picture on, and another plate before."""

    def __init__(self, plate: str, *, right_from: int = 0) -> None:
        self._plate = plate
        self._right_from = right_from
        self.pictures = 0

    def read(self, image: object, *, deadline_ms: float | None = None, hint: Box | None = None) -> list[Read]:
        self.pictures += 1
        right = self.pictures > self._right_from
        return [Read(self._plate, 0.99, Box(0, 0, 90, 20))] if right else []


def test_a_plate_read_at_once_three_times_is_decided_in_the_time_of_three_reads() -> None:
    drive_up = plan_drive_ups(2, SEED)[1]
    reader = Sees(drive_up.plate)
    watched = watch(drive_up, reader)
    assert watched.is_right
    assert watched.settled
    assert (reader.pictures, watched.decided_ms) == (3, 3 * READ_MS)


def test_a_plate_read_late_is_right_but_slow_and_another_one_is_wrong() -> None:
    drive_up = plan_drive_ups(1, SEED)[0]
    late = watch_all([drive_up], {drive_up.site.formats: Sees(drive_up.plate, right_from=8)})
    assert (late.right, len(late.slow)) == (1, 1)
    assert late.watched[0].waited_ms > GOAL_MS
    wrong = watch_all([drive_up], {drive_up.site.formats: Sees("XX0000")})
    assert (wrong.right, len(wrong.wrongly_settled)) == (0, 1)
    assert drive_up.plate in str(wrong)


def test_a_plate_never_read_is_asked_about() -> None:
    drive_up = plan_drive_ups(1, SEED)[0]
    nothing = watch_all([drive_up], {drive_up.site.formats: Sees("", right_from=1000)})
    assert (nothing.right, len(nothing.asked), nothing.wrongly_settled) == (0, 1, [])


def edge_px(corners: object) -> float:
    points = np.asarray(corners)
    return float(np.linalg.norm(points[1] - points[0]) + np.linalg.norm(points[2] - points[3])) / 2
