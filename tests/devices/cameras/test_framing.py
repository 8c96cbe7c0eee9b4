"""Pictures are brought to size with their aspect kept."""

import numpy as np
import pytest

from devices.cameras.framing import fit, preview_of


def _white(width: int, height: int) -> np.ndarray:
    return np.full((height, width, 3), 255, np.uint8)


def test_a_picture_that_fits_is_left_alone() -> None:
    picture = _white(1920, 1080)
    assert fit(picture, 1920, 1080) is picture


@pytest.mark.parametrize(
    ("size", "fitted"),
    [
        ((3840, 2160), (1920, 1080)),
        ((2592, 1944), (1440, 1080)),
        ((1921, 10), (1920, 10)),
        ((1, 9000), (1, 1080)),
    ],
)
def test_a_larger_picture_is_scaled_into_the_limits(size: tuple[int, int], fitted: tuple[int, int]) -> None:
    height, width = fit(_white(*size), 1920, 1080).shape[:2]
    assert (width, height) == fitted


@pytest.mark.parametrize(
    ("size", "inner"),
    [
        ((1280, 720), (480, 270)),
        ((320, 180), (480, 270)),
        ((640, 480), (360, 270)),
        ((2000, 500), (480, 120)),
        ((1, 1), (270, 270)),
        ((500, 1), (480, 1)),
        ((4096, 2), (480, 1)),
    ],
)
def test_the_preview_has_one_size_with_black_bars_where_needed(
    size: tuple[int, int], inner: tuple[int, int]
) -> None:
    preview = preview_of(_white(*size))

    assert preview.shape == (270, 480, 4)
    assert (preview[:, :, 3] == 255).all()
    lit = preview[:, :, 0] > 0
    assert (int(lit.any(axis=0).sum()), int(lit.any(axis=1).sum())) == inner
    assert lit[134:136, 239:241].any()
