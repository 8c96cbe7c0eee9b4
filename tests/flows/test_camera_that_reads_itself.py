"""The whole composition with a camera that reads by itself: a real HTTP client is the camera."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.demo.day import PLAN
from console.readers import reader_of, with_cameras_that_read
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    ListenerConfig,
    LoopsConfig,
    RecogniserConfig,
    load_config,
    write_config,
)
from core.domain.lots import Direction, Lane, Lot
from core.services.ports import Health, LoopRole
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from devices.barriers.memory import MemoryBarrier
from devices.loops.memory import MemoryLoops
from devices.recognition.routed import RoutedRecogniser
from tests.booth import wait_until
from tests.devices.recognition.pushed.sending import SECRET, isapi, jpeg, multipart, post
from tests.fakes.camera import FakeCamera
from tests.fakes.recogniser import FakeRecogniser


def config(pictures: Path, port: int) -> Config:
    lane = LaneConfig(
        id="in-1",
        camera=CameraConfig(kind="folder", address=str(pictures), reads="itself"),
        barrier=BarrierConfig(kind="memory"),
        loops=LoopsConfig(kind="memory"),
    )
    listener = ListenerConfig(host="127.0.0.1", port=port, secret="env:OUR_SECRET", wait_ms=500)
    return Config(listener=listener, lanes=(lane,))


@pytest.fixture
def port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def console(tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    monkeypatch.setenv("OUR_SECRET", SECRET)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "live.jpg").write_bytes(jpeg(640, 360))
    folder = DataFolder(tmp_path / "data")
    folder.path.mkdir()
    write_config(folder.config, config(pictures, port))
    built = compose(folder, recogniser_kind="stub")
    lane = Lane("in-1", "Entry 1", Direction.ENTRY)
    lot = Lot(built.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", (lane,))
    built.store.write(lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="none"))
    built.start()
    yield built
    built.stop()


def arrive(console: Console) -> MemoryBarrier:
    devices = console.lanes["in-1"].devices
    assert isinstance(devices.loops, MemoryLoops)
    assert isinstance(devices.barrier, MemoryBarrier)
    devices.loops.set(LoopRole.ARMING, True)
    return devices.barrier


def test_one_read_of_the_camera_opens_and_its_picture_is_kept(console: Console, port: int) -> None:
    barrier = arrive(console)
    body, kind = multipart(
        ("anpr.xml", "application/xml", isapi("BRA2E19")),
        ("detectionPicture.jpg", "image/jpeg", jpeg(1280, 720, grey=70)),
    )

    assert post(port, body, kind=kind, path="/cameras/in-1")[0] == 200

    wait_until(lambda: bool(barrier.pulses), "the gate opens")
    # The lane shows what it did a moment after the pulse.
    wait_until(lambda: console.lanes["in-1"].view.plate == "BRA2E19", "the lane shows the plate")
    view = console.lanes["in-1"].view
    wait_until(lambda: console.photos.photo(view.photo) is not None, "the photo is on the disk")
    assert console.photos.photo(view.photo).read_bytes() == jpeg(1280, 720, grey=70)


def test_where_the_camera_sends_nothing_a_person_is_asked_and_can_type(console: Console, port: int) -> None:
    barrier = arrive(console)

    wait_until(lambda: console.lanes["in-1"].view.reason == "entry.no_plate", "the attendant is asked")

    assert not barrier.pulses
    assert console.lanes["in-1"].view.reader_cause == "camera.no_read"
    read = json.dumps({"plate": "LATE-123", "confidence": 0.97, "image": base64.b64encode(jpeg()).decode()})
    assert post(port, read.encode(), path="/cameras/in-1")[0] == 200
    wait_until(lambda: bool(barrier.pulses), "a read that comes late still opens")


def test_a_read_just_as_sure_as_the_lane_needs_opens(console: Console, port: int) -> None:
    barrier = arrive(console)

    assert post(port, b'{"plate": "ABC-1234", "confidence": 0.87}', path="/cameras/in-1")[0] == 200

    wait_until(lambda: bool(barrier.pulses), "the gate opens")


def test_a_read_that_the_camera_is_not_sure_of_opens_nothing(console: Console, port: int) -> None:
    barrier = arrive(console)

    assert post(port, b'{"plate": "ABC-1234", "confidence": 0.4}', path="/cameras/in-1")[0] == 200

    wait_until(lambda: console.lanes["in-1"].view.reason == "entry.unsure_plate", "the attendant is asked")
    assert not barrier.pulses
    assert console.store.read(inside_list).stays == ()


def test_the_listener_is_shown_with_the_readers_health(console: Console) -> None:
    readers = console.readers
    assert readers is not None
    wait_until(lambda: readers.status().health is Health.OK, "both are well")


def test_without_such_a_camera_nothing_listens() -> None:
    process = FakeRecogniser()
    lane = LaneConfig(
        id="in-1",
        camera=CameraConfig(kind="simulator"),
        barrier=BarrierConfig(kind="memory"),
        loops=LoopsConfig(kind="memory"),
    )

    assert with_cameras_that_read(process, Config(lanes=(lane,)), {"in-1": FakeCamera()}) is process
    # A lane that this machine is not wired to is no reason to listen either.
    itself = config(Path("/pictures"), 8470)
    assert with_cameras_that_read(process, itself, {}) is process
    assert isinstance(with_cameras_that_read(process, itself, {"in-1": FakeCamera()}), RoutedRecogniser)


def test_a_second_camera_may_read_by_itself_too() -> None:
    front = config(Path("/pictures"), 8470).lanes[0]
    lane = replace(front, camera=replace(front.camera, reads="console"), rear_camera=front.camera)

    both = with_cameras_that_read(
        FakeRecogniser(), Config(lanes=(lane,)), {"in-1": FakeCamera(), "in-1:rear": FakeCamera()}
    )

    assert isinstance(both, RoutedRecogniser)
    assert both.read_by_themselves == {"in-1:rear"}


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("own", "own"),
        ("onnx:models/site.onnx", "onnx:/data/models/site.onnx"),
        ("onnx:/models/site.onnx", "onnx:/models/site.onnx"),
        ("process:/opt/engine --fast", "process:/opt/engine --fast"),
    ],
)
def test_a_models_path_starts_at_the_data_folder(text: str, opened: str) -> None:
    assert reader_of(Config(recogniser=RecogniserConfig(reader=text)), Path("/data")) == opened


def test_the_secret_is_never_shown(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    write_config(path, Config(listener=ListenerConfig(secret="a very secret text")))

    read = load_config(path)

    assert read.listener.secret == "a very secret text"
    assert "very secret" not in repr(read)
