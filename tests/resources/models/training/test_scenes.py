from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training import scenes
from resources.models.training.drawing import DrawnPlate
from resources.models.training.fonts import Fonts
from resources.models.training.scenes import (
    MOST_PLATES,
    SIDE_PIXELS,
    SceneArtist,
    StreetPicture,
    street_pictures,
)
from resources.models.training.wear import Mounted
from tests.resources.models.training.coverage import overlap
from tests.resources.models.training.shipped_fonts import FONTS


class MagentaPlates:
    """Draws the same plate again and again, in a colour that nothing else has."""

    def draw(self, _: np.random.Generator) -> DrawnPlate:
        picture = np.empty((100, 440, 3), np.float32)
        picture[:] = (255, 0, 255)
        return DrawnPlate(picture, "ABC123", 1, 0.5)


def in_a_dark_holder(_: np.random.Generator, plate: NDArray[np.float32], __: Fonts) -> Mounted:
    height, width = plate.shape[:2]
    picture = np.full((height + 60, width + 40, 3), 10, np.float32)
    picture[20 : 20 + height, 20 : 20 + width] = plate
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) + 20
    return Mounted(picture, corners)


def street() -> StreetPicture:
    picture = np.full((720, 1280, 3), 70, np.uint8)
    picture[400:430, 600:740] = 240
    return StreetPicture(picture, ((600.0, 400.0, 140.0, 30.0),))


def test_a_scene_follows_from_the_seed_and_its_number_alone() -> None:
    artist = SceneArtist(FONTS, [street()], seed=1)
    artist.draw(0)

    after_another, alone = artist.draw(5), SceneArtist(FONTS, [street()], seed=1).draw(5)

    assert np.array_equal(after_another.picture, alone.picture)
    assert np.array_equal(after_another.plates, alone.plates)


def test_scenes_have_one_size_and_say_where_each_plate_is() -> None:
    artist = SceneArtist(FONTS, [street()], seed=1)
    found = [artist.draw(number) for number in range(25)]

    assert all(scene.picture.shape == (SIDE_PIXELS, SIDE_PIXELS, 3) for scene in found)
    assert all(scene.plates.shape[1:] == (11,) and len(scene.plates) <= MOST_PLATES for scene in found)
    exact = np.concatenate([scene.plates[scene.plates[:, 10] == 1] for scene in found])
    assert len(exact) >= 15
    assert set(exact[:, 8]) <= {1.0, 2.0}


@pytest.mark.parametrize("seed", range(12))
def test_the_corners_that_are_learned_lie_on_the_plate_that_was_hung(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scenes, "mounted", in_a_dark_holder)
    artist = SceneArtist(FONTS, [street()], seed=1)
    artist._plates = MagentaPlates()  # type: ignore[assignment]
    scene = np.zeros((SIDE_PIXELS, SIDE_PIXELS, 3), np.float32)

    row = artist._paste(np.random.default_rng(seed), scene, (224.0, 224.0), 150.0, 1.0)

    corners = np.array(row[:8], np.float32).reshape(4, 2)
    assert overlap(scene, corners) > 0.9
    assert corners[0, 0] < corners[1, 0]
    assert corners[0, 1] < corners[3, 1]


def test_the_pictures_of_one_split_are_taken_with_their_boxes(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "day.png"), street().picture)
    rows = [
        {"file": "day.png", "split": "valid", "boxes": [[600, 400, 140, 30]]},
        {"file": "night.png", "split": "train", "boxes": []},
    ]
    (tmp_path / "truth.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")

    (found,) = street_pictures(tmp_path, "valid")

    assert found.boxes == ((600, 400, 140, 30),)
    assert found.picture.shape == (720, 1280, 3)
    with pytest.raises(FileNotFoundError, match=r"night\.png"):
        street_pictures(tmp_path, "train")
