"""Leases in the store: what each console was granted, counted entry by entry, and the book of them all.

Entries about spaces are not folded anew with each further one, as there is no end of them: every entry comes
into the journal once, and is counted then. Only when a hub is appointed all of them are counted again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from core.domain.journal import Entry, Subject
from core.domain.leases import HUB_APPOINTED, LEASE_KINDS, Lease, LeaseBook, lease_change
from core.store.journal import entries_of
from core.store.rows import entry_from_row
from core.store.sharing_tables import consoles, space_leases
from core.store.tables import journal
from core.store.told import told

_CONSOLES = select(
    consoles.c.console_id, consoles.c.is_hub, consoles.c.entry_lanes, consoles.c.revoked_at
).where(consoles.c.lot_id == bindparam("lot"))
_LEASES = select(space_leases).where(space_leases.c.lot_id == bindparam("lot"))
_ABOUT_SPACES = select(journal).where(
    journal.c.lot_id == bindparam("lot"), journal.c.kind.in_(sorted(LEASE_KINDS))
)
_CHANGE = (
    update(space_leases)
    .where(space_leases.c.lot_id == bindparam("lot"), space_leases.c.console_id == bindparam("console"))
    .values({name: space_leases.c[name] + bindparam(f"more_{name}") for name in ("granted", "spent", "kept")})
)


def lease_book(connection: Connection, lot_id: str, console_id: str) -> LeaseBook:
    """Who holds how many spaces, as the console knows it.

    A console that has just joined, and has the journal in part, is told by nothing there that others let
    cars in, too: until it has read who is the hub it goes by what that one said.
    """
    rows = connection.execute(_CONSOLES, {"lot": lot_id}).all()
    hub_id = next((row.console_id for row in rows if row.is_hub), "")
    if not hub_id:
        said = told(connection, lot_id)
        return LeaseBook(console_id, "" if said is None else said.hub_id)
    entrances = {row.console_id for row in rows if row.entry_lanes and row.revoked_at is None}
    leases = {
        row.console_id: Lease(row.console_id, row.granted, row.spent, row.kept)
        for row in connection.execute(_LEASES, {"lot": lot_id})
    }
    return LeaseBook(console_id, hub_id, frozenset(entrances), leases)


def count_leases(connection: Connection, lot_id: str, entries: Iterable[Entry]) -> None:
    """Count what entries say that have just come into the journal; to be called once for each."""
    fresh = list(entries)
    if any(entry.kind == HUB_APPOINTED for entry in fresh):
        recount_leases(connection, lot_id)
        return
    about_spaces = [entry for entry in fresh if entry.kind in LEASE_KINDS]
    if about_spaces:
        for console_id, change in _changes(connection, lot_id, about_spaces).items():
            _add(connection, lot_id, Lease(console_id, change))


def recount_leases(connection: Connection, lot_id: str, *, until: Mapping[str, int] | None = None) -> None:
    """Count from the whole journal what each console was granted; what was spent and kept stays as it is.

    With ``until`` only entries up to that seq of each chain: those behind it will be counted one by one.
    """
    connection.execute(update(space_leases).where(space_leases.c.lot_id == lot_id).values(granted=0))
    for console_id, granted in granted_by_journal(connection, lot_id, until=until).items():
        _add(connection, lot_id, Lease(console_id, granted))


def granted_by_journal(
    connection: Connection, lot_id: str, *, until: Mapping[str, int] | None = None
) -> dict[str, int]:
    """What each console was granted, less what it gave back, by all entries of the journal."""
    entries = [
        entry_from_row(row, None)
        for row in connection.execute(_ABOUT_SPACES, {"lot": lot_id})
        if until is None or row.seq <= until.get(row.console_id, 0)
    ]
    return dict(_changes(connection, lot_id, entries))


def _changes(connection: Connection, lot_id: str, entries: Sequence[Entry]) -> Counter[str]:
    appointments = entries_of(connection, lot_id, Subject("hub", lot_id))
    total: Counter[str] = Counter()
    for entry in entries:
        change = lease_change(entry, appointments)
        if change is not None:
            total[change.console_id] += change.count
    return total


def _add(connection: Connection, lot_id: str, change: Lease) -> None:
    counts = {"granted": change.granted, "spent": change.spent, "kept": change.kept}
    key = {"lot": lot_id, "console": change.console_id}
    if (
        connection.execute(_CHANGE, key | {f"more_{name}": count for name, count in counts.items()}).rowcount
        == 0
    ):
        row = {"lot_id": lot_id, "console_id": change.console_id} | counts
        connection.execute(insert(space_leases).values(row))
