"""The journal's monthly partitions on PostgreSQL: made ahead of time, what came too early moved into them.

A month without a partition of its own goes to ``journal_default``, so nothing waits for this; but a report
of a month, and forgetting an old one, are quick only where the month has its own.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from core.store.journal import month_of

MONTHS_AHEAD = 24
DEFAULT = "journal_default"


def make_partitions(connection: Connection, now: datetime, *, first: int | None = None) -> list[int]:
    """Give each month its partition, from the first that has entries to two years from now.

    ``first`` names an earlier month (202605). Returns the months that got one, oldest first; to be done as
    the owner of the tables.
    """
    there = partitions(connection)
    waiting = months_without(connection)
    start = min([month_of(now), *waiting, *([] if first is None else [first])])
    made = [month for month in months_from(start, month_of(now), MONTHS_AHEAD) if month not in there]
    # A clock that was wrong may have written a month that is far away; it gets its own all the same.
    made += [month for month in waiting if month not in there and month not in made]
    for month in made:
        _make(connection, month, is_used=month in waiting)
    return sorted(made)


def partitions(connection: Connection) -> list[int]:
    """The months that have a partition of their own, oldest first."""
    names = connection.exec_driver_sql(
        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
        " WHERE i.inhparent = 'public.journal'::regclass ORDER BY c.relname"
    ).scalars()
    return [int(name.removeprefix("journal_")) for name in names if name != DEFAULT]


def months_without(connection: Connection) -> list[int]:
    """The months whose entries lie in the default partition."""
    return list(
        connection.exec_driver_sql(f"SELECT DISTINCT month FROM public.{DEFAULT} ORDER BY month").scalars()  # noqa: S608 - a name of our own
    )


def months_from(first: int, now: int, ahead: int) -> list[int]:
    """The months from the first to so many after the one that is now."""
    last = now // 100 * 12 + now % 100 - 1 + ahead
    begin = first // 100 * 12 + first % 100 - 1
    return [number // 12 * 100 + number % 12 + 1 for number in range(begin, last + 1)]


def _make(connection: Connection, month: int, *, is_used: bool) -> None:
    name, behind = f"public.{partition_name(month)}", months_from(month, month, 1)[-1]
    if not is_used:
        connection.exec_driver_sql(
            f"CREATE TABLE {name} PARTITION OF public.journal FOR VALUES FROM ({month}) TO ({behind})"
        )
        return
    # The default partition must hold none of its rows when it is attached.
    connection.exec_driver_sql(f"CREATE TABLE {name} (LIKE public.journal INCLUDING ALL)")
    connection.exec_driver_sql(f"LOCK TABLE public.{DEFAULT} IN ACCESS EXCLUSIVE MODE")
    connection.exec_driver_sql(
        f"INSERT INTO {name} SELECT * FROM public.{DEFAULT} WHERE month = {month}"  # noqa: S608 - a number
    )
    connection.exec_driver_sql(f"DELETE FROM public.{DEFAULT} WHERE month = {month}")  # noqa: S608 - a number
    connection.exec_driver_sql(
        f"ALTER TABLE public.journal ATTACH PARTITION {name} FOR VALUES FROM ({month}) TO ({behind})"
    )


def partition_name(month: int) -> str:
    """The name of the month's partition."""
    return f"journal_{month}"
