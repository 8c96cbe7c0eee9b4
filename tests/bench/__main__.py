"""``python -m tests.bench [--only NAME]``: run the benches, print a table, write ``results.json``."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.bench.report import Outcome, Row, missed, table, write_results

# Each is a module of this package with ``run(folder) -> Outcome``; loaded only when its turn comes.
BENCHES = (
    "trigger_to_gate",
    "search",
    "gui_stall",
    "start_to_window",
    "capture_fps",
    "frame_age",
    "camera_cpu",
    "local_commit",
    "decision_without_database",
    "push_rows",
    "shared_change",
    "drain_backlog",
    "cost_per_row",
    "money",
    "receipt_pdf",
    "first_line",
    "rates",
    "plate_reading",
)
DONE, MISSED = 0, 1


def main() -> int:
    """Run what was asked for; 1 where a goal was missed or a bench could not run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=BENCHES, metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--out", type=Path, default=Path("bench-output"), metavar="DIR")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    args.out.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    failed: list[str] = []
    for name in [args.only] if args.only else BENCHES:
        try:
            rows += _run(name, args.out).rows
        except Exception:  # one bench that cannot run must not cost the figures of the others
            traceback.print_exc()
            failed.append(name)
        write_results(args.out / "results.json", rows)
    print(f"\n{table(rows)}\n\nwritten: {args.out / 'results.json'}")
    for name in missed(rows):
        print(f"goal missed: {name}", file=sys.stderr)
    for name in failed:
        print(f"could not run: {name}", file=sys.stderr)
    return MISSED if missed(rows) or failed else DONE


def _run(name: str, out: Path) -> Outcome:
    print(f"{name} …", flush=True)
    begun = time.monotonic()
    # Beside the results and not in /tmp, which may lie in memory: a commit must reach a disk.
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=out) as folder:
        outcome: Outcome = importlib.import_module(f"tests.bench.{name}").run(Path(folder).resolve())
    for remark in outcome.remarks:
        print(f"  {remark}")
    print(f"  took {time.monotonic() - begun:.0f} s", flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
