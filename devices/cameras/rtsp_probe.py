"""Asks an RTSP server one plain question, to say why a stream cannot be had (RFC 2326)."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from core.domain.errors import DeviceError

PROBE_LIMIT_S = 1.5
_DEFAULT_PORT = 554
_CAUSES = {401: "camera.login_refused", 403: "camera.login_refused", 404: "camera.not_found"}


@dataclass(frozen=True, slots=True)
class RtspAddress:
    """Where a stream is; ``url`` is without name and password, ``shown`` is what people may read."""

    host: str
    port: int
    url: str = field(repr=False)

    @classmethod
    def parse(cls, url: str) -> RtspAddress:
        """The parts of the URL; raises DeviceError ``camera.bad_address`` where it is none of RTSP."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port or _DEFAULT_PORT
        except ValueError as error:
            raise DeviceError("camera.bad_address") from error
        if parts.scheme not in ("rtsp", "rtsps") or not host or any(c.isspace() for c in url):
            raise DeviceError("camera.bad_address")
        bracketed = f"[{host}]" if ":" in host else host
        plain = urlunsplit((parts.scheme, f"{bracketed}:{port}", parts.path, parts.query, ""))
        return cls(host, port, plain)

    @property
    def shown(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"


def why_no_stream(address: RtspAddress) -> DeviceError:
    """The likely reason why a stream did not open, found by asking for its description.

    ``camera.refused`` (nobody listens), ``camera.not_found`` (no such host, or no such stream there),
    ``camera.no_answer``, ``camera.login_refused``, ``camera.no_stream`` (it answers, but sends no video).
    """
    try:
        status = ask(address, "DESCRIBE")
    except DeviceError as error:
        return error
    return DeviceError(_CAUSES.get(status, "camera.no_stream"), detail=f"{address.shown} answers {status}")


def ask(address: RtspAddress, method: str) -> int:
    """The status code with which the server answers one request, within 1.5 s per step.

    Raises DeviceError as ``why_no_stream`` says. Nothing secret is sent.
    """
    request = f"{method} {address.url} RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\n\r\n"
    try:
        with socket.create_connection((address.host, address.port), timeout=PROBE_LIMIT_S) as connection:
            connection.sendall(request.encode("utf-8"))
            with connection.makefile("rb") as answer:
                words = answer.readline(200).split(maxsplit=2)
    except ConnectionRefusedError as error:
        raise DeviceError("camera.refused", detail=address.shown) from error
    except socket.gaierror as error:
        raise DeviceError("camera.not_found", detail=address.shown) from error
    except OSError as error:
        raise DeviceError("camera.no_answer", detail=address.shown) from error
    if len(words) < 2 or not words[0].startswith(b"RTSP/") or not words[1].isdigit():
        raise DeviceError("camera.no_answer", detail=address.shown)
    return int(words[1])
