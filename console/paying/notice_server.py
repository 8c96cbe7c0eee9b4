"""An HTTP server for what payment services send; it stands behind whatever makes it reachable from outside.

Strangers can reach it, so everything is bounded: how much (256 KiB), how long (10 s), how many at once (16)
and how many a second (10, and 100 in a rush).
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, Final

from core.domain.errors import DeviceError

_LOG = logging.getLogger(__name__)

LARGEST_BODY_BYTES: Final = 256 * 1024
MOST_AT_ONCE: Final = 16
CONNECTION_LIMIT_S: Final = 10.0
SILENCE_LIMIT_S: Final = 5.0
A_SECOND: Final = 10.0
MOST_IN_A_RUSH: Final = 100.0
_POLL_S: Final = 0.25


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: ``path`` without its query, ``signature`` the header of Stripe's."""

    method: str
    path: str
    query: str
    body: bytes
    signature: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered."""

    status: HTTPStatus
    text: str = ""
    kind: str = "text/plain; charset=utf-8"


class NoticeServer:
    """The running server; ``answer`` is called on its threads and must not wait for anything."""

    def __init__(self, host: str, port: int, answer: Callable[[Asked], Page]) -> None:
        """Bind it; raises DeviceError ``notice.not_bound``."""
        try:
            self._server = _Server((host, port), answer)
        except (OSError, OverflowError, UnicodeError) as error:
            raise DeviceError("notice.not_bound", detail=f"{host}:{port}: {error}") from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_S,), name="notices", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""
        self._server.shutdown()
        self._server.server_close()
        self._server.cut_off(all_of_them=True)
        self._thread.join(timeout=1.5)


class _Bucket:
    """So many a second, and some more in a rush."""

    def __init__(self) -> None:
        self._left = MOST_IN_A_RUSH
        self._seen_s = time.monotonic()
        self._lock = threading.Lock()

    def takes(self) -> bool:
        with self._lock:
            now_s = time.monotonic()
            self._left = min(MOST_IN_A_RUSH, self._left + (now_s - self._seen_s) * A_SECOND)
            self._seen_s = now_s
            if self._left < 1:
                return False
            self._left -= 1
            return True


class _Server(ThreadingMixIn, TCPServer):
    # Not http.server's own: that one asks the network for this machine's name, and waits.
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 16

    def __init__(self, address: tuple[str, int], answer: Callable[[Asked], Page]) -> None:
        self.answer = answer
        self.bucket = _Bucket()
        self._lock = threading.Lock()
        self._until_s: dict[socket.socket, float] = {}
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            full = len(self._until_s) >= MOST_AT_ONCE
            if not full:
                self._until_s[request] = time.monotonic() + CONNECTION_LIMIT_S
        if full:
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._until_s.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """A client that dribbles keeps every single time limit; only the sum gives it away."""
        self.cut_off()

    def cut_off(self, *, all_of_them: bool = False) -> None:
        """Close the connections that are over their time, or all."""
        now_s = time.monotonic()
        with self._lock:
            over = [one for one, until_s in self._until_s.items() if all_of_them or now_s > until_s]
        for request in over:
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        # Somebody hung up, as a rule; the traceback is for whoever asks for it.
        _LOG.debug("a connection with a notice broke", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Lotkeeper"
    sys_version = ""
    timeout = SILENCE_LIMIT_S

    def do_GET(self) -> None:
        """A driver's telephone comes back."""
        self._serve(b"")

    def do_POST(self) -> None:
        """A service tells something."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self._say(Page(HTTPStatus.LENGTH_REQUIRED))
        elif len(length) > 9 or int(length) > LARGEST_BODY_BYTES:
            self._say(Page(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        else:
            body = self.rfile.read(int(length))
            if len(body) == int(length):
                self._serve(body)
            else:
                self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its name in the base class
        """Nothing: strangers write what they like."""

    def _serve(self, body: bytes) -> None:
        if not self.server.bucket.takes():
            self._say(Page(HTTPStatus.TOO_MANY_REQUESTS))
            return
        path, _, query = self.path.partition("?")
        signature = self.headers.get("Stripe-Signature", "")
        self._say(self.server.answer(Asked(self.command, path, query, body, signature)))

    def _say(self, page: Page) -> None:
        content = page.text.encode()
        self.close_connection = True
        self.send_response(page.status)
        self.send_header("Content-Type", page.kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
