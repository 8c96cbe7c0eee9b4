"""Pictures a second of one 720p file through the capture process, its ring and the preview.

The baseline is cv2 reading the same file with nothing behind it, in turn.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from devices.vision import cv2
from tests.bench.figures import percentile
from tests.bench.report import Outcome, Row

ROUNDS = 4
MEASURED_S = 3.0
PICTURES = 120
UNPACED_FPS = 100_000.0
LIMIT_S = 20.0


def run(folder: Path) -> Outcome:
    """The bench."""
    video = folder / "drive.mp4"
    _write_video(video)
    ours, bare = [], []
    for number in range(1 + ROUNDS):
        of_bare, of_ours = _bare_fps(video), _capture_fps(video, folder)
        if number > 0:
            bare.append(of_bare)
            ours.append(of_ours)
    row = Row(
        "capture_fps",
        percentile(ours, 0.5),
        "pictures/s median",
        "cv2 reading the same file",
        percentile(bare, 0.5),
    )
    rounds = ", ".join(f"{own:.0f} of {plain:.0f}" for own, plain in zip(ours, bare, strict=True))
    return Outcome((row,), (f"rounds of {MEASURED_S:.0f} s: {rounds} pictures/s",))


def _capture_fps(video: Path, folder: Path) -> float:
    camera = CaptureCamera("bench", CameraSpec("video", str(video), fps=UNPACED_FPS), folder)
    camera.start()
    try:
        give_up = time.monotonic() + LIMIT_S
        while _sequence(camera) < PICTURES:
            if time.monotonic() > give_up:
                raise TimeoutError(f"no pictures: {camera.status()}")
            time.sleep(0.05)
        begun, before = time.perf_counter(), _sequence(camera)
        time.sleep(MEASURED_S)
        return (_sequence(camera) - before) / (time.perf_counter() - begun)
    finally:
        camera.stop()


def _sequence(camera: CaptureCamera) -> int:
    preview = camera.preview()
    return preview.sequence if preview is not None else 0


def _bare_fps(video: Path) -> float:
    capture = cv2.VideoCapture(str(video), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
    begun, count = time.perf_counter(), 0
    while time.perf_counter() - begun < MEASURED_S:
        done, _ = capture.read()
        if done:
            count += 1
        else:
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
    taken = time.perf_counter() - begun
    capture.release()
    return count / taken


def _write_video(path: Path) -> None:
    """A drive past a wall of noise: as much for a decoder to do as a real picture gives it."""
    wall = np.random.default_rng(7).integers(60, 180, (90, 400, 3), dtype=np.uint8)
    wall = np.asarray(cv2.resize(wall, (3200, 720), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 25.0, (1280, 720))
    for number in range(PICTURES):
        writer.write(np.ascontiguousarray(wall[:, 16 * number : 16 * number + 1280]))
    writer.release()
