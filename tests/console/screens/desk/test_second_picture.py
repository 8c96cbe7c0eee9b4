"""The picture from behind, where a lane has a second camera."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from core.services.ports import Preview
from tests.fakes.camera import FakeCamera

CTRL = Qt.KeyboardModifier.ControlModifier


class RearCamera(FakeCamera):
    """Counts how often its picture was wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = 0

    def preview(self) -> Preview | None:
        self.wanted += 1
        return None


def test_one_key_shows_the_selected_lane_from_behind_and_again_from_the_front(desk):
    runner = desk.console.lanes["entry"]
    rear = RearCamera()
    runner.devices = replace(runner.devices, rear_camera=rear)
    desk.state.select_lane("entry")
    desk.press(Qt.Key.Key_B, CTRL)
    desk.until(lambda: rear.wanted > 0, "the rear picture is shown")
    desk.press(Qt.Key.Key_B, CTRL)
    before = rear.wanted
    desk.press(Qt.Key.Key_F4)
    assert rear.wanted == before


def test_a_lane_with_one_camera_says_so(desk):
    desk.state.select_lane("exit")
    desk.press(Qt.Key.Key_B, CTRL)
    assert "one camera" in desk.message
