"""What people prove themselves with, as consoles of a lot give it to each other; never in the journal.

It travels twice: as the PIN hashes alone, which is all that consoles before badges know, and in full.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from core.domain.errors import LinkError
from core.domain.journal import from_micros, to_micros
from core.domain.secrets import SecretKind
from core.services.membership import BADGE_KEY, MOST_BADGE_KEYS, MOST_PEOPLE, SharedCredential
from core.sync import wire

PINS, FULL = "credentials", "secrets"
_KINDS: Final = frozenset({*(kind.value for kind in SecretKind), BADGE_KEY})
_PIN_FIELDS: Final = ("person_id", "pin_hash", "set_at")
_FIELDS: Final = (*_PIN_FIELDS, "kind", "badge", "badge_set_at")
_DIGITS: Final = frozenset("0123456789abcdef")


def credentials_document(credentials: Sequence[SharedCredential]) -> dict[str, object]:
    """Credentials as they travel, both ways at once."""
    return {PINS: _pins(credentials), FULL: _full(credentials)}


def credential_digests(credentials: Sequence[SharedCredential]) -> dict[str, str]:
    """By what two consoles see that they hold the same; one digest for each way."""
    inorder = sorted(credentials, key=lambda each: each.person_id)
    return {PINS: _digest(_pins(inorder)), FULL: _digest(_full(inorder))}


def is_same(credentials: Sequence[SharedCredential], told: Mapping[str, Any]) -> bool:
    """Whether the far side holds the same, by the fullest digest that it told; LinkError ``link.garbled``."""
    way = FULL if FULL in told else PINS
    return credential_digests(credentials)[way] == wire.text_of(told, way, 64)


def credentials_from(document: Mapping[str, Any]) -> list[SharedCredential]:
    """Credentials of the fullest list in the document; LinkError ``link.garbled``."""
    way, names = (FULL, _FIELDS) if FULL in document else (PINS, _PIN_FIELDS)
    listed = document.get(way)
    if not isinstance(listed, list) or len(listed) > MOST_PEOPLE + MOST_BADGE_KEYS:
        raise LinkError("link.garbled", detail="credentials")
    return [_credential(each, names) for each in listed]


def _credential(row: object, names: tuple[str, ...]) -> SharedCredential:
    if not isinstance(row, list) or len(row) != len(names):
        raise LinkError("link.garbled", detail="credentials")
    fields = dict(zip(names, row, strict=True))
    pin = SharedCredential(
        wire.text_of(fields, "person_id", 36),
        wire.text_of(fields, "pin_hash", 200),
        from_micros(wire.whole_of(fields, "set_at", wire.LAST_INSTANT)),
    )
    if names == _PIN_FIELDS:
        return pin
    kind, badge = wire.text_of(fields, "kind", 10), wire.text_of(fields, "badge", 64)
    digests = [badge] if kind != BADGE_KEY else [badge, pin.pin_hash]
    if kind not in _KINDS or not all(_is_hex(each) for each in digests if each):
        raise LinkError("link.garbled", detail="credentials")
    badge_set_at = from_micros(wire.whole_of(fields, "badge_set_at", wire.LAST_INSTANT))
    return SharedCredential(pin.person_id, pin.pin_hash, pin.set_at, kind, badge, badge_set_at)


def _pins(credentials: Sequence[SharedCredential]) -> list[list[object]]:
    return [
        [each.person_id, each.pin_hash, to_micros(each.set_at)]
        for each in credentials
        if each.kind != BADGE_KEY and each.pin_hash
    ]


def _full(credentials: Sequence[SharedCredential]) -> list[list[object]]:
    return [
        [
            each.person_id,
            each.pin_hash,
            to_micros(each.set_at),
            each.kind,
            each.badge,
            to_micros(each.badge_set_at),
        ]
        for each in credentials
    ]


def _digest(document: object) -> str:
    return sha256(json.dumps(document).encode()).hexdigest()


def _is_hex(text: str) -> bool:
    return len(text) == 64 and set(text) <= _DIGITS
