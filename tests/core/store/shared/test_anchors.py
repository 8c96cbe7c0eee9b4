"""Anchors in the shared database, under the login of a console, which may add them and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from psycopg import errors

from core.domain.anchors import Anchor
from core.domain.errors import LinkError
from core.store.shared.anchors import DatabaseAnchors
from tests.core.store.shared.lots_server import Session, SharedDatabase
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

MARKET, HARBOUR = "market-street", "harbour"
ANCHOR = Anchor(MARKET, "c1", 7, bytes(range(32)), datetime(2026, 11, 22, 18, tzinfo=UTC), "database")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def city(server: PostgresqlServer) -> SharedDatabase:
    return SharedDatabase(server)


@pytest.fixture
def anchors(city: SharedDatabase) -> Iterator[DatabaseAnchors]:
    made = DatabaseAnchors(city.url_of(city.console(MARKET)), console_id="c1")
    yield made
    made.close()
    with city.as_administrator() as session:
        session.execute("DELETE FROM anchors")


@pytest.fixture
def booth(city: SharedDatabase) -> Iterator[Session]:
    with city.signed_on(city.console(MARKET, "second")) as session:
        yield session


def test_an_anchor_is_read_as_it_was_written(anchors: DatabaseAnchors) -> None:
    anchors.write(ANCHOR)
    anchors.write(ANCHOR)
    assert anchors.read(MARKET) == [ANCHOR, ANCHOR]


def test_a_console_takes_back_none(anchors: DatabaseAnchors, booth: Session) -> None:
    anchors.write(ANCHOR)
    for table in ("anchors", "public.anchors"):
        for statement in (f"UPDATE {table} SET seq = 1", f"DELETE FROM {table}"):
            with pytest.raises(errors.InsufficientPrivilege):
                booth.execute(statement.encode())
    with pytest.raises(errors.InsufficientPrivilege):
        booth.execute("TRUNCATE public.anchors")
    assert anchors.read(MARKET) == [ANCHOR]


def test_nor_does_a_hub(city: SharedDatabase, anchors: DatabaseAnchors) -> None:
    anchors.write(ANCHOR)
    with city.signed_on(city.console(MARKET, "hub", may_be_hub=True)) as hub:
        assert hub.execute("SELECT seq FROM anchors").fetchall() == [(7,)]
        for statement in ("UPDATE anchors SET seq = 1", "DELETE FROM anchors"):
            with pytest.raises(errors.InsufficientPrivilege):
                hub.execute(statement)


def test_a_console_of_another_lot_neither_sees_nor_adds_any(
    city: SharedDatabase, anchors: DatabaseAnchors
) -> None:
    anchors.write(ANCHOR)
    other = DatabaseAnchors(city.url_of(city.console(HARBOUR)), console_id="c9")
    try:
        assert other.read(MARKET) == []
        with pytest.raises(LinkError):
            other.write(ANCHOR)
    finally:
        other.close()


def test_no_server_is_told(anchors: DatabaseAnchors) -> None:
    nowhere = DatabaseAnchors("postgresql://lot@127.0.0.1:1/lot", console_id="c1")
    with pytest.raises(LinkError, match=r"link\.no_answer"):
        nowhere.write(ANCHOR)
    nowhere.close()
