"""The page of devices, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from console.screens.devices import DevicesScreen
from console.screens.devices.device_row import DeviceRow, Heading
from console.widgets.status import State
from core.domain.errors import Refused
from core.domain.lanes import LaneState
from core.services.device_views import DeviceKind, DeviceTest, Trouble
from core.services.lane_view import LaneView
from core.services.ports import Boom, Health, Measure
from tests.console.screens.booth import LANES
from tests.console.screens.devices.board import NOW, FakeBoard, a_device, a_lot_of_devices

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


class FakeRunner:
    """FAKE: a lane that only writes down that it was asked to open."""

    def __init__(self, refuses: str = "") -> None:
        self.opened: list[tuple[str, str]] = []
        self.refuses = refuses

    def open_by_hand(self, *, actor, reason):
        if self.refuses:
            raise Refused(self.refuses)
        self.opened.append((actor.name, reason))

    def stop(self):
        pass


@pytest.fixture
def board(booth):
    booth.set_up()
    booth.console.devices = made = FakeBoard(*a_lot_of_devices())
    return made


@pytest.fixture
def screen(booth, board):
    made = DevicesScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: bool(made.list.rows) and made.list.hasFocus(), "the devices are shown")
    return made


def row_of(screen, device_id):
    return next(row for row in screen.list.rows if isinstance(row, DeviceRow) and row.device_id == device_id)


def test_devices_stand_lane_by_lane_and_what_is_wrong_is_chosen_first(screen):
    headings = [row.title for row in screen.list.rows if isinstance(row, Heading)]
    assert headings == ["Entry 1", "Exit 1", "This console"]
    assert screen.list.chosen_id == "exit-1/camera"
    assert screen.summary == "6 devices, to look at: 1"


def test_a_dead_camera_says_since_when_why_and_what_to_do(screen):
    row = row_of(screen, "exit-1/camera")
    assert (row.state, row.word, row.since) == (State.ALARM, "Not working", "07:48")
    assert row.sentence == "The camera does not answer."
    said = screen.panel.sentences
    assert said[0] == "Exit 1 · Camera"
    assert said[1].startswith("since 07:48 (12 min)")
    assert said[2:4] == ("The camera does not answer.", "Look at its power and cable.")


def test_what_is_not_measured_never_looks_well(screen):
    assert (row_of(screen, "entry-1/sign").state, row_of(screen, "entry-1/sign").word) == (
        State.UNKNOWN,
        "Not measured",
    )


def test_recent_trouble_stays_amber_and_says_what_it_was(booth, board, screen):
    trouble = Trouble("camera.no_answer", "", NOW - timedelta(minutes=6), NOW - timedelta(minutes=3))
    view = a_device(DeviceKind.CAMERA, "exit-1", last_trouble=trouble, is_amber=True)
    screen.show_views([view])
    row = row_of(screen, "exit-1/camera")
    assert (row.state, row.word) == (State.ATTENTION, "Well again")
    assert row.sentence == "Last trouble 07:54, for 3 min: The camera does not answer."
    screen.show_views([replace(view, is_amber=False)])
    row = row_of(screen, "exit-1/camera")
    assert (row.state, row.sentence) == (State.OK, "")
    assert screen.panel.sentences[-1].startswith("Last trouble 07:54")


def test_what_the_lane_noticed_of_a_device_wants_a_look_though_the_board_answers(screen):
    screen.show_views([a_device(DeviceKind.LOOPS, "exit-1", faults=("loops.silent",))])
    row = row_of(screen, "exit-1/loops")
    assert (row.state, row.word, row.sentence) == (
        State.ATTENTION,
        "Wants a look",
        "The loops are silent.",
    )


def test_arrow_keys_go_from_device_to_device_and_never_rest_on_a_heading(booth, screen):
    seen = []
    booth.press(KEY.Key_Home)
    for _ in range(5):
        seen.append(screen.list.chosen_id)
        booth.press(KEY.Key_Down)
    assert seen == ["entry-1/camera", "entry-1/barrier", "entry-1/sign", "exit-1/camera", "exit-1/loops"]
    assert screen.list.chosen_id == "printer"


def test_the_choice_stays_while_devices_come_and_go(booth, board, screen):
    screen.choose("exit-1/loops")
    board.shown = board.shown[1:]
    screen.refresh()
    assert screen.list.chosen_id == "exit-1/loops"
    board.shown = tuple(view for view in board.shown if view.kind is not DeviceKind.LOOPS)
    screen.refresh()
    assert screen.list.chosen_id == "exit-1/camera"


def test_only_what_is_in_trouble_by_one_key(booth, screen):
    booth.press(KEY.Key_T, ALT)
    assert [row.device_id for row in screen.list.rows if isinstance(row, DeviceRow)] == ["exit-1/camera"]
    booth.press(KEY.Key_T, ALT)
    assert len(screen.list.rows) == 9


def test_with_no_device_the_page_says_how_to_add_one(booth, board, screen):
    board.shown = ()
    screen.refresh()
    assert screen.panel.isHidden() or not screen.panel.isVisible()
    assert screen.summary == ""


def test_live_values_have_units_and_unmeasured_ones_are_told_apart(screen):
    measures = (
        Measure("camera.frames_per_second", 10.25),
        Measure("camera.age_ms", None),
        Measure("camera.width_px", 1280),
    )
    screen.show_views([a_device(DeviceKind.CAMERA, "exit-1", measures=measures)])
    assert screen.panel.values.texts() == {
        "camera.frames_per_second": "10.2",
        "camera.age_ms": "",
        "camera.width_px": "1,280 px",
    }


def test_the_loops_lights_follow_the_lane(booth, screen):
    screen.choose("exit-1/loops")
    lane = LANES[1]
    booth.state.lanes["exit-1"] = LaneView(lane, LaneState.EMPTY, arming=True, closing=None, boom=Boom.DOWN)
    booth.state.lane_changed.emit("exit-1")
    assert screen.panel.live.words == ("Before the boom: car", "Behind the boom: not measured")


def test_opening_once_asks_before_and_the_verdict_is_written_down(booth, board, screen):
    runner = booth.console.lanes["entry-1"] = FakeRunner()
    screen.choose("entry-1/barrier")
    acts = screen.panel.acts
    booth.press(KEY.Key_O, ALT)
    assert "Is nobody under it" in acts.question
    assert runner.opened == []
    booth.press(KEY.Key_Return)
    assert runner.opened == [], "Enter goes back, it never opens a gate"
    booth.press(KEY.Key_O, ALT)
    booth.press(KEY.Key_O, ALT)
    booth.until(lambda: "Did the boom go up" in acts.question, "the command went out")
    assert runner.opened == [("Ann", "device_test")]
    booth.press(KEY.Key_Y, ALT)
    booth.until(lambda: bool(acts.told), "it is written down")
    assert board.verdicts == [("entry-1/barrier", DeviceTest.OPEN_ONCE, True)]


def test_a_gate_that_did_not_open_is_written_down_as_such(booth, board, screen):
    booth.console.lanes["entry-1"] = FakeRunner()
    screen.choose("entry-1/barrier")
    acts = screen.panel.acts
    booth.press(KEY.Key_O, ALT)
    booth.press(KEY.Key_O, ALT)
    booth.until(lambda: "Did the boom go up" in acts.question, "the command went out")
    booth.press(KEY.Key_N, ALT)
    booth.until(lambda: "did not open" in acts.told, "it is written down")
    assert board.verdicts == [("entry-1/barrier", DeviceTest.OPEN_ONCE, False)]


def test_esc_puts_the_question_away_and_nothing_moves(booth, board, screen):
    runner = booth.console.lanes["entry-1"] = FakeRunner()
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_O, ALT)
    booth.press(KEY.Key_Escape)
    assert screen.panel.acts.question == ""
    assert (runner.opened, board.verdicts) == ([], [])


def test_a_refused_opening_says_why(booth, screen):
    booth.console.lanes["entry-1"] = FakeRunner(refuses="lane.vehicle_changed")
    screen.choose("entry-1/barrier")
    acts = screen.panel.acts
    booth.press(KEY.Key_O, ALT)
    booth.press(KEY.Key_O, ALT)
    booth.until(lambda: bool(acts.told), "it is told")
    assert acts.question == ""


def test_a_lane_that_does_not_run_is_told_and_not_a_crash(booth, screen):
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_O, ALT)
    booth.press(KEY.Key_O, ALT)
    booth.until(lambda: "does not run" in screen.panel.acts.told, "it is told")


def test_another_device_puts_the_question_for_the_last_away(booth, screen):
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_O, ALT)
    screen.choose("exit-1/loops")
    assert screen.panel.acts.question == ""


def test_late_is_said_of_pictures_alone(screen):
    screen.show_views(
        [
            a_device(DeviceKind.CAMERA, "exit-1", Health.STALE, "camera.no_picture"),
            a_device(DeviceKind.PRINTER, "", Health.STALE, "printer.paper_low"),
        ]
    )
    assert row_of(screen, "exit-1/camera").word == "Late"
    assert row_of(screen, "printer").word == "Wants a look"
