"""A streaming replica of a test's PostgreSQL, made by PostgreSQL's own tools as docs/scaling.md says."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.far_sides.postgresql import PostgresqlServer, _run

CAUGHT_UP_SECONDS = 30


class Replica(PostgresqlServer):
    """A running standby that follows its primary."""

    def __init__(self, folder: Path, primary: PostgresqlServer) -> None:
        super().__init__(folder)
        self._primary = primary

    def copy(self) -> None:
        """``pg_basebackup``: the primary's data, and the settings by which the copy follows it."""
        if self._user is not None:
            shutil.chown(self.folder, self._user)
        primary = ("-h", self._primary.folder, "-p", self._primary.port, "-U", "postgres")
        follows = ("-R", "-X", "stream", "-C", "-S", "reports", "-c", "fast", "--no-sync")
        _run(self._user, "pg_basebackup", *primary, "-D", self.data, *follows)

    def has_caught_up(self) -> bool:
        """Whether it has replayed what the primary has written by now; waits for it a while."""
        written = self._ask(self._primary, "SELECT pg_current_wal_lsn()")
        until = time.monotonic() + CAUGHT_UP_SECONDS
        while time.monotonic() < until:
            if self._ask(self, f"SELECT pg_last_wal_replay_lsn() >= '{written}'"):
                return True
            time.sleep(0.05)
        return False

    def _set_password(self) -> None:
        """A standby takes no changes: it has the primary's passwords."""

    @staticmethod
    def _ask(server: PostgresqlServer, statement: str) -> object:
        with psycopg.connect(server.url("postgres").replace("+psycopg", ""), autocommit=True) as session:
            row = session.execute(statement.encode()).fetchone()
        assert row is not None
        return row[0]


@contextmanager
def replica_of(primary: PostgresqlServer) -> Iterator[Replica]:
    """Make and start a replica, and stop it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lot-replica-"))
    replica = Replica(folder, primary)
    try:
        replica.copy()
        replica.start()
        try:
            yield replica
        finally:
            replica.stop()
    finally:
        shutil.rmtree(folder)
