"""Logins of consoles and of other programs: made, used over TLS, and revoked."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from core.domain.errors import BadInput, LinkError
from core.store.shared.link import DatabaseLink
from core.store.shared.logins import Login, May, console_login, end_sessions, make_partner_login, revoke_login
from tests.core.store.lot import SetClock
from tests.core.store.shared.lots_server import SharedDatabase, begun
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

MARKET = "01939f40-7b44-7cc4-98f1-000000000001"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def city(server: PostgresqlServer) -> SharedDatabase:
    return SharedDatabase(server)


def link(city: SharedDatabase, login: Login) -> DatabaseLink:
    return DatabaseLink(city.url_of(login), lot_id=MARKET, console_id="c1", clock=SetClock())


def test_a_login_names_its_lot() -> None:
    assert console_login(MARKET, "booth") == f"lk_{MARKET}_booth"


@pytest.mark.parametrize(
    ("lot", "name"),
    [("a_b", "booth"), ("", "booth"), ("a'b", "booth"), ("lot", "Booth"), ("lot", ""), ("lot", 'a"; DROP')],
)
def test_what_cannot_stand_in_a_login_is_refused(lot: str, name: str) -> None:
    with pytest.raises(BadInput):
        console_login(lot, name)


def test_a_console_speaks_to_the_database_through_its_login(city: SharedDatabase) -> None:
    far = link(city, city.console(MARKET))
    try:
        far.report({"version": "1"})
        assert far.reports()["c1"]["version"] == "1"
        assert far.marks() == {}
    finally:
        far.close()


def test_a_new_password_takes_the_place_of_the_old_one(city: SharedDatabase) -> None:
    old, new = city.console(MARKET, "kiosk"), city.console(MARKET, "kiosk")
    assert old.password != new.password
    with pytest.raises(psycopg.OperationalError), city.signed_on(old):
        pass
    with city.signed_on(new) as session:
        assert session.execute("SELECT 1").fetchone() == (1,)


def test_a_revoked_console_is_put_out_and_stays_out(city: SharedDatabase) -> None:
    login = city.console(MARKET, "stolen")
    far = link(city, login)
    try:
        assert far.marks() == {}
        with begun(city.url) as connection:
            revoke_login(connection, login.name)
        with begun(city.url) as connection:
            assert end_sessions(connection, login.name) == 1
        with pytest.raises(LinkError) as told:
            far.marks()
        assert told.value.cause == "link.revoked"
    finally:
        far.close()
    with city.as_administrator() as session:
        assert (
            session.execute("SELECT * FROM console_logins WHERE login = %s", (login.name,)).fetchall() == []
        )


def test_a_login_of_somebody_else_is_left_alone(city: SharedDatabase) -> None:
    with city.as_administrator() as session:
        session.execute("CREATE ROLE accountant LOGIN")
    with begun(city.url) as connection:
        with pytest.raises(BadInput, match=r"login\.taken"):
            make_partner_login(connection, name="accountant", lots=[MARKET], may=frozenset({May.READ}))
        for name in ("accountant", "postgres", "nobody-there", "lotkeeper_owner"):
            with pytest.raises(BadInput, match=r"login\.unknown"):
                revoke_login(connection, name)


def test_a_partner_without_lots_or_rights_is_no_partner(city: SharedDatabase) -> None:
    with begun(city.url) as connection:
        with pytest.raises(BadInput, match=r"login\.nothing_allowed"):
            make_partner_login(connection, name="them", lots=[], may=frozenset({May.BOOK}))
        with pytest.raises(BadInput, match=r"login\.nothing_allowed"):
            make_partner_login(connection, name="them", lots=[MARKET], may=frozenset())


def test_what_a_partner_may_is_replaced(city: SharedDatabase) -> None:
    city.partner("desk", [MARKET, "harbour"], May.BOOK, May.READ)
    city.partner("desk", ["harbour"], May.READ)
    with city.as_administrator() as session:
        rows = session.execute(
            "SELECT lot_id, may_book, may_set_rates, may_read FROM partner_lots WHERE login = 'desk'"
        ).fetchall()
        groups = session.execute("SELECT pg_has_role('desk', 'lotkeeper_partner', 'MEMBER')").fetchone()
    assert rows == [("harbour", False, False, True)]
    assert groups == (False,)


def test_a_password_is_never_sent_to_the_server(city: SharedDatabase) -> None:
    with city.as_administrator() as session:
        session.execute(f"ALTER DATABASE {city.name} SET log_statement = 'all'".encode())
    login = city.console(MARKET, "quiet")
    with city.as_administrator() as session:
        session.execute(f"ALTER DATABASE {city.name} RESET log_statement".encode())
    log = (city.server.folder / "log").read_text()
    assert "SCRAM-SHA-256" in log
    assert login.password not in log
