"""How many spaces of a lot are free, in the shared database, for those who look for one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import String

from core.domain.occupancy import Occupancy
from core.store.shared.lot_facts import LotFacts
from core.store.sharing_tables import availability, space_slots
from core.store.tables import occupancy
from core.store.upserts import upsert

REPORTED_EVERY_SECONDS = 30
SLOT_MICROS = 15 * 60 * 1_000_000

_COUNTS = select(occupancy).where(occupancy.c.lot_id == bindparam("lot"))
_BOOKED = select(func.count()).where(
    space_slots.c.lot_id == bindparam("lot"),
    space_slots.c.space_id == func.any(bindparam("spaces", type_=ARRAY(String))),
    space_slots.c.slot_start == bindparam("slot"),
)
_THERE = select(availability).where(availability.c.lot_id == bindparam("lot"))


def publish_availability(connection: Connection, lot: LotFacts, *, now: int) -> None:
    """Write how full the lot is; ``changed_at`` stays as it was where nothing else changed."""
    there = connection.execute(_THERE, {"lot": lot.lot_id}).first()
    row = _figures(connection, lot, now)
    row["changed_at"] = there.changed_at if there is not None and _agrees(there, row) else now
    upsert(connection, availability, ("lot_id",), row | {"reported_at": now})


def is_reported(connection: Connection, lot: LotFacts, *, now: int) -> bool:
    """Whether what is published is right, and was said to be so a short while ago."""
    there = connection.execute(_THERE, {"lot": lot.lot_id}).first()
    return there is not None and _is_young(there, now) and _agrees(there, _figures(connection, lot, now))


def _is_young(there: Row[Any], now: int) -> bool:
    return bool(now - there.reported_at < REPORTED_EVERY_SECONDS * 1_000_000)


def _agrees(there: Row[Any], figures: dict[str, Any]) -> bool:
    return all(getattr(there, name) == value for name, value in figures.items())


def _figures(connection: Connection, lot: LotFacts, now: int) -> dict[str, Any]:
    counts = connection.execute(_COUNTS, {"lot": lot.lot_id}).first()
    inside, pending = (0, 0) if counts is None else (counts.inside, counts.pending)
    place = {"lot": lot.lot_id, "spaces": sorted(lot.bookable), "slot": now // SLOT_MICROS}
    booked = connection.execute(_BOOKED, place).scalar_one() if lot.bookable else 0
    return {
        "lot_id": lot.lot_id,
        "name": lot.name,
        "capacity": lot.capacity,
        "inside": inside,
        "free": Occupancy(lot.capacity, inside, pending).free,
        "bookable": max(0, len(lot.bookable) - booked),
    }
