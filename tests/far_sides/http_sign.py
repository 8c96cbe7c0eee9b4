"""A sign that takes texts over HTTP: ours, after docs/driver-signs.md, which is our own protocol."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    body: Any
    authorization: str


class FarHttpSign:
    """A sign on a free port of this machine, for ``with``; ``shown`` are the rows on it.

    ``status`` is what it answers; without ``knows_put`` it answers 405 to PUT as simple signs do; a mute one
    takes requests and says nothing.
    """

    def __init__(self) -> None:
        self.port = 0
        self.shown: tuple[str, ...] = ("it was never written to",)
        self.asked: list[Asked] = []
        self.status = 204
        self.knows_put = True
        self.is_mute = False
        self._server: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen, on the port it had before."""
        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Hang up and go dark; may be called twice."""
        server, self._server = self._server, None
        self.shown = ()
        if server is not None:
            server.shutdown()
            server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        sign = self

        class Handler(BaseHTTPRequestHandler):
            def do_PUT(self) -> None:
                self._take()

            def do_POST(self) -> None:
                self._take()

            def do_GET(self) -> None:
                self._take()

            def _take(self) -> None:
                content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = json.loads(content) if content else None
                authorization = self.headers.get("Authorization", "")
                sign.asked.append(Asked(self.command, self.path, body, authorization))
                if sign.is_mute:
                    threading.Event().wait(30)
                status = 405 if self.command == "PUT" and not sign.knows_put else sign.status
                if status in range(200, 300) and sign._server is not None:
                    sign.shown = _rows(body, self.path)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                """Nobody reads it."""

        return Handler


def _rows(body: Any, path: str) -> tuple[str, ...]:
    if body is not None:
        return tuple(body["lines"])
    return tuple(parse_qs(urlsplit(path).query).get("text", [""])[0].splitlines())
