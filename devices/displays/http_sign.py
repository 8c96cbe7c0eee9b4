"""Signs that take their text over HTTP; the protocol is written down in docs/driver-signs.md.

An address is asked with ``PUT`` and a JSON body, or, where the sign does not know ``PUT``, with ``POST``. An
address with ``{text}`` or ``{line1}`` … ``{line8}`` in it is fetched with ``GET``, the text put in there.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from core.domain.errors import DeviceError
from devices.displays.layout import MOST_LINES, Page
from devices.transports.http_line import HttpLine, LineLost

# A sign that does not know PUT takes two requests, and both together take 4 s at most.
LIMIT_S: Final = 2.0
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
        self._path = "/"
        self._method = "PUT"
        self._line: HttpLine | None = None

    def connect(self) -> None:
        """Check the address; DeviceError ``sign.bad_address``."""
        self.close()
        try:
            parts = urlsplit(self._address)
            is_one = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        except ValueError:
            is_one = False
        if not is_one:
            raise DeviceError(BAD_ADDRESS)
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._line = HttpLine(f"{parts.scheme}://{parts.netloc}")

    def write(self, page: Page) -> None:
        """Send the page; DeviceError ``sign.no_answer``, ``sign.refused``."""
        if has_places(self._path):
            self._expect_taken(self._ask("GET", filled(self._path, page), None))
            return
        body = {"format": FORMAT, "lines": list(page), "text": "\n".join(page)}
        status = self._ask(self._method, self._path, body)
        if status in _DOES_NOT_KNOW_PUT and self._method == "PUT":
            self._method = "POST"
            status = self._ask(self._method, self._path, body)
        self._expect_taken(status)

    def close(self) -> None:
        """Let go of the connection."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _ask(self, method: str, path: str, body: object) -> int:
        line = self._line
        if line is None:
            raise DeviceError(NO_ANSWER, detail="closed")
        try:
            # What a sign answers besides its status is not read: it might never end.
            return line.exchange(method, path, json=body, limit_s=LIMIT_S, largest_bytes=0).status
        except LineLost as lost:
            # The words of the error may hold the address, and with it a password.
            raise DeviceError(NO_ANSWER, detail=type(lost.__cause__).__name__) from None

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
