"""How old a picture is when the tile has painted it, by the clock that its camera burnt in.

A GStreamer RTSP server sends 720p at 25 a second. The baseline is PyAV reading the same stream at the same
time, on one thread, with nothing behind it.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.child import run_child
from tests.bench.figures import percentile, spread
from tests.bench.report import Outcome, Row
from tests.far_sides.rtsp import RtspServer

MEASURED_S = 15.0
LIMIT_S = 90.0
ONE_FRAME_MS = 40.0


def run(folder: Path) -> Outcome:
    """The bench."""
    at_tile, bare = folder / "tile.json", folder / "bare.json"
    with RtspServer(clock=True) as server, ThreadPoolExecutor(2) as pool:
        shown = [server.url, str(MEASURED_S), str(at_tile)]
        both = [
            pool.submit(run_child, "tests.bench.shown_camera", shown, limit_s=LIMIT_S),
            pool.submit(
                run_child,
                "tests.bench.bare_pyav",
                [server.url, str(MEASURED_S), str(bare)],
                limit_s=LIMIT_S,
            ),
        ]
        for each in both:
            each.result()
    ours = json.loads(at_tile.read_text())["ages_ms"]
    theirs = json.loads(bare.read_text())["ages_ms"]
    age, plain = percentile(ours, 0.95), percentile(theirs, 0.95)
    row = Row(
        "frame_age_p95",
        age,
        "ms p95",
        "PyAV reading the same stream",
        plain,
        f"at most {ONE_FRAME_MS:.0f} ms over",
        age <= plain + ONE_FRAME_MS,
    )
    return Outcome((row,), (spread("at the tile", ours), spread("bare PyAV", theirs)))
