"""What went wrong of late, newest first: at the lanes of the lot, and with this console itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, or_, select

from core.domain.journal import from_micros, next_hlc
from core.services.tell_power_gap import AWAY_KINDS
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
    "charge.contradicted",
    "refund.contradicted",
    "receipt.failed",
    "drawer.not_opened",
    "drawer.unknown",
)


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident; ``kind`` is its journal kind, ``cause`` a reason code, ``photo`` a SHA-256 or empty.

    ``times`` are the instants that its sentence names.
    """

    entry_id: str
    kind: str
    at: datetime
    lane_id: str
    cause: str
    photo: str
    payment_id: str
    times: Mapping[str, datetime] = field(default_factory=dict)


def recent_incidents(view: SqlUnitOfWork, *, since: datetime, most: int = 20) -> list[Incident]:
    """The incidents since that instant."""
    rows = view.connection.execute(
        select(journal.c.entry_id, journal.c.kind, journal.c.at, journal.c.payload, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == view.lot_id,
            or_(
                journal.c.kind.in_(INCIDENT_KINDS),
                # Where another console was away, its own desk says so.
                and_(journal.c.kind.in_(AWAY_KINDS), journal.c.console_id == view.console_id),
            ),
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
            times=_times(row.payload) if row.kind in AWAY_KINDS else {},
        )
        for row in rows
    ]


def _times(payload: Mapping[str, Any]) -> dict[str, datetime]:
    named = {name: payload.get(name) for name in ("from_at", "until")}
    return {name: from_micros(micros) for name, micros in named.items() if isinstance(micros, int)}
