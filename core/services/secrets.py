"""Hashes PINs and passwords, and checks them; slow on purpose, so never on the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

import argon2

from core.domain.people import Role, check_pin
from core.domain.secrets import SecretKind, check_secret, prepared
from core.services.unit_of_work import Credential

_NOBODYS = "nobody's secret"
_MOST_PASSES, _MOST_KIB, _MOST_LANES = 8, 256 * 1024, 8


@dataclass(frozen=True, slots=True)
class HashedSecret:
    """A secret that was good enough, as it is kept."""

    kind: SecretKind
    hash: str


class PinHasher:
    """Hashes and checks PINs and passwords with argon2id; about 50 ms a call, safe from any thread."""

    def __init__(self) -> None:
        self._argon = argon2.PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)
        self._decoy = self._argon.hash(_NOBODYS)

    def hash(self, pin: str) -> str:
        """The PIN's hash; BadInput where it is no usable PIN."""
        return self._argon.hash(check_pin(pin))

    def hash_secret(self, text: str, *, role: Role, name: str = "") -> HashedSecret:
        """The hash of what somebody of that role and name signs on with; BadInput where it is too weak."""
        kind = check_secret(role, text, name=name)
        return HashedSecret(kind, self._argon.hash(prepared(text)))

    def matches(self, credential: Credential, text: str) -> bool:
        """Whether the PIN or password is the person's."""
        return self._verify(credential.pin_hash, text)

    def matches_nobody(self, text: str) -> bool:
        """False, after the same work as ``matches``: who waits for the answer learns nothing of the name."""
        self._verify(self._decoy, text)
        return False

    def _verify(self, hashed: str, text: str) -> bool:
        try:
            return _is_affordable(hashed) and self._argon.verify(hashed, prepared(text))
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def _is_affordable(hashed: str) -> bool:
    """Whether to check it takes no more than a moment: another console may hand over whatever it likes."""
    wanted = argon2.extract_parameters(hashed)
    return (
        wanted.time_cost <= _MOST_PASSES
        and wanted.memory_cost <= _MOST_KIB
        and wanted.parallelism <= _MOST_LANES
    )
