"""Anchors in the store: where the chains stand, and which anchors were written where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select

from core.domain.anchors import ANCHOR_MADE, Anchor
from core.domain.chains import Mark
from core.domain.journal import from_micros, to_micros
from core.store.chain_rows import ENTRY_OF_KEY, chains_of, mark_of
from core.store.money_tables import anchors
from core.store.tables import journal, journal_keys


def heads_of(connection: Connection, lot_id: str) -> dict[str, Mark]:
    """Where each chain of the lot ends here."""
    return {
        console_id: mark_of(connection, lot_id, console_id) for console_id in chains_of(connection, lot_id)
    }


def is_anchored(connection: Connection, lot_id: str, console_id: str) -> bool:
    """Whether all that is held here but anchors came before this console's last anchor.

    By the places that it named, not by the clock: what others wrote while they were cut off comes late.
    """
    last = connection.execute(
        select(journal.c.seq, journal.c.payload)
        .where(journal.c.lot_id == lot_id, journal.c.kind == ANCHOR_MADE, journal.c.console_id == console_id)
        .order_by(journal.c.hlc.desc())
        .limit(1)
    ).first()
    if last is None:
        return False
    named = last.payload.get("heads", {})
    return not any(
        _has_other_than_anchors(
            connection, lot_id, chain, last.seq if chain == console_id else _seq(named.get(chain))
        )
        for chain in chains_of(connection, lot_id)
    )


def _seq(head: object) -> int:
    return head[0] if isinstance(head, list) and head and isinstance(head[0], int) else 0


def _has_other_than_anchors(connection: Connection, lot_id: str, console_id: str, after_seq: int) -> bool:
    return (
        connection.execute(
            select(journal.c.seq)
            .join(journal_keys, ENTRY_OF_KEY)
            .where(
                journal_keys.c.lot_id == lot_id,
                journal_keys.c.console_id == console_id,
                journal_keys.c.seq > after_seq,
                journal.c.kind != ANCHOR_MADE,
            )
            .limit(1)
        ).first()
        is not None
    )


def keep_anchor(connection: Connection, anchor_id: str, anchor: Anchor) -> None:
    """Write down that the anchor was written at its place."""
    connection.execute(
        insert(anchors).values(
            lot_id=anchor.lot_id,
            anchor_id=anchor_id,
            console_id=anchor.console_id,
            seq=anchor.seq,
            link=anchor.link,
            at=to_micros(anchor.at),
            place=anchor.place,
        )
    )


def anchors_kept(
    connection: Connection, lot_id: str, *, since: datetime | None = None, most: int = 10_000
) -> Sequence[Anchor]:
    """The anchors that this console wrote, the latest first."""
    wanted = [anchors.c.lot_id == lot_id]
    if since is not None:
        wanted.append(anchors.c.at >= to_micros(since))
    rows = connection.execute(
        select(anchors).where(*wanted).order_by(anchors.c.at.desc(), anchors.c.seq.desc()).limit(most)
    )
    return [
        Anchor(row.lot_id, row.console_id, row.seq, row.link, from_micros(row.at), row.place) for row in rows
    ]
