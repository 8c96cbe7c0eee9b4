"""What a hub asks of the store about who belongs to the lot, and what it is asked to do for those who do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Protocol

from core.domain.secrets import SecretKind

MOST_PEOPLE: Final = 2_000
"""So many PIN hashes a lot keeps at most: more are not handed on."""

MOST_BADGE_KEYS: Final = 8
"""So many keys for badges a lot keeps: one, or one for each console that gave out badges on its own."""

BADGE_KEY: Final = "badge_key"
"""The kind of a row that is nobody's, but the key with which badges are digested."""

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)

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
    """Somebody's hash and badge as consoles give them to each other; of two, the one set later holds."""

    person_id: str
    pin_hash: str
    set_at: datetime
    kind: str = SecretKind.PIN.value
    badge: str = ""
    badge_set_at: datetime = NEVER

    def later_of(self, other: SharedCredential) -> SharedCredential:
        """Of hash and badge each the one set later; of two set in the same instant always the same one."""
        if BADGE_KEY in (self.kind, other.kind):
            return other
        # A console from before passwords takes each hash for that of a PIN.
        secret = max(
            other, self, key=lambda each: (each.set_at, each.pin_hash, each.kind == SecretKind.PASSWORD)
        )
        badge = max(other, self, key=lambda each: (each.badge_set_at, each.badge))
        return replace(secret, badge=badge.badge, badge_set_at=badge.badge_set_at)


class CredentialShelf(Protocol):
    """What people prove themselves with, as a console keeps it."""

    def credentials(self) -> list[SharedCredential]:
        """All of them."""

    def take_credentials(self, credentials: Sequence[SharedCredential]) -> int:
        """Keep those that were set later than what is kept; how many those were."""
