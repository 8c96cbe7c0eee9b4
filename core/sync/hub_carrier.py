"""Carries requests to the hub: cheroot with TLS, and limits so that no stranger keeps the others waiting.

The handshake is made on a worker thread, not where connections are accepted; a request has a time limit as
a whole, not only between two bytes; and one address gets only so many connections at once.
"""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from cheroot.server import HTTPConnection
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server

from core.sync import hub_protocol as protocol
from core.sync.identity import HubCertificate

log = logging.getLogger(__name__)

# Every console of the largest lot keeps one at the doorbell; as many again as one address may have are left.
THREADS = 96
MOST_PER_ADDRESS = 32
MOST_QUEUED = 200
SILENCE_SECONDS = 10
REQUEST_SECONDS = 40.0
SHUTDOWN_SECONDS = 2
HEADER_BYTES = 16 * 1024
_LOOK_EVERY_SECONDS = 0.5


class Carrier(Server):  # type: ignore[misc, unused-ignore]
    """The web server of a hub; OSError from ``prepare`` where the port cannot be had."""

    def __init__(
        self, place: tuple[str, int], application: Callable[..., Any], certificate: HubCertificate
    ) -> None:
        super().__init__(
            place,
            application,
            numthreads=THREADS,
            server_name="lotkeeper",
            timeout=SILENCE_SECONDS,
            shutdown_timeout=SHUTDOWN_SECONDS,
            request_queue_size=128,
            accepted_queue_size=MOST_QUEUED,
            accepted_queue_timeout=1,
        )
        self.max_request_header_size = HEADER_BYTES
        self.max_request_body_size = protocol.MOST_BODY_BYTES
        self.ssl_adapter = _LateHandshake(str(certificate.certificate_file), str(certificate.key_file))
        self.ConnectionClass = self._connection
        self._watch = Watch()

    def serve(self) -> None:
        """Carry requests until ``stop``."""
        threading.Thread(target=self._look_out, name="hub-watch", daemon=True).start()
        super().serve()

    @staticmethod
    def bind_socket(listening: socket.socket, place: tuple[str, int]) -> socket.socket:
        """Listen at the place; cheroot itself would leave the socket open where it cannot."""
        try:
            listening.bind(place)
        except OSError:
            listening.close()
            raise
        return listening

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        """What strangers and lost connections cause is no news; a fault of the program is."""
        log.log(level if level >= logging.ERROR else logging.DEBUG, "%s", msg, exc_info=traceback)

    def _connection(self, *arguments: Any) -> HTTPConnection:
        return _WatchedConnection(*arguments, watch=self._watch)

    def _look_out(self) -> None:
        while self.ready:
            self._watch.end_overdue()
            time.sleep(_LOOK_EVERY_SECONDS)
        self._watch.end_all()


class Watch:
    """Which sockets are in a request, of whom and since when; ends those that take too long."""

    def __init__(
        self, *, most_seconds: float = REQUEST_SECONDS, most_per_address: int = MOST_PER_ADDRESS
    ) -> None:
        self._most_seconds = most_seconds
        self._most_per_address = most_per_address
        self._lock = threading.Lock()
        self._since: dict[socket.socket, float] = {}
        self._by_address: Counter[str] = Counter()

    def begin(self, connection: socket.socket, address: str) -> bool:
        """A request begins; False where that address has too many already."""
        with self._lock:
            if self._by_address[address] >= self._most_per_address:
                return False
            self._by_address[address] += 1
            self._since[connection] = time.monotonic()
            return True

    def end(self, connection: socket.socket, address: str) -> None:
        """It is over."""
        with self._lock:
            self._since.pop(connection, None)
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    def end_overdue(self) -> None:
        """Shut the sockets whose request took too long."""
        self._shut(time.monotonic() - self._most_seconds)

    def end_all(self) -> None:
        """Shut every socket that is in a request."""
        self._shut(float("inf"))

    def _shut(self, begun_before_s: float) -> None:
        with self._lock:
            for connection, since_s in self._since.items():
                if since_s < begun_before_s:
                    # Past the TLS layer: its own shutdown may not be called beside a read.
                    with suppress(OSError):
                        socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _WatchedConnection(HTTPConnection):  # type: ignore[misc, unused-ignore]
    def __init__(self, *arguments: Any, watch: Watch) -> None:
        super().__init__(*arguments)
        self._watch = watch

    def communicate(self) -> bool:
        address = str(self.remote_addr)
        if not self._watch.begin(self.socket, address):
            return False
        try:
            return bool(super().communicate())  # type: ignore[no-untyped-call]
        finally:
            self._watch.end(self.socket, address)


class _LateHandshake(BuiltinSSLAdapter):  # type: ignore[misc, unused-ignore]
    """TLS whose handshake is made by the first read: in a worker thread, under the request's time limit."""

    def __init__(self, certificate: str, private_key: str) -> None:
        super().__init__(certificate, private_key)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2

    def wrap(self, sock: socket.socket) -> tuple[ssl.SSLSocket, dict[str, str]]:
        wrapped = self.context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        return wrapped, {"wsgi.url_scheme": "https", "HTTPS": "on"}
