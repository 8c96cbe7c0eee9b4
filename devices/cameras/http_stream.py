"""Opens a camera's endless answer over HTTP, with the login that it asks for."""

from __future__ import annotations

from email.message import Message
from typing import cast
from urllib.parse import unquote, urlsplit, urlunsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from core.domain.errors import DeviceError

CONNECT_LIMIT_S, SILENCE_LIMIT_S = 2.0, 2.0
_CAUSES = {401: "camera.login_refused", 403: "camera.login_refused", 404: "camera.not_found"}
_PIECE = 65536


class HttpStream:
    """One open answer of many parts; ``boundary`` parts them, ``shown`` is the address for people."""

    def __init__(self, url: str) -> None:
        """Open it, within 8 s.

        Raises DeviceError: ``camera.bad_address``, ``camera.refused``, ``camera.not_found``,
        ``camera.no_answer``, ``camera.login_refused``, ``camera.not_trusted`` (its certificate), and
        ``camera.no_stream`` where it answers with anything else than parts.
        """
        plain, self.shown, login = _address(url)
        self._session = requests.Session()
        # Neither proxies nor logins of this machine have to do with the lot's cameras.
        self._session.trust_env = False
        try:
            answer = self._ask(plain, login)
        except DeviceError:
            self._session.close()
            raise
        self._raw = cast("HTTPResponse", answer.raw)
        self.boundary = _boundary(answer.headers.get("Content-Type", ""))
        if not self.boundary:
            self.close()
            raise DeviceError("camera.no_stream", detail=f"{self.shown} sends no multipart stream")

    def some(self) -> bytes:
        """What has come, waited for 2 s at most; empty at the end.

        Raises DeviceError: ``camera.no_answer``, ``camera.stream_ended``.
        """
        try:
            return self._raw.read1(_PIECE, decode_content=True)
        except (HTTPError, OSError) as error:
            silent = isinstance(error, TimeoutError) or "timed out" in str(error).lower()
            cause = "camera.no_answer" if silent else "camera.stream_ended"
            raise DeviceError(cause, detail=self.shown) from error

    def close(self) -> None:
        """Hang up; may be called twice."""
        self._raw.close()
        self._session.close()

    def _ask(self, url: str, login: tuple[str, str] | None) -> requests.Response:
        answer = self._get(url, None)
        if answer.status_code == requests.codes.unauthorized and login is not None:
            asked = answer.headers.get("WWW-Authenticate", "").lower()
            answer.close()
            # A password goes over the line in the clear only where the camera knows no better.
            auth = HTTPDigestAuth(*login) if "digest" in asked else HTTPBasicAuth(*login)
            answer = self._get(url, auth)
        if answer.status_code != requests.codes.ok:
            answer.close()
            cause = _CAUSES.get(answer.status_code, "camera.no_stream")
            raise DeviceError(cause, detail=f"{self.shown} answers {answer.status_code}")
        return answer

    def _get(self, url: str, auth: AuthBase | None) -> requests.Response:
        limits = (CONNECT_LIMIT_S, SILENCE_LIMIT_S)
        try:
            return self._session.get(url, auth=auth, stream=True, timeout=limits, allow_redirects=False)
        except requests.RequestException as error:
            raise DeviceError(_cause_of(error), detail=self.shown) from error


def _cause_of(error: requests.RequestException) -> str:
    if isinstance(error, requests.exceptions.SSLError):
        return "camera.not_trusted"
    if isinstance(error, requests.Timeout):
        return "camera.no_answer"
    said = str(error)
    if "NameResolution" in said or "getaddrinfo" in said:
        return "camera.not_found"
    return "camera.refused" if "refused" in said.lower() else "camera.no_answer"


def _address(url: str) -> tuple[str, str, tuple[str, str] | None]:
    """The URL without its login, host and port for people, and the login; DeviceError for nonsense."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise DeviceError("camera.bad_address") from error
    if (
        parts.scheme not in ("http", "https")
        or not host
        or any(c.isspace() or not c.isprintable() for c in url)
    ):
        raise DeviceError("camera.bad_address")
    bracketed = f"[{host}]" if ":" in host else host
    plain = urlunsplit((parts.scheme, f"{bracketed}:{port}", parts.path or "/", parts.query, ""))
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return plain, f"{host}:{port}", login


def _boundary(content_type: str) -> bytes:
    """What stands between the parts; empty where there are none."""
    message = Message()
    message["Content-Type"] = content_type
    boundary = message.get_param("boundary")
    if message.get_content_maintype() != "multipart" or not isinstance(boundary, str):
        return b""
    # Some cameras name it with the dashes that belong before it.
    return boundary.strip().strip('"').removeprefix("--").encode("latin-1", "replace")
