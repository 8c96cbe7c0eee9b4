"""A small HTTP server on loopback, the ground that our own peers of HTTP devices stand on."""

from __future__ import annotations

import hashlib
import re
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

LIMIT_S = 10.0
_PAIR = re.compile(r'(\w+)=(?:"([^"]*)"|([^,\s]+))')


class HttpPeer:
    """Answers requests by ``answer(method, path, body, headers)``, for ``with``; keeps its port.

    ``mute`` takes a request and says nothing to it; ``before_answer`` is called between act and answer.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.host, self.port = host, port
        self.connections = 0
        self.mute: Callable[[str, str, bytes], bool] = lambda method, path, body: False
        self.before_answer: Callable[[], None] = lambda: None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and further headers."""
        raise NotImplementedError

    def start(self) -> None:
        """Listen."""
        if self._server is not None:
            return
        until_s = time.monotonic() + LIMIT_S
        while True:
            try:
                self._server = _Server((self.host, self.port), self)
                break
            except OSError:
                if time.monotonic() > until_s:
                    raise
                time.sleep(0.02)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the port and all connections; may be called twice."""
        server, self._server = self._server, None
        if server is None:
            return
        server.shutdown()
        server.server_close()
        server.cut_off()
        assert self._thread is not None
        self._thread.join(LIMIT_S)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], peer: HttpPeer) -> None:
        self.peer = peer
        self.open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.peer.connections += 1
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut_off(self) -> None:
        for request in list(self.open):
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A console that hung up is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its name in the base class
        """Nothing."""

    def _serve(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        peer = self.server.peer
        muted = peer.mute(method, self.path, body)
        status, content, headers = peer.answer(method, self.path, body, self.headers)
        peer.before_answer()
        if muted:
            # A device that went mute holds the line; the connection ends when the console gives up.
            self.rfile.read(1)
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Digest:
    """Digest access as RFC 7616 has it, with SHA-256, checked by hand; nonces are good once per count."""

    def __init__(self, realm: str, logins: dict[str, str]) -> None:
        self.logins = logins
        self.refused = 0
        self._realm = realm
        self._nonce = secrets.token_hex(8)

    def user(self, method: str, header: str) -> str | None:
        """Who it is; None for nobody we know."""
        said = {name: quoted or bare for name, quoted, bare in _PAIR.findall(header)}
        password = self.logins.get(said.get("username", ""))
        if not header.startswith("Digest ") or password is None or said.get("nonce") != self._nonce:
            self.refused += 1
            return None
        who = _hash(f"{said['username']}:{self._realm}:{password}")
        what = _hash(f"{method}:{said['uri']}")
        proof = _hash(f"{who}:{said['nonce']}:{said['nc']}:{said['cnonce']}:{said['qop']}:{what}")
        if proof != said.get("response"):
            self.refused += 1
            return None
        return said["username"]

    def challenge(self) -> dict[str, str]:
        """The header that asks for it."""
        return {
            "WWW-Authenticate": f'Digest qop="auth", realm="{self._realm}", nonce="{self._nonce}", '
            "algorithm=SHA-256"
        }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
