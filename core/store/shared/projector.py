"""Makes the shared database's tables follow from the journal rows pushed into it; the work of a hub."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from core.domain.errors import LinkError
from core.services.ports import Clock
from core.store.shared.address import connection_parameters
from core.store.shared.failures import is_worth_retrying, link_error
from core.store.shared.fresh_rows import behind, oldest
from core.store.shared.line import Line, Session
from core.store.shared.projecting import Round, is_up_to_date, project_round

AT_ONCE = 4000
TURN_SECONDS = 30.0
LAG_SECONDS = 10.0
# A round that began in time may end a while after it.
SLACK_SECONDS = 30.0
TRIES = 6
PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the tables are behind the journal: rows that wait, and the instant of the oldest."""

    rows: int = 0
    since: datetime | None = None


class Projector:
    """Projects one lot's journal in the shared database; its calls take turns.

    They raise LinkError as a link does, and end in time where the server froze.
    """

    def __init__(self, url: str, *, lot_id: str, hub_id: str, ca_file: str = "", clock: Clock) -> None:
        self._conninfo = make_conninfo(**connection_parameters(url, console_id=hub_id, ca_file=ca_file))
        self._lot_id = lot_id
        self._hub_id = hub_id
        self._clock = clock
        self._turn = threading.Lock()
        self._line: Line | None = None
        self._closed = False
        # One session for each turn of work, which it is handed; the engine keeps the compiled statements.
        self._engine = create_engine(
            "postgresql+psycopg://", creator=self._session, poolclass=NullPool, hide_parameters=True
        )

    def project(self, *, seconds: float = TURN_SECONDS, at_once: int = AT_ONCE) -> Round:
        """Project what waits, round by round, until nothing does or the time is over; all rounds added up."""
        until = time.monotonic() + seconds
        total = Round()
        with self._connected(seconds + SLACK_SECONDS) as connection:
            while self._has_work(connection):
                done = self._round(connection, at_once)
                total = Round(
                    total.rows + done.rows,
                    total.subjects + done.subjects,
                    total.unfolded + done.unfolded,
                    done.left,
                )
                if done.rows == 0 or done.left == 0 or time.monotonic() >= until:
                    break
        return total

    def lag(self) -> Lag:
        """How far the tables are behind."""
        with self._connected(LAG_SECONDS) as connection, connection.begin():
            waiting = behind(connection, self._lot_id)
            return Lag(waiting.rows, oldest(connection, waiting))

    def close(self) -> None:
        """Let go; ends a call that another thread is in. What its round did until then never was."""
        self._closed = True
        line = self._line
        if line is not None:
            line.cut()

    def _has_work(self, connection: Connection) -> bool:
        with connection.begin():
            return not is_up_to_date(connection, self._lot_id, self._clock.now())

    def _round(self, connection: Connection, at_once: int) -> Round:
        def work() -> Round:
            with connection.begin():
                return project_round(connection, self._lot_id, self._hub_id, self._clock.now(), at_once)

        return _again_where_overtaken(work)

    @contextmanager
    def _connected(self, seconds: float) -> Iterator[Connection]:
        """A session of its own for as long as this lasts, cut off after so many seconds."""
        if not self._turn.acquire(timeout=seconds):
            raise LinkError("link.no_answer", detail="another call takes too long")
        try:
            with (
                closing(self._opened()) as line,
                line.cut_after(seconds),
                self._engine.connect() as connection,
            ):
                yield connection
        except psycopg.Error as error:
            raise link_error(error) from error
        except DBAPIError as error:
            if not isinstance(error.orig, psycopg.Error):
                raise
            raise link_error(error.orig) from error
        finally:
            self._line = None
            self._turn.release()

    def _opened(self) -> Line:
        line = Line(psycopg.connect(self._conninfo))
        self._line = line
        if self._closed:
            line.close()
            raise LinkError("link.no_answer", detail="closed")
        return line

    def _session(self) -> Session:
        if self._line is None:
            raise LinkError("link.no_answer", detail="closed")
        return self._line.session


def _again_where_overtaken(work: Callable[[], Round]) -> Round:
    for attempt in range(1, TRIES + 1):
        try:
            return work()
        except DBAPIError as error:
            driver_error = error.orig
            may_repeat = isinstance(driver_error, psycopg.Error) and is_worth_retrying(driver_error)
            if attempt == TRIES or not may_repeat:
                raise
        time.sleep(random.uniform(0, PAUSE_SECONDS * attempt))
    raise LinkError("link.no_answer")
