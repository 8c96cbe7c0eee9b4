"""An HTTP proxy between a console and a service that loses, delays, repeats, reorders, breaks and lies.

Each request meets the next fault of a plan; where the plan is over, it passes. What is held back is handed on
later all the same, as a network does it: before or after what the console asked since.
"""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

FAR_LIMIT_S = 10.0
_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length", "host"})


class Fault(StrEnum):
    """What happens to one request."""

    PASS = "pass"
    DROP_BEFORE = "drop_before"
    """It never arrives."""
    DROP_AFTER = "drop_after"
    """It arrives, and the answer is lost."""
    LATE = "late"
    """The console gives it up, and it arrives just before the next request."""
    LATER = "later"
    """The console gives it up, and it arrives behind the next request: reordered."""
    SLOW = "slow"
    """The answer comes late, and yet in time."""
    REPEAT = "repeat"
    """It arrives twice."""
    ERROR_BEFORE = "error_before"
    """It never arrives, and 500 is answered."""
    ERROR_AFTER = "error_after"
    """It arrives, and 500 is answered."""
    CUT = "cut"
    """It arrives, and the answer breaks off in its middle."""
    GARBAGE = "garbage"
    """It arrives, and something that is no answer comes back."""


_ERROR = b'{"error": {"type": "api_error"}}'

FAULTS = tuple(fault for fault in Fault if fault is not Fault.PASS)


def random_plan(seed: int, *, share: float = 0.5, most: int = 12) -> Iterator[Fault]:
    """Faults by that seed, of that share among the requests; after so many requests the line is good."""
    chance = random.Random(seed)
    for _ in range(most):
        yield chance.choice(FAULTS) if chance.random() < share else Fault.PASS


class FaultProxy:
    """Listens for ``with``; ``plan`` may be changed at any time, ``late_s`` is how long LATE is held back."""

    def __init__(self, target: str, *, slow_s: float = 0.02) -> None:
        parts = urlsplit(target)
        self.target = (str(parts.hostname), int(parts.port or 80))
        self.slow_s = slow_s
        self.met: list[tuple[Fault, str, str]] = []
        self._plan: Iterator[Fault] = iter(())
        self._lock = threading.Lock()
        self._held: list[tuple[bool, Callable[[], object]]] = []
        self._server = _Server(("127.0.0.1", 0), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def origin(self) -> str:
        """Where consoles find the service."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def meet(self, plan: Iterable[Fault]) -> None:
        """From now on requests meet these."""
        with self._lock:
            self._plan = iter(plan)
            self.met.clear()

    def settle(self) -> None:
        """What is held back arrives now."""
        self.release(behind=False)
        self.release(behind=True)

    def next_fault(self, method: str, path: str) -> Fault:
        with self._lock:
            fault = next(self._plan, Fault.PASS)
            self.met.append((fault, method, path))
            return fault

    def hold(self, act: Callable[[], object], *, behind: bool) -> None:
        """Have it arrive before, or behind, the next request."""
        with self._lock:
            self._held.append((behind, act))

    def release(self, *, behind: bool) -> None:
        """Those that are to arrive before, or behind, the request that came now."""
        with self._lock:
            due = [act for is_behind, act in self._held if is_behind == behind]
            self._held = [one for one in self._held if one[0] != behind]
        for act in due:
            with suppress(OSError, HTTPException):
                act()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.settle()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(FAR_LIMIT_S)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], proxy: FaultProxy) -> None:
        self.proxy = proxy
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A console that gave up is what this is about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = FAR_LIMIT_S

    def do_GET(self) -> None:
        self._meet()

    def do_POST(self) -> None:
        self._meet()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- its name in the base class
        """Nothing."""

    def _meet(self) -> None:
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
        fault = proxy.next_fault(self.command, self.path)

        def forward() -> tuple[int, bytes, dict[str, str]]:
            return _forward(proxy.target, self.command, self.path, body, headers)

        proxy.release(behind=False)
        if fault in {Fault.LATE, Fault.LATER}:
            proxy.release(behind=True)
            proxy.hold(forward, behind=fault is Fault.LATER)
            self._hang_up()
            return
        arrives = fault not in {Fault.DROP_BEFORE, Fault.ERROR_BEFORE}
        if fault is Fault.REPEAT:
            forward()
        reply = forward() if arrives else (500, _ERROR, {})
        proxy.release(behind=True)
        if fault is Fault.DROP_BEFORE:
            self._hang_up()
        else:
            self._after(fault, *reply)

    def _after(self, fault: Fault, status: int, content: bytes, headers: dict[str, str]) -> None:
        """The request has arrived; what of its answer does?"""
        if fault is Fault.DROP_AFTER:
            self._hang_up()
        elif fault is Fault.ERROR_AFTER:
            self._say(500, _ERROR, {})
        elif fault is Fault.GARBAGE:
            self._say(200, b"<html>a portal of the network</html>", {})
        elif fault is Fault.CUT:
            self._say(status, content, headers, cut=True)
        else:
            if fault is Fault.SLOW:
                threading.Event().wait(self.server.proxy.slow_s)
            self._say(status, content, headers)

    def _say(self, status: int, content: bytes, headers: dict[str, str], *, cut: bool = False) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in _HOP and name.lower() not in {"date", "server"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if cut else content)
        if cut:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)


def _forward(
    target: tuple[str, int], method: str, path: str, body: bytes, headers: dict[str, str]
) -> tuple[int, bytes, dict[str, str]]:
    connection = HTTPConnection(*target, timeout=FAR_LIMIT_S)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()
