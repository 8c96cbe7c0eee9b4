"""An HTTP server that takes what cameras read: ``POST /cameras/LANE?key=SECRET``.

It faces a network of cameras, so everything is bounded: who may speak (a key a camera), how much (8 MiB),
how long (15 s) and how many at once (16, of one address 4).
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from core.domain.errors import DeviceError
from devices.recognition.pushed.forms import read_push
from devices.recognition.pushed.keys import CameraKeys
from devices.recognition.pushed.plate import PushedPlate, Unusable

_LOG = logging.getLogger(__name__)

LARGEST_BODY_BYTES = 8 * 1024 * 1024
MOST_AT_ONCE = 16
MOST_PER_ADDRESS = 4
CONNECTION_LIMIT_S = 15.0
SILENCE_LIMIT_S = 5.0
PATH = "/cameras/"
_POLL_S = 0.25

Take = Callable[[str, PushedPlate], str]


class PushListener:
    """The running server.

    ``take`` is called with the camera's id and its read, on a thread of the server; it answers with an
    empty text, or with why the read is not wanted (``unknown camera``).
    """

    def __init__(
        self,
        host: str,
        port: int,
        keys: CameraKeys,
        take: Take,
        on_refused: Callable[[str], None] = lambda _camera_id: None,
    ) -> None:
        """Bind it; raises DeviceError ``listener.no_secret``, ``listener.not_bound``.

        ``on_refused`` hears for which camera somebody came with a wrong key.
        """
        keys.check()
        try:
            self._server = _Server((host, port), keys, take, on_refused)
        except (OSError, OverflowError, UnicodeError) as error:
            raise DeviceError("listener.not_bound", detail=f"{host}:{port}: {error}") from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_S,), name="plate-listener", daemon=True
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
        self._server.cut_off(time.monotonic())
        self._thread.join(timeout=1.5)


class _Server(ThreadingMixIn, TCPServer):
    # Not http.server's own: that one asks the network for this machine's name, and waits.
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 16

    def __init__(
        self, address: tuple[str, int], keys: CameraKeys, take: Take, on_refused: Callable[[str], None]
    ) -> None:
        self.keys = keys
        self.take = take
        self.on_refused = on_refused
        self._lock = threading.Lock()
        # When each must have ended, and whose it is.
        self._open: dict[socket.socket, tuple[float, str]] = {}
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        address = str(client_address[0])
        with self._lock:
            of_this = sum(1 for _, whose in self._open.values() if whose == address)
            full = len(self._open) >= MOST_AT_ONCE or of_this >= MOST_PER_ADDRESS
            if not full:
                self._open[request] = (time.monotonic() + CONNECTION_LIMIT_S, address)
        if full:
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """A client that dribbles keeps every single time limit; only the sum gives it away."""
        self.cut_off(None)

    def cut_off(self, at_s: float | None) -> None:
        """Close the connections that are over their time, or all (with a time)."""
        now_s = time.monotonic()
        with self._lock:
            over = [
                request for request, (until_s, _) in self._open.items() if at_s is not None or now_s > until_s
            ]
        for request in over:
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        # The socket of a camera that hung up, as a rule; the traceback is for whoever asks for it.
        _LOG.debug("a camera's connection broke", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Lotkeeper"
    sys_version = ""
    timeout = SILENCE_LIMIT_S

    def do_POST(self) -> None:
        """A camera sends what it read."""
        address = urlsplit(self.path)
        is_of_camera = address.path.startswith(PATH)
        camera_id = unquote(address.path.removeprefix(PATH)) if is_of_camera else ""
        if not self.server.keys.admits(camera_id, self._given(address.query)):
            self.server.on_refused(camera_id)
            self._answer(HTTPStatus.UNAUTHORIZED, "the key is missing or wrong")
            return
        if not is_of_camera:
            self._answer(HTTPStatus.NOT_FOUND, f"expected {PATH} and the lane's id")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            self._answer(HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing")
        elif len(length) > 9 or int(length) > LARGEST_BODY_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {LARGEST_BODY_BYTES} bytes")
        else:
            self._take(camera_id, int(length))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its name in the base class
        """Nothing: the request's line holds the secret."""

    def _take(self, camera_id: str, length: int) -> None:
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        try:
            pushed = read_push(body, self.headers.get("Content-Type", ""))
        except Unusable as error:
            _LOG.warning("camera %.40s sent what is no read: %s", camera_id, error)
            self._answer(HTTPStatus.BAD_REQUEST, str(error))
            return
        problem = "" if pushed is None else self.server.take(camera_id, pushed)
        self._answer(HTTPStatus.CONFLICT if problem else HTTPStatus.OK, problem)

    def _given(self, query: str) -> str:
        given = parse_qs(query, max_num_fields=8).get("key", [""])[0] if query.count("&") < 8 else ""
        return given or self.headers.get("X-Lotkeeper-Key", "") or self._password()

    def _password(self) -> str:
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "basic":
            return ""
        try:
            return base64.b64decode(value, validate=True).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return ""

    def _answer(self, status: HTTPStatus, problem: str) -> None:
        content = json.dumps({"error": problem} if problem else {"taken": True}).encode()
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        if status is HTTPStatus.UNAUTHORIZED:
            # Cameras that can only do Basic wait to be asked for it.
            self.send_header("WWW-Authenticate", 'Basic realm="Lotkeeper"')
        self.end_headers()
        self.wfile.write(content)
