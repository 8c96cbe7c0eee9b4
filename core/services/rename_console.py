"""Gives a console of the lot another name."""

from __future__ import annotations

from core.domain.consoles import RENAMED
from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.announce_console import check_console_name
from core.services.revoke_console import console_of
from core.services.unit_of_work import UnitOfWork


def rename_console(unit: UnitOfWork, *, actor: Actor, console_id: str, name: str) -> str:
    """Write the new name down and return it; Refused ``console.unknown``, ``console.name_taken``."""
    actor.require(Right.MANAGE_CONSOLES)
    cleaned = check_console_name(name)
    console_of(unit, console_id)
    for other in unit.lot_consoles():
        is_same_name = other.name.casefold() == cleaned.casefold()
        if is_same_name and other.revoked_at is None and other.console_id != console_id:
            raise Refused("console.name_taken", name=cleaned)
    unit.record(RENAMED, {"name": cleaned}, who=actor.person_id, subjects=[Subject("console", console_id)])
    return cleaned
