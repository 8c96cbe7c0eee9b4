"""PIN hashes in the store: never in the journal, shared between consoles beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from core.domain.journal import from_micros, to_micros
from core.services.membership import LATEST_SET_AT, MOST_PEOPLE, SharedCredential
from core.services.unit_of_work import Credential
from core.store.tables import credentials
from core.store.upserts import upsert

_KEY = ("lot_id", "person_id")


def load_credential(connection: Connection, lot_id: str, person_id: str) -> Credential | None:
    """The person's PIN hash and failed tries, None where no PIN was set."""
    row = _row(connection, lot_id, person_id)
    if row is None:
        return None
    return Credential(person_id, row.pin_hash, row.failures, from_micros(row.locked_until))


def keep_credential(connection: Connection, lot_id: str, credential: Credential, now: datetime) -> None:
    """Keep the PIN hash and the failed tries; another PIN than before counts as set now."""
    known = _row(connection, lot_id, credential.person_id)
    if known is not None and known.pin_hash == credential.pin_hash:
        set_at = known.set_at
    else:
        # Later than the one before, also where a clock that ran ahead set that.
        set_at = max(to_micros(now), 0 if known is None else known.set_at + 1)
    row = {
        "lot_id": lot_id,
        "person_id": credential.person_id,
        "pin_hash": credential.pin_hash,
        "failures": credential.failures,
        "locked_until": to_micros(credential.locked_until),
        "set_at": set_at,
    }
    upsert(connection, credentials, _KEY, row)


def shared_credentials(connection: Connection, lot_id: str) -> list[SharedCredential]:
    """All PIN hashes of the lot, by person."""
    rows = connection.execute(
        select(credentials.c.person_id, credentials.c.pin_hash, credentials.c.set_at)
        .where(credentials.c.lot_id == lot_id)
        .order_by(credentials.c.person_id)
    )
    return [SharedCredential(row.person_id, row.pin_hash, from_micros(row.set_at)) for row in rows]


def newer_credentials(
    kept: Sequence[SharedCredential], offered: Sequence[SharedCredential]
) -> list[SharedCredential]:
    """Those set later than what is kept; of two set in the same instant everybody chooses the same.

    Of people whom nobody here knows only as many as there is room for.
    """
    known = {each.person_id: (each.set_at, each.pin_hash) for each in kept}
    sound = [each for each in offered if each.set_at <= LATEST_SET_AT]
    later = [each for each in sound if each.person_id in known]
    unknown = {each.person_id: each for each in sound if each.person_id not in known}
    return [
        *(each for each in later if known[each.person_id] < (each.set_at, each.pin_hash)),
        *list(unknown.values())[: max(0, MOST_PEOPLE - len(known))],
    ]


def take_credentials(connection: Connection, lot_id: str, offered: Sequence[SharedCredential]) -> int:
    """Keep those that were set later; how many those were."""
    newer = newer_credentials(shared_credentials(connection, lot_id), offered)
    for each in newer:
        row = {
            "lot_id": lot_id,
            "person_id": each.person_id,
            "pin_hash": each.pin_hash,
            "set_at": to_micros(each.set_at),
            # What was tried wrongly here concerned another PIN.
            "failures": 0,
            "locked_until": 0,
        }
        upsert(connection, credentials, _KEY, row)
    return len(newer)


def _row(connection: Connection, lot_id: str, person_id: str) -> Row[Any] | None:
    return connection.execute(
        select(credentials).where(credentials.c.lot_id == lot_id, credentials.c.person_id == person_id)
    ).first()
