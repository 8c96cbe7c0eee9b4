"""Settles a clock that stands before the journal's last entry."""

from __future__ import annotations

from core.domain.people import Actor, Right
from core.services.unit_of_work import UnitOfWork


def settle_clock(unit: UnitOfWork, *, actor: Actor) -> None:
    """Say that the clock is right as it is now; prices are made again from here on."""
    actor.require(Right.SETTLE_CLOCK)
    unit.settle_clock()
    unit.record("clock.settled", {}, who=actor.person_id)
