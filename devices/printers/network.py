"""A receipt printer on the network: raw ESC/POS over TCP, by habit on port 9100."""

from __future__ import annotations

import socket
import threading
import time
from collections import deque

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health

# DLE EOT n, answered at once even while printing (source: Epson's ESC/POS reference): n = 2 says why it
# is off line, n = 4 how the paper is. Every answer has bits 1 and 4 set and bits 0 and 7 clear.
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
COVER_OPEN_BIT = 0x04
PAPER_NEAR_END_BITS = 0x0C
PAPER_OUT_BITS = 0x60

NO_ANSWER = "printer.no_answer"
REFUSED = "printer.refused"
PAPER_OUT = "printer.paper_out"
PAPER_LOW = "printer.paper_low"
COVER_OPEN = "printer.cover_open"

NO_DRAWER = "printer.no_drawer"

CHUNK_BYTES = 4096
KICKS_REMEMBERED = 100
CLOSE_LIMIT_S = 1.0
# The whole of a job stays under the port's promise of 10 s: waiting for the one before, connecting,
# asking, sending, closing.
TURN_LIMIT_S = 1.0


class NetworkPrinter:
    """Fills ``ports.ReceiptPrinter``; thread-safe, one job at a time, one connection per job.

    ``asks_status`` asks for cover and paper before each job, for printers that answer DLE EOT; one that
    does not answer within ``answer_timeout_s`` is printed on all the same.
    """

    def __init__(
        self,
        host: str,
        port: int = 9100,
        *,
        connect_timeout_s: float = 2.0,
        send_timeout_s: float = 4.0,
        answer_timeout_s: float = 0.5,
        asks_status: bool = True,
        drawer: bytes = b"",
    ) -> None:
        self._host = host
        self._port = port
        self._connect_timeout_s = connect_timeout_s
        self._send_timeout_s = send_timeout_s
        self._answer_timeout_s = answer_timeout_s
        self._asks_status = asks_status
        self._drawer = drawer
        self._kicked: deque[str] = deque(maxlen=KICKS_REMEMBERED)
        self._job = threading.Lock()
        self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())

    def start(self) -> None:
        """Nothing to begin: each job connects for itself."""

    def stop(self) -> None:
        """Nothing is held between jobs."""

    def kick_drawer(self, command_id: str) -> None:
        """Send the drawer's pulse, once per command id; ``printer.no_drawer`` where none is configured."""
        if not self._drawer:
            raise DeviceError(NO_DRAWER)
        if command_id not in self._kicked:
            self._kicked.append(command_id)
            self.print(self._drawer)

    def print(self, escpos: bytes) -> None:
        """Hand over one receipt, within 10 s.

        Raises DeviceError ``printer.no_answer`` (``unknown`` set once a part was sent), and, with nothing
        sent: ``printer.refused``, ``printer.paper_out``, ``printer.cover_open``.
        """
        if not self._job.acquire(timeout=TURN_LIMIT_S):
            raise DeviceError(NO_ANSWER, detail="another receipt is being printed")
        try:
            self._print(escpos)
        except DeviceError as trouble:
            self._note(Health.FAILED, trouble.cause, trouble.detail)
            raise
        finally:
            self._job.release()

    def status(self) -> DeviceStatus:
        """As the last job found it: this asks nothing of the printer, and is UNKNOWN before any job."""
        return self._status

    def _print(self, escpos: bytes) -> None:
        with self._connect() as connection:
            warning = self._look(connection) if self._asks_status else ""
            self._send(connection, escpos)
        self._note(Health.OK, warning)

    def _connect(self) -> socket.socket:
        try:
            return socket.create_connection((self._host, self._port), self._connect_timeout_s)
        except ConnectionRefusedError as problem:
            raise DeviceError(REFUSED, detail=str(problem)) from problem
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def _look(self, connection: socket.socket) -> str:
        """A warning to show (the paper runs low) or ""; raises DeviceError where printing is pointless."""
        paper = self._ask(connection, ASK_PAPER)
        if paper is None:
            return ""
        if paper & PAPER_OUT_BITS:
            raise DeviceError(PAPER_OUT)
        offline_cause = self._ask(connection, ASK_OFFLINE_CAUSE)
        if offline_cause is not None and offline_cause & COVER_OPEN_BIT:
            raise DeviceError(COVER_OPEN)
        return PAPER_LOW if paper & PAPER_NEAR_END_BITS else ""

    def _ask(self, connection: socket.socket, question: bytes) -> int | None:
        connection.settimeout(self._answer_timeout_s)
        try:
            connection.sendall(question)
            answer = connection.recv(1)
        except TimeoutError:
            return None
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        if not answer:
            raise DeviceError(NO_ANSWER, detail="the printer hung up")
        return answer[0] if answer[0] & 0x93 == 0x12 else None

    def _send(self, connection: socket.socket, escpos: bytes) -> None:
        """Send all of it and wait for the printer to close, so that what is under way is not cut off."""
        until_s = time.monotonic() + self._send_timeout_s
        sent_bytes = 0
        try:
            while sent_bytes < len(escpos):
                connection.settimeout(max(0.001, until_s - time.monotonic()))
                sent_bytes += connection.send(escpos[sent_bytes : sent_bytes + CHUNK_BYTES])
            connection.shutdown(socket.SHUT_WR)
            _drain(connection)
        except OSError as problem:
            detail = f"{sent_bytes} of {len(escpos)} bytes sent: {problem}"
            raise DeviceError(NO_ANSWER, detail=detail, unknown=sent_bytes > 0) from problem

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        if (health, cause) != (self._status.health, self._status.cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)


def _drain(connection: socket.socket) -> None:
    """Read until the printer closes or 1 s has passed; many keep their side open, which says nothing."""
    until_s = time.monotonic() + CLOSE_LIMIT_S
    try:
        while time.monotonic() < until_s:
            connection.settimeout(max(0.001, until_s - time.monotonic()))
            if not connection.recv(CHUNK_BYTES):
                return
    except TimeoutError:
        return
