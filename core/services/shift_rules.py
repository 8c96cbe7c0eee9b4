"""What holds for every act on a shift: whose drawer it is, and which amounts and words are taken."""

from __future__ import annotations

from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.people import Actor
from core.domain.shifts import Shift
from core.services.unit_of_work import UnitOfWork

HIGHEST_MINOR: Final = 100_000_000
LONGEST_NOTE: Final = 500


def own_running_shift(unit: UnitOfWork, actor: Actor, drawer: str) -> Shift:
    """The actor's own shift that takes the drawer's money now; Refused where it is none, or another's."""
    shift = running_shift(unit, drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    return shift


def running_shift(unit: UnitOfWork, drawer: str) -> Shift:
    """The shift that takes the drawer's money now; Refused ``shift.none_open``."""
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    return shift


def require_no_other(unit: UnitOfWork, actor: Actor) -> None:
    """Refused ``shift.person_has_one`` where the person has a shift open (B14)."""
    if unit.open_shift_of(actor.person_id) is not None:
        raise Refused("shift.person_has_one")


def check_amount(minor: int, *, lowest: int = 0) -> None:
    """BadInput ``payment.bad_amount`` for what no drawer holds."""
    if isinstance(minor, bool) or not lowest <= minor <= HIGHEST_MINOR:
        raise BadInput("payment.bad_amount")


def note_of(note: str) -> dict[str, str] | None:
    """A person's own words, which may name somebody: a personal field."""
    cleaned = note.strip()[:LONGEST_NOTE]
    return {"note": cleaned} if cleaned else None
