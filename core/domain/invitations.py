"""Invitations: a console joins a lot with a one-time code that an administrator reads out to it.

The code is 80 random bits, written ``LK-XXXX-XXXX-XXXX-XXXX`` in letters that cannot be taken for others.
It is never sent. Both sides prove that they know it, each proof bound to the certificate of the very
connection it travels on: whoever stands between them sees nothing that opens a door, and can pass on
nothing either. That is why no part of the code need be a fingerprint (docs/decisions/0013).
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from core.domain.errors import BadInput

VALID_FOR: Final = timedelta(minutes=15)
MOST_WRONG_TRIES: Final = 5
MOST_OPEN: Final = 5
SECRET_BYTES: Final = 10

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LETTERS: Final = 16
_PREFIX: Final = "LK"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as its hub keeps it; ``key`` in 64 hexadecimal digits follows from the code."""

    invitation_id: str
    key: str = field(repr=False)
    name: str
    made_at: datetime
    expires_at: datetime
    failures: int = 0
    used_at: datetime | None = None
    used_by: str = ""

    def is_open(self, now: datetime) -> bool:
        """Whether somebody may still join with it."""
        return self.used_at is None and self.failures < MOST_WRONG_TRIES and now < self.expires_at

    def failed(self) -> Invitation:
        """After one more wrong try."""
        return replace(self, failures=self.failures + 1)


def code_of(secret: bytes) -> str:
    """The code as a person reads it out; ``secret`` is 10 random bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a code is made of 10 bytes")
    number = int.from_bytes(secret)
    letters = "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(_LETTERS)))
    return "-".join((_PREFIX, *(letters[start : start + 4] for start in range(0, _LETTERS, 4))))


def read_code(typed: str) -> bytes:
    """The secret behind a code as somebody typed it; BadInput ``join.bad_code``."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    letters = letters.removeprefix(_PREFIX) if len(letters) > _LETTERS else letters
    letters = letters.translate(_MEANT)
    if len(letters) != _LETTERS or any(letter not in _ALPHABET for letter in letters):
        raise BadInput("join.bad_code")
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    return number.to_bytes(SECRET_BYTES)


def key_of(secret: bytes) -> str:
    """What the hub keeps of a code; the code itself does not follow from it."""
    return sha256(b"lotkeeper invitation\n" + secret).hexdigest()


def prove(key: str, side: str, *facts: str | int | bool) -> str:
    """That this side knows the code, for exactly these facts; 64 hexadecimal digits."""
    message = json.dumps([side, *facts], ensure_ascii=True).encode()
    return hmac.new(bytes.fromhex(key), message, sha256).hexdigest()


def is_proof(proof: str, key: str, side: str, *facts: str | int | bool) -> bool:
    """Whether that side proved it."""
    return hmac.compare_digest(prove(key, side, *facts).encode(), proof.encode("utf-8", "replace"))
