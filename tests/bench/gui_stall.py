"""How long the GUI thread is kept from answering, with two lanes live and a search being typed.

The real window runs offscreen on the simulated lot: two cameras, cars that come and go, an attendant who
serves them, the recogniser asked for both lanes without a pause. The baseline is the same heartbeat in a
bare Qt window on the machine while nothing else runs, in turn.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.child import run_child
from tests.bench.figures import percentile, spread
from tests.bench.report import Outcome, Row

ROUNDS = 2
BARE_S, CONSOLE_S = 10, 25
LIMIT_S = 150.0
GOAL_MS = 50.0


def run(folder: Path) -> Outcome:
    """The bench."""
    bare: list[float] = []
    ours: list[float] = []
    remarks = []
    for number in range(ROUNDS):
        bare += _measure("tests.bench.bare_window", folder / f"bare-{number}", BARE_S)["stalls_ms"]
        said = _measure("tests.bench.busy_window", folder / f"console-{number}", CONSOLE_S)
        ours += said["stalls_ms"]
        remarks.append(
            f"round {number + 1}: {said['answers']} pictures read, {said['searches']} searches begun, "
            f"{said['shown']} of them with cars shown, {said['commits']} commits"
        )
    row = Row(
        "gui_stall_p99",
        percentile(ours, 0.99),
        "ms p99",
        "a bare Qt window on the idle machine",
        percentile(bare, 0.99),
        f"at most {GOAL_MS:.0f} ms",
        percentile(ours, 0.99) <= GOAL_MS,
    )
    return Outcome((row,), (spread("console", ours), spread("bare window", bare), *remarks))


def _measure(module: str, folder: Path, seconds: int) -> dict[str, list[float]]:
    folder.mkdir()
    out = folder / "figures.json"
    run_child(module, [str(folder), str(seconds), str(out)], limit_s=LIMIT_S)
    figures: dict[str, list[float]] = json.loads(out.read_text())
    return figures
