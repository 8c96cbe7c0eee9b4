"""Taking rows of another console's chain in one transaction: beside the own ones, and folded with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from core.domain.chains import ChainRow, Mark, check_clock
from core.domain.errors import LinkError
from core.domain.journal import Entry
from core.store.chain_rows import mark_of, place_of, put_rows
from core.store.folding import fold_all
from core.store.leases import count_leases
from core.store.refusals import refuse_subject
from core.store.unit_of_work import SqlUnitOfWork


def take_rows(unit: SqlUnitOfWork, rows: Sequence[ChainRow], entries: Sequence[Entry], before: Mark) -> Mark:
    """Take checked rows of one chain, which follow upon ``before``; what another thread took is left out.

    LinkError ``chain.fork`` where the chain went on with other entries meanwhile. A subject of which
    nothing can be made is kept as refused, and holds up neither the chain nor other subjects.
    """
    held = mark_of(unit.connection, unit.lot_id, rows[0].console_id)
    ends = {before.seq: before.link} | {row.seq: row.link for row in rows}
    if held.seq > rows[-1].seq:
        return held
    if ends.get(held.seq) != held.link:
        raise LinkError("chain.fork", detail=f"{rows[0].console_id} {held.seq}")
    fresh = [pair for pair in zip(rows, entries, strict=True) if pair[0].seq > held.seq]
    if fresh:
        _put(unit, [row for row, _ in fresh], [entry for _, entry in fresh])
    return Mark(rows[-1].seq, rows[-1].link)


def _put(unit: SqlUnitOfWork, rows: Sequence[ChainRow], entries: Sequence[Entry]) -> None:
    try:
        put_rows(unit.connection, rows, entries)
    except IntegrityError as error:
        # The place in the chain is free, so an entry of that id stands elsewhere.
        raise LinkError("chain.fork", detail=place_of(rows[0])) from error
    # What this console writes from now on comes after what it has seen.
    for entry in entries:
        check_clock(entry, unit.head.hlc)
        unit.head = replace(unit.head, hlc=max(unit.head.hlc, entry.hlc))
    unit.entries.extend(entries)
    unit.forget(entries)
    _fold(unit, entries)
    count_leases(unit.connection, unit.lot_id, entries)


def _fold(unit: SqlUnitOfWork, entries: Sequence[Entry]) -> None:
    last = {subject: entry for entry in entries for subject in entry.subjects}
    for unfolded in fold_all(unit.connection, unit.lot_id, last):
        entry = last[unfolded.subject]
        refuse_subject(unit.connection, entry, unfolded.subject, detail=unfolded.why, at=unit.now)
