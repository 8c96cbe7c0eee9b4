"""``lotkeeper db``: brings the database up to date, checks, copies and restores it."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import uuid_utils
from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from console.cli import db_logins, second_copies
from console.cli.parsing import add_action
from console.cli.words import error_line
from core.domain.errors import BadInput, StoreError
from core.store.backup import backup, check_file, restore
from core.store.engine import make_engine, sqlite_url, store_errors
from core.store.folder import DataFolder
from core.store.journal import month_of
from core.store.shared.partitions import months_from, partitions
from migrations.history import differences, standing, upgrade_file
from migrations.shared import upgrade_shared

DONE, SOME_FAILED = 0, 1
MONTHS_NEEDED = 3
_Report = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Target:
    """The database that is meant; ``file`` and ``folder`` are None where a server keeps it."""

    url: str
    shown: str
    file: Path | None = None
    folder: DataFolder | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``lotkeeper db``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, words in (
        ("upgrade", "bring the database up to date, a backup first"),
        ("check", "say where the database stands and whether it is whole"),
        ("backup", "copy the database while it is in use"),
        ("copies", "list the copies at the second place, the newest first"),
        ("restore", "put a copy in the database's place, under a new console id"),
    ):
        action = add_action(actions, name, words)
        action.add_argument("--url", metavar="URL", help="that database instead of the console's")
        if name == "backup":
            action.add_argument("--to", metavar="PLACE", help="that folder instead; smb://… or s3:// as well")
        if name == "restore":
            action.add_argument("file", metavar="FILE", help="a copy, or its name as `db copies` gives it")
            action.add_argument("--from", dest="place", metavar="PLACE", help="the place that keeps the copy")
        if name == "copies":
            action.add_argument(
                "--from", dest="place", metavar="PLACE", help="that place, not the configured one"
            )
    db_logins.add_arguments(actions)


def run(args: argparse.Namespace) -> int:
    """Do the action and print what became of it."""
    target = _target(args)
    report: _Report = {"database": target.shown}
    if args.action in db_logins.ACTIONS:
        db_logins.run(args, target.url, report)
        code = DONE
    else:
        code = _ACTIONS[args.action](args, target, report)
    if args.json:
        print(json.dumps(report))
    else:
        for name, value in report.items():
            for line in value if isinstance(value, list) else [value]:
                print(f"{name.replace('_', ' ')}: {'none' if line is None else line}")
    return code


def _upgrade(_args: argparse.Namespace, target: _Target, report: _Report) -> int:
    if target.file is None or target.folder is None:
        done = upgrade_shared(target.url, now=datetime.now(UTC))
        report |= {"revision": standing(target.url).revision, "new_months": list(done.months)}
        return DONE
    with _held(target.folder):
        kept = upgrade_file(target.file, target.folder.backups)
    report |= {"revision": standing(target.url).revision, "backup": None if kept is None else str(kept)}
    return DONE


def _check(_args: argparse.Namespace, target: _Target, report: _Report) -> int:
    problems: list[str] = []
    if target.file is not None:
        try:
            check_file(target.file)
        except StoreError as error:
            if error.cause != "store.damaged":
                raise
            problems.append(error_line(error))
    now = standing(target.url)
    if not now.is_current:
        problems.append(f"revision {now.revision or 'none'} is not the newest; run `lotkeeper db upgrade`")
    elif not problems and not now.is_ahead:
        problems += _differences(target.url)
    report |= {"revision": now.revision, "newest": now.newest, "problems": problems or None}
    return SOME_FAILED if problems else DONE


def _differences(url: str) -> list[str]:
    engine = make_engine(url)
    try:
        with store_errors(), engine.connect() as connection:
            found = [f"not as this program's tables: {each}" for each in differences(connection)]
            if connection.dialect.name == "postgresql":
                found += _months_missing(connection)
            return found
    finally:
        engine.dispose()


def _months_missing(connection: Connection) -> list[str]:
    """What is to be said about the journal's months to come; entries are taken without them too."""
    months = partitions(connection)
    now = month_of(datetime.now(UTC))
    missing = [month for month in months_from(now, now, MONTHS_NEEDED) if month not in months]
    if not missing:
        return []
    return [f"the journal has no partition for {missing[0]}; run `lotkeeper db upgrade`"]


def _backup(args: argparse.Namespace, target: _Target, report: _Report) -> int:
    file, folder = _on_this_machine(target)
    if not file.is_file():
        raise StoreError("store.no_such_file", detail=str(file))
    if args.to is not None and "://" not in args.to:
        report["backup"] = str(backup(file, Path(args.to)))
        return DONE
    copy = backup(file, folder.backups)
    report["backup"] = str(copy)
    if args.to is not None:
        report["kept_as"] = second_copies.keep(copy, args.to, folder)
    return DONE


def _copies(args: argparse.Namespace, target: _Target, report: _Report) -> int:
    _, folder = _on_this_machine(target)
    report["copies"] = second_copies.listed(args.place, folder)
    return DONE


def _restore(args: argparse.Namespace, target: _Target, report: _Report) -> int:
    file, folder = _on_this_machine(target)
    with _held(folder), second_copies.fetched(args.file, args.place, folder) as copy:
        _refuse_a_newer_one(copy)
        console_id = str(uuid_utils.uuid7())
        kept = restore(copy, file, folder.backups, new_id=console_id)
    report |= {
        "restored": str(args.file),
        "console_id": console_id,
        "what_was_there_before": None if kept is None else str(kept),
    }
    return DONE


def _refuse_a_newer_one(copy: Path) -> None:
    """StoreError where the copy cannot be used; asked of a copy of the copy, so that it stays as it is."""
    check_file(copy)
    with tempfile.TemporaryDirectory() as folder:
        standing(sqlite_url(backup(copy, Path(folder))))


def _target(args: argparse.Namespace) -> _Target:
    if args.url is None:
        folder = DataFolder(args.data)
        return _Target(sqlite_url(folder.database), str(folder.database), folder.database, folder)
    url = _usable(args.url)
    if url.get_backend_name() != "sqlite":
        return _Target(url.render_as_string(hide_password=False), url.render_as_string())
    file = Path(url.database or "")
    return _Target(sqlite_url(file), str(file), file, DataFolder(file.parent))


def _usable(text: str) -> URL:
    """The URL with the driver that is installed; BadInput where there is none for it."""
    try:
        url = make_url(text)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect().import_dbapi()
    except (ArgumentError, ImportError) as error:
        raise BadInput("db.bad_url") from error
    return url


def _on_this_machine(target: _Target) -> tuple[Path, DataFolder]:
    if target.file is None or target.folder is None:
        raise BadInput("db.on_a_server")
    return target.file, target.folder


@contextmanager
def _held(folder: DataFolder) -> Iterator[None]:
    folder.hold()
    try:
        yield
    finally:
        folder.release()


_ACTIONS = {
    "upgrade": _upgrade,
    "check": _check,
    "backup": _backup,
    "copies": _copies,
    "restore": _restore,
}
