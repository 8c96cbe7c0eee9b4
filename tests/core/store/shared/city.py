"""A shared database with the links that a test opens to it."""

from __future__ import annotations

import psycopg
import uuid_utils

from core.store.shared.link import DatabaseLink
from migrations.history import upgrade
from tests.core.store.lot import SetClock
from tests.far_sides.postgresql import PostgresqlServer, database_of


class City:
    """An upgraded database of its own on the server, for one lot unless told otherwise."""

    def __init__(self, server: PostgresqlServer) -> None:
        self.server = server
        self.url = server.new_database()
        self.clock = SetClock()
        self.lot_id = str(uuid_utils.uuid7())
        self._links: list[DatabaseLink] = []
        upgrade(self.url)

    @property
    def tcp_url(self) -> str:
        """The same database over the network."""
        return self.server.tcp_url(database_of(self.url))

    def link(self, console_id: str, *, url: str = "", lot_id: str = "", ca_file: str = "") -> DatabaseLink:
        """A link for that console."""
        link = DatabaseLink(
            url or self.url,
            lot_id=lot_id or self.lot_id,
            console_id=console_id,
            ca_file=ca_file,
            clock=self.clock,
        )
        self._links.append(link)
        return link

    def session(self) -> psycopg.Connection[tuple[object, ...]]:
        """A session of the server's administrator, to look behind the links' back."""
        return psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True)

    def close(self) -> None:
        """Close all links."""
        for link in self._links:
            link.close()
