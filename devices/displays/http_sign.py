"""Signs that take their text over HTTP; the protocol is written down in docs/driver-signs.md.

An address is asked with ``PUT`` and a JSON body, or, where the sign does not know ``PUT``, with ``POST``. An
address with ``{text}`` or ``{line1}`` … ``{line8}`` in it is fetched with ``GET``, the text put in there.
"""

from __future__ import annotations

import threading
from typing import Final
from urllib.parse import quote, urlsplit

import requests

from core.domain.errors import DeviceError
from devices.displays.layout import MOST_LINES, Page

LIMITS_S: Final = (1.5, 2.0)
NO_ANSWER: Final = "sign.no_answer"
REFUSED: Final = "sign.refused"
BAD_ADDRESS: Final = "sign.bad_address"
FORMAT: Final = 1
_DOES_NOT_KNOW_PUT: Final = frozenset({405, 501})
_OK: Final = range(200, 300)


class HttpSign:
    """Fills ``FarSign`` over HTTP; every text is one request, and a redirection is not followed."""

    answers = True

    def __init__(self, address: str) -> None:
        self._address = address
        self._method = "PUT"
        self._session: requests.Session | None = None
        self._lock = threading.Lock()

    def connect(self) -> None:
        """Check the address; DeviceError ``sign.bad_address``."""
        parts = urlsplit(self._address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise DeviceError(BAD_ADDRESS)
        self.close()
        session = requests.Session()
        # A proxy of the environment is for the internet, not for a sign at the lot.
        session.trust_env = False
        with self._lock:
            self._session = session

    def write(self, page: Page) -> None:
        """Send the page; DeviceError ``sign.no_answer``, ``sign.refused``."""
        if has_places(self._address):
            self._expect_taken(self._ask("GET", filled(self._address, page), None))
            return
        body = {"format": FORMAT, "lines": list(page), "text": "\n".join(page)}
        status = self._ask(self._method, self._address, body)
        if status in _DOES_NOT_KNOW_PUT and self._method == "PUT":
            self._method = "POST"
            status = self._ask(self._method, self._address, body)
        self._expect_taken(status)

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def _ask(self, method: str, address: str, body: object) -> int:
        session = self._session
        if session is None:
            raise DeviceError(NO_ANSWER, detail="closed")
        try:
            # What a sign answers besides its status is not read: it might never end.
            with session.request(
                method, address, json=body, timeout=LIMITS_S, allow_redirects=False, stream=True
            ) as answer:
                return answer.status_code
        except (requests.RequestException, ValueError, OSError) as problem:
            # The words of the error may hold the address, and with it a password.
            raise DeviceError(NO_ANSWER, detail=type(problem).__name__) from problem

    def _expect_taken(self, status: int) -> None:
        if status not in _OK:
            raise DeviceError(REFUSED, detail=f"HTTP {status}")


def has_places(address: str) -> bool:
    """Whether the text is put into the address itself."""
    return "{text}" in address or "{line1}" in address


def filled(address: str, page: Page) -> str:
    """The address with the text in its places; a row that the page has not is empty."""
    address = address.replace("{text}", quote("\n".join(page), safe=""))
    for number in range(1, MOST_LINES + 1):
        row = page[number - 1] if number <= len(page) else ""
        address = address.replace(f"{{line{number}}}", quote(row, safe=""))
    return address
