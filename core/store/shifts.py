"""Shifts in the store: which is open, which was closed last, and the entries that a report counts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from core.domain.errors import Refused
from core.domain.journal import Entry
from core.domain.shifts import Shift
from core.store.rows import entry_from_row, shift_from_row
from core.store.sharing_tables import consoles
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_keys, journal_personal, shifts


def load_shift(connection: Connection, lot_id: str, shift_id: str) -> Shift:
    """The shift of that id; Refused ``shift.unknown``."""
    found = _first(connection, lot_id, shifts.c.shift_id == shift_id)
    if found is None:
        raise Refused("shift.unknown")
    return found


def open_shift_on(connection: Connection, lot_id: str, console_id: str, drawer: str) -> Shift | None:
    """The shift that takes the money of this console's drawer now: a relief before the one it relieves."""
    return _first(
        connection,
        lot_id,
        _is_own_drawer(lot_id, console_id, drawer),
        shifts.c.closed_at.is_(None),
        order=((shifts.c.main_shift_id != "").desc(), *_newest_here(console_id)),
    )


def open_shift_of(connection: Connection, lot_id: str, console_id: str, person_id: str) -> Shift | None:
    """The shift that the person has open on any drawer."""
    return _first(
        connection,
        lot_id,
        shifts.c.person_id == person_id,
        shifts.c.closed_at.is_(None),
        order=_newest_here(console_id),
    )


def last_closed_on(connection: Connection, lot_id: str, console_id: str, drawer: str) -> Shift | None:
    """The main shift that was closed last on this console's drawer: by the number of its Z, then by time."""
    return _first(
        connection,
        lot_id,
        _is_own_drawer(lot_id, console_id, drawer),
        shifts.c.closed_at.is_not(None),
        shifts.c.main_shift_id == "",
        order=(
            func.coalesce(shifts.c.z_number, 0).desc(),
            (shifts.c.console_id == console_id).desc(),
            shifts.c.closed_at.desc(),
        ),
    )


def chain_end(connection: Connection, lot_id: str, console_id: str) -> int:
    """The seq of the last entry held of the console's chain, 0 where there is none."""
    last = connection.execute(
        select(func.max(journal_keys.c.seq)).where(
            journal_keys.c.lot_id == lot_id, journal_keys.c.console_id == console_id
        )
    ).scalar()
    return int(last or 0)


def entries_in_chain(
    connection: Connection,
    lot_id: str,
    console_id: str,
    *,
    after_seq: int,
    until_seq: int,
    kinds: Collection[str],
) -> list[Entry]:
    """The entries of these kinds in that stretch of the console's chain, in its order."""
    # By the index on kind and clock: a chain's clock never goes back, so its bounds are those of the seq.
    first_hlc = _hlc(connection, lot_id, console_id, after_seq)
    rows = connection.execute(
        select(journal, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == lot_id,
            journal.c.console_id == console_id,
            journal.c.kind.in_(sorted(kinds)),
            journal.c.hlc > first_hlc,
            journal.c.seq <= until_seq,
        )
        .order_by(journal.c.seq)
    )
    return [entry_from_row(row, row.fields) for row in rows]


def _hlc(connection: Connection, lot_id: str, console_id: str, seq: int) -> int:
    found = connection.execute(
        select(journal.c.hlc).where(
            journal.c.lot_id == lot_id, journal.c.console_id == console_id, journal.c.seq == seq
        )
    ).scalar()
    return -1 if found is None else int(found)


def _first(
    connection: Connection, lot_id: str, *conditions: ColumnElement[bool], order: tuple[Any, ...] = ()
) -> Shift | None:
    row = connection.execute(
        select(shifts).where(shifts.c.lot_id == lot_id, *conditions).order_by(*order).limit(1)
    ).first()
    return None if row is None else shift_from_row(row)


def _newest_here(console_id: str) -> tuple[Any, ...]:
    return ((shifts.c.console_id == console_id).desc(), shifts.c.opened_at.desc())


def _is_own_drawer(lot_id: str, console_id: str, drawer: str) -> ColumnElement[bool]:
    """Not that of another console at work, but that of one whose place this one took."""
    others = select(consoles.c.console_id).where(
        consoles.c.lot_id == lot_id,
        consoles.c.revoked_at.is_(None),
        consoles.c.console_id != console_id,
    )
    return and_(shifts.c.drawer == drawer, shifts.c.console_id.not_in(others))
