"""A way to the shared database on which no call can be stuck, and that is made anew when it was lost."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from typing import TypeVar

import psycopg
from psycopg.conninfo import make_conninfo

from core.domain.errors import LinkError
from core.store.shared.failures import is_worth_retrying, link_error
from core.store.shared.line import Line, Session

T = TypeVar("T")
CALL_SECONDS = 10.0
TRIES = 6
PAUSE_SECONDS = 0.02


class Wire:
    """A connection that is made when it is needed, and anew when it was lost.

    ``greet`` is run on each new session. Calls come one at a time: another thread's waits for its turn.
    """

    def __init__(
        self, parameters: Mapping[str, str], *, greet: Callable[[Session], None] | None = None
    ) -> None:
        self._parameters = dict(parameters)
        self._greet = greet
        self._turn = threading.Lock()
        self._line: Line | None = None
        self._connecting: Future[Line] | None = None
        self._connector: threading.Thread | None = None
        self._closed = False

    def call(self, work: Callable[[Session], T], *, seconds: float = CALL_SECONDS) -> T:
        """Run the work on the session, ended after so many seconds; LinkError for what goes wrong.

        Where a session that had lain idle proves lost, the work is run again on a new one, and where
        another transaction went first (40001, 40P01), after a pause: it must be worth repeating.
        """
        until = time.monotonic() + seconds
        if not self._turn.acquire(timeout=seconds):
            raise LinkError("link.no_answer", detail="another call takes too long")
        try:
            return self._repeated(work, until)
        finally:
            if self._closed:
                self._drop()
            self._turn.release()

    def close(self) -> None:
        """Let go for good; a call that another thread is in ends at once."""
        self._closed = True
        connecting, line = self._connecting, self._line
        if connecting is not None:
            connecting.cancel()
        if line is not None:
            line.cut()
        # Whoever is in a call lets go of the session when it comes back from it.
        if self._turn.acquire(blocking=False):
            self._drop()
            self._turn.release()

    def _repeated(self, work: Callable[[Session], T], until: float) -> T:
        for attempt in range(1, TRIES + 1):
            was_idle = self._line is not None
            try:
                return self._once(work, until)
            except psycopg.Error as error:
                if self._closed:
                    raise LinkError("link.no_answer", detail="closed") from error
                if time.monotonic() >= until:
                    raise LinkError("link.no_answer", detail="not within its time") from error
                was_lost = was_idle and self._line is None
                if attempt == TRIES or not (was_lost or is_worth_retrying(error)):
                    raise link_error(error) from error
            time.sleep(random.uniform(0, PAUSE_SECONDS * attempt))
        raise LinkError("link.no_answer")

    def _once(self, work: Callable[[Session], T], until: float) -> T:
        line = self._line or self._connected(until)
        self._line = line
        try:
            with line.cut_after(until - time.monotonic()):
                if self._closed:
                    raise LinkError("link.no_answer", detail="closed")
                if self._greet is not None and not line.is_greeted:
                    self._greet(line.session)
                line.is_greeted = True
                return work(line.session)
        finally:
            if not line.is_sound:
                self._drop()

    def _connected(self, until: float) -> Line:
        """A new session. Looking up a name cannot be cut off: then nobody waits for the thread that does."""
        if self._connector is not None and self._connector.is_alive():
            raise LinkError("link.no_answer", detail="the last try to connect has not ended yet")
        connecting: Future[Line] = Future()
        self._connecting = connecting
        self._connector = threading.Thread(
            target=_connect, args=(self._parameters, connecting), name="shared-connect", daemon=True
        )
        self._connector.start()
        try:
            return connecting.result(max(0.0, until - time.monotonic()))
        except CancelledError:
            raise LinkError("link.no_answer", detail="closed") from None
        except TimeoutError:
            if connecting.cancel():
                raise LinkError("link.no_answer", detail="no connection within its time") from None
            return connecting.result()
        finally:
            self._connecting = None

    def _drop(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()


def _connect(parameters: Mapping[str, str], connecting: Future[Line]) -> None:
    """Open a session for whoever waits; where nobody does any more, close it again."""
    try:
        line = Line(psycopg.connect(make_conninfo(**parameters), autocommit=True))
    except Exception as error:  # noqa: BLE001 - the top of a thread; the caller gets it
        if connecting.set_running_or_notify_cancel():
            connecting.set_exception(error)
        return
    if connecting.set_running_or_notify_cancel():
        connecting.set_result(line)
    else:
        line.close()
