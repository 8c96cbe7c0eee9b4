"""Whether the console's folder can take what it must: its disk, the database, the clock."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from console.cli.checkup.disk import check_disk
from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.cli.words import error_line
from core.domain.errors import StoreError
from core.domain.journal import from_micros
from core.store.backup import read_only
from core.store.engine import check_is_database, sqlite_url
from core.store.folder import DataFolder
from migrations.history import standing

SET_THE_CLOCK = "set this machine's clock, and let it follow a time server"
# Files of the program may come from another zone's clock.
SLACK = timedelta(days=1)


def check_folder(folder: DataFolder, now: datetime | None = None) -> Iterator[Finding]:
    """The folder and its disk, the database's history, and the clock (``now``, aware; None for the real)."""
    told = now or datetime.now(UTC)
    yield _writable(folder.path)
    yield check_disk(_nearest(folder.path), folder.photos, told)
    yield _database(folder.database)
    yield _clock(folder.database, told)


def _writable(path: Path) -> Finding:
    there = _nearest(path)
    step = f"give the user of this console the right to write into {there}, or name another with --data"
    if not there.is_dir():
        return trouble("data folder", f"{there} is no folder", step)
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return trouble("data folder", f"{there} cannot be written: {error.strerror or error}", step)
    return ok("data folder", f"{path}" if there == path else f"{path}, made at the first start")


def _database(file: Path) -> Finding:
    if not file.exists():
        return ok("database", "none yet, made at the first start")
    try:
        check_is_database(file)
        now = standing(sqlite_url(file))
    except StoreError as error:
        return trouble("database", error_line(error), "run `lotkeeper db check`, then restore a backup")
    if not now.is_current:
        said = f"revision {now.revision or 'none'}, the newest is {now.newest}"
        return trouble("database", said, "run `lotkeeper db upgrade`; it makes a backup first")
    return ok("database", f"revision {now.revision}, the newest")


def _clock(database: Path, now: datetime) -> Finding:
    shown = f"{now:%Y-%m-%d %H:%M} UTC"
    if now + SLACK < _newest_of_program():
        return trouble("clock", f"{shown}, before the program was installed", SET_THE_CLOCK)
    try:
        last = _last_entry(database)
    except (OSError, sqlite3.Error) as error:
        return skipped("clock", f"{shown}; the journal cannot be asked: {error}")
    if last is not None and now < last:
        return trouble(
            "clock", f"{shown}, before the last journal entry at {last:%Y-%m-%d %H:%M}", SET_THE_CLOCK
        )
    return ok("clock", shown)


def _last_entry(database: Path) -> datetime | None:
    if not database.exists():
        return None
    with closing(sqlite3.connect(read_only(database), uri=True, timeout=2.0)) as connection:
        (micros,) = connection.execute("SELECT max(at) FROM journal").fetchone()
    return None if micros is None else from_micros(int(micros))


def _newest_of_program() -> datetime:
    return datetime.fromtimestamp(Path(str(files("resources"))).stat().st_mtime, UTC)


def _nearest(path: Path) -> Path:
    """The folder itself, or the nearest above it that is there."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path
