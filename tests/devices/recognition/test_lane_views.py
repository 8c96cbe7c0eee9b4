from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.camera_views import CameraView, rectangle
from core.domain.reads import Box, Read
from devices.recognition.lane_views import LaneViews, SeenPicture

HALF = CameraView(region=rectangle(0.5, 0.0, 1.0, 1.0))
ROAD = rectangle(0.0, 0.0, 1.0, 0.3)
TRIANGLE = ((0.0, 1.0), (0.5, 0.0), (1.0, 1.0))


def picture(width: int = 200, height: int = 100) -> NDArray[np.uint8]:
    """A grey picture with a black and white chequer everywhere, which reads like characters."""
    rows, columns = np.indices((height, width))
    chequer = ((rows // 4 + columns // 4) % 2 * 200 + 20).astype(np.uint8)
    return np.repeat(chequer[:, :, np.newaxis], 3, axis=2)


def seen(view: CameraView, image: NDArray[np.uint8]) -> SeenPicture:
    return LaneViews({"entry": view}).seen("entry", image)


def contrast(part: NDArray[np.uint8]) -> float:
    return float(part.max()) - float(part.min())


def test_a_camera_without_a_view_is_read_as_it_is() -> None:
    image = picture()
    for views in (LaneViews({}), LaneViews({"entry": CameraView()}), LaneViews({"exit": HALF})):
        assert views.seen("entry", image).image is image


def test_a_rectangle_is_cut_out_untouched() -> None:
    image = picture()
    part = seen(HALF, image)
    assert (part.left, part.top) == (100, 0)
    assert np.array_equal(part.image, image[:, 100:])


def test_what_lies_outside_a_slanting_region_has_no_characters_left() -> None:
    part = seen(CameraView(region=TRIANGLE), picture())
    assert part.image.shape == (100, 200, 3)
    assert contrast(part.image[:40, :40]) < 30
    assert contrast(part.image[70:95, 90:110]) == 200


def test_what_lies_under_a_mask_has_no_characters_left_up_to_its_edge() -> None:
    image = picture()
    part = seen(CameraView(masks=(ROAD,)), image)
    assert contrast(part.image[:30]) < 30
    assert np.array_equal(part.image[40:], image[40:])


def test_a_mask_takes_the_colour_of_its_surroundings_and_leaves_no_edge() -> None:
    image = np.full((100, 200, 3), 180, dtype=np.uint8)
    image[20:40, 60:140] = 0
    part = seen(CameraView(masks=(rectangle(0.28, 0.18, 0.72, 0.42),)), image)
    assert part.image.min() > 150
    assert np.abs(np.diff(part.image.astype(int), axis=0)).max() < 20


def test_a_picture_that_is_all_covered_is_even_grey() -> None:
    part = seen(CameraView(masks=(rectangle(0.0, 0.0, 1.0, 1.0),)), picture())
    assert contrast(part.image) == 0


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (3, 2), (7, 9), (20, 4000)])
@pytest.mark.parametrize(
    "view",
    [HALF, CameraView(region=TRIANGLE), CameraView(masks=(ROAD,)), CameraView(TRIANGLE, (ROAD,))],
)
def test_a_picture_of_any_size_leaves_something_to_read(size: tuple[int, int], view: CameraView) -> None:
    part = seen(view, picture(*size))
    assert min(part.image.shape[:2]) >= 1
    assert part.image.dtype == np.uint8


def test_a_picture_without_colour_stays_without() -> None:
    part = seen(CameraView(TRIANGLE, (ROAD,)), picture()[:, :, 0])
    assert part.image.shape == (100, 200)
    assert contrast(part.image[:30]) < 30


def test_an_empty_picture_is_handed_on() -> None:
    assert seen(HALF, np.zeros((0, 0, 3), dtype=np.uint8)).image.size == 0


def test_the_picture_itself_is_never_changed() -> None:
    image = picture()
    seen(CameraView(TRIANGLE, (ROAD,)), image)
    assert np.array_equal(image, picture())


def test_a_read_is_where_it_is_in_the_whole_picture() -> None:
    part = seen(HALF, picture())
    [read] = part.out_of([Read("ABC1234", 0.9, Box(10, 20, 40, 12))])
    assert read.box == Box(110, 20, 40, 12)
    assert part.into(read.box) == Box(10, 20, 40, 12)
    assert part.into(None) is None


def test_a_read_whose_middle_lies_in_what_is_covered_is_dropped() -> None:
    part = seen(CameraView(region=TRIANGLE), picture())
    reads = [Read("ROAD99", 0.9, Box(0, 10, 40, 12)), Read("ABC1234", 0.8, Box(80, 70, 40, 12))]
    assert [read.text for read in part.out_of(reads)] == ["ABC1234"]


def test_views_changed_while_reading_hold_for_the_next_picture() -> None:
    views = LaneViews({"entry": HALF})
    views.change({"exit": HALF})
    assert views.seen("entry", picture()).left == 0
    assert views.seen("exit", picture()).left == 100


def test_a_view_that_is_tried_leaves_the_cameras_own_alone() -> None:
    views = LaneViews({"entry": HALF})
    assert views.seen("entry", picture(), CameraView()).left == 0
    assert views.seen("entry", picture()).left == 100


def test_a_view_drawn_with_the_mouse_for_hours_takes_no_more_memory() -> None:
    views = LaneViews({})
    for step in range(100):
        views.seen("entry", picture(), CameraView(masks=(rectangle(0.0, 0.0, 0.5 + step / 300, 0.5),)))
    assert len(views._prepared) <= 32
