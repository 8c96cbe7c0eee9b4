"""The rows of the lot's consoles, and which of them is the hub."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from core.domain.consoles import LotConsole, fold_console
from core.domain.journal import Entry, Subject, to_micros
from core.domain.leases import fold_hub
from core.store.journal import entries_of
from core.store.sharing_tables import consoles
from core.store.upserts import upsert

_HUBS = select(consoles.c.console_id).where(
    consoles.c.lot_id == bindparam("lot"), consoles.c.is_hub.is_(True)
)
_APPOINT = (
    update(consoles)
    .where(consoles.c.lot_id == bindparam("lot"), consoles.c.console_id == bindparam("console"))
    .values(is_hub=bindparam("hub"))
)


def project_consoles(connection: Connection, lot_id: str, entries_by: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the consoles again and replace their rows."""
    folded = [fold_console(entries) for entries in entries_by.values()]
    joined = [console for console in folded if console is not None]
    if not joined:
        return
    hub_id = fold_hub(entries_of(connection, lot_id, Subject("hub", lot_id))).console_id
    for console in joined:
        row = _row(lot_id, console, is_hub=console.console_id == hub_id)
        upsert(connection, consoles, ("lot_id", "console_id"), row)


def project_hub(connection: Connection, lot_id: str, entries_by: Mapping[str, Sequence[Entry]]) -> None:
    """Mark the console that is the hub, and no other."""
    hub_id = fold_hub(entries_by.get(lot_id, ())).console_id
    for former in connection.execute(_HUBS, {"lot": lot_id}).scalars().all():
        if former != hub_id:
            connection.execute(_APPOINT, {"lot": lot_id, "console": former, "hub": False})
    if hub_id:
        connection.execute(_APPOINT, {"lot": lot_id, "console": hub_id, "hub": True})


def _row(lot_id: str, console: LotConsole, *, is_hub: bool) -> dict[str, Any]:
    return {
        "lot_id": lot_id,
        "console_id": console.console_id,
        "number": console.number,
        "name": console.name,
        "public_key": console.public_key,
        "joined_at": to_micros(console.joined_at),
        "revoked_at": None if console.revoked_at is None else to_micros(console.revoked_at),
        "is_hub": is_hub,
        "entry_lanes": console.entry_lanes,
    }
