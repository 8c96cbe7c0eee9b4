"""``lotkeeper db console|partner|revoke`` on a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from console.cli import main
from tests.far_sides.postgresql import PostgresqlServer, database_of, postgresql_server

Captured = pytest.CaptureFixture[str]
LOT = "01939f40-7b44-7cc4-98f1-000000000001"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def url(server: PostgresqlServer) -> str:
    fresh = server.new_database()
    assert main(["db", "upgrade", "--url", fresh]) == 0
    return fresh


def told(capsys: Captured, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["db", *arguments, "--json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def refused(capsys: Captured, *arguments: str) -> str:
    capsys.readouterr()
    assert main(["db", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    return captured.err


def who_am_i(server: PostgresqlServer, url: str, report: dict[str, Any]) -> str:
    address = server.tcp_url(database_of(url), user=report["login"], password=report["password"])
    with psycopg.connect(address.replace("+psycopg", "")) as session:
        return str((session.execute("SELECT session_user").fetchone() or ("",))[0])


def test_a_console_signs_on_with_what_it_was_told(
    server: PostgresqlServer, url: str, capsys: Captured
) -> None:
    report = told(capsys, "console", "--url", url, "--lot", LOT, "--name", "booth", "--hub")
    assert report["login"] == f"lk_{LOT}_booth"
    assert report["password"] not in report["address"]
    assert who_am_i(server, url, report) == report["login"]


def test_the_address_for_the_configuration_has_neither_the_password_nor_stars_in_its_place(
    server: PostgresqlServer, url: str, capsys: Captured
) -> None:
    admin = server.tcp_url(database_of(url))
    report = told(capsys, "console", "--url", admin, "--lot", LOT, "--name", "exit")
    address = make_url(report["address"])
    assert (address.username, address.password) == (f"lk_{LOT}_exit", None)
    assert (address.host, address.port, address.database) == ("127.0.0.1", server.port, database_of(url))
    assert "database.secret" in report["then"]


def test_another_program_signs_on_until_it_is_revoked(
    server: PostgresqlServer, url: str, capsys: Captured
) -> None:
    report = told(capsys, "partner", "--url", url, "--lot", LOT, "--name", "city-app", "--may", "book")
    assert who_am_i(server, url, report) == "city-app"
    assert told(capsys, "revoke", "--url", url, "--login", "city-app")["revoked"] == "city-app"
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        who_am_i(server, url, report)


def test_a_landlord_signs_on_and_sees_their_lot(server: PostgresqlServer, url: str, capsys: Captured) -> None:
    report = told(capsys, "landlord", "--url", url, "--lot", LOT, "--lot", "harbour", "--name", "chen")
    assert who_am_i(server, url, report) == "chen"
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as session:
        lots = session.execute("SELECT lot_id FROM partner_lots WHERE login = 'chen' ORDER BY 1").fetchall()
        assert lots == sorted([(LOT,), ("harbour",)])
    assert told(capsys, "revoke", "--url", url, "--login", "chen")["revoked"] == "chen"
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        who_am_i(server, url, report)


def test_a_name_that_cannot_be_is_told(url: str, capsys: Captured) -> None:
    assert "small letters" in refused(capsys, "console", "--url", url, "--lot", LOT, "--name", "The Booth")
    assert "made no such login" in refused(capsys, "revoke", "--url", url, "--login", "postgres")


def test_a_file_has_no_logins(capsys: Captured) -> None:
    assert "that is a file" in refused(
        capsys, "console", "--url", "sqlite:///lot.db", "--lot", LOT, "--name", "booth"
    )


def test_who_may_not_make_roles_is_told_so(server: PostgresqlServer, url: str, capsys: Captured) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as session:
        session.execute("CREATE ROLE clerk LOGIN")
    clerk = server.url(database_of(url), user="clerk")
    assert "may not do that" in refused(capsys, "console", "--url", clerk, "--lot", LOT, "--name", "desk")
    assert "may not do that" in refused(capsys, "upgrade", "--url", clerk)
