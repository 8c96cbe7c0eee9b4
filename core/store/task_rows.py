"""The rows of tasks that wait."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, select, update

from core.domain.journal import from_micros, to_micros
from core.services.tasks import Task, TaskState
from core.store.tables import tasks

MOST_AT_ONCE = 10_000


def waiting_tasks(connection: Connection, lot_id: str, *, kind: str | None = None) -> list[Task]:
    """Those of the kind, or of all kinds, in the order in which they are due; the older first of two."""
    wanted = [tasks.c.lot_id == lot_id, tasks.c.state == TaskState.WAITING.value]
    if kind is not None:
        wanted.append(tasks.c.kind == kind)
    rows = connection.execute(
        select(tasks).where(*wanted).order_by(tasks.c.next_at, tasks.c.task_id).limit(MOST_AT_ONCE)
    )
    return [
        Task(
            task_id=row.task_id,
            kind=row.kind,
            payload=row.payload,
            created_at=from_micros(row.created_at),
            next_at=from_micros(row.next_at),
            deadline_at=None if row.deadline_at is None else from_micros(row.deadline_at),
            attempts=row.attempts,
            cause=row.cause,
        )
        for row in rows
    ]


def note_task(connection: Connection, lot_id: str, task_id: str, cause: str) -> None:
    """Write down how far a task that waits has come."""
    connection.execute(
        update(tasks)
        .where(
            and_(
                tasks.c.lot_id == lot_id,
                tasks.c.task_id == task_id,
                tasks.c.state == TaskState.WAITING.value,
            )
        )
        .values(cause=cause[:200])
    )


def hasten_tasks(connection: Connection, lot_id: str, kind: str, now: datetime) -> None:
    """Have all that wait of this kind tried again now."""
    connection.execute(
        update(tasks)
        .where(
            and_(
                tasks.c.lot_id == lot_id,
                tasks.c.kind == kind,
                tasks.c.state == TaskState.WAITING.value,
                tasks.c.next_at > to_micros(now),
            )
        )
        .values(next_at=to_micros(now))
    )
