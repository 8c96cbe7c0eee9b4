"""``lotkeeper journal verify``: walks every chain and folds everything again; each problem is named."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from console.cli.parsing import add_action
from console.cli.words import words_for
from core.store.folder import DataFolder
from core.store.verify import Problem, Verification, verify_file

DONE, SOME_FAILED = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper journal``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = add_action(actions, "verify", "verify chains, personal fields and projections")
    verify.add_argument("--database", type=Path, metavar="FILE", help="that file instead of the console's")


def run(args: argparse.Namespace) -> int:
    """Verify; 1 where anything does not agree."""
    found = verify_file(args.database or DataFolder(args.data).database)
    if args.json:
        print(json.dumps(_document(found)))
    else:
        _print(found)
    return DONE if found.is_sound else SOME_FAILED


def _document(found: Verification) -> dict[str, object]:
    return {
        "sound": found.is_sound,
        "entries": found.entries,
        "purged": found.purged,
        "heads": [{**asdict(head), "link": head.link.hex()} for head in found.heads],
        "problem_count": found.problem_count,
        "problems": [asdict(problem) for problem in found.problems],
    }


def _print(found: Verification) -> None:
    for head in found.heads:
        print(f"console {head.console_id}: {head.seq} entries, sealed {head.link.hex()}")
    for problem in found.problems:
        print(_line(problem))
    if found.problem_count > len(found.problems):
        print(f"and {found.problem_count - len(found.problems)} more")
    purged = f", of which {found.purged} without their personal fields" if found.purged else ""
    result = "everything agrees" if found.is_sound else f"{found.problem_count} problems"
    print(f"{found.entries} entries{purged}: {result}")


def _line(problem: Problem) -> str:
    where = f"{problem.console_id} {problem.seq}: " if problem.console_id else ""
    detail = f" ({problem.detail})" if problem.detail else ""
    return f"{where}{words_for(problem.code)}{detail}"
