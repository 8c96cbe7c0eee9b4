"""``lotkeeper plates evaluate``: reads labelled pictures again and says how well that went."""

from __future__ import annotations

import argparse
from pathlib import Path

from console.cli.parsing import add_action

MOST_THREADS = 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper plates``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    evaluate = add_action(actions, "evaluate", "read labelled pictures again and compare with the truth")
    evaluate.add_argument(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="pictures named in FOLDER/truth.jsonl, instead of this console's own labels",
    )
    evaluate.add_argument(
        "--formats",
        default="",
        metavar="LIST",
        help="plates of the site (us,eu); `region`: each picture with those of its own region",
    )
    evaluate.add_argument("--reader", default="own", metavar="READER", help="own (default), or onnx:PATH")
    evaluate.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="OTHER",
        help="what another would have read: a READER, formats:LIST, earlier, or a FILE.json of a former run",
    )
    evaluate.add_argument(
        "--half", choices=("a", "b"), help="half of the pictures, by their own bytes: a is even, b odd"
    )
    evaluate.add_argument("--camera", default="", metavar="LANE", help="only pictures of that lane")
    evaluate.add_argument("--most", type=_count, metavar="N", help="at most so many pictures")
    evaluate.add_argument(
        "--threads", type=int, default=1, choices=range(1, MOST_THREADS + 1), metavar="N", help="1 to 16"
    )


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 0 done, 1 where some pictures could not be read."""
    # Loaded here: the models' libraries take a second that `lotkeeper plates --help` must not pay.
    from console.cli.plates_evaluate import run_evaluate  # noqa: PLC0415

    return run_evaluate(args)


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError("below 1")
    return value
