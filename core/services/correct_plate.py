"""Corrects the plate of a stay; both texts are kept (E7)."""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.plates import is_plausible, normalise
from core.domain.stays import Stay
from core.services.unit_of_work import UnitOfWork


def correct_plate(unit: UnitOfWork, *, actor: Actor, stay_id: str, typed: str) -> Stay:
    """Give the stay the plate that was typed; Refused where another stay is inside under it."""
    actor.require(Right.CORRECT_PLATE)
    plate = checked_plate(typed)
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    if stay.plate == plate:
        raise Refused("plate.unchanged", plate=plate)
    others = [other for other in unit.open_stays_with_plate(plate) if other.stay_id != stay_id]
    if others:
        raise Refused("plate.inside_already", plate=plate)
    unit.record(
        "stay.plate_corrected",
        {},
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal={"plate": plate, "before": stay.plate, "typed": typed[:64]},
    )
    return unit.stay(stay_id)


def checked_plate(typed: str) -> str:
    """The typed plate in normal form; BadInput where it cannot be a plate."""
    plate = normalise(typed)
    if not is_plausible(plate):
        raise BadInput("plate.not_plausible", plate=plate[:20])
    return plate
