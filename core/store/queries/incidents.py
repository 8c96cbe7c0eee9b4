"""What went wrong at the lanes of late, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from core.domain.journal import from_micros, next_hlc
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal
from core.store.unit_of_work import SqlUnitOfWork

INCIDENT_KINDS: Final = (
    "lane.unexplained_crossing",
    "lane.reversed_crossing",
    "gate.failed",
    "gate.unknown",
    "gate.up_unasked",
    "gate.held_unasked",
    "gate.hold_failed",
    "gate.hold_unknown",
    "gate.hold_too_late",
    "gate.hold_lost",
    "receipt.failed",
)


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident; ``kind`` is its journal kind, ``cause`` a reason code, ``photo`` a SHA-256 or empty."""

    entry_id: str
    kind: str
    at: datetime
    lane_id: str
    cause: str
    photo: str
    payment_id: str


def recent_incidents(view: SqlUnitOfWork, *, since: datetime, most: int = 20) -> list[Incident]:
    """The incidents since that instant."""
    rows = view.connection.execute(
        select(journal.c.entry_id, journal.c.kind, journal.c.at, journal.c.payload, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind.in_(INCIDENT_KINDS),
            journal.c.hlc >= next_hlc(0, since),
        )
        .order_by(journal.c.hlc.desc())
        .limit(most)
    )
    return [
        Incident(
            entry_id=row.entry_id,
            kind=row.kind,
            at=from_micros(row.at),
            lane_id=row.payload.get("lane_id", ""),
            cause=row.payload.get("cause", ""),
            photo=(row.fields or {}).get("photo", ""),
            payment_id=row.payload.get("payment_id", ""),
        )
        for row in rows
    ]
