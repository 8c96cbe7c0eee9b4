"""Processor time of four cameras of 720p at 25 a second: capture processes and the watch over them.

The baseline is four times ``ffmpeg -f null``, which decodes the same stream and throws it away, in turn.
Measured twice: with nobody looking, and with all four watched as by a window with four tiles.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from console.widgets.picture_tile import PULL_EVERY_MS
from core.services.ports import Health
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from tests.bench.figures import percentile
from tests.bench.live_tiles import rings_folder
from tests.bench.processor_time import used_s
from tests.bench.report import Outcome, Row
from tests.far_sides.rtsp import RtspServer

CAMERAS = 4
ROUNDS = 2
MEASURED_S = 6.0
SETTLED_S = 3.0
APART_S = 1.5
LIMIT_S = 30.0
GOAL = 1.6


def run(_folder: Path) -> Outcome:
    """The bench."""
    bare: list[float] = []
    ours: list[float] = []
    watched: list[float] = []
    for _ in range(ROUNDS):
        for measure, figures in ((_of_ffmpeg, bare), (_of_cameras, ours), (_of_watched_cameras, watched)):
            with RtspServer(drive=True) as server:
                figures.append(measure(server.url))
    rows = (_row("camera_cpu_4", ours, bare, goal=GOAL), _row("camera_cpu_4_watched", watched, bare))
    rounds = ", ".join(
        f"{own:.0f} and {seen:.0f} of {plain:.0f}"
        for own, seen, plain in zip(ours, watched, bare, strict=True)
    )
    return Outcome(rows, (f"rounds of {MEASURED_S:.0f} s: {rounds} ms a second",))


def _row(name: str, ours: Sequence[float], bare: Sequence[float], *, goal: float | None = None) -> Row:
    # Of each round its own ratio: what else the machine does changes from round to round.
    ratio = percentile([own / plain for own, plain in zip(ours, bare, strict=True)], 0.5)
    plain = percentile(bare, 0.5)
    said, met = (f"at most {goal} x", ratio <= goal) if goal is not None else ("", None)
    return Row(name, ratio * plain, "ms of CPU a second", "four ffmpeg -f null", plain, said, met)


def _of_cameras(url: str) -> float:
    with _live_cameras(url) as cameras:
        return _spent_ms(_used_by(cameras))


def _of_watched_cameras(url: str) -> float:
    """With previews taken out of the ring as often as tiles do, which makes the capture work in full."""
    ended = threading.Event()
    with _live_cameras(url) as cameras:
        looking = threading.Thread(target=_look, args=(cameras, ended))
        looking.start()
        try:
            return _spent_ms(_used_by(cameras))
        finally:
            ended.set()
            looking.join(timeout=LIMIT_S)


def _look(cameras: Sequence[CaptureCamera], ended: threading.Event) -> None:
    while not ended.wait(PULL_EVERY_MS / 1000):
        for camera in cameras:
            camera.preview()


@contextmanager
def _live_cameras(url: str) -> Iterator[list[CaptureCamera]]:
    with rings_folder() as folder:
        cameras = [CaptureCamera(f"bench-{n}", CameraSpec("rtsp", url), folder) for n in range(CAMERAS)]
        try:
            for camera in cameras:
                camera.start()
                _until_live(camera)
            yield cameras
        finally:
            for camera in cameras:
                camera.stop()


def _used_by(cameras: Sequence[CaptureCamera]) -> Callable[[], float]:
    """What the capture processes used, and this process, in which they are watched."""
    numbers = [number for camera in cameras if (number := camera.capture_process_id) is not None]
    return lambda: time.process_time() + used_s(numbers)


def _of_ffmpeg(url: str) -> float:
    command = ["ffmpeg", "-v", "quiet", "-rtsp_transport", "tcp", "-i", url, "-f", "null", "-"]
    running = []
    try:
        for _ in range(CAMERAS):
            running.append(subprocess.Popen(command, stdin=subprocess.DEVNULL))
            # One after the other: clients that come at once can end this server by a failed assertion.
            time.sleep(APART_S)
        spent_ms = _spent_ms(lambda: used_s([each.pid for each in running]))
        if any(each.poll() is not None for each in running):
            raise RuntimeError("an ffmpeg of the baseline ended")
        return spent_ms
    finally:
        for each in running:
            each.terminate()
            each.wait(timeout=LIMIT_S)


def _until_live(camera: CaptureCamera) -> None:
    give_up = time.monotonic() + LIMIT_S
    while camera.status().health is not Health.OK:
        if time.monotonic() > give_up:
            raise TimeoutError(f"no pictures: {camera.status()}")
        time.sleep(0.05)


def _spent_ms(used_s: Callable[[], float]) -> float:
    """Milliseconds of processor time a second, after all have settled."""
    time.sleep(SETTLED_S)
    begun, before = time.perf_counter(), used_s()
    time.sleep(MEASURED_S)
    return (used_s() - before) / (time.perf_counter() - begun) * 1000
