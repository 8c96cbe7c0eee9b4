"""A shared database with roles for the tests, its logins, and who signs on with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg
from sqlalchemy import Connection

from core.store.engine import make_engine
from core.store.shared.logins import Login, May, make_console_login, make_landlord_login, make_partner_login
from migrations.shared import upgrade_shared
from tests.core.store.lot import MORNING
from tests.far_sides.postgresql import PostgresqlServer, database_of

Session: TypeAlias = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def begun(url: str) -> Iterator[Connection]:
    """A transaction of an administrator."""
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


class SharedDatabase:
    """A database that was upgraded as `lotkeeper db upgrade` does it."""

    def __init__(self, server: PostgresqlServer) -> None:
        self.server = server
        self.url = server.new_database()
        self.name = database_of(self.url)
        upgrade_shared(self.url, now=MORNING)

    def console(self, lot_id: str, name: str = "booth", *, may_be_hub: bool = False) -> Login:
        with begun(self.url) as connection:
            return make_console_login(connection, lot_id=lot_id, name=name, may_be_hub=may_be_hub)

    def partner(self, name: str, lots: Iterable[str], *may: May) -> Login:
        with begun(self.url) as connection:
            return make_partner_login(connection, name=name, lots=lots, may=frozenset(may))

    def landlord(self, name: str, lots: Iterable[str]) -> Login:
        with begun(self.url) as connection:
            return make_landlord_login(connection, name=name, lots=lots)

    def url_of(self, login: Login) -> str:
        return self.server.tcp_url(self.name, user=login.name, password=login.password)

    @contextmanager
    def signed_on(self, login: Login) -> Iterator[Session]:
        address = self.url_of(login).replace("postgresql+psycopg:", "postgresql:")
        with psycopg.connect(address, autocommit=True) as session:
            yield session

    @contextmanager
    def as_administrator(self) -> Iterator[Session]:
        with psycopg.connect(
            self.url.replace("postgresql+psycopg:", "postgresql:"), autocommit=True
        ) as session:
            yield session
