"""A session with the shared database that can be ended from outside, whatever it waits for.

A server that froze takes what it is sent and never answers; neither a statement's time limit nor
keepalives notice that. So each use has its own end: then the socket is shut from another thread, which
frees the one that waits.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

import psycopg
from psycopg.pq import TransactionStatus

Session: TypeAlias = psycopg.Connection[tuple[Any, ...]]


class Line:
    """An open session, with a second handle on its socket: the driver closes its own when it likes."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.is_greeted = False
        self._handle = socket.socket(fileno=os.dup(session.fileno()))
        self._handling = threading.Lock()
        self._is_cut = False

    @property
    def is_sound(self) -> bool:
        """Whether it may be used for another call."""
        idle = TransactionStatus.IDLE
        return not self._is_cut and not self.session.closed and self.session.info.transaction_status == idle

    @contextmanager
    def cut_after(self, seconds: float) -> Iterator[None]:
        """While this lasts the session is used, for so many seconds at most."""
        limit = threading.Timer(max(0.0, seconds), self.cut)
        limit.daemon = True
        limit.start()
        try:
            yield
        finally:
            limit.cancel()

    def cut(self) -> None:
        """End whatever waits on it; from any thread."""
        with self._handling, suppress(OSError):
            self._is_cut = True
            self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of it, on the thread that used it last."""
        self.session.close()
        with self._handling:
            self._handle.close()
