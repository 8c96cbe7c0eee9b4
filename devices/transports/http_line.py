"""One keep-alive HTTP connection to a device of the lot, with a limit on the whole exchange.

The limits of requests count for each part of an exchange, so that a device that dribbles keeps them all for
ever: here the socket itself knows when the exchange must be over. It knows too whether anything was sent, and
it is torn down rather than closed: the kernel would go on delivering what lies unsent behind a cut cable, and
a gate would open when the cable is back.
"""

from __future__ import annotations

import logging
import socket
import struct
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.poolmanager import PoolManager

# It writes whole addresses down where an answer's head is broken, with the passwords that stand in them.
logging.getLogger("urllib3.connection").setLevel(logging.CRITICAL)

LARGEST_BYTES = 1_000_000
LARGEST_HEAD_BYTES = 262_144
_CHUNK_BYTES = 16_384
# SO_LINGER with no time: what was not delivered is thrown away, and the far side hears of it.
TORN = struct.pack("ii", 1, 0)
# Small devices answer in two pieces and send the second when the first is acknowledged, which the kernel puts
# off by 40 ms unless it is told not to. Not all systems can be told.
QUICK: int | None = getattr(socket, "TCP_QUICKACK", None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status of HTTP and the body; ``date`` is its header, empty where there was none."""

    status: int
    body: bytes
    date: str = ""


class LineLost(Exception):
    """The exchange did not come to its end; ``sent`` says that the device may have got the request."""

    def __init__(self, detail: str, *, sent: bool) -> None:
        super().__init__(detail)
        self.sent = sent


class HttpLine:
    """Exchanges with one device, one after the other; not thread-safe, whoever uses it holds a lock.

    Nothing of the machine's environment counts here, no proxy and no stored login: the device hangs on the
    lot's own network. ``origin`` is like ``http://192.168.1.20:80``.
    """

    def __init__(self, origin: str, auth: AuthBase | None = None) -> None:
        self.origin = origin
        self._auth = auth
        self._wire = _Wire()
        self._session = self._fresh()

    def exchange(
        self,
        method: str,
        path: str,
        *,
        limit_s: float,
        json: object = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        largest_bytes: int = LARGEST_BYTES,
    ) -> Answer:
        """Ask once, the path with its query; raises LineLost. Never takes longer than the limit.

        With ``largest_bytes`` 0 the body is not read: the status is all that counts.
        """
        self._wire.begin(limit_s, largest_bytes + LARGEST_HEAD_BYTES)
        try:
            if not path.startswith("/"):
                # With "@elsewhere/" behind it the origin would be a name, and somebody else be asked.
                raise ValueError("a path begins with a slash")  # noqa: TRY301
            with self._session.request(
                method,
                self.origin + path,
                json=json,
                data=data,
                headers=headers,
                auth=self._auth,
                timeout=limit_s,
                allow_redirects=False,
                stream=True,
            ) as response:
                body = self._body(response, largest_bytes)
                return Answer(response.status_code, body, response.headers.get("Date", "")[:100])
        except (requests.RequestException, HTTPError, OSError, ValueError) as problem:
            sent = self._wire.sent
            self.tear()
            raise LineLost(_plain(problem), sent=sent) from problem

    def tear(self) -> None:
        """Drop the connection with all that is still on its way; the next exchange makes a new one."""
        self._session.close()
        self._session = self._fresh()

    def close(self) -> None:
        """Let go; may be called twice."""
        self._session.close()

    def _body(self, response: requests.Response, largest_bytes: int) -> bytes:
        if not largest_bytes:
            return b""
        body = bytearray()
        for chunk in response.iter_content(_CHUNK_BYTES):
            body += chunk
            if len(body) > largest_bytes:
                raise ValueError(f"more than {largest_bytes} bytes came")
        return bytes(body)

    def _fresh(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.headers["Accept-Encoding"] = "identity"
        session.mount("http://", _Adapter(self._wire))
        session.mount("https://", _Adapter(self._wire))
        return session


class _Wire:
    """What the sockets of a line share: until when the exchange may last, and whether it has sent."""

    def __init__(self) -> None:
        self.sent = False
        self._until_s = 0.0
        self._most_bytes = 0

    def begin(self, limit_s: float, most_bytes: int) -> None:
        self.sent = False
        self._until_s = time.monotonic() + limit_s
        self._most_bytes = most_bytes

    def take(self, count: int) -> int:
        """So many bytes came: also those that the layers above read by themselves have an end."""
        self._most_bytes -= count
        if self._most_bytes < 0:
            raise OSError("more came than was asked for")
        return count

    def left_s(self) -> float:
        """The seconds that are left; raises TimeoutError where there are none."""
        left_s = self._until_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError("the exchange took too long")
        return left_s

    def connect(self, host: str, port: int) -> _BoundedSocket:
        plain = socket.create_connection((host, port), timeout=self.left_s())
        bounded = _BoundedSocket(plain.family, plain.type, plain.proto, fileno=plain.detach())
        bounded.wire = self
        bounded.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # From the start: on any trouble the layers above close the socket before we hear of it.
        bounded.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, TORN)
        return bounded


class _BoundedSocket(socket.socket):
    """A socket whose every wait ends when the exchange must."""

    wire: _Wire

    def recv_into(self, *given: Any) -> int:
        self.settimeout(self.wire.left_s())
        if QUICK is not None:
            self.setsockopt(socket.IPPROTO_TCP, QUICK, 1)  # it holds for a moment only
        return self.wire.take(super().recv_into(*given))

    def sendall(self, *given: Any) -> None:
        self.settimeout(self.wire.left_s())
        self.wire.sent = True
        super().sendall(*given)


class _Connection(HTTPConnection):
    wire: _Wire

    def _new_conn(self) -> socket.socket:
        return self.wire.connect(self._dns_host, self.port or self.default_port)


class _TlsConnection(HTTPSConnection):
    """Of a device with HTTPS each wait is bounded, and what was begun to be sent counts as sent."""

    wire: _Wire

    def _new_conn(self) -> socket.socket:
        return self.wire.connect(self._dns_host, self.port or self.default_port)

    def request(self, *given: Any, **named: Any) -> None:
        self.wire.left_s()  # shaking hands took its time, and nothing is sent after the limit
        self.wire.sent = True
        super().request(*given, **named)


class _Adapter(HTTPAdapter):
    """One connection, used again; its connections are the bounded ones above.

    What came compressed is left so: nobody was asked for it, and a small answer could fill the memory.
    """

    def __init__(self, wire: _Wire) -> None:
        self._wire = wire
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def send(self, *given: Any, **named: Any) -> requests.Response:
        response = super().send(*given, **named)
        response.raw.headers.discard("Content-Encoding")
        return response

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, **kwargs)
        plain = type("Connection", (_Connection,), {"wire": self._wire})
        secured = type("TlsConnection", (_TlsConnection,), {"wire": self._wire})
        manager: PoolManager = self.poolmanager
        manager.pool_classes_by_scheme = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("TlsPool", (HTTPSConnectionPool,), {"ConnectionCls": secured}),
        }


def _plain(problem: BaseException) -> str:
    """The problem in one short line, without the address of an object in it."""
    text = str(problem) or type(problem).__name__
    if "Connection refused" in text:
        return "the connection was refused"
    return " ".join(text.split())[:200]
