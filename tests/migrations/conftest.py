"""Databases for the tests of the history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store.engine import sqlite_url
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL server for all of these tests."""
    with postgresql_server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, on each kind in turn."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "lotkeeper.db")
    server: PostgresqlServer = request.getfixturevalue("server")
    return server.new_database()
