"""Anchors in the shared database: a console adds its own, and neither changes nor deletes any."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import uuid_utils

from core.domain.anchors import Anchor, AnyAnchor
from core.domain.errors import LinkError
from core.domain.journal import from_micros, to_micros
from core.store.shared.address import connection_parameters
from core.store.shared.line import Session
from core.store.shared.version import check_version
from core.store.shared.wire import Wire

T = TypeVar("T")

_ADD = """
INSERT INTO anchors (lot_id, anchor_id, console_id, seq, link, at, place)
VALUES (%(lot)s, %(anchor)s, %(console)s, %(seq)s, %(link)s, %(at)s, 'database')
"""
_ALL = "SELECT lot_id, console_id, seq, link, at, place FROM anchors WHERE lot_id = %(lot)s"


class DatabaseAnchors:
    """The anchors of a lot's consoles in the shared database; its calls may come from any thread."""

    name: Final = "database"

    def __init__(self, url: str, *, console_id: str, ca_file: str = "") -> None:
        """LinkError ``link.address`` where the URL is none of PostgreSQL; nothing is asked yet."""
        self._parameters = connection_parameters(url, console_id=console_id, ca_file=ca_file)
        self._closed = False

    def write(self, anchor: Anchor) -> None:
        """Add the anchor; LinkError ``link.…``. Twice the same harms nobody."""
        row = {
            "lot": anchor.lot_id,
            "anchor": str(uuid_utils.uuid7()),
            "console": anchor.console_id,
            "seq": anchor.seq,
            "link": anchor.link,
            "at": to_micros(anchor.at),
        }
        self._call(lambda session: session.execute(_ADD, row))

    def read(self, lot_id: str) -> list[AnyAnchor]:
        """All anchors of the lot; LinkError ``link.…``."""
        rows = self._call(lambda session: session.execute(_ALL, {"lot": lot_id}).fetchall())
        return [
            Anchor(lot, console_id, seq, bytes(link), from_micros(at), place)
            for lot, console_id, seq, link, at, place in rows
        ]

    def close(self) -> None:
        """Let go; a call that another thread is in ends in its own time."""
        self._closed = True

    def _call(self, work: Callable[[Session], T]) -> T:
        """On a session of its own: once an hour none is worth being kept open."""
        if self._closed:
            raise LinkError("link.no_answer", detail="closed")
        wire = Wire(self._parameters, greet=check_version)
        try:
            return wire.call(work)
        finally:
            wire.close()
