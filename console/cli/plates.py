"""``lotkeeper plates evaluate|export|forget``: pictures whose plates are known."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from console.cli.parsing import add_action

MOST_THREADS = 16
# Loaded when chosen: the models' libraries take a second that `lotkeeper plates --help` must not pay.
ACTIONS = {
    "evaluate": "console.cli.plates_evaluate",
    "export": "console.cli.plates_export",
    "forget": "console.cli.plates_forget",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper plates``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_evaluate(add_action(actions, "evaluate", "read labelled pictures again and compare with the truth"))
    _add_export(add_action(actions, "export", "take this console's labelled photos out, for training"))
    add_action(actions, "forget", "delete the labelled photos that were kept")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 0 done, 1 where some pictures could not be used."""
    return int(import_module(ACTIONS[args.action]).run(args))


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="pictures named in FOLDER/truth.jsonl, instead of this console's own labels",
    )
    parser.add_argument(
        "--formats",
        metavar="LIST",
        help="plates to expect (us,eu); `region`: each picture with those of its own region",
    )
    parser.add_argument("--reader", default="own", metavar="READER", help="own (default), or onnx:PATH")
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="OTHER",
        help="what another would have read: a READER, formats:LIST, earlier, or a FILE.json of a former run",
    )
    parser.add_argument(
        "--half", choices=("a", "b"), help="half of the pictures, by their own bytes: a is even, b odd"
    )
    parser.add_argument("--camera", default="", metavar="LANE", help="only pictures of that lane")
    parser.add_argument("--most", type=_count, metavar="N", help="at most so many pictures")
    parser.add_argument(
        "--threads", type=int, default=1, choices=range(1, MOST_THREADS + 1), metavar="N", help="1 to 16"
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a new or empty folder")
    parser.add_argument(
        "--crops", action="store_true", help="only the plates with a margin, instead of whole photos"
    )


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError("below 1")
    return value
