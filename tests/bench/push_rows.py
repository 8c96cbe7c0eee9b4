"""Rows a second that a console pushes into the shared database, beside a bare COPY of the same rows.

Then the rows a second in which the hub makes the tables follow from them. The console has a hub's login, the
bare COPY is an administrator's.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
import uuid_utils

from console.runtime.clock import SystemClock
from core.domain.chains import ChainRow
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from migrations.shared import upgrade_shared
from tests.bench.backlog import Console, Recorded, batches, record
from tests.bench.figures import percentile
from tests.bench.logins import url_of_login
from tests.bench.report import Outcome, Row
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

ROUNDS, VISITS = 7, 1500
GOAL = 0.6
_TABLES = {
    "journal": (
        "lot_id, month, console_id, seq, entry_id, hlc, at, kind, version, payload, who, subjects, link"
    ),
    "journal_keys": "lot_id, console_id, seq, entry_id, month, link",
    "journal_subjects": "lot_id, kind, subject_id, console_id, seq, month",
    "journal_personal": "lot_id, entry_id, salt, fields",
}


def run(folder: Path) -> Outcome:
    """The bench: pairs of both, one after the other, each of a lot of its own."""
    recorded = record(folder)
    pushed, copied, projected = [], [], []
    with postgresql_server() as server:
        url = _database(server)
        for _ in range(ROUNDS):
            rows = _rows(recorded)
            copied.append(len(rows) / _bare_copy_s(url, rows))
            rows = _rows(recorded)
            own = url_of_login(server, url, rows[0].lot_id, "office", hub=True)
            pushed.append(len(rows) / _push_s(own, rows))
            projected.append(len(rows) / _project_s(own, rows[0]))
    ours, bare = percentile(pushed, 0.5), percentile(copied, 0.5)
    return Outcome(
        (
            Row(
                "push_rows",
                ours,
                "rows/s",
                "bare psycopg COPY of the same rows",
                bare,
                f"at least {GOAL}",
                ours >= GOAL * bare,
            ),
            Row("project_rows", percentile(projected, 0.5), "rows/s", "the push of the same rows", ours),
        ),
        (f"{ROUNDS} rounds of {VISITS} visits, medians",),
    )


def _database(server: PostgresqlServer) -> str:
    url = server.new_database()
    upgrade_shared(url, now=SystemClock().now())
    return url


def _rows(recorded: Recorded) -> list[ChainRow]:
    return Console(recorded, str(uuid_utils.uuid7())).visits(VISITS)


def _push_s(url: str, rows: Sequence[ChainRow]) -> float:
    link = DatabaseLink(url, lot_id=rows[0].lot_id, console_id=rows[0].console_id, clock=SystemClock())
    try:
        link.marks()
        begun = time.perf_counter()
        for batch in batches(rows):
            link.push(batch)
        return time.perf_counter() - begun
    finally:
        link.close()


def _project_s(url: str, row: ChainRow) -> float:
    projector = Projector(url, lot_id=row.lot_id, hub_id=row.console_id, clock=SystemClock())
    try:
        projector.lag()
        begun = time.perf_counter()
        projector.project(seconds=120)
        return time.perf_counter() - begun
    finally:
        projector.close()


def _bare_copy_s(url: str, rows: Sequence[ChainRow]) -> float:
    """BASELINE: the same rows of the same four tables, made ready before, in one transaction."""
    values = _values(rows)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as session:
        session.execute("SELECT 1")
        begun = time.perf_counter()
        with session.transaction():
            for table, columns in _TABLES.items():
                statement = f"COPY {table} ({columns}) FROM STDIN".encode()
                with session.cursor() as cursor, cursor.copy(statement) as stream:
                    for each in values[table]:
                        stream.write_row(each)
        return time.perf_counter() - begun


def _values(rows: Sequence[ChainRow]) -> dict[str, list[tuple[Any, ...]]]:
    values: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    for row in rows:
        values["journal"].append(
            (
                row.lot_id,
                row.month,
                row.console_id,
                row.seq,
                row.entry_id,
                row.hlc,
                row.at,
                row.kind,
                row.version,
                row.payload,
                row.who,
                row.subjects,
                row.link,
            )
        )
        values["journal_keys"].append(
            (row.lot_id, row.console_id, row.seq, row.entry_id, row.month, row.link)
        )
        values["journal_subjects"] += [
            (row.lot_id, kind, subject_id, row.console_id, row.seq, row.month)
            for kind, subject_id in json.loads(row.subjects)
        ]
        if row.fields is not None:
            values["journal_personal"].append((row.lot_id, row.entry_id, row.salt, row.fields))
    return values
