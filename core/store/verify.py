"""Verifies a whole database: every chain unbroken, personal fields as sealed, projections as folded anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, create_engine, event

from core.store.backup import check_file, read_only
from core.store.engine import store_errors
from core.store.findings import ChainHead, Findings, Problem, Verification
from core.store.verify_chain import verify_chains
from core.store.verify_projections import verify_projections
from core.store.verify_reference import verify_reference

__all__ = ["ChainHead", "Problem", "Verification", "verify_file", "verify_journal"]


def verify_journal(connection: Connection) -> Verification:
    """Verify everything the connection sees, 1000 rows at a time; StoreError where it cannot be read."""
    findings = Findings()
    with store_errors():
        verify_chains(connection, findings)
        verify_projections(connection, findings)
        verify_reference(connection, findings)
    return findings.result()


def verify_file(file: Path) -> Verification:
    """Verify an SQLite file without changing it, also while a console uses it.

    Raises StoreError where it is missing, no database, damaged, or not upgraded.
    """
    check_file(file)
    address = read_only(file)
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False),
    )

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        # One snapshot for the whole run, so that a console that goes on writing does not disturb it.
        connection.exec_driver_sql("BEGIN")

    try:
        with store_errors(), engine.connect() as connection:
            return verify_journal(connection)
    finally:
        engine.dispose()
