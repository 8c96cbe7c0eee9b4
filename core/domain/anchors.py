"""Anchors: where a console's chain stood, written where nobody who changes its journal can reach.

A link seals all entries before it, so one link on paper proves a whole journal. An anchor's text is
``LKA`` and base 32 in the digits of signed codes; its bytes are

    version 1 · chain 8 · seq 6 · seconds since 1970 5 · beginning of the link 20 · check 4 or signature 64

where chain is the beginning of SHA-256 over lot and console. The check tells a slip of the finger, the
Ed25519 signature of the console which of the lot's consoles printed it.
"""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from core.domain.errors import BadInput
from core.domain.journal import EPOCH, from_micros, to_micros
from core.domain.signed_codes import KnownKey, Sign, Verify, bytes_of, digits_of

ANCHOR_MADE: Final = "anchor.made"
"""The entry that notes where all chains of the lot stood for the console that writes it."""

KEPT_HERE: Final = "journal"
"""The place of an anchor that lies in the console's own database: whoever changes that changes it, too."""

PREFIX: Final = "LKA"
LINK_BYTES: Final = 20
_VERSION: Final = 1
_BODY: Final = 1 + 8 + 6 + 5 + LINK_BYTES
_CHECK, _SIGNATURE = 4, 64
_SIGNED_AS: Final = b"lotkeeper anchor 1\0"
_TEXT: Final = re.compile(rf"{PREFIX}[0-9A-HJ-NP-X]+")
_GROUP: Final = 5


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a chain stood: the seq and link (32 bytes) of its last entry at that instant.

    ``place`` says where it was written: ``slip``, ``disk``, ``database``, ``journal``.
    """

    lot_id: str
    console_id: str
    seq: int
    link: bytes
    at: datetime
    place: str = ""

    def is_about(self, lot_id: str, console_id: str) -> bool:
        """Whether it is about this chain."""
        return (self.lot_id, self.console_id) == (lot_id, console_id)

    def agrees(self, link: bytes) -> bool:
        """Whether the entry with this link may stand at its place."""
        return self.link == link


@dataclass(frozen=True, slots=True)
class WrittenAnchor:
    """An anchor as it was read from paper: its chain and link are there only in part.

    ``signature`` is empty where it carries none.
    """

    chain: bytes
    seq: int
    link_start: bytes
    at: datetime
    signature: bytes = field(default=b"", repr=False)

    def is_about(self, lot_id: str, console_id: str) -> bool:
        """Whether it is about this chain."""
        return self.chain == chain_mark(lot_id, console_id)

    def agrees(self, link: bytes) -> bool:
        """Whether the entry with this link may stand at its place."""
        return link[:LINK_BYTES] == self.link_start

    def signed_by(self, lot_id: str, keys: Iterable[KnownKey], verify: Verify) -> KnownKey | None:
        """The console of the lot that signed it; None where it is unsigned, or by none of them."""
        message = _SIGNED_AS + _body(self.chain, self.seq, self.at, self.link_start)
        for key in keys:
            # A console vouches for its own chain alone.
            if self.is_about(lot_id, key.console_id) and verify(key.public_key, self.signature, message):
                return key
        return None


AnyAnchor = Anchor | WrittenAnchor


def chain_mark(lot_id: str, console_id: str) -> bytes:
    """The eight bytes by which a chain is known in an anchor's text."""
    return sha256(f"{lot_id}\0{console_id}".encode()).digest()[:8]


def written(anchor: Anchor, sign: Sign | None = None) -> str:
    """The anchor as a text for paper and square codes: 74 characters, 170 where it is signed."""
    body = _body(
        chain_mark(anchor.lot_id, anchor.console_id), anchor.seq, anchor.at, anchor.link[:LINK_BYTES]
    )
    return PREFIX + digits_of(body + (_check(body) if sign is None else sign(_SIGNED_AS + body)))


def written_again(anchor: WrittenAnchor) -> str:
    """The text that an anchor was read from."""
    body = _body(anchor.chain, anchor.seq, anchor.at, anchor.link_start)
    return PREFIX + digits_of(body + (anchor.signature or _check(body)))


def spaced(text: str) -> str:
    """The text in groups of five, as people copy it."""
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def read_anchor(text: str) -> WrittenAnchor:
    """The anchor of a text, however it was spaced; BadInput ``anchor.unreadable``."""
    digits = "".join(text.upper().replace("-", "").split())
    if not _TEXT.fullmatch(digits):
        raise BadInput("anchor.unreadable")
    try:
        content = bytes_of(digits.removeprefix(PREFIX))
    except (binascii.Error, ValueError) as error:
        raise BadInput("anchor.unreadable") from error
    body, rest = content[:_BODY], content[_BODY:]
    is_checked = len(rest) == _CHECK and rest == _check(body)
    if len(content) < _BODY or body[0] != _VERSION or not (is_checked or len(rest) == _SIGNATURE):
        raise BadInput("anchor.unreadable")
    seconds = int.from_bytes(body[15:20])
    try:
        at = EPOCH + timedelta(seconds=seconds)
    except OverflowError as error:
        raise BadInput("anchor.unreadable") from error
    return WrittenAnchor(
        chain=body[1:9],
        seq=int.from_bytes(body[9:15]),
        link_start=body[20:],
        at=at,
        signature=b"" if is_checked else rest,
    )


def to_line(anchor: Anchor) -> str:
    """The anchor as a line of a file: one JSON object."""
    return json.dumps(
        {
            "lot": anchor.lot_id,
            "console": anchor.console_id,
            "seq": anchor.seq,
            "link": anchor.link.hex(),
            "at": to_micros(anchor.at),
            **({"place": KEPT_HERE} if anchor.place == KEPT_HERE else {}),
        },
        separators=(",", ":"),
    )


def from_line(line: str) -> AnyAnchor:
    """The anchor of a line of a file, an object or a text; BadInput ``anchor.unreadable``."""
    stripped = line.strip()
    if not stripped.startswith("{"):
        return read_anchor(stripped)
    try:
        return _from_document(json.loads(stripped))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise BadInput("anchor.unreadable") from error


def anchors_in(text: str) -> tuple[list[AnyAnchor], list[int]]:
    """The anchors of a file's lines, and the numbers of those lines that hold none; empty ones are skipped.

    Half a last line is what a power cut leaves of an anchor that was being written.
    """
    found: list[AnyAnchor] = []
    damaged: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(from_line(line))
            except BadInput:
                damaged.append(number)
    return found, damaged


def _from_document(document: Mapping[str, Any]) -> Anchor:
    link = bytes.fromhex(document["link"])
    lot_id, console_id, seq = document["lot"], document["console"], document["seq"]
    if not (isinstance(lot_id, str) and isinstance(console_id, str) and isinstance(seq, int)):
        raise TypeError("no anchor")
    if len(link) != 32 or seq < 1:
        raise ValueError("no anchor")
    place = KEPT_HERE if document.get("place") == KEPT_HERE else ""
    return Anchor(lot_id, console_id, seq, link, from_micros(document["at"]), place)


def _body(chain: bytes, seq: int, at: datetime, link_start: bytes) -> bytes:
    seconds = int((at.astimezone(UTC) - EPOCH).total_seconds())
    return bytes([_VERSION]) + chain + seq.to_bytes(6) + max(0, seconds).to_bytes(5) + link_start


def _check(body: bytes) -> bytes:
    return sha256(_SIGNED_AS + body).digest()[:_CHECK]
