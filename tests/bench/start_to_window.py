"""From the start of the process to a window one can type into, beside a bare Qt window.

The console opens a set-up lot with two wired lanes. The bare window's process imports exactly the modules
that the console had imported when its window stood there. Both, in turn, report on the system-wide clock.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np

from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    write_config,
)
from devices.vision import cv2
from tests.bench.child import run_child
from tests.bench.figures import percentile, spread
from tests.bench.lot import ENTRY, EXIT, bench_store
from tests.bench.report import Outcome, Row

WARM_UP, ROUNDS = 2, 9
LIMIT_S = 60.0
GOAL_RATIO = 2.0


def run(folder: Path) -> Outcome:
    """The bench."""
    data = folder / "data"
    _set_up(data)
    modules = folder / "modules.json"
    ours, bare = [], []
    for number in range(WARM_UP + ROUNDS):
        of_ours = _start_ms("console", folder, [str(data), str(modules)])
        of_bare = _start_ms("bare", folder, [str(data), str(modules)])
        if number >= WARM_UP:
            ours.append(of_ours)
            bare.append(of_bare)
    value, baseline = percentile(ours, 0.5), percentile(bare, 0.5)
    row = Row(
        "start_to_window",
        value,
        "ms median",
        "a bare Qt window that imports the same modules",
        baseline,
        f"at most {GOAL_RATIO:.1f} times the baseline",
        value <= GOAL_RATIO * baseline,
    )
    count = len(json.loads(modules.read_text()))
    return Outcome((row,), (spread("console", ours), spread(f"bare window, {count} modules", bare)))


def _start_ms(role: str, folder: Path, arguments: list[str]) -> float:
    stamp = folder / "stamp"
    begun_ns = time.monotonic_ns()
    run_child("tests.bench.starting_window", [role, *arguments, str(stamp)], limit_s=LIMIT_S)
    return (int(stamp.read_text()) - begun_ns) / 1e6


def _set_up(data: Path) -> None:
    """A lot with two lanes, their cameras showing a folder of pictures."""
    pictures = data / "pictures"
    pictures.mkdir(parents=True)
    cv2.imwrite(str(pictures / "lane.jpg"), np.full((720, 1280, 3), 90, dtype=np.uint8))
    lanes = tuple(
        LaneConfig(
            id=lane.lane_id,
            camera=CameraConfig(kind="folder", address=str(pictures)),
            barrier=BarrierConfig(kind="memory"),
            loops=LoopsConfig(kind="memory"),
        )
        for lane in (ENTRY, EXIT)
    )
    write_config(data / "lotkeeper.toml", Config(lanes=lanes))
    with bench_store(data):
        pass
