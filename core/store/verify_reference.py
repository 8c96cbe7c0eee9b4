"""Verifies people, the lot's settings, rate plans, consoles, refunds: made again in an empty database.

These are few, so the projections themselves can make them again; that a role or a price was changed
behind the journal's back is worth knowing as much as a payment.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, and_, create_engine, insert, select
from sqlalchemy.pool import StaticPool

from core.domain.journal import Subject
from core.store.findings import Findings
from core.store.money_tables import debts, merchants, sales
from core.store.no_sense import FOLD_ERRORS, is_no_sense
from core.store.projections import project
from core.store.sharing_tables import bookings, consoles, proposals, refunds
from core.store.tables import (
    journal,
    journal_personal,
    journal_subjects,
    lots,
    metadata,
    people,
    rate_plans,
)

KINDS = (
    "person",
    "lot",
    "plan",
    "console",
    "hub",
    "refund",
    "proposal",
    "booking",
    "debt",
    "sale",
    "merchant",
)
TABLES = (people, lots, rate_plans, consoles, refunds, proposals, bookings, debts, sales, merchants)

_OF_THESE_KINDS = journal_subjects.c.kind.in_(KINDS)
_JOURNALLED = and_(
    journal_subjects.c.lot_id == journal.c.lot_id,
    journal_subjects.c.month == journal.c.month,
    journal_subjects.c.console_id == journal.c.console_id,
    journal_subjects.c.seq == journal.c.seq,
    _OF_THESE_KINDS,
)
_PERSONAL = and_(
    journal.c.lot_id == journal_personal.c.lot_id, journal.c.entry_id == journal_personal.c.entry_id
)


def verify_reference(connection: Connection, findings: Findings) -> None:
    """Make the rows again and compare them."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.begin() as scratch:
            metadata.create_all(scratch)
            try:
                _copy_journal(connection, scratch)
            except ValueError:
                return  # told when the chain was walked
            _project_all(scratch, findings)
            for table in TABLES:
                _compare(connection, scratch, table, findings)
    finally:
        engine.dispose()


def _copy_journal(connection: Connection, scratch: Connection) -> None:
    parts = (
        (journal_subjects, select(journal_subjects).where(_OF_THESE_KINDS)),
        (journal, select(journal).where(select(journal_subjects.c.seq).where(_JOURNALLED).exists())),
        (
            journal_personal,
            select(journal_personal)
            .join(journal, _PERSONAL)
            .where(select(journal_subjects.c.seq).where(_JOURNALLED).exists()),
        ),
    )
    for table, statement in parts:
        rows = [row._asdict() for row in connection.execute(statement)]
        if rows:
            scratch.execute(insert(table), rows)


def _project_all(scratch: Connection, findings: Findings) -> None:
    columns = (journal_subjects.c.lot_id, journal_subjects.c.kind, journal_subjects.c.subject_id)
    for lot_id, kind, subject_id in scratch.execute(select(*columns).distinct()).all():
        try:
            project(scratch, lot_id, Subject(kind, subject_id))
        except FOLD_ERRORS as error:
            if not is_no_sense(error):
                raise
            findings.add("projection.cannot_fold", f"{kind} {subject_id}: {error!r}")


def _compare(connection: Connection, scratch: Connection, table: Table, findings: Findings) -> None:
    try:
        actual = _rows(connection, table)
    except ValueError as error:
        findings.add("projection.unreadable", f"{table.name}: {error}")
        return
    expected = _rows(scratch, table)
    for key in sorted(expected.keys() | actual.keys()):
        named = f"{table.name} {' '.join(map(str, key))}"
        if key not in actual:
            findings.add("projection.missing", named)
        elif key not in expected:
            findings.add("projection.unfounded", named)
        elif actual[key] != expected[key]:
            differing = [name for name, value in expected[key].items() if actual[key][name] != value]
            findings.add("projection.differs", f"{named}: {', '.join(differing)}")


def _rows(connection: Connection, table: Table) -> dict[tuple[Any, ...], dict[str, Any]]:
    key = [column.name for column in table.primary_key.columns]
    rows = (row._asdict() for row in connection.execute(select(table)))
    return {tuple(row[name] for name in key): row for row in rows}
