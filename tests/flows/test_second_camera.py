"""A lane with two cameras as it is composed: both are read, and a dead one behind harms nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import Console, compose
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, write_config
from core.domain.lots import Direction, Lane, Lot
from core.services.lane_cameras import rear_camera_id
from core.services.ports import Health, LoopRole, ReadAnswer
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from devices.loops.memory import MemoryLoops
from tests.booth import PLAN, wait_until
from tests.devices.recognition.pushed.sending import jpeg


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "car.jpg").write_bytes(jpeg(640, 360))
    there = CameraConfig("folder", str(pictures))
    missing = CameraConfig("folder", str(tmp_path / "nothing"))
    wired = {"barrier": BarrierConfig("memory"), "loops": LoopsConfig("memory")}
    lanes = (
        LaneConfig("in-1", there, rear_camera=there, **wired),
        LaneConfig("in-2", there, rear_camera=missing, **wired),
    )
    folder = DataFolder(tmp_path / "data")
    folder.path.mkdir()
    write_config(folder.config, Config(lanes=lanes))
    built = compose(folder, recogniser_kind="stub")
    named = tuple(Lane(lane.id, lane.id, Direction.ENTRY) for lane in lanes)
    lot = Lot(built.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", named)
    built.store.write(lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="none"))
    yield built
    built.stop()


def health(console: Console, lane_id: str, kind: str) -> Health:
    return console.device_status()[lane_id][kind].health


def test_both_cameras_of_a_lane_are_captured_and_read(console: Console) -> None:
    answered: list[ReadAnswer] = []
    console.start()
    really_take = console.lanes["in-1"].on_answer
    console.lanes["in-1"].on_answer = lambda answer: (answered.append(answer), really_take(answer))[1]
    wait_until(lambda: health(console, "in-1", "rear_camera") is Health.OK, "the rear camera runs")
    wait_until(lambda: health(console, "in-1", "camera") is Health.OK, "the front camera runs")
    arrive(console, "in-1")
    wait_until(
        lambda: (
            {answer.camera_id for answer in answered if not answer.cause} == {"in-1", rear_camera_id("in-1")}
        ),
        "both are read",
    )


def test_a_rear_camera_that_is_dead_has_its_lamp_and_the_lane_goes_on(console: Console) -> None:
    console.start()
    wait_until(lambda: health(console, "in-2", "rear_camera") is Health.FAILED, "its lamp says so")
    wait_until(lambda: health(console, "in-2", "camera") is Health.OK, "the front camera runs")
    arrive(console, "in-2")
    wait_until(lambda: console.lanes["in-2"].view.reason == "entry.no_plate", "the front alone is judged")
    assert console.lanes["in-2"].view.reader_cause == ""
    assert console.lanes["in-2"].view.photo


def arrive(console: Console, lane_id: str) -> None:
    loops = console.lanes[lane_id].devices.loops
    assert isinstance(loops, MemoryLoops)
    loops.set(LoopRole.ARMING, True)
