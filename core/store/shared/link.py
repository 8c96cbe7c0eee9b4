"""The shared database as a far side that holds chains: ``core.services.sharing.Link`` on PostgreSQL."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from psycopg import errors, sql

from core.domain.chains import ChainRow, Mark, Marks, check_rows
from core.domain.clocks import skew_of
from core.domain.errors import LinkError
from core.domain.journal import from_micros
from core.services.ports import Clock
from core.services.sharing import DATABASE, MOST_ROWS
from core.store.shared.address import connection_parameters
from core.store.shared.chain_rows import copy_rows, links_of, mark_of, marks_of, rows_after
from core.store.shared.line import Session
from core.store.shared.version import check_version
from core.store.shared.wire import Wire

LARGEST_REPORT_BYTES = 262_144
SLACK_SECONDS = 2.0
PUSHES = 5

_RING = "SELECT pg_notify(%(channel)s, %(console)s)"
_REPORT = """
INSERT INTO console_reports (lot_id, console_id, at, document)
VALUES (%(lot)s, %(console)s, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, %(document)s)
ON CONFLICT (lot_id, console_id) DO UPDATE SET at = excluded.at, document = excluded.document
RETURNING at
"""
_REPORTS = "SELECT console_id, at, document FROM console_reports WHERE lot_id = %(lot)s"


class DatabaseLink:
    """The shared database, for one console of one lot.

    Its calls may come from any thread and take turns; ``wait`` has a connection of its own. LinkError
    ``link.address`` at once where the URL is none of PostgreSQL; everything else shows when it is used.
    """

    name = DATABASE

    def __init__(self, url: str, *, lot_id: str, console_id: str, ca_file: str = "", clock: Clock) -> None:
        parameters = connection_parameters(url, console_id=console_id, ca_file=ca_file)
        self._lot_id = lot_id
        self._console_id = console_id
        self._channel = f"lot_{lot_id}"
        self._clock = clock
        self._wire = Wire(parameters, greet=check_version)
        self._bell = Wire(parameters, greet=self._listen)
        self._may_have_rung = threading.Event()

    def marks(self) -> Marks:
        """How far the database holds each chain of the lot."""
        return self._wire.call(lambda session: marks_of(session, self._lot_id))

    def push(self, rows: Sequence[ChainRow]) -> Mark:
        """Hand over rows of one chain, without a gap, in one transaction."""
        self._check(rows)
        return self._wire.call(lambda session: self._push(session, rows))

    def pull(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        """The chain's next rows behind ``after_seq``."""
        return self._wire.call(
            lambda session: rows_after(session, self._lot_id, console_id, after_seq, limit)
        )

    def ring(self) -> None:
        """Tell the lot's other consoles that something is there for them."""
        call = {"channel": self._channel, "console": self._console_id}
        self._wire.call(lambda session: session.execute(_RING, call))

    def wait(self, seconds: float) -> bool:
        """Wait until another console rings.

        True at once where the line to the database is new: nobody heard the bell while it was not there.
        """
        return self._bell.call(lambda session: self._heard(session, seconds), seconds=seconds + SLACK_SECONDS)

    def report(self, document: Mapping[str, Any]) -> timedelta | None:
        """Leave how this console is; how far its clock is ahead of the server's."""
        text = json.dumps(document)
        if len(text) > LARGEST_REPORT_BYTES:
            raise LinkError("link.refused", detail=f"a report of {len(text)} bytes")
        values = {
            "lot": self._lot_id,
            "console": self._console_id,
            "document": text,
        }
        return self._wire.call(lambda session: self._report(session, values))

    def reports(self) -> dict[str, Mapping[str, Any]]:
        """What each console of the lot left last; ``at`` by the server's clock, ``said_at`` by its own."""
        rows = self._wire.call(lambda session: session.execute(_REPORTS, {"lot": self._lot_id}).fetchall())
        return {
            console_id: {**document, "said_at": document.get("at"), "at": at}
            for console_id, at, document in rows
            if isinstance(document, dict)
        }

    def close(self) -> None:
        """Let go; also ends a call that another thread is in."""
        self._wire.close()
        self._bell.close()

    def _report(self, session: Session, values: Mapping[str, Any]) -> timedelta | None:
        asked_at = self._clock.now()
        row = session.execute(_REPORT, values).fetchone()
        return None if row is None else skew_of(asked_at, from_micros(row[0]), self._clock.now())

    def _check(self, rows: Sequence[ChainRow]) -> None:
        """That these are rows of one chain of this lot without a gap; their links the takers check."""
        first = rows[0]
        for seq, row in enumerate(rows, first.seq):
            if row.lot_id != self._lot_id:
                raise LinkError("link.refused", detail=f"a row of lot {row.lot_id}")
            if row.seq != seq or row.console_id != first.console_id:
                raise LinkError("chain.gap", detail=f"{row.console_id} {row.seq}")

    def _push(self, session: Session, rows: Sequence[ChainRow]) -> Mark:
        """Add what is not held yet; another that pushes the same chain meanwhile is let go first."""
        console_id = rows[0].console_id
        for _ in range(PUSHES):
            held = mark_of(session, self._lot_id, console_id)
            self._check_against(session, rows, held)
            new = [row for row in rows if row.seq > held.seq]
            if not new or new[0].seq > held.seq + 1:
                return held
            check_rows(new[:1], held)
            try:
                with session.transaction():
                    copy_rows(session, new)
            except errors.UniqueViolation as error:
                clash = error
                continue
            return mark_of(session, self._lot_id, console_id)
        raise LinkError("chain.fork", detail=f"{console_id}: {clash.diag.message_detail}") from clash

    def _check_against(self, session: Session, rows: Sequence[ChainRow], held: Mark) -> None:
        """That the rows which are held already are the same there."""
        if rows[0].seq > held.seq:
            return
        links = links_of(session, self._lot_id, rows[0].console_id, rows[0].seq, rows[-1].seq)
        for row in rows:
            if links.get(row.seq, row.link) != row.link:
                raise LinkError("chain.fork", detail=f"{row.console_id} {row.seq}")

    def _listen(self, session: Session) -> None:
        session.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._channel)))
        self._may_have_rung.set()

    def _heard(self, session: Session, seconds: float) -> bool:
        if self._may_have_rung.is_set():
            self._may_have_rung.clear()
            return True
        return any(call.payload != self._console_id for call in session.notifies(timeout=seconds))
