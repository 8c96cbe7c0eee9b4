"""``lotkeeper autostart``: has Lotkeeper started with the PC, by systemd."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from pathlib import Path

from console.autostart import Autostart, StartFile, next_steps, start_files
from console.cli.parsing import add_action

DONE, SOME_FAILED = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper autostart``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, words in (
        ("show", "print the files, and where they belong"),
        ("install", "write the files, and say what to type then"),
    ):
        action = add_action(actions, name, words)
        action.add_argument(
            "what",
            type=Autostart,
            choices=list(Autostart),
            metavar="lane|console",
            help="lane: the lanes of a PC without a screen; console: the window when the user signs on",
        )


def run(args: argparse.Namespace) -> int:
    """Show or write the files; 1 where one could not be written."""
    made = start_files(args.what, args.data, home=Path.home())
    failed = [file for file in made if not _write(file)] if args.action == "install" else []
    if args.json:
        shown = [
            {"path": str(file.path), "text": file.text, "written": _is(args, file, failed)} for file in made
        ]
        print(json.dumps({"files": shown, "next": next_steps(args.what)}))
    elif args.action == "show":
        for file in made:
            print(f"# {file.path}\n{file.text}")
    else:
        _say_what_is_next(args, made, failed)
    return SOME_FAILED if failed else DONE


def _is(args: argparse.Namespace, file: StartFile, failed: list[StartFile]) -> bool:
    return args.action == "install" and file not in failed


def _write(file: StartFile) -> bool:
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, encoding="utf-8")
    except OSError as error:
        print(f"lotkeeper: {file.path} cannot be written: {error.strerror or error}", file=sys.stderr)
        return False
    return True


def _say_what_is_next(args: argparse.Namespace, made: list[StartFile], failed: list[StartFile]) -> None:
    for file in made:
        if file not in failed:
            print(f"written: {file.path}")
    if failed:
        # Belongs to root: what was printed is what is written.
        data = shlex.quote(str(args.data.absolute()))
        for file in failed:
            print(f"type: lotkeeper autostart show {args.what} --data {data} | sudo tee {file.path}")
    for step in next_steps(args.what):
        print(f"type: {step}")
