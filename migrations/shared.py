"""Brings the shared database up to date, tables, roles, views and partitions, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from core.store.engine import make_engine, store_errors
from core.store.shared.partitions import make_partitions
from core.store.shared.roles import become_owner, grant_tables, guard_journal, make_groups
from core.store.shared.views import drop_views, make_views
from migrations.history import upgrade_within

LOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class SharedUpgrade:
    """What an upgrade of the shared database did: the months that got a partition of the journal."""

    months: tuple[int, ...]


def upgrade_shared(url: str, *, now: datetime, first_month: int | None = None) -> SharedUpgrade:
    """Bring a database on PostgreSQL up to date, for a login that may create roles.

    It waits at most 30 s for consoles that are in the tables, and changes nothing where it did not get them
    (StoreError). May be done again at any time, and is to be done once a year for the months ahead.
    """
    engine = make_engine(url)
    try:
        with store_errors(), engine.begin() as connection:
            return _upgrade(connection, now, first_month)
    finally:
        engine.dispose()


def _upgrade(connection: Connection, now: datetime, first_month: int | None) -> SharedUpgrade:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
    make_groups(connection)
    become_owner(connection)
    drop_views(connection)
    upgrade_within(connection)
    guard_journal(connection)
    months = make_partitions(connection, now, first=first_month)
    grant_tables(connection)
    make_views(connection)
    return SharedUpgrade(tuple(months))
