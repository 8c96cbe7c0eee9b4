"""Which programs may use a database: consoles are upgraded one by one, and may be rolled back.

A revision of the tables first only adds (the program before it goes on), and takes away a revision later.
So a database says which is the oldest revision whose program may still use it, and a program compares that
with its own.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, inspect, select

from core.store.sharing_tables import shared_settings

REVISION: Final = "0006"
"""The newest revision this program knows; a test holds it to the history of migrations."""

OLDEST_PROGRAM: Final = "oldest_program"


def may_use(connection: Connection) -> bool:
    """Whether this program may use a database that a newer one upgraded."""
    if not inspect(connection).has_table(shared_settings.name):
        return False
    asked = select(shared_settings.c.value).where(shared_settings.c.name == OLDEST_PROGRAM)
    oldest = connection.execute(asked).scalar()
    return oldest is not None and str(oldest) <= REVISION
