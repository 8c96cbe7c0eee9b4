"""What a hub asks of the store about who belongs to the lot, and what it is asked to do for those who do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Protocol

MOST_PEOPLE: Final = 2_000
"""So many PIN hashes a lot keeps at most: more are not handed on."""

LATEST_SET_AT: Final = datetime(6000, 1, 1, tzinfo=UTC)
"""A PIN that was set later is damage; it would leave no later instant for the one that replaces it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A console of the lot as the journal has it; ``public_key`` in 64 hexadecimal digits."""

    console_id: str
    number: int
    name: str
    public_key: str
    joined_at: datetime
    revoked_at: datetime | None = None
    is_hub: bool = False

    @property
    def is_revoked(self) -> bool:
        """Whether it no longer belongs to the lot."""
        return self.revoked_at is not None


@dataclass(frozen=True, slots=True)
class HubContact:
    """By what a console knows its hub, and finds it at ``address`` (``host:port``; empty: nobody said)."""

    hub_id: str
    public_key: str
    address: str = ""


class Members(Protocol):
    """Who belongs to the lot."""

    def member(self, console_id: str) -> Member | None:
        """The console, None where the lot never had it."""


@dataclass(frozen=True, slots=True)
class SharedCredential:
    """Somebody's PIN hash as consoles give it to each other; of two, the one set later holds."""

    person_id: str
    pin_hash: str
    set_at: datetime


class CredentialShelf(Protocol):
    """The PIN hashes of a console."""

    def credentials(self) -> list[SharedCredential]:
        """All of them."""

    def take_credentials(self, credentials: Sequence[SharedCredential]) -> int:
        """Keep those that were set later than what is kept; how many those were."""
