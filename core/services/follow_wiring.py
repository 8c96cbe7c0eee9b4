"""Says anew whether cars come in through this console, once its lanes are wired otherwise than it said."""

from __future__ import annotations

from collections.abc import Iterable

from core.domain.consoles import WIRED, LotConsole
from core.domain.errors import OperatorError
from core.domain.journal import Subject
from core.domain.lots import Direction
from core.services.unit_of_work import UnitOfWork


def has_entry_lane(unit: UnitOfWork, wired: Iterable[str]) -> bool:
    """Whether one of these lanes lets cars in; none does as long as the lot is not known here."""
    ids = set(wired)
    try:
        lanes = unit.lot().lanes
    except OperatorError:
        return False
    return any(lane.lane_id in ids and lane.direction is Direction.ENTRY for lane in lanes)


def is_wired_otherwise(unit: UnitOfWork, wired: Iterable[str]) -> bool:
    """Whether what the journal says of this console is not what its lanes are; nobody's console has no say.

    As long as the lot has not arrived, nobody knows which of the lanes let cars in.
    """
    own = _own(unit)
    if own is None or own.revoked_at is not None:
        return False
    try:
        unit.lot()
    except OperatorError:
        return False
    return own.entry_lanes is not has_entry_lane(unit, wired)


def follow_wiring(unit: UnitOfWork, wired: Iterable[str]) -> bool:
    """Write down which kind of lanes this console has by now; whether that was news."""
    ids = frozenset(wired)
    if not is_wired_otherwise(unit, ids):
        return False
    unit.record(
        WIRED,
        {"entry_lanes": has_entry_lane(unit, ids)},
        who="system",
        subjects=[Subject("console", unit.console_id)],
    )
    return True


def _own(unit: UnitOfWork) -> LotConsole | None:
    return next((each for each in unit.lot_consoles() if each.console_id == unit.console_id), None)
