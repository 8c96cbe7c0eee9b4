"""``lotkeeper move``: takes a console to another PC."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import uuid_utils

from console.cli.parsing import add_action
from core.config import load_config
from core.domain.errors import BadInput
from core.store.folder import DataFolder
from core.store.moving import pack, unpack
from migrations.history import upgrade_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper move``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    packing = add_action(actions, "pack", "put this console, which must not run, into one file")
    packing.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    packing.add_argument("--no-photos", action="store_true", help="leave the photos out")
    unpacking = add_action(actions, "unpack", "make the console of a packed file in an empty data folder")
    unpacking.add_argument("file", type=Path, metavar="FILE", help="a file that `move pack` wrote")


def run(args: argparse.Namespace) -> int:
    """Do the action and print what became of it, with the next steps."""
    folder = DataFolder(args.data)
    folder.hold()
    try:
        report, steps = (_pack if args.action == "pack" else _unpack)(args, folder)
    finally:
        folder.release()
    if args.json:
        print(json.dumps(report | {"next_steps": steps}))
        return 0
    for name, value in report.items():
        print(f"{name.replace('_', ' ')}: {value}")
    for number, step in enumerate(steps, start=1):
        print(f"{number}. {step}")
    return 0


def _pack(args: argparse.Namespace, folder: DataFolder) -> tuple[dict[str, object], list[str]]:
    if not folder.database.is_file():
        raise BadInput("move.nothing_there", folder=str(folder.path))
    if args.file.exists():
        raise BadInput("move.file_exists", file=str(args.file))
    packed = pack(folder, args.file.absolute(), with_photos=not args.no_photos)
    steps = [
        "carry the file to the new PC and run there: lotkeeper move unpack FILE",
        "do not open Lotkeeper on this PC again: two consoles would work the same lanes",
    ]
    return {"packed": str(args.file), **asdict(packed)}, steps


def _unpack(args: argparse.Namespace, folder: DataFolder) -> tuple[dict[str, object], list[str]]:
    console_id = str(uuid_utils.uuid7())
    packed = unpack(args.file, folder, new_id=console_id)
    upgrade_file(folder.database, folder.backups)
    config = load_config(folder.config)
    steps = ["run: lotkeeper doctor", "open Lotkeeper and let one car in and out"]
    if config.shared.database or config.shared.hub or config.shared.photos or config.shared.backups:
        steps[:0] = ["set the passwords of this PC again (docs/guide-administrator.md, Passwords)"]
    if config.shared.hub:
        steps[:0] = [
            "on the hub revoke this console's former self, then invite a console under its name",
            f"run here, with the code of the invitation: lotkeeper console join {config.shared.hub}",
        ]
    report: dict[str, object] = {
        "unpacked": str(args.file),
        "lot_id": packed.lot_id,
        "was_console": packed.console_id,
        "console_id": console_id,
        "photos": packed.photos,
    }
    return report, steps
