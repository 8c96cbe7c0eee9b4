import pytest

from console.screens.camera.shapes import (
    REGION,
    Handle,
    Part,
    handle_at,
    handles_of,
    moved,
    new_mask,
    place_of,
    shapes_of,
    spanned,
    with_point,
    without,
)
from core.domain.camera_views import CameraView, fault_of, rectangle

LANE = rectangle(0.2, 0.3, 0.8, 0.9)
CLOCK = rectangle(0.0, 0.0, 0.3, 0.1)
VIEW = CameraView(LANE, (CLOCK,))
WIDTH, HEIGHT = 1000, 500


def point(number, at):
    return Handle(number, Part.POINT, at)


def under(x, y, view=VIEW, reach=10):
    return handle_at(view, (x / WIDTH, y / HEIGHT), WIDTH, HEIGHT, reach)


def test_tab_visits_each_shape_then_its_points_and_edges_around():
    kinds = [(handle.shape, handle.part.value) for handle in handles_of(VIEW)]
    around = ["whole", *["point", "edge"] * 4]
    assert kinds == [(REGION, kind) for kind in around] + [(0, kind) for kind in around]


def test_a_view_of_the_whole_picture_has_no_handles():
    assert handles_of(CameraView()) == ()
    assert shapes_of(CameraView()) == {}


def test_a_corner_moves_alone():
    assert moved(VIEW, point(REGION, 0), 0.1, -0.1).region == (
        (0.3, 0.2), (0.8, 0.3), (0.8, 0.9), (0.2, 0.9),
    )  # fmt: skip


def test_an_edge_moves_with_both_of_its_points():
    lower = Handle(REGION, Part.EDGE, 2)
    assert moved(VIEW, lower, 0.0, 0.05).region == rectangle(0.2, 0.3, 0.8, 0.95)


def test_a_closing_edge_moves_with_the_first_and_the_last_point():
    assert moved(VIEW, Handle(REGION, Part.EDGE, 3), -0.1, 0.0).region == rectangle(0.1, 0.3, 0.8, 0.9)


def test_a_mask_moves_as_a_whole_and_the_region_stays():
    after = moved(VIEW, Handle(0, Part.WHOLE), 0.5, 0.2)
    assert after.masks == (rectangle(0.5, 0.2, 0.8, 0.3),)
    assert after.region == LANE


@pytest.mark.parametrize("handle", handles_of(VIEW))
@pytest.mark.parametrize("step", [(5.0, 5.0), (-5.0, -5.0), (5.0, -5.0)])
def test_nothing_can_be_moved_out_of_the_picture(handle, step):
    for shape in shapes_of(moved(VIEW, handle, *step)).values():
        assert all(0.0 <= part <= 1.0 for place in shape for part in place)


def test_a_shape_pushed_against_the_edge_keeps_its_form():
    assert moved(VIEW, Handle(REGION, Part.WHOLE), 5.0, 5.0).region == rectangle(0.4, 0.4, 1.0, 1.0)


def test_a_point_added_to_an_edge_lies_in_its_middle_and_is_chosen():
    after, chosen = with_point(VIEW, Handle(REGION, Part.EDGE, 1))
    assert chosen == point(REGION, 2)
    assert place_of(after, chosen) == (0.8, 0.6)
    assert len(after.region) == 5


def test_a_point_added_where_the_mouse_was_lies_there():
    after, chosen = with_point(VIEW, Handle(REGION, Part.EDGE, 0), (0.4, 0.25))
    assert after.region == ((0.2, 0.3), (0.4, 0.25), *LANE[1:])
    assert chosen == point(REGION, 1)


def test_a_point_added_to_a_whole_shape_goes_into_its_longest_edge():
    after, chosen = with_point(VIEW, Handle(0, Part.WHOLE))
    assert place_of(after, chosen) == (0.15, 0.0)


def test_a_shape_takes_no_thirteenth_point():
    view, handle = VIEW, Handle(REGION, Part.EDGE, 0)
    for _ in range(20):
        view, _ = with_point(view, handle)
    assert len(view.region) == 12


def test_a_point_is_removed_but_never_the_third_last():
    view = without(VIEW, point(REGION, 1))
    assert view.region == (LANE[0], LANE[2], LANE[3])
    assert without(view, point(REGION, 1)) == view


def test_an_edge_cannot_be_removed_and_a_whole_shape_can():
    assert without(VIEW, Handle(0, Part.EDGE, 1)) == VIEW
    assert without(VIEW, Handle(0, Part.WHOLE)) == CameraView(LANE)
    assert without(VIEW, Handle(REGION, Part.WHOLE)) == CameraView((), (CLOCK,))


def test_new_masks_lie_in_the_picture_and_not_upon_one_another():
    view = CameraView(rectangle(0.9, 0.9, 1.0, 1.0))
    for _ in range(8):
        view = CameraView(view.region, (*view.masks, new_mask(view)))
    assert all(fault_of(mask) == "" for mask in view.masks)
    assert len(set(view.masks[:4])) > 1


def test_a_rectangle_drawn_in_any_direction_is_the_same_and_ends_at_the_edge():
    assert spanned((0.6, 0.8), (0.2, 0.1)) == rectangle(0.2, 0.1, 0.6, 0.8)
    assert spanned((0.6, 0.8), (-3.0, 2.0)) == rectangle(0.0, 0.8, 0.6, 1.0)


@pytest.mark.parametrize(
    ("x", "y", "handle"),
    [
        (203, 148, point(REGION, 0)),
        (500, 153, Handle(REGION, Part.EDGE, 0)),
        (500, 300, Handle(REGION, Part.WHOLE)),
        (100, 20, Handle(0, Part.WHOLE)),
        (304, 52, point(0, 2)),
        (900, 480, None),
    ],
)
def test_the_mouse_takes_a_corner_before_an_edge_before_a_shape(x, y, handle):
    assert under(x, y) == handle


def test_a_mask_upon_the_region_is_taken_first():
    view = CameraView(LANE, (rectangle(0.4, 0.4, 0.6, 0.6),))
    assert under(500, 250, view) == Handle(0, Part.WHOLE)
