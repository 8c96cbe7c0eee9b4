"""A connection from a console to its hub: a request at a time, each with a deadline, cut from any thread."""

from __future__ import annotations

import hmac
import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from core.domain.errors import LinkError
from core.sync import hub_protocol as protocol
from core.sync import wire
from core.sync.addresses import addresses
from core.sync.identity import fingerprint_of

MOST_ANSWER_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Known:
    """By what an answer may be trusted: the token to show, and the only certificate to show it to.

    Without a fingerprint anybody may answer: for whoever checks that before trusting the answer.
    """

    fingerprint: str = ""
    token: str = field(default="", repr=False)


_ANYBODY = Known()


class HubConnection:
    """Speaks HTTPS with whoever listens at the first of the places that answers; connects anew by itself.

    A place where another hub answered comes last the next time.

    http.client rather than requests, since its socket can be shut down from another thread: a frozen hub
    must not keep a thread of ours.
    """

    def __init__(self, *places: tuple[str, int]) -> None:
        self._places = list(places)
        self.fingerprint = ""
        self._lock = threading.Lock()
        self._http: http.client.HTTPConnection | None = None
        self._socket: ssl.SSLSocket | None = None
        self._closed = threading.Event()

    def ask(
        self,
        path: str,
        document: Mapping[str, Any],
        *,
        known: Known = _ANYBODY,
        seconds: float = protocol.CALL_SECONDS,
    ) -> dict[str, Any]:
        """The answer to a request; LinkError ``link.no_answer`` where none came within the time.

        ``link.other_hub`` where another certificate was shown; where the hub refused, the cause is the
        reason that it gave.
        """
        deadline = time.monotonic() + seconds
        body = json.dumps(document).encode()
        if not self._lock.acquire(timeout=max(0.0, seconds)):
            raise LinkError("link.no_answer", detail="the call before takes too long")
        watch = threading.Timer(max(0.01, deadline - time.monotonic()), self.cut)
        watch.daemon = True
        watch.start()
        try:
            status, content = self._ask(path, body, known, deadline)
        finally:
            watch.cancel()
            self._lock.release()
        return _opened(status, content)

    def close(self) -> None:
        """Let go for good, a request that another thread waits for ended."""
        self._closed.set()
        self.cut()
        if self._lock.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._lock.release()

    def turn_away(self) -> None:
        """Whoever answered is not the one: the next place comes first from now on."""
        with self._lock:
            self._drop()
            self._look_elsewhere()

    def cut(self) -> None:
        """End the request in hand, if there is one; the next one connects anew."""
        found = self._socket
        if found is not None:
            # Past the TLS layer: its own shutdown may not be called beside a read.
            with suppress(OSError):
                socket.socket.shutdown(found, socket.SHUT_RDWR)

    def _ask(self, path: str, body: bytes, known: Known, deadline: float) -> tuple[int, bytes]:
        if self._http is not None and known.fingerprint not in {"", self.fingerprint}:
            self._drop()
        was_open = self._http is not None
        try:
            try:
                return self._exchange(path, body, known, deadline)
            except (OSError, http.client.HTTPException):
                # A hub closes what was idle for long. All that is asked of it may be asked twice.
                if not was_open or time.monotonic() >= deadline:
                    raise
                self._drop()
                return self._exchange(path, body, known, deadline)
        except (OSError, http.client.HTTPException) as error:
            self._drop()
            raise LinkError("link.no_answer", detail=str(error)[:200] or type(error).__name__) from error
        except BaseException:
            self._drop()
            raise
        finally:
            if self._closed.is_set():
                self._drop()

    def _exchange(self, path: str, body: bytes, known: Known, deadline: float) -> tuple[int, bytes]:
        connected = self._http or self._connect(known.fingerprint, deadline)
        headers = {"Content-Type": "application/json"}
        if known.token:
            headers["Authorization"] = f"Bearer {known.token}"
        connected.request("POST", path, body, headers)
        with connected.getresponse() as response:
            content = response.read(MOST_ANSWER_BYTES + 1)
            if len(content) > MOST_ANSWER_BYTES or response.length:
                raise http.client.IncompleteRead(b"")
        if response.will_close:
            self._drop()
        return response.status, content

    def _connect(self, fingerprint: str, deadline: float) -> http.client.HTTPConnection:
        secured = self._reach(deadline)
        connected = http.client.HTTPConnection(*self._places[0])
        connected.auto_open = False  # it must never open a connection by itself: that one would be bare
        connected.sock = secured
        self._http = connected
        if self._closed.is_set() or time.monotonic() >= deadline:
            raise ConnectionAbortedError("closed, or too late")
        secured.settimeout(max(0.01, deadline - time.monotonic()))
        secured.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        secured.do_handshake()
        self.fingerprint = fingerprint_of(secured.getpeercert(binary_form=True) or b"")
        if fingerprint and not hmac.compare_digest(fingerprint, self.fingerprint):
            self._look_elsewhere()
            raise LinkError("link.other_hub", detail=f"certificate {self.fingerprint[:16]}")
        return connected

    def _reach(self, deadline: float) -> ssl.SSLSocket:
        """A connected socket, its handshake not made; OSError where nobody answers."""
        end = min(time.monotonic() + protocol.CONNECT_SECONDS, deadline)
        problem: OSError = TimeoutError("no address")
        for place in tuple(self._places):
            try:
                return self._reach_one(place, end)
            except OSError as error:
                problem = error
                self._look_elsewhere()
        raise problem

    def _reach_one(self, place: tuple[str, int], end: float) -> ssl.SSLSocket:
        problem: OSError = TimeoutError("no address")
        for family, address in addresses(place, end, self._closed):
            if self._closed.is_set():
                raise ConnectionAbortedError("closed")
            # TLS before it is connected: of a peer that goes in between the library leaves a socket open.
            raw = socket.socket(family, socket.SOCK_STREAM)
            self._socket = secured = _context().wrap_socket(raw, do_handshake_on_connect=False)
            try:
                secured.settimeout(max(0.01, end - time.monotonic()))
                secured.connect(address)
            except OSError as error:
                self._socket = None
                secured.close()
                problem = error
            else:
                return secured
        raise problem

    def _look_elsewhere(self) -> None:
        self._places.append(self._places.pop(0))

    def _drop(self) -> None:
        connected, self._http = self._http, None
        self._socket = None
        if connected is not None:
            connected.close()


def _opened(status: int, content: bytes) -> dict[str, Any]:
    answer = wire.read_object(content)
    if status == http.HTTPStatus.OK:
        return answer
    cause, detail = answer.get("error"), answer.get("detail")
    raise LinkError(
        str(cause) if protocol.is_code(cause) else "link.refused",
        detail=str(detail)[:200] if detail else "",
    )


def _context() -> ssl.SSLContext:
    """TLS that asks for no authority: the hub's certificate is its own, and known by its fingerprint."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
