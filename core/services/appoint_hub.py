"""Appoints another console as the lot's hub, when the one that was it is gone or shall be replaced."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.people import Actor, Right
from core.services.announce_console import OwnConsole, current_hub, write_hub, write_own
from core.services.revoke_console import console_of
from core.services.unit_of_work import UnitOfWork


def appoint_hub(
    unit: UnitOfWork, *, actor: Actor, console_id: str, address: str, own: OwnConsole | None = None
) -> None:
    """Write the appointment down; it holds for every console as soon as that one hears of it.

    ``address`` is where the others will find it (``host:port``). To be done on the console that becomes the
    hub, once the former one is switched off or knows of it: as long as both think that they are the hub,
    both let cars in on the spaces that nobody holds. A hub that was restored from a backup has a new id,
    which no journal knows: with ``own`` it writes itself down first. Refused ``console.unknown``,
    ``console.revoked_already``, ``hub.is_already``.
    """
    actor.require(Right.MANAGE_CONSOLES)
    if own is not None and console_id == unit.console_id:
        write_own(unit, own, who=actor.person_id)
    console = console_of(unit, console_id)
    if console.revoked_at is not None:
        raise Refused("console.revoked_already", name=console.name)
    hub = current_hub(unit)
    if hub.console_id == console_id and hub.address == address:
        raise Refused("hub.is_already", name=console.name)
    write_hub(unit, console_id, address=address, who=actor.person_id)
