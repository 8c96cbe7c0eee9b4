"""Revokes a console: stolen, broken or replaced, it is not heard any more."""

from __future__ import annotations

from core.domain.consoles import REVOKED, LotConsole
from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.announce_console import current_hub
from core.services.unit_of_work import UnitOfWork

LONGEST_REASON = 200


def revoke_console(unit: UnitOfWork, *, actor: Actor, console_id: str, reason: str) -> LotConsole:
    """Write down that the console no longer belongs to the lot; what it did before stays.

    May be done on any console of the lot. Refused ``console.unknown``, ``console.revoked_already``, and
    ``console.is_hub`` as long as it is the hub: another one is appointed first.
    """
    actor.require(Right.MANAGE_CONSOLES)
    cleaned = " ".join(reason.split())
    if not 1 <= len(cleaned) <= LONGEST_REASON:
        raise BadInput("console.reason_needed", longest=LONGEST_REASON)
    console = console_of(unit, console_id)
    if console.revoked_at is not None:
        raise Refused("console.revoked_already", name=console.name)
    if current_hub(unit).console_id == console_id:
        raise Refused("console.is_hub", name=console.name)
    unit.record(
        REVOKED,
        {"console_id": console_id, "reason": cleaned},
        who=actor.person_id,
        subjects=[Subject("console", console_id)],
    )
    return console


def console_of(unit: UnitOfWork, console_id: str) -> LotConsole:
    """The console of the lot; Refused ``console.unknown``."""
    for console in unit.lot_consoles():
        if console.console_id == console_id:
            return console
    raise Refused("console.unknown", console_id=console_id)
