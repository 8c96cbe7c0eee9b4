"""``lotkeeper simulate`` on a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from console.cli import main
from core.store.engine import make_engine
from core.store.verify import verify_journal
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


def told(capsys: Captured, *arguments: str, code: int = 0) -> dict[str, Any]:
    assert main(["simulate", *arguments, "--json"]) == code
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def asked(url: str, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url.replace("+psycopg", "")) as session:
        return session.execute(statement.encode()).fetchall()


def test_a_city_is_made_verifies_and_is_not_made_twice(server: PostgresqlServer, capsys: Captured) -> None:
    url = server.new_database()
    first = (datetime.now(UTC) - timedelta(days=3)).date().isoformat()
    options = ("--url", url, "--lots", "3", "--days", "1", "--from", first, "--processes", "2")
    report = told(capsys, *options)
    assert (report["lots"], report["lot_days"], report["failed"]) == (3, 3, [])
    assert asked(url, "SELECT count(*) FROM journal") == [(report["journal_rows"],)]
    assert asked(url, "SELECT count(*) FROM journal_default") == [(0,)]
    assert len(asked(url, "SELECT * FROM availability")) == 3
    (revenue,) = asked(url, "SELECT sum(revenue_minor) FROM daily_reports")
    assert revenue == asked(url, "SELECT sum(amount_minor) FROM payments")[0]
    engine = make_engine(url)
    with engine.connect() as connection:
        found = verify_journal(connection)
    engine.dispose()
    assert found.problems == ()
    told(capsys, *options)
    assert asked(url, "SELECT count(*) FROM journal") == [(report["journal_rows"],)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lots", "0", "--days", "1"),
        ("--lots", "x", "--days", "1"),
        ("--lots", "1", "--days", "1", "--from", "2999-01-01"),
        ("--lots", "1", "--days", "1", "--from", "yesterday"),
    ],
)
def test_what_cannot_be_simulated_is_told_in_a_line(arguments: tuple[str, ...], capsys: Captured) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    assert main(["simulate", "--url", url, *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("url", ["sqlite:///lot.db", "nonsense", "postgresql://host"])
def test_a_city_needs_a_server(url: str, capsys: Captured) -> None:
    assert main(["simulate", "--url", url, "--lots", "1", "--days", "1"]) == 2
    assert "no URL of a database" in capsys.readouterr().err
