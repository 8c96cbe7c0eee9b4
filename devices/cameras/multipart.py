"""Takes the parts out of a multipart stream (RFC 2046), each bounded in size and time."""

from __future__ import annotations

import time
from collections.abc import Callable

from core.domain.errors import DeviceError

MOST_PART_BYTES = 8 * 1024 * 1024
_MOST_HEADER_BYTES = 8192
_LENGTH = b"content-length:"
_MOST_DIGITS = 9


class PartReader:
    """``some`` gives the next bytes as they come, empty at the end of the stream, and may wait a little."""

    def __init__(self, boundary: bytes, some: Callable[[], bytes]) -> None:
        self._boundary = b"--" + boundary
        self._some = some
        self._held = bytearray()

    def next_part(self, until_s: float) -> bytes:
        """The body of the next part, complete before that reading of the monotonic clock.

        Raises DeviceError: ``camera.no_answer`` where it is not, ``camera.stream_ended``,
        ``camera.picture_unreadable`` where it is too large, and what ``some`` raises.
        """
        start = self._find(self._boundary, 0, MOST_PART_BYTES, until_s)
        del self._held[: start + len(self._boundary)]
        end, after = self._end_of_headers(until_s)
        headers = bytes(self._held[:end])
        del self._held[:after]
        length = _length_of(headers)
        if length is None:
            length = self._find(self._boundary, 0, MOST_PART_BYTES, until_s)
        elif length > MOST_PART_BYTES:
            raise DeviceError("camera.picture_unreadable", detail=f"{length} bytes")
        while len(self._held) < length:
            self._more(until_s)
        body = bytes(self._held[:length])
        del self._held[:length]
        return body

    def _end_of_headers(self, until_s: float) -> tuple[int, int]:
        """Where the headers end and the body begins; some cameras send bare line feeds."""
        while True:
            endings = ((self._held.find(end, 0, _MOST_HEADER_BYTES), end) for end in (b"\r\n\r\n", b"\n\n"))
            found = [(at, at + len(end)) for at, end in endings if at >= 0]
            if found:
                return min(found)
            if len(self._held) >= _MOST_HEADER_BYTES:
                raise DeviceError("camera.picture_unreadable", detail="no end of headers")
            self._more(until_s)

    def _find(self, wanted: bytes, start: int, limit: int, until_s: float) -> int:
        while (at := self._held.find(wanted, start)) < 0:
            if len(self._held) > limit:
                raise DeviceError("camera.picture_unreadable", detail="no boundary")
            start = max(0, len(self._held) - len(wanted))
            self._more(until_s)
        return at

    def _more(self, until_s: float) -> None:
        if time.monotonic() > until_s:
            raise DeviceError("camera.no_answer")
        some = self._some()
        if not some:
            raise DeviceError("camera.stream_ended")
        self._held += some


def _length_of(headers: bytes) -> int | None:
    """The part's Content-Length; None where it has none, or nonsense."""
    for line in headers.splitlines():
        if line.lower().startswith(_LENGTH):
            number = line[len(_LENGTH) :].strip()
            return int(number) if number.isdigit() and len(number) <= _MOST_DIGITS else None
    return None
