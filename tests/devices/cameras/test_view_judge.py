"""What is wrong with a view, told apart: frozen, dark, covered; and what must not be taken for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.cameras.framing import preview_of
from devices.cameras.view_judge import LOOK_EVERY_NS, ViewJudge
from devices.vision import cv2
from tests.devices.recognition.pictures import car

Picture = NDArray[np.uint8]
WIDTH, HEIGHT = 960, 540


class Lane:
    """A camera at a lane: its pictures go to the judge twice a second, each with noise of its own."""

    def __init__(self) -> None:
        self.judge = ViewJudge()
        self.now_ns = 0
        self.causes: list[str] = []
        self._chance = np.random.default_rng(11)
        self._grain = np.asarray(self._chance.normal(0, 2.5, (2 * HEIGHT, WIDTH, 3)), np.int16)

    def shows(self, picture: Picture, *, seconds: float, noise: bool = True) -> str:
        """The verdict after the picture was shown for so long."""
        for _ in range(int(seconds * 1e9 / LOOK_EVERY_NS)):
            self.now_ns += LOOK_EVERY_NS
            assert self.judge.is_due(self.now_ns)
            seen = self._noisy(picture) if noise else picture
            self.judge.look(seen, preview_of(seen), self.now_ns)
            self.causes.append(self.judge.cause)
        return self.judge.cause

    def _noisy(self, picture: Picture) -> Picture:
        top = int(self._chance.integers(0, HEIGHT))
        return np.asarray(np.clip(picture + self._grain[top : top + HEIGHT], 0, 255), np.uint8)


def _street() -> Picture:
    """A lane with kerb, posts and shrubs: detail in most of the picture, sky and road without any."""
    chance = np.random.default_rng(5)
    picture = np.full((HEIGHT, WIDTH, 3), 120, np.uint8)
    picture[:100] = 200
    leaves = chance.integers(30, 170, (70, 240, 1), dtype=np.uint8)
    picture[100:380] = cv2.resize(leaves, (WIDTH, 280), interpolation=cv2.INTER_NEAREST)[:, :, None]
    for left in range(20, WIDTH, 90):
        cv2.line(picture, (left, 380), (left + 60, HEIGHT), (220, 220, 220), 4)
    return picture


def _night(picture: Picture, share: float) -> Picture:
    return np.asarray(picture * share, np.uint8)


@pytest.fixture
def lane() -> Lane:
    watched = Lane()
    watched.shows(_street(), seconds=60)
    assert watched.judge.cause == ""
    return watched


def test_a_living_picture_is_well_and_of_usual_sharpness(lane: Lane) -> None:
    assert lane.shows(_street(), seconds=60) == ""
    assert lane.judge.sharpness == pytest.approx(1.0, abs=0.1)
    assert lane.judge.brightness == pytest.approx(0.45, abs=0.15)


def test_the_very_same_pixels_on_and_on_are_frozen_and_new_ones_are_not(lane: Lane) -> None:
    assert lane.shows(_street(), seconds=10, noise=False) == ""
    assert lane.shows(_street(), seconds=5, noise=False) == "camera.frozen"
    assert lane.shows(_street(), seconds=0.5) == ""


def test_a_few_pictures_that_come_again_and_again_are_frozen_too(lane: Lane) -> None:
    turns = [lane._noisy(_street()) for _ in range(4)]
    for number in range(40):
        lane.shows(turns[number % 4], seconds=0.5, noise=False)
    assert lane.judge.cause == "camera.frozen"


def test_the_same_pixels_after_an_outage_are_not_frozen_until_they_have_come_for_long(lane: Lane) -> None:
    lane.shows(_street(), seconds=2, noise=False)
    lane.now_ns += 60_000_000_000
    assert lane.shows(_street(), seconds=5, noise=False) == ""
    assert lane.shows(_street(), seconds=10, noise=False) == "camera.frozen"


def test_a_moment_of_darkness_before_and_after_an_outage_is_not_dark(lane: Lane) -> None:
    lane.shows(_night(_street(), 0.0), seconds=1)
    lane.now_ns += 60_000_000_000
    assert lane.shows(_night(_street(), 0.0), seconds=1) == ""
    assert lane.shows(_night(_street(), 0.0), seconds=4) == "camera.dark"


def test_a_still_night_with_the_sensors_noise_is_not_frozen_nor_covered(lane: Lane) -> None:
    assert lane.shows(_night(_street(), 0.3), seconds=300) == ""


def test_a_picture_without_any_light_is_dark_and_with_a_lamp_it_is_not(lane: Lane) -> None:
    black = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    assert lane.shows(black, seconds=3) == ""
    assert lane.shows(black, seconds=3) == "camera.dark"
    lamp = black.copy()
    cv2.circle(lamp, (700, 120), 60, (230, 230, 230), -1)
    assert lane.shows(lamp, seconds=3) == ""


def _covers() -> dict[str, Callable[[Picture], Picture]]:
    flat = np.full((HEIGHT, WIDTH, 3), 130, np.uint8)
    return {
        "a bag over it": lambda _: flat,
        "spray": lambda p: np.asarray(
            cv2.addWeighted(cv2.GaussianBlur(p, (0, 0), 25), 0.4, flat, 0.6, 0), np.uint8
        ),
        "out of focus": lambda p: np.asarray(cv2.GaussianBlur(p, (0, 0), 12), np.uint8),
    }


@pytest.mark.parametrize("cover", _covers())
def test_a_covered_or_blurred_lens_is_told_after_some_seconds_and_forgotten_when_it_is_clean(
    lane: Lane, cover: str
) -> None:
    covered = _covers()[cover](_street())
    assert lane.shows(covered, seconds=5) == ""
    assert lane.shows(covered, seconds=6) == "camera.covered"
    # However long it stays: what is covered is not learned.
    assert lane.shows(covered, seconds=120) == "camera.covered"
    assert lane.shows(_street(), seconds=4) == ""


def test_a_hand_before_the_lens_for_a_moment_is_nothing(lane: Lane) -> None:
    lane.shows(np.full((HEIGHT, WIDTH, 3), 90, np.uint8), seconds=4)
    lane.shows(_street(), seconds=10)
    assert set(lane.causes) == {""}


def test_headlights_that_blind_the_camera_are_no_cover(lane: Lane) -> None:
    glare = np.asarray(cv2.GaussianBlur(_street(), (0, 0), 15), np.uint8)
    cv2.circle(glare, (480, 270), 260, (255, 255, 255), -1)
    lane.shows(glare, seconds=60)
    assert set(lane.causes) == {""}


def test_a_light_that_goes_off_and_a_slow_dusk_are_no_cover(lane: Lane) -> None:
    for share in np.linspace(1.0, 0.25, 120):
        lane.shows(_night(_street(), float(share)), seconds=2)
    lane.shows(_street(), seconds=10)
    lane.shows(_night(_street(), 0.25), seconds=60)
    assert set(lane.causes) == {""}


def test_a_car_that_stands_before_the_camera_is_no_cover() -> None:
    lane = Lane()
    lane.shows(_street(), seconds=60)
    front = _street()
    front[60:500, 120:840] = cv2.resize(car("ABC-1234", size=(WIDTH, HEIGHT)), (720, 440))
    lane.shows(front, seconds=120)
    assert set(lane.causes) == {""}


def test_a_lorrys_plain_side_that_leaves_a_rim_of_the_picture_is_no_cover(lane: Lane) -> None:
    lorry = _street()
    lorry[60:520, 90:880] = (205, 205, 205)
    lane.shows(lorry, seconds=120)
    assert set(lane.causes) == {""}


def test_a_camera_that_shows_little_is_never_called_covered() -> None:
    lane = Lane()
    plain = np.full((HEIGHT, WIDTH, 3), 130, np.uint8)
    lane.shows(plain, seconds=120)
    assert set(lane.causes) == {""}


@pytest.mark.parametrize("size", [(2, 2), (17, 400), (1920, 8)])
def test_pictures_of_odd_sizes_are_looked_at_without_a_fault(size: tuple[int, int]) -> None:
    lane = ViewJudge()
    picture = np.full((size[1], size[0], 3), 130, np.uint8)
    lane.look(picture, preview_of(picture), 1)
    assert lane.cause == ""


def test_a_folder_of_photos_is_never_frozen(tmp_path: Path) -> None:
    lane = Lane()
    lane.judge = ViewJudge(notices_frozen=False)
    assert lane.shows(_street(), seconds=60, noise=False) == ""
