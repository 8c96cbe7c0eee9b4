"""The shift that somebody must have open to handle the money of a drawer."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.people import Actor
from core.domain.shifts import Shift
from core.services.unit_of_work import UnitOfWork


def own_shift(unit: UnitOfWork, actor: Actor, drawer: str = "") -> Shift:
    """The actor's own open shift on the drawer, or on any where none is named.

    Refused ``shift.none_open`` and ``shift.of_someone_else``.
    """
    shift = unit.open_shift(drawer) if drawer else _running(unit, actor)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    return shift


def _running(unit: UnitOfWork, actor: Actor) -> Shift | None:
    """The shift that the actor has open, or the relief that has its drawer now; none elsewhere."""
    mine = unit.open_shift_of(actor.person_id)
    return None if mine is None else unit.open_shift(mine.drawer)
