"""The hub's door for the other consoles of its lot: HTTPS with a certificate of its own.

How requests get here is in ``hub_carrier``, what is answered in ``hub_pages``.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from core.domain.errors import LinkError, StoreError
from core.services.membership import CredentialShelf, Members
from core.services.ports import Clock
from core.services.sharing import Replica
from core.services.signing import Signer, Verify
from core.sync import hub_protocol as protocol
from core.sync.hub_carrier import Carrier
from core.sync.hub_pages import Door, Hub, HubPages
from core.sync.identity import HubCertificate

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.0
JOIN_SECONDS = 3.0
_UNREAD = "413 Content Too Large"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a hub is there to be reached from the lot's network


class HubServer:
    """Serves the hub console's chains, from ``start`` to ``stop``; after that a new one is made.

    ``port`` 0 takes any free one. Where the port cannot be had, ``cause`` says so and it is tried again.
    """

    def __init__(
        self,
        replica: Replica,
        *,
        members: Members,
        credentials: CredentialShelf,
        door: Door,
        signer: Signer,
        verify: Verify,
        certificate: HubCertificate,
        clock: Clock,
        host: str = "",
        port: int = 0,
    ) -> None:
        hub = Hub(replica, members, credentials, signer, verify, door, clock, certificate.fingerprint)
        self._pages = HubPages(hub)
        self._certificate = certificate
        self._own = replica.console_id
        self._place = (host or EVERYWHERE, port)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._server: Carrier | None = None
        self.cause = ""

    @property
    def port(self) -> int:
        """The port it listens on; 0 as long as it does not."""
        server = self._server
        return int(server.bind_addr[1]) if server is not None else 0

    def start(self) -> None:
        """Listen; where that cannot be done now it is tried again every few seconds."""
        if self._thread is not None:
            return
        self._stopping.clear()
        self._listen()
        self._thread = threading.Thread(target=self._run, name="hub-server", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the door within a few seconds, waits at the doorbell ended."""
        self._stopping.set()
        self._pages.bell.silence()
        thread, self._thread = self._thread, None
        server, self._server = self._server, None
        if server is not None:
            server.stop()
        if thread is not None:
            thread.join(JOIN_SECONDS)

    def ring(self) -> None:
        """Wake the consoles that wait: something was committed here."""
        self._pages.bell.ring(self._own)

    def report(self, document: Mapping[str, Any]) -> None:
        """Leave how the hub console itself is, beside what the others left."""
        self._pages.keep_report(self._own, document)

    def reports(self) -> dict[str, dict[str, Any]]:
        """What each console left last."""
        return self._pages.reports()

    def _listen(self) -> None:
        try:
            server = Carrier(self._place, _Application(self._pages), self._certificate)
            server.prepare()
        except OSError as error:
            if self.cause != "hub.port":
                log.warning("the hub cannot listen on port %d: %s", self._place[1], error)
            self.cause = "hub.port"
            return
        self.cause = ""
        self._server = server

    def _run(self) -> None:
        while not self._stopping.is_set():
            server = self._server
            try:
                if server is None:
                    self._stopping.wait(RETRY_SECONDS)
                    if not self._stopping.is_set():
                        self._listen()
                else:
                    server.serve()
            except Exception:
                # The thread's top: the other consoles must find their hub again, whatever happened here.
                log.exception("the hub's door failed in the program")
                self._stopping.wait(RETRY_SECONDS)
            if server is not None and not self._stopping.is_set():
                server.stop()
                self._server = None


class _Application:
    """The WSGI side: who asks, how much may be read, and refusals as documents."""

    def __init__(self, pages: HubPages) -> None:
        self._pages = pages

    def __call__(
        self, environ: Mapping[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
    ) -> Iterable[bytes]:
        status, document = self._answer(environ)
        body = json.dumps(document).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    def _answer(self, environ: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        path = str(environ.get("PATH_INFO", ""))
        try:
            length = _length(environ)
            self._pages.check_length(path, length)
            member = self._pages.member(path, _token(environ))
        except LinkError as error:
            # 413 closes the connection without reading on; what was not read is no request of its own.
            return _UNREAD, _refusal(error)
        try:
            return "200 OK", self._pages.answer(path, member, _read(environ, length))
        except LinkError as error:
            return protocol.STATUSES.get(error.cause, "409 Conflict"), _refusal(error)
        except StoreError as error:
            return protocol.STATUSES["link.busy"], {"error": "link.busy", "detail": error.cause}
        except Exception:
            # The top of a worker thread for this request: the others go on.
            log.exception("a request to the hub failed in the program")
            return "500 Internal Server Error", {"error": "link.fault", "detail": ""}


def _refusal(error: LinkError) -> dict[str, Any]:
    return {"error": error.cause, "detail": error.detail[:200]}


def _length(environ: Mapping[str, Any]) -> int:
    text = str(environ.get("CONTENT_LENGTH") or "")
    if environ.get("REQUEST_METHOD") != "POST" or not text.isdecimal() or len(text) > 12:
        raise LinkError("link.garbled", detail="a POST with its length is expected")
    return int(text)


def _read(environ: Mapping[str, Any], length: int) -> bytes:
    body = environ["wsgi.input"].read(length)
    if len(body) < length:
        raise LinkError("link.garbled", detail="cut short")
    return bytes(body)


def _token(environ: Mapping[str, Any]) -> str:
    scheme, _, token = str(environ.get("HTTP_AUTHORIZATION", "")).partition(" ")
    return token if scheme == "Bearer" else ""
