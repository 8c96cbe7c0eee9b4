"""``lotkeeper journal``: verifies every chain and all that follows from it, or makes the latter again."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from console.cli import journal_anchors
from console.cli.parsing import add_action
from console.cli.words import words_for
from core.store.backup import backup, check_file
from core.store.engine import make_engine, sqlite_url, store_errors
from core.store.folder import DataFolder
from core.store.ownership import ids_of
from core.store.rebuild import Rebuilt, rebuild
from core.store.refusals import CANNOT_FOLD
from core.store.verify import Problem, Verification, verify_file

DONE, SOME_FAILED = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper journal``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = add_action(actions, "verify", "verify chains, personal fields and projections")
    verify.add_argument("--database", type=Path, metavar="FILE", help="that file instead of the console's")
    journal_anchors.add_arguments(verify)
    verify.add_argument(
        "--photos", type=Path, metavar="FOLDER", help="that each photo in it is the one it is named after"
    )
    add_action(actions, "rebuild", "make again what follows from the journal; the console must be closed")


def run(args: argparse.Namespace) -> int:
    """Do the action; 1 where anything does not agree."""
    return _rebuild(args) if args.action == "rebuild" else _verify(args)


def _rebuild(args: argparse.Namespace) -> int:
    """In one transaction, with a copy of the database as it was before."""
    folder = DataFolder(args.data)
    check_file(folder.database)
    folder.hold()
    try:
        copy = backup(folder.database, folder.backups, label="before-rebuild")
        made = _made_again(folder.database)
    finally:
        folder.release()
    if args.json:
        unfolded = [{"subject": list(one.subject), "why": one.why} for one in made.unfolded]
        print(json.dumps({"subjects": made.subjects, "unfolded": unfolded, "backup": str(copy)}))
    else:
        for one in made.unfolded:
            print(f"{words_for(CANNOT_FOLD)} ({one})")
        print(f"{made.subjects} made again; the database as it was: {copy}")
    return SOME_FAILED if made.unfolded else DONE


def _made_again(database: Path) -> Rebuilt:
    lot_id, _ = ids_of(database)
    engine = make_engine(sqlite_url(database), writer=True)
    try:
        with store_errors(), engine.begin() as connection:
            return rebuild(connection, lot_id, now=datetime.now(UTC))
    finally:
        engine.dispose()


def _verify(args: argparse.Namespace) -> int:
    given = journal_anchors.given(args)
    found = verify_file(args.database or DataFolder(args.data).database, given.anchors, photos=args.photos)
    if args.json:
        print(json.dumps(_document(found) | {"unreadable_anchors": list(given.damaged)}))
    else:
        _print(found)
        for place in given.damaged:
            print(f"{words_for('anchor.unreadable')}: {place}")
    return DONE if found.is_sound and not given.damaged else SOME_FAILED


def _document(found: Verification) -> dict[str, object]:
    return {
        "sound": found.is_sound,
        "entries": found.entries,
        "purged": found.purged,
        "heads": [{**asdict(head), "link": head.link.hex()} for head in found.heads],
        "anchored": [journal_anchors.anchored_document(chain) for chain in found.anchored],
        "problem_count": found.problem_count,
        "problems": [asdict(problem) for problem in found.problems],
    }


def _print(found: Verification) -> None:
    for head in found.heads:
        print(f"console {head.console_id}: {head.seq} entries, sealed {head.link.hex()}")
    for chain in found.anchored:
        if chain.seq:
            print(journal_anchors.anchored_line(chain))
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
