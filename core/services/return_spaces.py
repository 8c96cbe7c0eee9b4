"""Asks the hub for a space, gives back what is not needed, and writes off what a lost console still holds."""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.leases import RETURNED, WANTED, WRITTEN_OFF
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.unit_of_work import UnitOfWork

LONGEST_REASON = 500


def ask_for_space(unit: UnitOfWork, *, actor: Actor = LANE_ITSELF) -> bool:
    """Write down that a car waits here and this console may let none in; False where that is not so."""
    actor.require(Right.ADMIT)
    leases = unit.lease_book()
    if not leases.needs_lease or leases.lease_of(unit.console_id).held > 0:
        return False
    unit.record(WANTED, {}, who=actor.person_id, subjects=[Subject("lease", unit.console_id)])
    return True


def return_spaces(unit: UnitOfWork, *, asked: bool, actor: Actor = LANE_ITSELF) -> int:
    """Give back what this console holds beyond its fair share; how many spaces that is.

    ``asked`` says that another console has written that it wants one. On the hub nothing happens.
    """
    actor.require(Right.ADMIT)
    leases = unit.lease_book()
    if not leases.needs_lease:
        return 0
    count = leases.surplus(unit.occupancy(), asked=asked)
    if count > 0:
        give_back(unit, count, actor=actor)
    return count


def give_back(unit: UnitOfWork, count: int, *, actor: Actor) -> None:
    """Write down that so many of this console's spaces are anybody's again."""
    unit.record(RETURNED, {"count": count}, who=actor.person_id, subjects=[Subject("lease", unit.console_id)])


def write_off_spaces(unit: UnitOfWork, *, actor: Actor, console_id: str, reason: str) -> int:
    """Take back all that a console holds, because a person knows that it lets no car in any more.

    Returns how many spaces that is. Refused ``lease.nothing_held``; BadInput ``lease.reason_needed``. Should
    the console be at work after all, it may have let as many cars in before it hears of this.
    """
    actor.require(Right.WRITE_OFF)
    if not reason.strip():
        raise BadInput("lease.reason_needed")
    held = unit.lease_book().lease_of(console_id).held
    if held == 0:
        raise Refused("lease.nothing_held")
    unit.record(
        WRITTEN_OFF,
        {"console_id": console_id, "count": held, "reason": reason.strip()[:LONGEST_REASON]},
        who=actor.person_id,
        subjects=[Subject("lease", console_id)],
    )
    return held
