"""Short texts that a console signed, made to stand in a square code on paper or on a telephone.

A reader needs the public keys of the lot's consoles and nothing else: no network, no record. A text is
``LK2`` and then base 32; its bytes are

    kind 1 · length of the body 1 · lot 8 · key 4 · body · signature 64

where lot and key are the beginnings of SHA-256 over the lot's id and the signer's public key. The digits
stand for 0-9 and A-X without I and O: hand scanners act as keyboards, and between keyboards of different
countries Y and Z change places.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Final

from core.domain.errors import BadInput, Refused

PREFIX: Final = "LK2"
SHORTEST_TEXT: Final = 100
LONGEST_TEXT: Final = 400
_SIGNED_AS: Final = b"lotkeeper code 2\0"
_HEAD, _SIGNATURE = 14, 64
_TO_OURS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKLMNPQRSTUVWX")
_FROM_OURS: Final = str.maketrans("0123456789ABCDEFGHJKLMNPQRSTUVWX", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_CODE: Final = re.compile(rf"{PREFIX}[0-9A-HJ-NP-X]{{{SHORTEST_TEXT - len(PREFIX)},}}")


class CodeKind(IntEnum):
    """What a code is."""

    PERMIT = 1
    BOOKING = 2


@dataclass(frozen=True, slots=True)
class KnownKey:
    """The public key (hexadecimal) by which a console of the lot is known, and whose it is."""

    console_id: str
    name: str
    public_key: str
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class SignedCode:
    """A code as it was read; nothing in it is to be believed before ``check_signature``."""

    kind: int
    lot: bytes
    key: bytes
    body: bytes
    signature: bytes = field(repr=False)

    @property
    def message(self) -> bytes:
        """What the signature is over."""
        return _SIGNED_AS + bytes([self.kind, len(self.body)]) + self.lot + self.key + self.body


Sign = Callable[[bytes], bytes]
Verify = Callable[[str, bytes, bytes], bool]
"""Public key in hexadecimal, signature, message: whether they belong together."""


def code_text(kind: CodeKind, *, lot_id: str, public_key: str, body: bytes, sign: Sign) -> str:
    """The text of a code with this body, signed."""
    unsigned = SignedCode(kind, lot_mark(lot_id), key_mark(public_key), body, b"")
    content = unsigned.message.removeprefix(_SIGNED_AS) + sign(unsigned.message)
    return PREFIX + digits_of(content)


def code_in(typed: str) -> str:
    """The code with which a typed text ends, empty where it ends with none.

    Whatever a person had typed before the scanner began is left out.
    """
    text = "".join(typed.upper().split())[-2 * LONGEST_TEXT :]
    places = [place.start() for place in re.finditer(PREFIX, text)]
    codes = [text[place:] for place in places if _CODE.fullmatch(text, place)]
    fitting = [code for code in codes if len(code) <= LONGEST_TEXT]
    # The prefix may stand by chance within a code, or be the plate that was typed before it.
    return next((code for code in fitting if _is_whole(code)), fitting[0] if fitting else "")


def read_code(text: str) -> SignedCode:
    """The code of a text; BadInput ``permit.unreadable`` where a part of it is missing or wrong."""
    try:
        content = _content(text)
    except (binascii.Error, ValueError) as error:
        raise BadInput("permit.unreadable") from error
    if not _has_right_length(content):
        raise BadInput("permit.unreadable")
    end = _HEAD + content[1]
    return SignedCode(content[0], content[2:10], content[10:_HEAD], content[_HEAD:end], content[end:])


def check_signature(code: SignedCode, *, lot_id: str, keys: Iterable[KnownKey], verify: Verify) -> KnownKey:
    """Whose code it is.

    Refused ``permit.other_lot``, ``permit.unknown_key`` (no console of this lot is known by it),
    ``permit.revoked_key`` (that console may not speak for the lot any more), ``permit.forged``.
    """
    if code.lot != lot_mark(lot_id):
        raise Refused("permit.other_lot")
    named = [key for key in keys if key_mark(key.public_key) == code.key]
    if not named:
        raise Refused("permit.unknown_key")
    for key in named:
        if verify(key.public_key, code.signature, code.message):
            if key.is_revoked:
                raise Refused("permit.revoked_key", console=key.name)
            return key
    raise Refused("permit.forged")


def lot_mark(lot_id: str) -> bytes:
    """The eight bytes by which a lot is known in its codes."""
    return sha256(lot_id.encode()).digest()[:8]


def key_mark(public_key: str) -> bytes:
    """The four bytes by which a signer is looked up among the lot's consoles."""
    return sha256(public_key.encode()).digest()[:4]


def bytes_of(digits: str) -> bytes:
    """The bytes of our digits; ValueError (binascii.Error is one) where they are none."""
    body = digits.translate(_FROM_OURS)
    content = base64.b32decode(body + "=" * (-len(body) % 8))
    if digits_of(content) != digits:  # the bits that the last digit has to spare
        raise ValueError("not as it is written")
    return content


def digits_of(content: bytes) -> str:
    """The bytes in base 32, in digits that no keyboard exchanges."""
    return base64.b32encode(content).decode().rstrip("=").translate(_TO_OURS)


def _content(text: str) -> bytes:
    return bytes_of(text.removeprefix(PREFIX))


def _has_right_length(content: bytes) -> bool:
    return len(content) >= _HEAD + _SIGNATURE and len(content) == _HEAD + content[1] + _SIGNATURE


def _is_whole(text: str) -> bool:
    try:
        return _has_right_length(_content(text))
    except (binascii.Error, ValueError):
        return False
