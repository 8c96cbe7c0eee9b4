"""``lotkeeper shift``: shifts, their sealed reports, and whether a slip is the journal's own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.cli.parsing import add_action
from console.cli.words import words_for
from console.slips import slip_of
from core.domain.check_codes import read_code
from core.domain.errors import Refused
from core.domain.money import format_plain
from core.domain.shift_report import ShiftReport
from core.domain.shifts import Shift
from core.services.check_shift import check_shift
from core.store.backup import check_file
from core.store.engine import make_engine, sqlite_url, store_errors
from core.store.folder import DataFolder
from core.store.ownership import ids_of
from core.store.queries.shifts import open_shifts, past_shifts, shift_before, shift_with_code
from core.store.unit_of_work import SqlUnitOfWork
from reports.shift_slip import slip_rows
from reports.slip_row import RowStyle

DONE, SOME_FAILED = 0, 1
COLUMNS = 48


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper shift``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = add_action(actions, "list", "list the shifts that are open, and those that were closed")
    listing.add_argument("--most", type=int, default=20, metavar="N", help="so many that were closed (20)")
    for name, words in (
        ("show", "show the report of a closed shift"),
        ("verify", "make a report again from the journal and compare"),
    ):
        action = add_action(actions, name, words)
        which = action.add_mutually_exclusive_group(required=True)
        which.add_argument("code", nargs="?", metavar="CODE", help="the check code of its slip")
        which.add_argument("--last", action="store_true", help="the shift that was closed last")
        if name == "verify":
            which.add_argument("--all", action="store_true", help="every sealed report")


def run(args: argparse.Namespace) -> int:
    """Do the action; 1 where a report does not agree."""
    folder = DataFolder(args.data)
    check_file(folder.database)
    with _opened(folder.database) as view:
        if args.action == "list":
            return _list(view, args)
        if args.action == "show":
            return _show(view, _chosen(view, args), args)
        return _verify(view, args)


@contextmanager
def _opened(database: Path) -> Iterator[SqlUnitOfWork]:
    """A look at the database, beside whatever window is open; nothing is written."""
    lot_id, console_id = ids_of(database)
    engine = make_engine(sqlite_url(database), writer=False)
    try:
        with store_errors(), engine.connect() as connection:
            yield SqlUnitOfWork(connection, lot_id=lot_id, console_id=console_id, now=datetime.now(UTC))
    finally:
        engine.dispose()


def _list(view: SqlUnitOfWork, args: argparse.Namespace) -> int:
    found = [*open_shifts(view), *past_shifts(view, most=max(1, args.most))]
    if args.json:
        print(json.dumps([_document(shift) for shift in found]))
        return DONE
    zone = view.lot().zone
    names = {person.person_id: person.name for person in view.people()}
    for shift in found:
        ended = "open" if shift.closed_at is None else f"{shift.closed_at.astimezone(zone):%Y-%m-%d %H:%M}"
        kind = "relief" if shift.is_relief else f"Z {shift.z_number or '-'}"
        who = names.get(shift.person_id, shift.person_id[:8])
        begun = f"{shift.opened_at.astimezone(zone):%Y-%m-%d %H:%M}"
        code = shift.check_code or "-"
        print(f"{kind:9} {shift.drawer:12} {begun} .. {ended:16} {code:13} {_counted(shift):24} {who}")
    if not found:
        print("no shift yet")
    return DONE


def _counted(shift: Shift) -> str:
    if shift.is_open:
        return ""
    if shift.counted_minor is None or shift.difference_minor is None:
        return "not counted" if not shift.is_relief else ""
    counted = format_plain(shift.counted_minor, shift.currency)
    difference = format_plain(shift.difference_minor, shift.currency)
    return f"{counted} ({difference if shift.difference_minor < 0 else '+' + difference})"


def _document(shift: Shift) -> dict[str, Any]:
    return {
        "shift_id": shift.shift_id,
        "drawer": shift.drawer,
        "person_id": shift.person_id,
        "opened_at": shift.opened_at.isoformat(),
        "closed_at": None if shift.closed_at is None else shift.closed_at.isoformat(),
        "relief_of": shift.main_shift_id or None,
        "z_number": shift.z_number,
        "check_code": shift.check_code or None,
        "counted_minor": shift.counted_minor,
        "difference_minor": shift.difference_minor,
        "currency": shift.currency,
    }


def _chosen(view: SqlUnitOfWork, args: argparse.Namespace) -> Shift:
    """By its code, or the last one; Refused where there is none."""
    if args.code:
        return shift_with_code(view, read_code(args.code))
    sealed = [shift for shift in past_shifts(view) if shift.check_code]
    if not sealed:
        raise Refused("shift.no_report")
    return sealed[0]


def _show(view: SqlUnitOfWork, shift: Shift, args: argparse.Namespace) -> int:
    if args.json:
        print(json.dumps(shift.report))
        return DONE
    slip = slip_of(view, ShiftReport.from_document(shift.report or {}))
    for row in slip_rows(slip, "en"):
        if row.style is RowStyle.SECTION:
            print(f"\n{row.label}")
        elif row.style is not RowStyle.SIGNATURE:
            print(f"{row.label} {row.value:>{max(0, COLUMNS - len(row.label) - 1)}}".rstrip())
    return DONE


def _verify(view: SqlUnitOfWork, args: argparse.Namespace) -> int:
    if args.all:
        chosen: Sequence[Shift] = [shift for shift in past_shifts(view, most=100_000) if shift.check_code]
    else:
        chosen = [_chosen(view, args)]
    results = [(shift, _checked(view, shift)) for shift in chosen]
    if args.json:
        print(json.dumps([{"check_code": one.check_code, "problems": list(found)} for one, found in results]))
    else:
        for shift, found in results:
            said = "agrees with the journal" if not found else "; ".join(map(words_for, found))
            name = "relief" if shift.is_relief else f"Z {shift.z_number}"
            print(f"{shift.check_code} ({name}, {shift.drawer}): {said}")
        if not results:
            print("no sealed report yet")
    return SOME_FAILED if any(found for _, found in results) else DONE


def _checked(view: SqlUnitOfWork, shift: Shift) -> tuple[str, ...]:
    code = (shift.report or {}).get("previous_code", "")
    return check_shift(view, shift, shift_before(view, shift, code))
