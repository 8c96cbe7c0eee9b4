from __future__ import annotations

import numpy as np
import pytest

from resources.models.training.car_faces import FACE_WIDTH_M, CarFace, car_face
from tests.resources.models.training.shipped_fonts import FONTS


def drawn(seed: int, pixels_per_m: float = 200.0) -> CarFace:
    return car_face(np.random.default_rng(seed), FONTS, plate_m=(0.3, 0.2), pixels_per_m=pixels_per_m)


def test_the_same_seed_gives_the_same_face() -> None:
    assert np.array_equal(drawn(1).picture, drawn(1).picture)
    assert drawn(1).picture.shape != drawn(2).picture.shape


@pytest.mark.parametrize("pixels_per_m", [40.0, 200.0, 900.0])
def test_a_face_is_as_wide_as_a_car_and_has_its_plate_within(pixels_per_m: float) -> None:
    for seed in range(20):
        face = drawn(seed, pixels_per_m)
        height, width = face.picture.shape[:2]
        assert FACE_WIDTH_M[0] - 0.1 < width / pixels_per_m < FACE_WIDTH_M[1] + 0.1
        assert face.plate_middle[0] == pytest.approx(width / 2, abs=1.0)
        assert 0 < face.plate_middle[1] < height
        assert face.cover.shape == (height, width)
        assert 0 <= face.cover.min() < face.cover.max() <= 1.0
        assert face.cover[round(face.plate_middle[1]), width // 2] == 1.0


def test_faces_differ_around_the_plate_and_stay_pictures_in_eight_bits() -> None:
    faces = [drawn(seed) for seed in range(20)]
    around = [face.picture[round(face.plate_middle[1]) - 5, face.picture.shape[1] // 2] for face in faces]
    assert np.ptp([place.mean() for place in around]) > 100
    assert all(face.picture.min() >= 0 and face.picture.max() <= 255 for face in faces)
