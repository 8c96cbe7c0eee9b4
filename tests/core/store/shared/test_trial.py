"""A shared database is tried before it is used: what is wrong is said as exactly as the server says it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import LinkError
from core.store.shared import trial
from core.store.shared.trial import try_database
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import PostgresqlServer, database_of, postgresql_server

LOT = "01939f40-7b44-7cc4-98f1-000000000001"
OTHER = "01939f40-7b44-7cc4-98f1-000000000002"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(scope="module")
def lots(server: PostgresqlServer) -> SharedDatabase:
    return SharedDatabase(server)


def tried(url: str, **more) -> int:
    return try_database(url, lot_id=LOT, console_id="booth", **more)


def cause_of(url: str, **more) -> str:
    with pytest.raises(LinkError) as told:
        tried(url, **more)
    return told.value.cause


def test_a_login_of_the_lot_gets_in_and_counts_its_records(lots: SharedDatabase) -> None:
    assert tried(lots.url_of(lots.console(LOT))) == 0


def test_a_wrong_password_is_said_to_be_one(lots: SharedDatabase) -> None:
    login = lots.console(LOT, "kiosk")
    wrong = lots.server.tcp_url(lots.name, user=login.name, password="wrong")
    assert cause_of(wrong) == "trial.wrong_password"


def test_a_login_of_another_lot_is_said_to_be_one(lots: SharedDatabase) -> None:
    assert cause_of(lots.url_of(lots.console(OTHER))) == "trial.other_lot"


def test_a_hub_needs_a_login_that_may_do_its_work(lots: SharedDatabase) -> None:
    assert cause_of(lots.url_of(lots.console(LOT, "exit")), as_hub=True) == "trial.no_hub_rights"
    assert tried(lots.url_of(lots.console(LOT, "office", may_be_hub=True)), as_hub=True) == 0


def test_a_database_that_nobody_upgraded_is_said_to_be_one(server: PostgresqlServer) -> None:
    url = server.tcp_url(database_of(server.new_database()))
    assert cause_of(url) == cause_of(url, as_hub=True) == "trial.not_upgraded"


def test_a_database_of_a_newer_program_is_said_to_be_one(server: PostgresqlServer) -> None:
    newer = SharedDatabase(server)
    with newer.as_administrator() as session:
        session.execute("UPDATE shared_settings SET value = '9999' WHERE name = 'oldest_program'")
    assert cause_of(newer.url_of(newer.console(LOT))) == "trial.too_new"


def test_a_database_that_is_not_there_is_told_apart_from_a_server_that_is_not(
    server: PostgresqlServer,
) -> None:
    assert cause_of(server.tcp_url("elsewhere")) == "trial.no_such_database"
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert cause_of(server.tcp_url("lots", port=unused.getsockname()[1])) == "link.no_answer"


def test_a_ca_file_that_is_missing_is_said_before_anybody_is_asked(tmp_path: Path) -> None:
    url = "postgresql+psycopg://lk@192.0.2.1/lots"
    assert cause_of(url, ca_file=str(tmp_path / "ca.crt")) == "trial.no_ca_file"
    assert cause_of("postgres at the office") == "link.address"


def test_a_frozen_server_costs_a_limited_wait(lots: SharedDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "TRIAL_SECONDS", 1.0)
    url = lots.url_of(lots.console(LOT, "frozen"))
    lots.server.freeze()
    try:
        begun = time.monotonic()
        assert cause_of(url) == "link.no_answer"
        assert time.monotonic() - begun < 8
    finally:
        lots.server.thaw()
