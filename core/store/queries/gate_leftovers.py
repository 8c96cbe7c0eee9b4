"""What no command explained at the gates of a shift, with the still of each moment (Z7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from core.domain.gate_arithmetic import LaneGates
from core.store.tables import journal_personal
from core.store.unit_of_work import SqlUnitOfWork

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class GateLeftover:
    """One of them; ``photo`` names the picture by its SHA-256, empty where there is none any more."""

    lane_id: str
    kind: str
    at: datetime
    entry_id: str
    photo: str = ""


def leftovers_of(view: SqlUnitOfWork, lanes: Sequence[LaneGates]) -> list[GateLeftover]:
    """All that a report lists of its lanes, the earliest first."""
    listed = [(lane.lane_id, one) for lane in lanes for one in lane.leftovers]
    photos = _photos(view, [one.entry_id for _, one in listed])
    found = [
        GateLeftover(lane_id, one.kind, one.at, one.entry_id, photos.get(one.entry_id, ""))
        for lane_id, one in listed
    ]
    return sorted(found, key=lambda one: (one.at, one.entry_id))


def _photos(view: SqlUnitOfWork, entry_ids: Sequence[str]) -> dict[str, str]:
    photos: dict[str, str] = {}
    for start in range(0, len(entry_ids), AT_ONCE):
        rows = view.connection.execute(
            select(journal_personal.c.entry_id, journal_personal.c.fields).where(
                journal_personal.c.lot_id == view.lot_id,
                journal_personal.c.entry_id.in_(entry_ids[start : start + AT_ONCE]),
            )
        )
        photos |= {row.entry_id: str((row.fields or {}).get("photo", "")) for row in rows}
    return photos
