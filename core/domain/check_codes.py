"""Short codes by which a paper and the journal are held against each other.

Ten characters of Crockford's base 32 (50 bits of a SHA-256) and his check character, which tells a slip of
the eye or the hand: https://www.crockford.com/base32.html. Written in groups of five: ``7ZK2M-0QX4D-T``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from core.domain.errors import BadInput

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_LETTERS: Final = LETTERS + "*~$=U"
LENGTH: Final = 10
_BITS: Final = 5
# What is easily taken for another when it is read out or typed.
_ALIKE: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def check_code(document: Mapping[str, Any]) -> str:
    """The code of plain values, whatever the order of their names."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).digest()
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - LENGTH * _BITS)
    return _written(number)


def read_code(text: str) -> str:
    """The code as it was typed or read out, in its one spelling.

    BadInput ``check_code.not_one`` where it is none, ``check_code.mistyped`` where its check character says
    that a character is wrong.
    """
    plain = "".join(text.split()).replace("-", "").upper().translate(_ALIKE)
    body, check = plain[:LENGTH], plain[LENGTH:]
    if len(plain) != LENGTH + 1 or any(letter not in LETTERS for letter in body):
        raise BadInput("check_code.not_one")
    number = 0
    for letter in body:
        number = number * len(LETTERS) + LETTERS.index(letter)
    if CHECK_LETTERS[number % len(CHECK_LETTERS)] != check:
        raise BadInput("check_code.mistyped")
    return _written(number)


def _written(number: int) -> str:
    letters = ""
    rest = number
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(LETTERS))
        letters = LETTERS[place] + letters
    return f"{letters[:5]}-{letters[5:]}-{CHECK_LETTERS[number % len(CHECK_LETTERS)]}"
