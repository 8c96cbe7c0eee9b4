"""Pictures a second of one 720p file through the capture process, its ring and the tile on the screen.

The baseline is cv2 reading the same file with nothing behind it, turn and turn about: one process beside one
camera, four beside four.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from devices.vision import cv2
from tests.bench.child import run_child
from tests.bench.figures import percentile
from tests.bench.report import Outcome, Row

PAIRS = 12
PICTURES = 120
LIMIT_S = 120.0
GOAL = 0.9


def run(folder: Path) -> Outcome:
    """The bench."""
    video = folder / "drive.mp4"
    _write_video(video)
    one, of_one = _raced(video, 1, folder)
    four, of_four = _raced(video, 4, folder)
    return Outcome((one, four), (of_one, of_four))


def _raced(video: Path, cameras: int, folder: Path) -> tuple[Row, str]:
    out = folder / f"raced-{cameras}.json"
    arguments = [str(video), str(cameras), str(PAIRS), str(out)]
    run_child("tests.bench.raced_cameras", arguments, limit_s=LIMIT_S)
    figures: dict[str, list[float]] = json.loads(out.read_text())
    pairs = list(zip(figures["ours"], figures["bare"], strict=True))
    # Of each pair of turns its own ratio: what else the machine does changes meanwhile.
    ratio = percentile([own / plain for own, plain in pairs], 0.5)
    plain = percentile(figures["bare"], 0.5)
    row = Row(
        f"capture_fps_{cameras}",
        ratio * plain,
        "pictures/s a camera",
        "cv2 reading the same file",
        plain,
        f"at least {GOAL} x",
        ratio >= GOAL,
    )
    turns = ", ".join(f"{own:.0f} of {bare:.0f}" for own, bare in pairs)
    painted = percentile(figures["painted"], 0.5)
    a_cpu_s = [percentile(figures[side], 0.5) for side in ("ours_a_cpu_s", "bare_a_cpu_s")]
    return row, (
        f"{cameras} cameras, turns of a second: {turns}; {painted:.0f} painted a second on each tile; "
        f"a second of processor time gives {a_cpu_s[0]:.0f} of {a_cpu_s[1]:.0f} pictures"
    )


def _write_video(path: Path) -> None:
    """A drive past a wall of noise: as much for a decoder to do as a real picture gives it."""
    wall = np.random.default_rng(7).integers(60, 180, (90, 400, 3), dtype=np.uint8)
    wall = np.asarray(cv2.resize(wall, (3200, 720), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 25.0, (1280, 720))
    for number in range(PICTURES):
        writer.write(np.ascontiguousarray(wall[:, 16 * number : 16 * number + 1280]))
    writer.release()
