"""What services ask of whoever holds this console's key: to sign, and to check what another key signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from core.domain.signed_codes import KnownKey


class Signer(Protocol):
    """This console's own Ed25519 key pair; the private half never leaves it."""

    @property
    def public_key(self) -> str:
        """The public key, 64 hexadecimal digits; other consoles know this one by it."""

    def sign(self, message: bytes) -> bytes:
        """The signature over the message, 64 bytes."""


class Verify(Protocol):
    """Whether a signature over a message was made with the private half of a public key."""

    def __call__(self, public_key: str, signature: bytes, message: bytes) -> bool:
        """False too for a key or a signature that is none."""


@dataclass(frozen=True, slots=True)
class Trust:
    """By what codes are checked: this console's own key, None where it has none, and the arithmetic."""

    verify: Verify
    own: Signer | None = None

    def keys(self, known: Iterable[KnownKey]) -> list[KnownKey]:
        """The keys of the lot's consoles, with this console's own, as long as nobody revoked it."""
        keys = list(known)
        if self.own is not None and all(key.public_key != self.own.public_key for key in keys):
            keys.append(KnownKey("", "", self.own.public_key))
        return keys
