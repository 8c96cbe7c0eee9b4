"""What services ask of whoever holds this console's key: to sign, and to check what another key signed."""

from __future__ import annotations

from typing import Protocol


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
