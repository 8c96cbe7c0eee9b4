import pytest

from core.domain.camera_views import (
    CameraView,
    area_of,
    fault_of,
    fault_of_view,
    is_inside,
    rectangle,
)

LANE = ((0.2, 0.3), (0.8, 0.3), (1.0, 1.0), (0.0, 1.0))
CLOCK = rectangle(0.0, 0.0, 0.3, 0.1)


def test_a_view_without_shapes_sees_the_whole_picture():
    view = CameraView()
    assert view.is_whole
    assert all(view.sees(point) for point in ((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)))


def test_what_lies_outside_the_region_is_not_seen():
    view = CameraView(region=LANE)
    assert view.sees((0.5, 0.6))
    assert not view.sees((0.05, 0.4))
    assert not view.is_whole


def test_what_lies_under_a_mask_is_not_seen_even_within_the_region():
    view = CameraView(region=rectangle(0.0, 0.0, 1.0, 1.0), masks=(CLOCK,))
    assert not view.sees((0.1, 0.05))
    assert view.sees((0.1, 0.2))


@pytest.mark.parametrize(
    ("polygon", "fault"),
    [
        (LANE, ""),
        (((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), ""),
        (((0.0, 0.0), (1.0, 0.0)), "view.few_points"),
        ((), "view.few_points"),
        (tuple((k / 20, (k % 2) / 2) for k in range(13)), "view.many_points"),
        (((0.0, 0.0), (1.1, 0.0), (0.0, 1.0)), "view.outside"),
        (((0.0, 0.0), (float("nan"), 0.0), (0.0, 1.0)), "view.outside"),
        (((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)), "view.crossing"),
        (((0.0, 0.0), (1.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.2, 0.0)), "view.crossing"),
        (((0.1, 0.1), (0.1, 0.1), (0.9, 0.9)), "view.crossing"),
        (((0.1, 0.1), (0.11, 0.1), (0.1, 0.11)), "view.no_area"),
        (((0.1, 0.1), (0.5, 0.5), (0.9, 0.9)), "view.no_area"),
    ],
)
def test_a_shape_is_used_or_told_why_not(polygon, fault):
    assert fault_of(polygon) == fault


def test_a_hollow_shape_is_no_crossing():
    hook = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.6, 1.0), (0.6, 0.4), (0.4, 0.4), (0.4, 1.0), (0.0, 1.0))
    assert fault_of(hook) == ""
    assert not is_inside((0.5, 0.8), hook)


def test_the_first_faulty_shape_of_a_view_is_told():
    assert fault_of_view(CameraView(LANE, (CLOCK,))) == ""
    assert fault_of_view(CameraView((), (CLOCK, CLOCK[:2]))) == "view.few_points"
    assert fault_of_view(CameraView((), (CLOCK,) * 9)) == "view.many_masks"


def test_the_area_is_the_share_of_the_picture():
    assert area_of(rectangle(0.25, 0.5, 0.75, 1.0)) == pytest.approx(0.25)
