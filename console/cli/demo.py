"""``lotkeeper demo``: a simulated lot, to be watched in the window or judged without a display."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

DEFAULT_OUT = Path("demo-output")
WATCHED_CARS, WATCHED_CAPACITY = 60, 14
SHORT_DAY_CARS = 14


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lotkeeper demo``."""
    parser.add_argument(
        "--cars", type=int, metavar="N", help=f"vehicles of the day, at least 12 ({SHORT_DAY_CARS})"
    )
    parser.add_argument("--seed", type=int, default=7, metavar="S", help="the same seed gives the same day")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="run the day offscreen and write its record here"
    )
    parser.add_argument(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="photographs of real cars, with a truth.jsonl, for drawn ones",
    )
    parser.add_argument("--pace", type=float, default=1.0, help="how fast the vehicles drive (1)")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def run(args: argparse.Namespace) -> int:
    """Open the window on a simulated lot; without a display, or with ``--out``, judge a short day."""
    watched = args.out is None and args.pictures is None and _has_display()
    return _watch(args) if watched else _record(args)


def _watch(args: argparse.Namespace) -> int:
    # Loaded here: --help must not pay for Qt.
    from console.app import make_application  # noqa: PLC0415
    from console.demo.shown_day import watch_day  # noqa: PLC0415
    from console.look import Options  # noqa: PLC0415

    application = make_application()
    options = Options()
    with tempfile.TemporaryDirectory(prefix="lotkeeper-demo-") as folder:
        watch_day(application, Path(folder), _scenario(args, watched=True), options)
    return 0


def _record(args: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from console.app import make_application  # noqa: PLC0415
    from console.demo.record import write_record  # noqa: PLC0415
    from console.demo.shown_day import photograph_day  # noqa: PLC0415
    from console.look import Options  # noqa: PLC0415

    out = (args.out or DEFAULT_OUT).absolute()
    _clear(out)
    scenario = _scenario(args, watched=False)
    _say(args, f"{len(scenario.vehicles)} vehicles, offscreen; this takes some minutes. Record: {out}")
    options = Options()
    summary, truth = photograph_day(
        make_application(), out / "data", scenario, options, out / "screenshots", pace=args.pace
    )
    record = write_record(out, summary, truth, judged_counts=args.pictures is None)
    print(json.dumps(record.document, indent=2) if args.json else record.text)
    return 0 if record.is_sound else 1


def _scenario(args: argparse.Namespace, *, watched: bool) -> Any:
    from console.demo.day import START  # noqa: PLC0415
    from core.domain.errors import BadInput  # noqa: PLC0415
    from devices.simulator.scenario import plan_day, plan_pictures  # noqa: PLC0415

    try:
        if args.pictures is not None:
            return plan_pictures(args.pictures, args.seed, args.cars or 10_000, start=START)
        if watched:
            return plan_day(args.cars or WATCHED_CARS, args.seed, START, WATCHED_CAPACITY)
        return plan_day(args.cars or SHORT_DAY_CARS, args.seed, START)
    except (ValueError, OSError) as error:
        raise BadInput("demo.no_scenario", detail=str(error)) from error


def _clear(out: Path) -> None:
    """Empty what an earlier record left; anything else in the folder stays."""
    out.mkdir(parents=True, exist_ok=True)
    for name in ("data", "screenshots", "receipts"):
        shutil.rmtree(out / name, ignore_errors=True)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(args: argparse.Namespace, text: str) -> None:
    print(text, file=sys.stderr if args.json else sys.stdout, flush=True)
