"""Writes this console down as one of the lot's, and as its hub where nobody is that yet."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.consoles import JOINED, LotConsole
from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.leases import HUB_APPOINTED, Hub, fold_hub
from core.services.unit_of_work import UnitOfWork

MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class OwnConsole:
    """What a console says of itself; ``address`` is where others reach it as their hub (``host:port``)."""

    name: str
    public_key: str
    entry_lanes: bool
    address: str = ""


def announce_console(unit: UnitOfWork, own: OwnConsole, *, who: str) -> LotConsole:
    """This console as the journal has it, written down first where that was not done or its key is new.

    Refused ``hub.elsewhere`` where another console is the hub: then this one joins by invitation.
    """
    hub = current_hub(unit)
    if hub.console_id not in {"", unit.console_id}:
        raise Refused("hub.elsewhere")
    known = write_own(unit, own, who=who)
    if hub.term == 0 or (own.address and own.address != hub.address):
        write_hub(unit, unit.console_id, address=own.address, who=who)
    return known


def write_own(unit: UnitOfWork, own: OwnConsole, *, who: str) -> LotConsole:
    """This console as the journal has it, written down first where that was not done or its key is new."""
    known = next((each for each in unit.lot_consoles() if each.console_id == unit.console_id), None)
    if known is not None and known.public_key == own.public_key:
        return known
    return write_console(
        unit,
        console_id=unit.console_id,
        name=known.name if known is not None else own.name,
        public_key=own.public_key,
        entry_lanes=own.entry_lanes,
        who=who,
    )


def current_hub(unit: UnitOfWork) -> Hub:
    """Who is the lot's hub, and where it is reached; an empty id where nobody was ever appointed."""
    return fold_hub(unit.entries_about(Subject("hub", unit.lot_id)))


def write_hub(unit: UnitOfWork, console_id: str, *, address: str, who: str) -> None:
    """Write a new appointment down."""
    unit.record(
        HUB_APPOINTED,
        {"console_id": console_id, "term": current_hub(unit).term + 1, "address": address},
        who=who,
        subjects=[Subject("hub", unit.lot_id)],
    )


def write_console(
    unit: UnitOfWork, *, console_id: str, name: str, public_key: str, entry_lanes: bool, who: str
) -> LotConsole:
    """Write a console down as one of the lot's, under the number it had, or the next one."""
    known = unit.lot_consoles()
    numbers = {each.console_id: each.number for each in known}
    number = numbers.get(console_id, max(numbers.values(), default=0) + 1)
    console = {
        "console_id": console_id,
        "name": name,
        "number": number,
        "public_key": public_key,
        "entry_lanes": entry_lanes,
    }
    unit.record(JOINED, {"console": console}, who=who, subjects=[Subject("console", console_id)])
    return LotConsole(console_id, number, name, public_key, unit.now, entry_lanes)


def check_console_name(name: str) -> str:
    """The name without spaces around it; BadInput where it is empty or too long."""
    cleaned = " ".join(name.split())
    if not 1 <= len(cleaned) <= MAX_NAME or not cleaned.isprintable():
        raise BadInput("console.bad_name", longest=MAX_NAME)
    return cleaned
