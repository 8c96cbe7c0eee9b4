"""The cars that paid and do not get out, as the desk's list of what waits shows them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import or_, select

from core.domain.admission import Action
from core.domain.journal import Subject, from_micros, next_hlc, to_micros
from core.domain.lots import Direction
from core.domain.stays import StayState
from core.services.paid_but_shut import BEFORE_PAYING, PaidButShut, SeenAtExit, paid_but_shut
from core.store.queries.stays import stays_by_id
from core.store.tables import journal, sightings, stays
from core.store.unit_of_work import SqlUnitOfWork

MOST_LOOKED_AT: Final = 50
PERMIT_OVER_FOR: Final = timedelta(minutes=30)
_WAITS: Final = (Action.ASK.value, Action.REFUSE.value)


def cars_paid_but_shut(view: SqlUnitOfWork) -> list[PaidButShut]:
    """Every paid car before a gate that did not open for it, the longest waiting first."""
    exits = [lane.lane_id for lane in view.lot().lanes if lane.direction is Direction.EXIT]
    seen = {lane_id: _seen_last(view, lane_id) for lane_id in exits}
    found = []
    for stay in stays_by_id(view, _candidates(view)):
        alarm = paid_but_shut(
            stay,
            view.entries_about(Subject("stay", stay.stay_id)),
            gate_entries=lambda command_id: view.entries_about(Subject("gate", command_id)),
            seen=next((at for stay_id, at in filter(None, seen.values()) if stay_id == stay.stay_id), None),
            now=view.now,
        )
        if alarm is not None:
            found.append(alarm)
    return sorted(found, key=lambda one: one.since)


def _candidates(view: SqlUnitOfWork) -> list[str]:
    """Paid stays whose permit runs, or ran out a short while ago; those that are at a gate in any case."""
    recent = to_micros(view.now - PERMIT_OVER_FOR)
    rows = view.connection.execute(
        select(stays.c.stay_id)
        .where(
            stays.c.lot_id == view.lot_id,
            stays.c.state == StayState.PAID.value,
            or_(stays.c.leaving.is_(True), stays.c.permit_until >= recent),
        )
        .order_by(stays.c.permit_until.desc())
        .limit(MOST_LOOKED_AT)
    )
    return list(rows.scalars())


def _seen_last(view: SqlUnitOfWork, lane_id: str) -> tuple[str, SeenAtExit] | None:
    """The stay of the vehicle that the lane saw last, where that was refused and has not gone away since."""
    since = view.now - PERMIT_OVER_FOR - BEFORE_PAYING
    last = view.connection.execute(
        select(sightings)
        .where(
            sightings.c.lot_id == view.lot_id,
            sightings.c.lane_id == lane_id,
            sightings.c.at >= to_micros(since),
        )
        .order_by(sightings.c.at.desc())
        .limit(1)
    ).first()
    if last is None or last.stay_id is None or last.action not in _WAITS:
        return None
    away = view.connection.execute(
        select(journal.c.payload).where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind == "lane.turned_away",
            journal.c.hlc >= next_hlc(0, from_micros(last.at) - BEFORE_PAYING),
        )
    ).scalars()
    if any(payload.get("sighting_id") == last.sighting_id for payload in away):
        return None
    return last.stay_id, SeenAtExit(lane_id, from_micros(last.at), last.photo)
