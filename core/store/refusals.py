"""What could not be taken, or not be made sense of: kept with its reason until a person settled it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection, func, insert, select, update

from core.domain.chains import ChainRow
from core.domain.journal import Entry, Subject, from_micros, to_micros
from core.services.sharing import RefusedItem
from core.store.chain_rows import row_document
from core.store.sharing_tables import refused_rows

MOST_UNSETTLED = 1000
"""More than so many are not kept: a far side that sends rubbish must not fill the disk."""

CANNOT_FOLD = "projection.cannot_fold"
_MOST_CHARACTERS = 500
_MINE = refused_rows.c


def refuse_rows(
    connection: Connection, *, rows: Sequence[ChainRow], lot_id: str, cause: str, detail: str, at: datetime
) -> int:
    """Keep rows that were not taken; returns how many were not kept for that cause already."""
    room = _room(connection, lot_id)
    kept = 0
    for row in rows:
        if kept >= room or _is_known(connection, lot_id, row.console_id, row.seq, cause):
            continue
        connection.execute(
            insert(refused_rows).values(
                lot_id=lot_id,
                refusal_id=str(uuid_utils.uuid7()),
                console_id=row.console_id,
                seq=row.seq,
                kind=row.kind[:40],
                cause=cause,
                detail=detail[:_MOST_CHARACTERS],
                at=to_micros(at),
                row=row_document(row),
            )
        )
        kept += 1
    return kept


def refuse_subject(
    connection: Connection, entry: Entry, subject: Subject, *, detail: str, at: datetime
) -> None:
    """Keep that nothing could be made of a subject after this entry, which is in the journal."""
    if _room(connection, entry.lot_id) == 0:
        return
    if _is_known(connection, entry.lot_id, entry.console_id, entry.seq, CANNOT_FOLD):
        return
    connection.execute(
        insert(refused_rows).values(
            lot_id=entry.lot_id,
            refusal_id=str(uuid_utils.uuid7()),
            console_id=entry.console_id,
            seq=entry.seq,
            kind=entry.kind[:40],
            cause=CANNOT_FOLD,
            detail=f"{subject.kind} {subject.subject_id}: {detail}"[:_MOST_CHARACTERS],
            at=to_micros(at),
            row={},
        )
    )


def refused_items(connection: Connection, lot_id: str) -> list[RefusedItem]:
    """What is not settled, the latest first."""
    rows = connection.execute(
        select(refused_rows)
        .where(_MINE.lot_id == lot_id, _MINE.settled_at.is_(None))
        .order_by(_MINE.at.desc(), _MINE.refusal_id.desc())
    )
    return [
        RefusedItem(
            refusal_id=row.refusal_id,
            console_id=row.console_id,
            seq=row.seq,
            kind=row.kind,
            cause=row.cause,
            detail=row.detail,
            at=from_micros(row.at),
        )
        for row in rows
    ]


def settle_refusal(connection: Connection, lot_id: str, refusal_id: str, at: datetime) -> bool:
    """A person saw it and needs it no more; whether it was unsettled."""
    changed = connection.execute(
        update(refused_rows)
        .where(_MINE.lot_id == lot_id, _MINE.refusal_id == refusal_id, _MINE.settled_at.is_(None))
        .values(settled_at=to_micros(at))
    )
    return changed.rowcount > 0


def settle_unfolded(connection: Connection, lot_id: str, at: datetime) -> None:
    """All subjects are being folded again: what still makes no sense will be refused anew."""
    connection.execute(
        update(refused_rows)
        .where(_MINE.lot_id == lot_id, _MINE.cause == CANNOT_FOLD, _MINE.settled_at.is_(None))
        .values(settled_at=to_micros(at))
    )


def _room(connection: Connection, lot_id: str) -> int:
    unsettled = connection.execute(
        select(func.count())
        .select_from(refused_rows)
        .where(_MINE.lot_id == lot_id, _MINE.settled_at.is_(None))
    ).scalar()
    return max(0, MOST_UNSETTLED - int(unsettled or 0))


def _is_known(connection: Connection, lot_id: str, console_id: str, seq: int, cause: str) -> bool:
    found = connection.execute(
        select(_MINE.refusal_id).where(
            _MINE.lot_id == lot_id,
            _MINE.console_id == console_id,
            _MINE.seq == seq,
            _MINE.cause == cause,
            _MINE.settled_at.is_(None),
        )
    ).first()
    return found is not None
