"""This console's journal as sharing sees it: its chains are handed out, those of others taken in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from core.domain.chains import MONEY_KINDS, ChainRow, Mark, Marks, check_rows
from core.domain.errors import LinkError
from core.domain.journal import Entry, from_micros, to_micros
from core.services.sharing import MOST_ROWS, RefusedItem, Waiting
from core.store.chain_rows import ENTRY_OF_KEY, chains_of, links_of, mark_of, place_of, rows_after
from core.store.refusals import refuse_rows, refused_items, settle_refusal
from core.store.sharing_tables import sync_marks
from core.store.store import Store
from core.store.tables import journal, journal_keys
from core.store.taking import take_rows
from core.store.unit_of_work import SqlUnitOfWork
from core.store.upserts import upsert

ROWS_AT_ONCE = 250
"""A car at a lane waits for the transaction before it: so long may one of sharing be, and no longer."""


class StoreReplica:
    """The Replica on a console's store; safe from any thread.

    What is taken is checked on the calling thread, and put away in short transactions, so that a lane's
    decision never waits behind a day's backlog.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def lot_id(self) -> str:
        """The lot."""
        return self._store.lot_id

    @property
    def console_id(self) -> str:
        """This console."""
        return self._store.console_id

    def marks(self) -> Marks:
        """How far each chain of the lot is held here."""
        with self._store.reading() as view:
            return {
                console_id: mark_of(view.connection, self.lot_id, console_id)
                for console_id in chains_of(view.connection, self.lot_id)
            }

    def rows(self, console_id: str, after_seq: int, limit: int = MOST_ROWS) -> list[ChainRow]:
        """The chain's next rows, from ``after_seq`` + 1 on."""
        with self._store.reading() as view:
            return rows_after(view.connection, self.lot_id, console_id, after_seq, limit)

    def take(self, rows: Sequence[ChainRow]) -> Mark:
        """Take rows of another console's chain, all of them or none that cannot be taken.

        LinkError ``chain.gap``, ``chain.broken``, ``chain.unreadable``, ``chain.fork``; ``chain.ahead`` for
        rows of this console that it does not have; ``chain.other_lot``. StoreError where the disk refuses.
        """
        if not rows:
            raise ValueError("nothing to take")
        try:
            return self._take(rows)
        except LinkError as error:
            bad = next((row for row in rows if place_of(row) == error.detail), rows[0])
            self.refuse([bad], error.cause, error.detail)
            raise

    def acknowledge(self, link: str, marks: Marks) -> None:
        """Keep how far a far side was seen to hold each chain, also where it holds less than before."""
        known = self.acknowledged(link)
        changed = {console_id: mark for console_id, mark in marks.items() if known.get(console_id) != mark}
        if changed:
            self._store.write(lambda unit: _acknowledge(unit, link, changed))

    def acknowledged(self, link: str) -> Marks:
        """How far that far side was last seen to hold each chain."""
        with self._store.reading() as view:
            rows = view.connection.execute(
                select(sync_marks).where(sync_marks.c.lot_id == self.lot_id, sync_marks.c.link == link)
            )
            return {row.console_id: Mark(row.seq, row.link_hash) for row in rows}

    def waiting(self, link: str) -> Waiting:
        """What of this console's own chain that far side was not seen to hold.

        Where it holds another chain under this console's id nobody can say from where on: then all waits.
        """
        acknowledged = self.acknowledged(link).get(self.console_id, Mark())
        with self._store.reading() as view:
            return _waiting(view, acknowledged.seq if _is_ours(view, acknowledged) else 0)

    def refuse(self, rows: Sequence[ChainRow], cause: str, detail: str = "") -> None:
        """Keep rows that cannot be taken, with their reason; what is kept already is not kept again."""
        self._store.write(
            lambda unit: refuse_rows(
                unit.connection, rows=rows, lot_id=self.lot_id, cause=cause, detail=detail, at=unit.now
            )
        )

    def refused(self) -> list[RefusedItem]:
        """What was refused and nobody settled yet, the latest first."""
        with self._store.reading() as view:
            return refused_items(view.connection, self.lot_id)

    def settle(self, refusal_id: str) -> bool:
        """A person saw the refused item and needs it no more; whether it was unsettled."""
        return self._store.write(
            lambda unit: settle_refusal(unit.connection, self.lot_id, refusal_id, unit.now)
        )

    def _take(self, rows: Sequence[ChainRow]) -> Mark:
        foreign = next((row for row in rows if row.lot_id != self.lot_id), None)
        if foreign is not None:
            raise LinkError("chain.other_lot", detail=place_of(foreign))
        held, fresh = self._not_held(rows)
        if not fresh:
            return held
        if fresh[0].console_id == self.console_id:
            raise LinkError("chain.ahead", detail=place_of(fresh[0]))
        entries = check_rows(fresh, held)
        for start in range(0, len(fresh), ROWS_AT_ONCE):
            end = start + ROWS_AT_ONCE
            held = self._take_some(fresh[start:end], entries[start:end], held)
        return held

    def _take_some(self, rows: Sequence[ChainRow], entries: Sequence[Entry], before: Mark) -> Mark:
        return self._store.write(lambda unit: take_rows(unit, rows, entries, before))

    def _not_held(self, rows: Sequence[ChainRow]) -> tuple[Mark, Sequence[ChainRow]]:
        """How far the chain is held, and the rows beyond; LinkError where a row differs from what is held."""
        console_id = rows[0].console_id
        with self._store.reading() as view:
            held = mark_of(view.connection, self.lot_id, console_id)
            known = [row for row in rows if row.seq <= held.seq and row.console_id == console_id]
            if known:
                seqs = [row.seq for row in known]
                links = links_of(view.connection, self.lot_id, console_id, min(seqs), max(seqs))
                for row in known:
                    if links.get(row.seq) != row.link:
                        raise LinkError("chain.fork", detail=place_of(row))
        return held, [row for row in rows if row.console_id != console_id or row.seq > held.seq]


def _acknowledge(unit: SqlUnitOfWork, link: str, marks: Marks) -> None:
    for console_id, mark in marks.items():
        row = {
            "lot_id": unit.lot_id,
            "link": link,
            "console_id": console_id,
            "seq": mark.seq,
            "link_hash": mark.link,
            "seen_at": to_micros(unit.now),
        }
        upsert(unit.connection, sync_marks, ("lot_id", "link", "console_id"), row)


def _is_ours(view: SqlUnitOfWork, mark: Mark) -> bool:
    """Whether this console's own chain has that very entry at that place."""
    links = links_of(view.connection, view.lot_id, view.console_id, mark.seq, mark.seq)
    return mark.seq == 0 or links.get(mark.seq) == mark.link


def _waiting(view: SqlUnitOfWork, after_seq: int) -> Waiting:
    mark = mark_of(view.connection, view.lot_id, view.console_id)
    oldest = view.connection.execute(
        select(journal.c.at, journal.c.hlc)
        .join(journal_keys, ENTRY_OF_KEY)
        .where(
            journal_keys.c.lot_id == view.lot_id,
            journal_keys.c.console_id == view.console_id,
            journal_keys.c.seq == after_seq + 1,
        )
    ).first()
    if oldest is None:
        return Waiting()
    # In one chain the hybrid clock rises with the seq, and it is what the index of kinds is ordered by.
    money = view.connection.execute(
        select(func.count()).where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind.in_(sorted(MONEY_KINDS)),
            journal.c.hlc >= oldest.hlc,
            journal.c.console_id == view.console_id,
        )
    ).scalar()
    return Waiting(mark.seq - after_seq, int(money or 0), from_micros(oldest.at))
