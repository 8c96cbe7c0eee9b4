"""``lotkeeper config check [FILE]``: whether the machine facts can be used, and what they wire."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from console.cli.parsing import add_action
from console.cli.words import count_lanes
from core.config import load_config
from core.config.plate_formats import load_formats
from core.domain.errors import ConfigError
from core.store.folder import DataFolder

DONE = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper config``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = add_action(actions, "check", "check the configuration file")
    check.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="that file instead of the console's"
    )


def run(args: argparse.Namespace) -> int:
    """Check the file; ConfigError says what is wrong with it."""
    file: Path = args.file or DataFolder(args.data).config
    if not file.exists():
        raise ConfigError(file, None, "there is no such file")
    config = load_config(file)
    load_formats(config.plates.formats, named_in=file)
    # Kinds only: an address may hold a password.
    lanes = [
        {
            "id": lane.id,
            "camera": lane.camera.kind,
            "rear_camera": lane.rear_camera.kind if lane.rear_camera is not None else None,
            "barrier": lane.barrier.kind,
            "loops": lane.loops.kind,
        }
        for lane in config.lanes
    ]
    if args.json:
        print(json.dumps({"file": str(file), "ok": True, "console": config.console.name, "lanes": lanes}))
        return DONE
    print(f"{file}: can be used, {count_lanes(len(lanes))}")
    for lane in lanes:
        rear = f", rear camera {lane['rear_camera']}" if lane["rear_camera"] else ""
        print(
            f"  {lane['id']}: camera {lane['camera']}{rear}, barrier {lane['barrier']}, loops {lane['loops']}"
        )
    return DONE
