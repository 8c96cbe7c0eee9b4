"""The promises of cameras, kept by every kind: the simulator, files, and servers that others wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
import pytest

from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day
from devices.vision import cv2
from tests.devices.cameras.contract import PROMISES, PROMISES_OF_FAR_SIDES, CameraRig
from tests.devices.recognition.pictures import car
from tests.devices.simulator.robots import START
from tests.far_sides.mjpeg import FfmpegMjpeg
from tests.far_sides.rtsp import RtspServer


def _nothing() -> None:
    """A file does not go."""


@contextmanager
def over_the_simulator(folder: Path) -> Iterator[CameraRig]:
    with SimulatedLot(plan_day(12, 3, START, 6)) as lot:
        spec = CameraSpec("simulator", lot.address, lane="entry", authkey=lot.authkey_hex)
        yield CameraRig(CaptureCamera("entry", spec, folder), lot.stop, _nothing)


@contextmanager
def over_a_folder(folder: Path) -> Iterator[CameraRig]:
    photos = folder / "photos"
    photos.mkdir()
    for plate in ("ABC-1234", "XYZ-9988"):
        cv2.imwrite(str(photos / f"{plate}.jpg"), car(plate, size=(960, 540)))
    spec = CameraSpec("folder", str(photos), picture_seconds=1.0)
    yield CameraRig(CaptureCamera("entry", spec, folder), _nothing, _nothing)


@contextmanager
def over_a_video(folder: Path) -> Iterator[CameraRig]:
    path = folder / "drive.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 25.0, (640, 360))
    for number in range(25):
        writer.write(np.full((360, 640, 3), 60 + 5 * number, np.uint8))
    writer.release()
    yield CameraRig(CaptureCamera("entry", CameraSpec("video", str(path)), folder), _nothing, _nothing)


@contextmanager
def over_rtsp(folder: Path) -> Iterator[CameraRig]:
    with RtspServer(drive=True) as server:
        camera = CaptureCamera("entry", CameraSpec("rtsp", server.url), folder)
        yield CameraRig(camera, server.kill, server.start)


@contextmanager
def over_mjpeg(folder: Path) -> Iterator[CameraRig]:
    with FfmpegMjpeg() as server:
        camera = CaptureCamera("entry", CameraSpec("mjpeg", server.url), folder)
        yield CameraRig(camera, server.kill, server.start)


KINDS = {
    "simulator": over_the_simulator,
    "folder": over_a_folder,
    "video": over_a_video,
    "rtsp": over_rtsp,
    "mjpeg": over_mjpeg,
}
FAR_SIDES = {"rtsp": over_rtsp, "mjpeg": over_mjpeg}
Over = Callable[[Path], AbstractContextManager[CameraRig]]


@contextmanager
def _ended(over: Over, folder: Path) -> Iterator[CameraRig]:
    with over(folder) as rig:
        try:
            yield rig
        finally:
            rig.camera.stop()


@pytest.mark.parametrize("over", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_every_camera(promise: Callable[[CameraRig], None], over: Over, tmp_path: Path) -> None:
    with _ended(over, tmp_path) as rig:
        promise(rig)


@pytest.mark.parametrize("over", FAR_SIDES.values(), ids=FAR_SIDES)
@pytest.mark.parametrize("promise", PROMISES_OF_FAR_SIDES, ids=lambda promise: promise.__name__)
def test_every_camera_with_a_far_side(
    promise: Callable[[CameraRig], None], over: Over, tmp_path: Path
) -> None:
    with _ended(over, tmp_path) as rig:
        promise(rig)
