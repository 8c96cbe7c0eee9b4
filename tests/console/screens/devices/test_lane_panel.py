"""Lanes are added to the lot, named otherwise and taken away from the devices page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.compose import Console
from console.screens.devices import DevicesScreen
from core.config import BarrierConfig, CameraConfig, LaneConfig, LoopsConfig
from core.domain.lots import Direction
from tests.console.screens.devices.board import FakeBoard, a_lot_of_devices

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(booth, monkeypatch):
    monkeypatch.setattr(Console, "start_lanes", lambda _console, _lot: None)
    monkeypatch.setattr(Console, "stop_lanes", lambda _console: None)
    booth.set_up()
    booth.console.devices = FakeBoard(*a_lot_of_devices())
    lane = LaneConfig(
        "exit-1", CameraConfig("simulator"), BarrierConfig("simulator"), LoopsConfig("simulator")
    )
    booth.console.config = replace(booth.console.config, lanes=(lane,))
    made = DevicesScreen(booth.ctx)
    booth.show(made)
    booth.until(made.list.hasFocus, "the devices are shown")
    booth.press(KEY.Key_Insert)
    booth.press(KEY.Key_N, ALT)
    assert made.right.lanes.isVisible()
    return made


def lanes(booth):
    return {lane.lane_id: (lane.name, lane.direction) for lane in booth.console.read_lot().lanes}


def test_a_new_lane_is_wired_next(booth, screen):
    booth.type("Exit 2")
    screen.right.lanes.direction.choose(Direction.EXIT)
    booth.press(KEY.Key_Return)
    booth.until(screen.right.edit.isVisible, f"its wiring is asked for: {screen.right.lanes.told}")
    assert lanes(booth)["exit-2"] == ("Exit 2", Direction.EXIT)
    assert screen.right.edit.form.place.lane_id == "exit-2"


def test_a_lane_is_named_otherwise_and_never_turns_round(booth, screen):
    screen.right.lanes.lanes.choose("exit-1")
    screen.right.lanes._on_lane_chosen()
    assert not screen.right.lanes.direction.isEnabled()
    screen.right.lanes.name.setText("South gate")
    screen.right.lanes.do_it()
    booth.until(screen.panel.isVisible, f"it is renamed: {screen.right.lanes.told}")
    assert lanes(booth)["exit-1"] == ("South gate", Direction.EXIT)


def test_a_lane_is_taken_away_with_its_wiring_and_only_when_asked_twice(booth, screen):
    screen.right.lanes.lanes.choose("exit-1")
    screen.right.lanes._on_lane_chosen()
    booth.press(KEY.Key_R, ALT)
    assert "once more" in screen.right.lanes.told
    assert "exit-1" in lanes(booth)
    booth.press(KEY.Key_R, ALT)
    booth.until(screen.panel.isVisible, f"it is gone: {screen.right.lanes.told}")
    assert "exit-1" not in lanes(booth)
    assert booth.console.config.lanes == ()


def test_a_name_that_is_taken_is_refused_in_words(booth, screen):
    booth.type("Exit 1")
    booth.press(KEY.Key_Return)
    booth.until(lambda: bool(screen.right.lanes.told), "it is told")
    assert len(lanes(booth)) == 2
