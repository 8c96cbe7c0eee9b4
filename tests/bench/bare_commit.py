"""BASELINE: one durable commit, with nothing of ours around it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path


class BareDatabase:
    """An SQLite file with WAL and ``synchronous=FULL``, as the store's, driven by ``sqlite3`` alone."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE happened (id INTEGER PRIMARY KEY, what TEXT NOT NULL)")

    def commit_ms(self) -> float:
        """Milliseconds for one row of 400 bytes from BEGIN IMMEDIATE to the end of COMMIT."""
        begun = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO happened (what) VALUES (?)", ("x" * 400,))
        self._connection.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
