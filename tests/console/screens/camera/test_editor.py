import pytest

from console.screens.camera.editor import MOST_STEPS_BACK, ViewEditor
from console.screens.camera.shapes import FIRST_REGION, REGION, Handle, Part
from core.domain.camera_views import MOST_MASKS, CameraView, rectangle

LANE = rectangle(0.2, 0.3, 0.8, 0.9)
CLOCK = rectangle(0.0, 0.0, 0.3, 0.1)
SAVED = CameraView(LANE, (CLOCK,))
CORNER = Handle(REGION, Part.POINT, 0)


@pytest.fixture
def editor():
    return ViewEditor(SAVED)


def test_a_view_just_opened_is_unchanged(editor):
    assert editor.view == SAVED
    assert not (editor.is_changed)
    assert not (editor.can_undo)
    assert not (editor.can_redo)
    assert not (editor.fault)


def test_tab_goes_through_the_handles_and_out_at_the_end(editor):
    for _ in range(18):
        assert editor.choose_next(1)
    assert not editor.choose_next(1)
    assert editor.chosen is None
    assert editor.choose_next(-1)
    assert editor.chosen == Handle(0, Part.EDGE, 3)


def test_keys_without_anything_chosen_change_nothing(editor):
    editor.nudge(0.1, 0.1)
    assert not (editor.remove())
    assert not (editor.add_point())
    assert not (editor.is_changed)


def test_steps_of_one_key_held_down_are_taken_back_together(editor):
    editor.choose(CORNER)
    for _ in range(30):
        editor.nudge(0.001, 0.0)
    assert editor.view.region[0] == (0.23, 0.3)
    assert editor.undo()
    assert editor.view == SAVED
    assert not editor.can_undo


def test_two_drags_are_two_steps(editor):
    editor.choose(CORNER)
    for across in (0.05, 0.1):
        start = editor.view
        editor.drag(start, across / 2, 0.0)
        editor.drag(start, across, 0.0)
        editor.end_run()
    assert editor.view.region[0] == (0.35, 0.3)
    editor.undo()
    assert editor.view.region[0] == (0.25, 0.3)


def test_what_was_taken_back_is_done_again_until_something_else_is_done(editor):
    editor.choose(CORNER)
    editor.nudge(0.1, 0.0)
    editor.undo()
    assert editor.redo()
    assert editor.view.region[0] == (0.3, 0.3)
    editor.undo()
    editor.add_mask()
    assert not editor.redo()


def test_a_mask_is_added_and_chosen_and_removed(editor):
    assert editor.add_mask()
    assert editor.chosen == Handle(1, Part.WHOLE)
    assert editor.remove()
    assert editor.view == SAVED
    assert editor.chosen is None


def test_there_are_no_more_than_eight_masks(editor):
    added = [editor.add_mask() for _ in range(10)]
    assert added.count(True) == MOST_MASKS - 1
    editor.span(MOST_MASKS, CLOCK)
    assert len(editor.view.masks) == MOST_MASKS


def test_a_region_is_drawn_once_and_then_only_chosen():
    editor = ViewEditor()
    editor.add_region()
    assert editor.view.region == FIRST_REGION
    editor.nudge(0.01, 0.0)
    moved = editor.view
    editor.add_region()
    assert editor.view == moved
    assert editor.chosen == Handle(REGION, Part.WHOLE)


def test_a_shape_drawn_with_the_mouse_is_one_step():
    editor = ViewEditor()
    for right in (0.2, 0.4, 0.6):
        editor.span(REGION, rectangle(0.1, 0.1, right, 0.9))
    editor.end_run()
    for right in (0.3, 0.4):
        editor.span(0, rectangle(0.2, 0.2, right, 0.4))
    editor.end_run()
    assert editor.view == CameraView(rectangle(0.1, 0.1, 0.6, 0.9), (rectangle(0.2, 0.2, 0.4, 0.4),))
    editor.undo()
    assert editor.view.masks == ()
    editor.undo()
    assert editor.view == CameraView()


def test_undo_of_a_new_mask_leaves_nothing_chosen(editor):
    editor.add_mask()
    editor.undo()
    assert editor.chosen is None


def test_a_point_is_added_and_removed(editor):
    editor.choose(Handle(REGION, Part.EDGE, 0))
    assert editor.add_point()
    assert editor.chosen == Handle(REGION, Part.POINT, 1)
    assert editor.remove()
    assert editor.view == SAVED


def test_reset_is_the_whole_picture_and_can_be_taken_back(editor):
    editor.reset()
    assert editor.view == CameraView()
    editor.undo()
    assert editor.view == SAVED


def test_what_was_saved_is_no_change_any_more(editor):
    editor.add_mask()
    editor.was_saved(editor.view)
    assert not editor.is_changed
    editor.undo()
    assert editor.is_changed


def test_discarding_goes_back_to_what_is_kept(editor):
    editor.add_mask()
    editor.discard()
    assert not editor.is_changed
    assert editor.chosen is None


def test_a_shape_whose_edges_cross_is_told_and_not_lost(editor):
    editor.choose(CORNER)
    editor.nudge(0.7, 0.3)
    assert editor.fault == editor.fault_of_shape(REGION) == "view.crossing"
    assert editor.fault_of_shape(0) == ""


def test_hours_of_drawing_take_no_more_memory(editor):
    editor.choose(CORNER)
    for step in range(MOST_STEPS_BACK * 2):
        editor.nudge(0.001 if step % 2 else -0.001, 0.0)
        editor.end_run()
    assert len(editor._past) == MOST_STEPS_BACK
