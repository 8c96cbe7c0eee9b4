"""What somebody tried and may not (D3), kept apart from the journal: what happened is not drowned in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import uuid_utils
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from core.domain.journal import from_micros, to_micros
from core.services.unit_of_work import Attempt
from core.store.money_tables import refused_attempts

MOST_A_MINUTE: Final = 20
"""So many rows a minute, person and way; what comes beyond is counted in the last one."""

KEPT_FOR: Final = timedelta(days=400)
_MINUTE = timedelta(minutes=1)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class RefusedAttempt:
    """An attempt as it was written down; ``count`` of them, the last at ``until_at``."""

    attempt_id: str
    at: datetime
    until_at: datetime
    source: str
    who: str
    what: str
    cause: str
    count: int


def note_attempt(connection: Connection, lot_id: str, attempt: Attempt, now: datetime) -> None:
    """Write the attempt down; what is older than 400 days goes."""
    mine = refused_attempts.c.lot_id == lot_id
    lately = (
        mine,
        refused_attempts.c.source == attempt.source[:_LONGEST],
        refused_attempts.c.who == attempt.who[:_LONGEST],
        refused_attempts.c.at > to_micros(now - _MINUTE),
        # A clock that was set back leaves rows ahead of it, which what is tried now must not vanish in.
        refused_attempts.c.at <= to_micros(now + _MINUTE),
    )
    if connection.execute(select(func.count()).where(*lately)).scalar_one() >= MOST_A_MINUTE:
        last = select(func.max(refused_attempts.c.attempt_id)).where(*lately).scalar_subquery()
        connection.execute(
            update(refused_attempts)
            .where(mine, refused_attempts.c.attempt_id == last)
            .values(count=refused_attempts.c.count + 1, until_at=to_micros(now))
        )
        return
    connection.execute(
        delete(refused_attempts).where(mine, refused_attempts.c.at < to_micros(now - KEPT_FOR))
    )
    connection.execute(
        insert(refused_attempts).values(
            lot_id=lot_id,
            attempt_id=str(uuid_utils.uuid7()),
            at=to_micros(now),
            until_at=to_micros(now),
            source=attempt.source[:_LONGEST],
            who=attempt.who[:_LONGEST],
            what=attempt.what[:_LONGEST],
            cause=attempt.cause[:_LONGEST],
            count=1,
        )
    )


def attempts_since(
    connection: Connection, lot_id: str, since: datetime, *, most: int
) -> list[RefusedAttempt]:
    """What was refused at or after the instant, the latest first; at most so many rows."""
    rows = connection.execute(
        select(refused_attempts)
        .where(refused_attempts.c.lot_id == lot_id, refused_attempts.c.until_at >= to_micros(since))
        .order_by(refused_attempts.c.at.desc(), refused_attempts.c.attempt_id.desc())
        .limit(most)
    )
    return [_attempt(row) for row in rows]


def _attempt(row: Row[Any]) -> RefusedAttempt:
    return RefusedAttempt(
        row.attempt_id,
        from_micros(row.at),
        from_micros(row.until_at),
        row.source,
        row.who,
        row.what,
        row.cause,
        row._mapping["count"],  # noqa: SLF001 - a row is a tuple, and ``count`` one of its methods
    )
