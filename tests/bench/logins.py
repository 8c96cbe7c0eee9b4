"""Logins of consoles for the benches: a console works through views of its own lot, and that has a price."""

from __future__ import annotations

from core.store.engine import make_engine
from core.store.shared.logins import make_console_login
from tests.far_sides.postgresql import PostgresqlServer, database_of


def url_of_login(server: PostgresqlServer, url: str, lot_id: str, name: str, *, hub: bool = False) -> str:
    """The database under a new login, as `lotkeeper db console` makes it; with ``hub`` as by ``--hub``."""
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            login = make_console_login(connection, lot_id=lot_id, name=name, may_be_hub=hub)
    finally:
        engine.dispose()
    return server.url(database_of(url), user=login.name)
