"""Which photos of this console wait to be sent: read from its own journal, with a cursor for each size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Select, insert, select, update

from core.domain.journal import from_micros
from core.services.photo_copies import PhotoEntry, PhotoSize
from core.store.store import Store
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal, local_state
from core.store.unit_of_work import SqlUnitOfWork

MOST_COUNTED = 2_000
_SCANNED_AT_ONCE = 500
_CURSOR = {PhotoSize.SMALL: "ps:", PhotoSize.LARGE: "pl:"}


class StorePhotoQueue:
    """The queue of a store; a restored console first sends what it had still to send under its old id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def next_to_send(self, size: PhotoSize, limit: int) -> list[PhotoEntry]:
        """The next entries with photos."""
        return self._store.read(lambda unit: list(islice(_waiting(unit, size), limit)))

    def sent(self, size: PhotoSize, entry: PhotoEntry) -> None:
        """Move the cursor up to this entry."""
        self._store.write(lambda unit: _move(unit, _CURSOR[size] + entry.console_id, entry.seq))

    def waiting(self, size: PhotoSize) -> int:
        """How many entries with photos come after the cursor."""
        return self._store.read(lambda unit: sum(1 for _ in islice(_waiting(unit, size), MOST_COUNTED)))


def _chains(unit: SqlUnitOfWork) -> list[str]:
    former = _local(unit, "restored_from")
    return [one for one in (former, unit.console_id) if one]


def _waiting(unit: SqlUnitOfWork, size: PhotoSize) -> Iterator[PhotoEntry]:
    for console_id in _chains(unit):
        after = int(_local(unit, _CURSOR[size] + console_id) or 0)
        while rows := unit.connection.execute(_after(unit.lot_id, console_id, after)).all():
            for row in rows:
                photo = (row.fields or {}).get("photo", "")
                if photo:
                    yield PhotoEntry(console_id, row.seq, from_micros(row.at), str(photo))
            after = rows[-1].seq


def _after(lot_id: str, console_id: str, seq: int) -> Select[tuple[int, int, object]]:
    return (
        select(journal.c.seq, journal.c.at, journal_personal.c.fields)
        .join(journal_personal, PERSONAL_OF_ENTRY)
        .where(journal.c.lot_id == lot_id, journal.c.console_id == console_id, journal.c.seq > seq)
        .order_by(journal.c.seq)
        .limit(_SCANNED_AT_ONCE)
    )


def _local(unit: SqlUnitOfWork, name: str) -> str:
    value = unit.connection.execute(select(local_state.c.value).where(local_state.c.name == name)).scalar()
    return str(value or "")


def _move(unit: SqlUnitOfWork, name: str, seq: int) -> None:
    changed = unit.connection.execute(
        update(local_state).where(local_state.c.name == name).values(value=str(seq))
    )
    if changed.rowcount == 0:
        unit.connection.execute(insert(local_state).values(name=name, value=str(seq)))
