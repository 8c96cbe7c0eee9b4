"""Which rows of the shared journal were not projected yet, as far as projecting needs to know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import BigInteger

from core.domain.chains import Marks
from core.domain.journal import Entry, Subject, from_micros
from core.domain.leases import HUB_APPOINTED, LEASE_KINDS
from core.store.rows import entry_from_row
from core.store.shared.chain_rows import marks_of, months_between
from core.store.sharing_tables import projected_marks
from core.store.tables import journal

_PROJECTED = select(projected_marks.c.console_id, projected_marks.c.seq).where(
    projected_marks.c.lot_id == bindparam("lot"), projected_marks.c.console_id != ""
)
_IN_PLACE = (
    journal.c.lot_id == bindparam("lot"),
    journal.c.console_id == bindparam("console"),
    journal.c.month == bindparam("in_month"),
)
# Of these a day's report counts only some; their payload is read here, as the server's own functions fail
# on JSON that holds an escaped NUL.
_WITH_PAYLOAD = ("gate.commanded", "lane.turned_away")
_FRESH = select(
    journal.c.console_id,
    journal.c.seq,
    journal.c.at,
    journal.c.kind,
    journal.c.subjects,
    case((journal.c.kind.in_(_WITH_PAYLOAD), journal.c.payload)).label("payload"),
).where(*_IN_PLACE, journal.c.seq.between(bindparam("first"), bindparam("last")))
_ENTRIES = select(journal).where(
    *_IN_PLACE, journal.c.seq == func.any(bindparam("seqs", type_=ARRAY(BigInteger)))
)
_ABOUT_SPACES = LEASE_KINDS | {HUB_APPOINTED}


@dataclass(frozen=True, slots=True)
class FreshRow:
    """An entry that waits to be projected: where it stands, what it is about, and what days count of it."""

    console_id: str
    seq: int
    at: int
    kind: str
    subjects: tuple[Subject, ...]
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Behind:
    """How far projecting is behind: by chain the first seq that waits and the last."""

    lot_id: str
    spans: Mapping[str, tuple[int, int]]

    @property
    def rows(self) -> int:
        """How many rows wait."""
        return sum(last - first + 1 for first, last in self.spans.values())

    def first_rows(self, most: int) -> Behind:
        """About so many of them: the same number of each chain, so that none waits for another's end."""
        if not self.spans:
            return self
        each = max(1, most // len(self.spans))
        return Behind(
            self.lot_id,
            {name: (first, min(last, first + each - 1)) for name, (first, last) in self.spans.items()},
        )


def projected(connection: Connection, lot_id: str) -> dict[str, int]:
    """By console, the seq up to which its chain is projected."""
    return {row.console_id: row.seq for row in connection.execute(_PROJECTED, {"lot": lot_id})}


def behind(connection: Connection, lot_id: str) -> Behind:
    """What waits to be projected."""
    held: Marks = marks_of(driver_session(connection), lot_id)
    done = projected(connection, lot_id)
    return Behind(
        lot_id,
        {
            console_id: (done.get(console_id, 0) + 1, mark.seq)
            for console_id, mark in held.items()
            if mark.seq > done.get(console_id, 0)
        },
    )


def fresh_rows(connection: Connection, waiting: Behind) -> list[FreshRow]:
    """The rows of these spans, chain by chain."""
    rows = [
        _fresh_row(row) for place in _places(connection, waiting) for row in connection.execute(_FRESH, place)
    ]
    return sorted(rows, key=lambda row: (row.console_id, row.seq))


def entries_about_spaces(connection: Connection, waiting: Behind, rows: Sequence[FreshRow]) -> list[Entry]:
    """Those of the rows that leases are counted by, in full."""
    wanted = [row for row in rows if row.kind in _ABOUT_SPACES]
    if not wanted:
        return []
    entries: list[Entry] = []
    for place in _places(connection, waiting):
        seqs = [row.seq for row in wanted if row.console_id == place["console"]]
        found = connection.execute(_ENTRIES, place | {"seqs": seqs}) if seqs else ()
        entries += [entry_from_row(row, None) for row in found]
    return entries


def oldest(connection: Connection, waiting: Behind) -> datetime | None:
    """The instant of the oldest entry that waits."""
    first = Behind(waiting.lot_id, {name: (seq, seq) for name, (seq, _) in waiting.spans.items()})
    return min((from_micros(row.at) for row in fresh_rows(connection, first)), default=None)


def driver_session(connection: Connection) -> Any:
    """The driver's own session under the connection."""
    return connection.connection.driver_connection


def _places(connection: Connection, waiting: Behind) -> Iterator[dict[str, Any]]:
    for console_id, (first, last) in waiting.spans.items():
        place = {"lot": waiting.lot_id, "console": console_id, "first": first, "last": last}
        for month in months_between(driver_session(connection), place):
            yield place | {"in_month": month}


def _fresh_row(row: Any) -> FreshRow:
    payload = row.payload if isinstance(row.payload, dict) else {}
    return FreshRow(row.console_id, row.seq, row.at, row.kind, tuple(_subjects(row.subjects)), payload)


def _subjects(plain: object) -> Iterable[Subject]:
    """What the entry says it is about; whatever makes no sense is about nothing."""
    for each in plain if isinstance(plain, list) else ():
        if isinstance(each, list) and len(each) == 2 and all(isinstance(part, str) for part in each):
            yield Subject(*each)
