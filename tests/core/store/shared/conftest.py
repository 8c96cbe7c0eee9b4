"""What the tests of the shared database share: a server, a database on it, links to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.core.store.shared.city import City
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL server of this module's own."""
    with postgresql_server() as running:
        yield running


@pytest.fixture
def city(server: PostgresqlServer) -> Iterator[City]:
    """An empty shared database, and links to it that are closed afterwards."""
    made = City(server)
    yield made
    made.close()
