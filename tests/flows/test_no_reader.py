"""A lane whose plate reader cannot be used: it goes on, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.demo.day import PLAN
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    RecogniserConfig,
    write_config,
)
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor
from core.services.ports import Health, LoopRole
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from devices.barriers.memory import MemoryBarrier
from devices.loops.memory import MemoryLoops
from tests.booth import wait_until
from tests.devices.recognition.pushed.sending import jpeg
from tests.devices.recognition.test_bad_conditions import put_model


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[tuple[Console, Actor]]:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "live.jpg").write_bytes(jpeg(640, 360))
    folder = DataFolder(tmp_path / "data")
    folder.path.mkdir()
    lane = LaneConfig(
        id="in-1",
        camera=CameraConfig(kind="folder", address=str(pictures)),
        barrier=BarrierConfig(kind="memory"),
        loops=LoopsConfig(kind="memory"),
    )
    write_config(folder.config, Config(recogniser=RecogniserConfig(reader="onnx:site.onnx"), lanes=(lane,)))
    built = compose(folder)
    lot = Lot(
        built.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", (Lane("in-1", "Entry 1", Direction.ENTRY),)
    )
    boss = built.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="none")
    )
    built.start()
    yield built, Actor(boss.person_id, boss.name, boss.role)
    built.stop()


def test_without_a_reader_the_attendant_is_asked_told_why_and_types_the_plate(
    begun: tuple[Console, Actor],
) -> None:
    console, boss = begun
    lane, readers = console.lanes["in-1"], console.readers
    assert readers is not None
    assert isinstance(lane.devices.loops, MemoryLoops)
    assert isinstance(lane.devices.barrier, MemoryBarrier)
    wait_until(lambda: readers.status().cause == "reader.model_missing", "the missing model is told")

    lane.devices.loops.set(LoopRole.ARMING, True)

    wait_until(lambda: lane.view.reason == "entry.no_plate", "the attendant is asked")
    assert lane.view.reader_cause == "reader.model_missing"
    assert lane.view.trouble == ""
    lane.correct("ABC-1234", boss)
    wait_until(lambda: bool(lane.devices.barrier.pulses), "the typed plate opens")


def test_once_the_model_is_there_the_lane_is_read_again(begun: tuple[Console, Actor]) -> None:
    console, _ = begun
    readers = console.readers
    assert readers is not None
    wait_until(lambda: readers.status().cause == "reader.model_missing", "the missing model is told")

    put_model(console.folder.path)

    wait_until(lambda: readers.status().health is Health.OK, "the reader is back")
