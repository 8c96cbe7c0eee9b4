import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from console.look import Look, dress
from console.screens.camera.shapes import FIRST_REGION, REGION, Handle, Part
from console.screens.desk.lane_menu import lane_menu
from console.screens.settings.cameras_section import CamerasSection
from console.widgets.key_button import KeyButton
from core.config import load_config
from core.domain.camera_views import CameraView, rectangle
from core.services.ports import LoopRole, ReadAnswer
from tests.console.screens.camera.adjusting import CTRL, HEIGHT, SHIFT, WIDTH

TAB, SPACE, ESC, DELETE = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete
G, N, R, S, Z, Y, D = (getattr(Qt.Key, f"Key_{letter}") for letter in "GNRSZYD")
RIGHT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Down
PLATE_TEXT = "ABC1234"


def near(shape, wanted, within=0.004):
    return len(shape) == len(wanted) and all(
        abs(x - a) <= within and abs(y - b) <= within for (x, y), (a, b) in zip(shape, wanted, strict=True)
    )


def found(adjusting):
    found_now = adjusting.screen._found
    return [plate.read.text for plate in found_now.plates] if found_now is not None else None


def wait_for_plate(adjusting):
    adjusting.desk.until(lambda: found(adjusting) == [PLATE_TEXT], "the plate is read")


def save(adjusting):
    adjusting.press(S, CTRL)
    adjusting.desk.until(lambda: "Saved" in adjusting.screen.told, "it is saved")


def test_a_region_is_drawn_moved_and_saved_by_keys_alone(adjusting):
    adjusting.open()
    adjusting.press(G)
    assert adjusting.view.region == FIRST_REGION
    adjusting.press(TAB)
    adjusting.press(RIGHT, times=5)
    adjusting.press(DOWN, SHIFT, times=2)
    x, y = adjusting.view.region[0]
    assert (x - FIRST_REGION[0][0]) * WIDTH == pytest.approx(5, abs=0.1)
    assert (y - FIRST_REGION[0][1]) * HEIGHT == pytest.approx(20, abs=0.1)
    save(adjusting)
    assert adjusting.kept() == adjusting.view
    assert load_config(adjusting.console.folder.config).lanes[0].camera.view == adjusting.view
    assert adjusting.recogniser.views == {"entry": adjusting.view, "exit": CameraView()}


def test_what_is_chosen_is_told_in_words_with_its_place(adjusting):
    screen = adjusting.open()
    adjusting.press(G)
    adjusting.press(TAB, times=3)
    assert screen.chosen.text() == "Region, point 2: 864, 135"
    adjusting.press(RIGHT)
    assert screen.canvas.accessibleDescription() == "Region, point 2: 865, 135"
    adjusting.press(N)
    assert screen.chosen.text().startswith("Mask 1: ")


def test_a_region_is_drawn_and_moved_with_the_mouse(adjusting):
    screen = adjusting.open()
    adjusting.drag((0.2, 0.3), (0.7, 0.8))
    assert near(adjusting.view.region, rectangle(0.2, 0.3, 0.7, 0.8))
    adjusting.drag((0.7, 0.8), (0.8, 0.9))
    assert near(adjusting.view.region, ((0.2, 0.3), (0.7, 0.3), (0.8, 0.9), (0.2, 0.8)))
    adjusting.drag((0.45, 0.3), (0.45, 0.2))
    assert near(adjusting.view.region[:2], ((0.2, 0.2), (0.7, 0.2)))
    adjusting.drag((0.4, 0.5), (0.45, 0.55))
    assert near(adjusting.view.region[:2], ((0.25, 0.25), (0.75, 0.25)))
    for _ in range(4):
        adjusting.press(Z, CTRL)
    assert adjusting.view == CameraView()
    assert not screen.editor.can_undo


def test_a_point_is_added_by_a_double_click_and_removed_by_a_key(adjusting):
    adjusting.open()
    adjusting.drag((0.2, 0.3), (0.7, 0.8))
    adjusting.double_click((0.45, 0.3))
    assert len(adjusting.view.region) == 5
    adjusting.press(DELETE)
    assert len(adjusting.view.region) == 4
    adjusting.click((0.2, 0.3))
    adjusting.press(DELETE)
    assert len(adjusting.view.region) == 3
    adjusting.click(adjusting.view.region[0])
    adjusting.press(DELETE)
    assert "three points" in adjusting.screen.told
    assert len(adjusting.view.region) == 3


def test_masks_come_with_n_or_a_drag_with_shift_and_go_with_delete(adjusting):
    adjusting.open()
    adjusting.press(N)
    adjusting.drag((0.05, 0.05), (0.35, 0.15), SHIFT)
    assert len(adjusting.view.masks) == 2
    assert near(adjusting.view.masks[1], rectangle(0.05, 0.05, 0.35, 0.15))
    adjusting.press(DELETE)
    assert len(adjusting.view.masks) == 1
    adjusting.press(Z, CTRL)
    adjusting.press(Y, CTRL)
    assert len(adjusting.view.masks) == 1


def test_a_ninth_mask_is_refused_in_words(adjusting):
    adjusting.open()
    adjusting.press(N, times=9)
    assert len(adjusting.view.masks) == 8
    assert "eight" in adjusting.screen.told


def test_tab_goes_through_all_handles_and_then_on_to_the_buttons(adjusting):
    screen = adjusting.open()
    adjusting.press(G)
    adjusting.press(TAB, times=8)
    assert screen.canvas.hasFocus()
    assert screen.editor.chosen == Handle(REGION, Part.EDGE, 3)
    adjusting.press(TAB)
    assert not screen.canvas.hasFocus()
    adjusting.press(TAB, SHIFT)
    assert screen.canvas.hasFocus()
    assert screen.editor.chosen == Handle(REGION, Part.EDGE, 3)


def test_a_plate_in_the_picture_is_shown_with_its_size(adjusting):
    screen = adjusting.open()
    wait_for_plate(adjusting)
    assert "Characters 33 px high: good" in screen.findings.words
    assert "ABC1234" in screen.findings.words
    assert f"{WIDTH} × {HEIGHT} px" in screen.findings.words
    assert [plate.read.text for plate in screen.canvas.plates] == [PLATE_TEXT]


def test_a_size_that_the_reader_did_not_measure_is_said_to_be_about(adjusting):
    adjusting.recogniser.character_pixels = 0.0
    screen = adjusting.open()
    wait_for_plate(adjusting)
    assert "Characters about 36 px high: good" in screen.findings.words


def test_characters_too_small_are_told_with_what_to_do(adjusting):
    adjusting.recogniser.character_pixels = 9.0
    screen = adjusting.open()
    wait_for_plate(adjusting)
    assert "Characters 9 px high: too small" in screen.findings.words
    assert "Move the camera closer or zoom in" in screen.findings.words


def test_a_region_being_drawn_is_tried_before_it_is_saved(adjusting):
    adjusting.open()
    wait_for_plate(adjusting)
    adjusting.drag((0.02, 0.02), (0.3, 0.5))
    adjusting.desk.until(lambda: found(adjusting) == [], "the plate outside the region is not read")
    assert adjusting.kept() == CameraView()
    assert "No plate is seen" in adjusting.screen.findings.words
    adjusting.press(Z, CTRL)
    wait_for_plate(adjusting)


def test_a_mask_over_the_plate_means_that_it_is_not_read(adjusting):
    adjusting.open()
    wait_for_plate(adjusting)
    adjusting.drag((0.3, 0.6), (0.7, 0.9), SHIFT)
    adjusting.desk.until(lambda: found(adjusting) == [], "the plate under the mask is not read")


def test_while_a_car_is_in_the_lane_nothing_is_read_unless_asked_for(adjusting):
    desk = adjusting.desk
    desk.recogniser.mute = True
    desk.loops["entry"].set(LoopRole.ARMING, True)
    desk.until(lambda: desk.state.lanes["entry"].vehicle_present, "a car stands there")
    screen = adjusting.open()
    desk.until(lambda: "A car is in this lane" in screen.findings.words, "it is said")
    assert adjusting.recogniser.asked == []
    adjusting.press(R)
    wait_for_plate(adjusting)
    assert len(adjusting.recogniser.asked) == 1


def test_an_answer_for_the_adjustment_is_no_read_of_the_lane(adjusting):
    adjusting.open()
    wait_for_plate(adjusting)
    assert adjusting.console.lanes["entry"].view.plate == ""
    assert adjusting.desk.inside() == ()


def test_space_freezes_the_picture_and_lets_it_go_on(adjusting):
    screen = adjusting.open()
    adjusting.press(SPACE)
    assert screen.feed.is_frozen
    before = adjusting.cameras["entry"].taken
    asked = len(adjusting.recogniser.asked)
    adjusting.press(R)
    adjusting.desk.until(lambda: len(adjusting.recogniser.asked) == asked + 1, "R reads once")
    adjusting.desk.until(lambda: found(adjusting) is not None, "and shows it")
    assert adjusting.cameras["entry"].taken <= before + 2
    adjusting.press(SPACE)
    assert not screen.feed.is_frozen
    adjusting.desk.until(lambda: adjusting.cameras["entry"].taken > before + 4, "pictures come again")


def test_a_shape_whose_edges_cross_cannot_be_saved_and_says_why(adjusting):
    screen = adjusting.open()
    adjusting.drag((0.2, 0.3), (0.7, 0.8))
    adjusting.drag((0.2, 0.3), (0.9, 0.6))
    assert "cross" in screen.told
    assert not screen.save_button.isEnabled()
    adjusting.press(S, CTRL)
    assert "cross" in screen.told
    assert adjusting.kept() == CameraView()


def test_esc_asks_before_anything_drawn_is_lost(adjusting):
    screen = adjusting.open()
    adjusting.press(G)
    adjusting.press(ESC)
    assert screen.question.isVisible()
    assert adjusting.desk.app.window.current == "camera"
    adjusting.press(ESC)
    assert not screen.question.isVisible()
    assert adjusting.view.region == FIRST_REGION
    adjusting.press(ESC)
    adjusting.press(D, CTRL)
    assert adjusting.desk.app.window.current == "desk"
    assert adjusting.kept() == CameraView()


def test_saving_in_the_question_saves_and_then_leaves(adjusting):
    adjusting.open()
    adjusting.press(G)
    adjusting.press(ESC)
    adjusting.press(S, CTRL)
    adjusting.desk.until(lambda: adjusting.desk.app.window.current == "desk", "back at the desk")
    assert adjusting.kept().region == FIRST_REGION


def test_esc_without_changes_leaves_at_once(adjusting):
    adjusting.open()
    adjusting.press(ESC)
    assert adjusting.desk.app.window.current == "desk"


def test_looking_at_another_screen_loses_nothing_and_says_so(adjusting):
    adjusting.open()
    adjusting.press(G)
    adjusting.desk.app.window.show_screen("desk")
    assert "not saved" in adjusting.desk.message
    adjusting.desk.app.window.run_command("lane.camera")
    assert adjusting.view.region == FIRST_REGION
    assert adjusting.screen.editor.is_changed


def test_another_camera_is_not_opened_over_a_drawing_that_is_not_saved(adjusting):
    screen = adjusting.open()
    adjusting.press(N)
    screen.open_camera("exit")
    assert screen.question.isVisible()
    assert screen.camera_id == "entry"
    adjusting.press(D, CTRL)
    assert screen.camera_id == "exit"
    assert adjusting.view == CameraView()


def test_a_second_camera_behind_the_lane_is_adjusted_for_itself(adjusting):
    adjusting.add_rear_camera()
    screen = adjusting.open()
    screen.open_camera("entry:rear")
    adjusting.desk.until(lambda: screen.canvas.picture_size == (WIDTH, HEIGHT), "its picture is shown")
    adjusting.desk.until(lambda: ("entry:rear", CameraView()) in adjusting.recogniser.asked, "it is read")
    adjusting.press(G)
    save(adjusting)
    lane = adjusting.console.config.lanes[0]
    assert lane.rear_camera.view.region == FIRST_REGION
    assert lane.camera.view == CameraView()
    assert adjusting.recogniser.views["entry:rear"].region == FIRST_REGION


def test_of_a_camera_that_reads_by_itself_it_is_said_that_regions_do_not_hold(adjusting):
    adjusting.let_entry_read_itself()
    screen = adjusting.open()
    assert "reads by itself" in screen.findings.words


def test_nothing_is_taken_or_read_while_nobody_looks(adjusting):
    screen = adjusting.open()
    wait_for_plate(adjusting)
    adjusting.desk.app.window.show_screen("desk")
    assert not screen.feed._pictures.isActive()
    assert not screen.feed._reads.isActive()


def test_a_camera_that_does_not_answer_is_told_with_what_to_look_at(adjusting):
    adjusting.cameras["entry"].broken = "camera.no_answer"
    screen = adjusting.open()
    adjusting.desk.until(lambda: "does not answer" in screen.findings.words, "it is said")
    title, hint = screen.canvas._title, screen.canvas._hint
    assert "does not answer" in title
    assert "cable" in hint
    assert "10.0.0.8:554" in hint
    assert "secret" not in title + hint + screen.findings.words


def test_a_camera_that_comes_back_is_shown_without_asking(adjusting):
    adjusting.cameras["entry"].broken = "camera.no_answer"
    screen = adjusting.open()
    adjusting.desk.until(lambda: "does not answer" in screen.findings.words, "it is said")
    adjusting.cameras["entry"].broken = ""
    adjusting.desk.until(lambda: screen.canvas.picture_size == (WIDTH, HEIGHT), "the picture is back")


def test_without_a_reader_the_page_draws_and_saves_all_the_same(adjusting):
    adjusting.console.recogniser = None
    screen = adjusting.open()
    adjusting.desk.until(lambda: "reader is stopped" in screen.findings.words, "it is said")
    adjusting.press(G)
    save(adjusting)
    assert adjusting.kept().region == FIRST_REGION


def test_a_reader_that_is_busy_is_asked_again(adjusting):
    adjusting.recogniser.busy = True
    screen = adjusting.open()
    adjusting.desk.until(lambda: "cannot keep up" in screen.findings.words, "it is said")
    adjusting.recogniser.busy = False
    wait_for_plate(adjusting)
    assert "cannot keep up" not in screen.findings.words


def test_a_disk_that_is_full_is_told_and_the_drawing_stays(adjusting, monkeypatch):
    def full(_path, _config):
        raise OSError(28, "No space left on device")

    adjusting.open()
    adjusting.press(G)
    monkeypatch.setattr("core.config.writing._replace", lambda *_args: full(None, None))
    adjusting.press(S, CTRL)
    adjusting.desk.until(lambda: "No space left" in adjusting.screen.told, "it is told")
    assert adjusting.kept() == CameraView()
    assert adjusting.view.region == FIRST_REGION
    assert adjusting.screen.editor.is_changed


def test_an_attendant_is_not_offered_the_page(adjusting):
    desk = adjusting.desk
    desk.sign_on(None)
    desk.sign_on(desk.ben)
    desk.app.window.run_command("lane.camera")
    assert desk.app.window.current == "desk"
    assert desk.message


def test_the_palette_leads_to_the_page(adjusting):
    adjusting.press(Qt.Key.Key_K, CTRL)
    adjusting.desk.type("adjust camera")
    adjusting.press(Qt.Key.Key_Return)
    assert adjusting.desk.app.window.current == "camera"


def test_the_menu_of_a_lane_leads_to_the_page_for_whoever_may(adjusting):
    desk = adjusting.desk
    menu = lane_menu(desk.app.context, desk.app.window)
    titles = [action.text() for action in menu.actions()]
    assert "Adjust camera …" in titles
    menu.actions()[titles.index("Adjust camera …")].trigger()
    assert desk.app.window.current == "camera"
    desk.sign_on(None)
    desk.sign_on(desk.ben)
    offered = [action.text() for action in lane_menu(desk.app.context, desk.app.window).actions()]
    assert "Adjust camera …" not in offered
    assert "Open lane" in offered


def test_the_settings_tell_what_is_read_and_lead_to_the_page(adjusting):
    adjusting.open()
    adjusting.press(G)
    adjusting.press(N)
    save(adjusting)
    desk = adjusting.desk
    section = CamerasSection(desk.app.context)
    section.open()
    texts = [label.text() for label in section.findChildren(QLabel)]
    assert "a region is read, less 1 mask" in texts
    assert "the whole picture is read" in texts
    desk.app.window.show_screen("desk")
    section.findChildren(KeyButton)[1].click()
    assert desk.app.window.current == "camera"
    assert adjusting.screen.camera_id == "exit"
    section.deleteLater()


def test_an_answer_for_an_adjustment_never_reaches_the_lanes_queue(adjusting, monkeypatch):
    reached = []
    monkeypatch.setattr(adjusting.console.lanes["entry"], "on_answer", reached.append)
    adjusting.console._on_answer(ReadAnswer(-7, "entry", 1, 1, (), None, "", 1.0))
    assert reached == []
    adjusting.console._on_answer(ReadAnswer(7, "entry", 1, 1, (), None, "", 1.0))
    assert len(reached) == 1


def test_the_page_speaks_the_other_language_and_keeps_what_is_drawn(adjusting, qapp):
    adjusting.open()
    adjusting.press(G)
    dress(qapp, Look(language="zh_TW"))
    dress(qapp, Look(theme="dark", scale=1.5))
    assert adjusting.view.region == FIRST_REGION
    assert not adjusting.screen.grab().isNull()
    dress(qapp, Look())
