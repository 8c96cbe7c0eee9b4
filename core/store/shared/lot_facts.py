"""The lot as its document in the shared database says, read so that a newer program's is understood too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, bindparam, select

from core.domain.journal import from_micros, to_micros
from core.domain.lots import Direction
from core.store.tables import lots

_DOCUMENT = select(lots.c.document).where(lots.c.lot_id == bindparam("lot"))


@dataclass(frozen=True, slots=True)
class LotFacts:
    """What others are told about the lot, and what its days are counted by."""

    lot_id: str
    name: str
    capacity: int
    timezone: str
    currency: str
    entries: frozenset[str]
    bookable: frozenset[str]

    @property
    def zone(self) -> tzinfo:
        """The lot's time zone; UTC where this machine does not know it."""
        try:
            return ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return UTC

    def day_of(self, micros: int) -> date:
        """The local day of an instant."""
        return from_micros(micros).astimezone(self.zone).date()

    def bounds_of(self, day: date) -> tuple[int, int]:
        """The local day's first instant and that of the next, in microseconds: 23 to 25 hours."""
        begin = datetime.combine(day, time(), self.zone)
        end = datetime.combine(day + timedelta(days=1), time(), self.zone)
        return to_micros(begin), to_micros(end)


def lot_facts(connection: Connection, lot_id: str) -> LotFacts | None:
    """The lot as projected last; None as long as nothing says how it is."""
    document = connection.execute(_DOCUMENT, {"lot": lot_id}).scalar()
    return None if not isinstance(document, dict) else _facts(lot_id, document)


def _facts(lot_id: str, document: Mapping[str, Any]) -> LotFacts:
    return LotFacts(
        lot_id=lot_id,
        name=str(document.get("name", ""))[:80],
        capacity=int(document.get("capacity", 0)),
        timezone=str(document.get("timezone", ""))[:64],
        currency=str(document.get("currency", ""))[:3],
        entries=frozenset(
            lane["lane_id"] for lane in document.get("lanes", ()) if lane.get("direction") == Direction.ENTRY
        ),
        bookable=frozenset(document.get("bookable_spaces", ())),
    )
