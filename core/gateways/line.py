"""What the gateways ask of a connection to a service: one bounded exchange after the other.

Whoever builds the program hands one in. It verifies the service's certificate, follows no redirect, reads no
more than it must, and is over within its limit whatever the far side does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

LIMIT_S: Final = 20.0
"""The most one exchange may take, connecting included."""
LARGEST_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; ``said_at`` is the service's own time, None where it did not say."""

    status: int
    body: bytes
    said_at: datetime | None = None


class Lost(Exception):
    """The exchange did not come to its end; ``sent`` says that the service may have got the request."""

    def __init__(self, detail: str, *, sent: bool) -> None:
        super().__init__(detail)
        self.sent = sent


class Line(Protocol):
    """A connection to one service; safe from any thread."""

    def exchange(
        self, method: str, path: str, *, headers: Mapping[str, str], data: bytes | None = None
    ) -> Reply:
        """Ask once, the path with its query; raises Lost."""
