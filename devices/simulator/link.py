"""A client's connection to the simulated world: one question at a time, each with a time limit."""

from __future__ import annotations

import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection
from typing import Any

from core.domain.errors import DeviceError

Message = dict[str, Any]


class LinkLost(Exception):
    """The world is gone, or did not answer in time; ``sent`` where the question had been handed over."""

    def __init__(self, *, sent: bool) -> None:
        super().__init__("sent" if sent else "not sent")
        self.sent = sent


class Link:
    """Connects on first use and again after a loss; may be used from several threads."""

    def __init__(self, address: str, authkey: bytes) -> None:
        self._address = address
        self._authkey = authkey
        self._lock = threading.Lock()
        self._connection: Connection | None = None

    def ask(self, message: Message, limit_s: float) -> Message:
        """The world's answer; raises LinkLost, or DeviceError ``simulator.refused`` where it said no."""
        sent = False
        with self._lock:
            try:
                connection = self._connect()
                connection.send(message)
                sent = True
                # After a loss the line is dropped, so that a late answer cannot meet the next question.
                if not connection.poll(limit_s):
                    raise TimeoutError
                answer: Message = connection.recv()
            except (OSError, EOFError, AuthenticationError) as error:
                self._drop()
                raise LinkLost(sent=sent) from error
        if "error" in answer:
            raise DeviceError("simulator.refused", detail=str(answer["error"]))
        return answer

    def send(self, message: Message) -> None:
        """Hand over a message that begins a stream; raises LinkLost."""
        with self._lock:
            try:
                self._connect().send(message)
            except (OSError, EOFError, AuthenticationError) as error:
                self._drop()
                raise LinkLost(sent=False) from error

    def receive(self, limit_s: float) -> Message | None:
        """The next message of a stream, or None where none came in time; raises LinkLost."""
        connection = self._connection
        if connection is None:
            raise LinkLost(sent=False)
        try:
            if not connection.poll(limit_s):
                return None
            message: Message = connection.recv()
        except (OSError, EOFError) as error:
            self.close()
            raise LinkLost(sent=False) from error
        return message

    def close(self) -> None:
        """Let go; may be called twice."""
        with self._lock:
            self._drop()

    def _connect(self) -> Connection:
        if self._connection is None:
            self._connection = Client(self._address, family="AF_UNIX", authkey=self._authkey)
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
