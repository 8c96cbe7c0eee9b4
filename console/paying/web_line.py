"""The connection to a payment service: bounded, its certificate verified, nothing followed anywhere else."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from core.gateways.line import LARGEST_BYTES, LIMIT_S, Lost, Reply
from devices.transports.http_line import HttpLine, LineLost

SHORTEST_S: Final = 0.05
"""What an exchange that is let begin gets at least."""


class WebLine:
    """Fills ``core.gateways.line.Line``; one exchange after the other, from any thread.

    ``address`` is the service's, like ``https://api.stripe.com``; what stands behind its host is put before
    every path, for a way through something in between.
    """

    def __init__(self, address: str, limit_s: float = LIMIT_S) -> None:
        """Raises ValueError for an address that is none."""
        parts = urlsplit(address)
        if parts.scheme not in {"https", "http"} or not parts.hostname or parts.query or parts.username:
            raise ValueError("expected an address like https://host")
        self._prefix = parts.path.rstrip("/")
        self._limit_s = limit_s
        self._http = HttpLine(f"{parts.scheme}://{parts.netloc}")
        self._lock = threading.Lock()
        self._call = threading.local()
        # Whoever forgets an account has nothing else to do.
        weakref.finalize(self, self._http.close)

    def exchange(
        self, method: str, path: str, *, headers: Mapping[str, str], data: bytes | None = None
    ) -> Reply:
        """Ask once; raises Lost. Whoever waits behind another exchange waits no longer than one may take."""
        limit_s = self._left_s()
        if limit_s <= 0 or not self._lock.acquire(timeout=limit_s):
            raise Lost("the time for this call is over", sent=False)
        try:
            answer = self._http.exchange(
                method,
                self._prefix + path,
                limit_s=max(self._left_s(), SHORTEST_S),
                data=data,
                headers=headers,
                largest_bytes=LARGEST_BYTES,
            )
        except LineLost as lost:
            raise Lost(str(lost), sent=lost.sent) from None
        finally:
            self._lock.release()
        return Reply(answer.status, answer.body, _instant(answer.date))

    @contextmanager
    def one_call(self) -> Iterator[None]:
        """All exchanges of this thread within it together take no longer than one may."""
        self._call.until_s = time.monotonic() + self._limit_s
        try:
            yield
        finally:
            del self._call.until_s

    def _left_s(self) -> float:
        until_s: float | None = getattr(self._call, "until_s", None)
        return self._limit_s if until_s is None else until_s - time.monotonic()

    def close(self) -> None:
        """Let go; may be called twice."""
        self._http.close()


def _instant(text: str) -> datetime | None:
    """The instant of a ``Date`` header; None where it is none."""
    try:
        said = parsedate_to_datetime(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else None
