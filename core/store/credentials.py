"""What people prove themselves with, in the store: never in the journal, shared between consoles beside it.

A row is a person's; the keys with which badges are digested lie among them, under a kind of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from core.domain.journal import from_micros, to_micros
from core.domain.secrets import SecretKind
from core.services.membership import (
    BADGE_KEY,
    LATEST_SET_AT,
    MOST_BADGE_KEYS,
    MOST_PEOPLE,
    NEVER,
    SharedCredential,
)
from core.services.unit_of_work import Credential
from core.store.tables import credentials
from core.store.upserts import upsert

_KEY = ("lot_id", "person_id")
_KINDS: Final = {kind.value for kind in SecretKind}


def load_credential(connection: Connection, lot_id: str, person_id: str) -> Credential | None:
    """What the person proves themselves with, None where nothing was ever set."""
    row = _row(connection, lot_id, person_id)
    if row is None or row.kind not in _KINDS:
        return None
    return Credential(
        person_id,
        row.pin_hash,
        row.failures,
        from_micros(row.locked_until),
        SecretKind(row.kind),
        row.badge,
    )


def keep_credential(connection: Connection, lot_id: str, credential: Credential, now: datetime) -> None:
    """Keep hash, badge and failed tries; another hash or badge than before counts as set now."""
    known = _row(connection, lot_id, credential.person_id)
    before = (
        ("", 0, "", 0) if known is None else (known.pin_hash, known.set_at, known.badge, known.badge_set_at)
    )
    row = {
        "lot_id": lot_id,
        "person_id": credential.person_id,
        "pin_hash": credential.pin_hash,
        "kind": credential.kind.value,
        "badge": credential.badge,
        "failures": credential.failures,
        "locked_until": to_micros(credential.locked_until),
        "set_at": _set_at(before[0], credential.pin_hash, before[1], now),
        "badge_set_at": _set_at(before[2], credential.badge, before[3], now),
    }
    upsert(connection, credentials, _KEY, row)


def _set_at(before: str, after: str, set_at: int, now: datetime) -> int:
    # Later than the one before, also where a clock that ran ahead set that.
    return set_at if before == after else max(to_micros(now), set_at + 1)


def badge_keys(connection: Connection, lot_id: str) -> list[bytes]:
    """The keys with which the lot's consoles digest badges, the newest first."""
    rows = connection.execute(
        select(credentials.c.pin_hash)
        .where(credentials.c.lot_id == lot_id, credentials.c.kind == BADGE_KEY)
        .order_by(credentials.c.set_at.desc(), credentials.c.person_id)
    )
    return [bytes.fromhex(text) for text in rows.scalars()]


def add_badge_key(connection: Connection, lot_id: str, key: bytes, now: datetime) -> None:
    """Keep another key; it is found again by its first digits."""
    shared = SharedCredential(f"badge-key-{key.hex()[:16]}", key.hex(), now, kind=BADGE_KEY)
    _keep_shared(connection, lot_id, shared, failures=0, locked_until=0)


def badge_holder(connection: Connection, lot_id: str, digests: Sequence[str]) -> str | None:
    """The id of the person whose badge has one of these digests; that of the one set last."""
    found = connection.execute(
        select(credentials.c.person_id)
        .where(credentials.c.lot_id == lot_id, credentials.c.badge.in_([each for each in digests if each]))
        .order_by(credentials.c.badge_set_at.desc(), credentials.c.person_id)
        .limit(1)
    ).scalar()
    return None if found is None else str(found)


def shared_credentials(connection: Connection, lot_id: str) -> list[SharedCredential]:
    """All of the lot, by person."""
    rows = connection.execute(
        select(credentials).where(credentials.c.lot_id == lot_id).order_by(credentials.c.person_id)
    )
    return [_shared(row) for row in rows]


def newer_credentials(
    kept: Sequence[SharedCredential], offered: Sequence[SharedCredential]
) -> list[SharedCredential]:
    """What is to be kept of those offered: of hash and badge each the one that was set later.

    Of two set in the same instant everybody chooses the same. Of people whom nobody here knows only as many
    as there is room for; a key for badges never changes.
    """
    known = {each.person_id: each for each in kept}
    sound = [each for each in offered if max(each.set_at, each.badge_set_at) <= LATEST_SET_AT]
    merged = [each.later_of(known[each.person_id]) for each in sound if each.person_id in known]
    unknown = {each.person_id: each for each in sound if each.person_id not in known}
    keys = [each for each in unknown.values() if each.kind == BADGE_KEY]
    people = [each for each in unknown.values() if each.kind != BADGE_KEY]
    keys_kept = sum(each.kind == BADGE_KEY for each in kept)
    return [
        *(each for each in merged if each != known[each.person_id]),
        *people[: max(0, MOST_PEOPLE - (len(known) - keys_kept))],
        *keys[: max(0, MOST_BADGE_KEYS - keys_kept)],
    ]


def take_credentials(connection: Connection, lot_id: str, offered: Sequence[SharedCredential]) -> int:
    """Keep what was set later; of how many people that was."""
    kept = {each.person_id: each for each in shared_credentials(connection, lot_id)}
    newer = newer_credentials(list(kept.values()), offered)
    for each in newer:
        before = kept.get(each.person_id)
        if before is not None and before.pin_hash == each.pin_hash:
            _keep_shared(connection, lot_id, each)
        else:
            # What was tried wrongly here concerned another PIN.
            _keep_shared(connection, lot_id, each, failures=0, locked_until=0)
    return len(newer)


def _keep_shared(connection: Connection, lot_id: str, shared: SharedCredential, **tries: int) -> None:
    row = {
        "lot_id": lot_id,
        "person_id": shared.person_id,
        "pin_hash": shared.pin_hash,
        "set_at": to_micros(shared.set_at),
        "kind": shared.kind,
        "badge": shared.badge,
        "badge_set_at": to_micros(shared.badge_set_at),
        **tries,
    }
    upsert(connection, credentials, _KEY, row)


def _shared(row: Row[Any]) -> SharedCredential:
    return SharedCredential(
        row.person_id,
        row.pin_hash,
        from_micros(row.set_at),
        kind=row.kind,
        badge=row.badge,
        badge_set_at=from_micros(row.badge_set_at) if row.badge_set_at else NEVER,
    )


def _row(connection: Connection, lot_id: str, person_id: str) -> Row[Any] | None:
    return connection.execute(
        select(credentials).where(credentials.c.lot_id == lot_id, credentials.c.person_id == person_id)
    ).first()
