"""What a console's own database says about sharing: who belongs to the lot, what waits, what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import and_, func, select

from core.domain.journal import from_micros, to_micros
from core.services.console_report import MOST_LISTED, EndedTask, TaskReport
from core.services.sharing import RefusedItem
from core.services.tasks import MONEY_TASKS, TaskState
from core.store.chain_rows import chains_of, mark_of
from core.store.refusals import refused_items
from core.store.sharing_tables import consoles, proposals, refused_rows, space_leases, sync_marks
from core.store.tables import tasks
from core.store.unit_of_work import SqlUnitOfWork

_ENDED_BADLY: Final = (TaskState.FAILED.value, TaskState.UNKNOWN.value)


@dataclass(frozen=True, slots=True)
class ListedConsole:
    """A console of the lot as the journal knows it, with its lease: what it was granted and what it spent."""

    console_id: str
    number: int
    name: str
    joined_at: datetime
    revoked_at: datetime | None
    is_hub: bool
    granted: int = 0
    spent: int = 0
    kept: int = 0

    @property
    def balance(self) -> int:
        """How many cars it may still let in without asking."""
        return self.granted - self.spent + self.kept


@dataclass(frozen=True, slots=True)
class Refusals:
    """What could not be taken and nobody settled yet: how many, and the latest of them."""

    count: int
    items: tuple[RefusedItem, ...]


def members(view: SqlUnitOfWork) -> list[ListedConsole]:
    """The consoles of the lot by their number, those revoked too; none where nobody ever joined."""
    joined = consoles.outerjoin(
        space_leases,
        and_(space_leases.c.lot_id == consoles.c.lot_id, space_leases.c.console_id == consoles.c.console_id),
    )
    rows = view.connection.execute(
        select(consoles, space_leases.c.granted, space_leases.c.spent, space_leases.c.kept)
        .select_from(joined)
        .where(consoles.c.lot_id == view.lot_id)
        .order_by(consoles.c.number, consoles.c.console_id)
    )
    return [
        ListedConsole(
            console_id=row.console_id,
            number=row.number,
            name=row.name,
            joined_at=from_micros(row.joined_at),
            revoked_at=None if row.revoked_at is None else from_micros(row.revoked_at),
            is_hub=row.is_hub,
            granted=row.granted or 0,
            spent=row.spent or 0,
            kept=row.kept or 0,
        )
        for row in rows
    ]


def held_chains(view: SqlUnitOfWork) -> dict[str, int]:
    """By console id, up to which seq its chain is held here."""
    return {
        console_id: mark_of(view.connection, view.lot_id, console_id).seq
        for console_id in chains_of(view.connection, view.lot_id)
    }


def unacknowledged(view: SqlUnitOfWork, link: str) -> int | None:
    """How many of this console's own entries that far side was not seen to hold; None: never spoken to."""
    marks = sync_marks.c
    mine = and_(marks.lot_id == view.lot_id, marks.link == link)
    if view.connection.execute(select(marks.seq).where(mine).limit(1)).first() is None:
        return None
    seen = view.connection.execute(
        select(marks.seq).where(mine, marks.console_id == view.console_id)
    ).scalar()
    return max(0, mark_of(view.connection, view.lot_id, view.console_id).seq - int(seen or 0))


def unsettled_refusals(view: SqlUnitOfWork, *, most: int = MOST_LISTED) -> Refusals:
    """What was refused and is not settled."""
    count = view.connection.execute(
        select(func.count())
        .select_from(refused_rows)
        .where(refused_rows.c.lot_id == view.lot_id, refused_rows.c.settled_at.is_(None))
    ).scalar_one()
    if not count:
        return Refusals(0, ())
    return Refusals(count, tuple(refused_items(view.connection, view.lot_id)[:most]))


def task_standing(view: SqlUnitOfWork, *, since: datetime, most: int = MOST_LISTED) -> TaskReport:
    """The tasks that wait now, and those that ended badly since that instant.

    Charges wait for a driver, or are asked about for as long as it takes: they are counted by themselves.
    """
    mine = tasks.c.lot_id == view.lot_id
    waiting, oldest = view.connection.execute(
        select(func.count(), func.min(tasks.c.created_at)).where(
            mine,
            tasks.c.state == TaskState.WAITING.value,
            tasks.c.kind.not_like(f"{MONEY_TASKS}%"),
        )
    ).one()
    ended = and_(mine, tasks.c.state.in_(_ENDED_BADLY), tasks.c.next_at >= to_micros(since))
    failed = view.connection.execute(select(func.count()).select_from(tasks).where(ended)).scalar_one()
    rows = view.connection.execute(
        select(tasks.c.task_id, tasks.c.kind, tasks.c.state, tasks.c.cause, tasks.c.next_at)
        .where(ended)
        .order_by(tasks.c.next_at.desc(), tasks.c.task_id.desc())
        .limit(most)
    )
    return TaskReport(
        waiting=waiting,
        oldest_at=None if oldest is None else from_micros(oldest),
        failed=failed,
        listed=tuple(
            EndedTask(row.task_id, row.kind, row.state, row.cause, from_micros(row.next_at)) for row in rows
        ),
    )


def open_conflicts(view: SqlUnitOfWork) -> int:
    """How many proposals wait for a person, because something else was decided meanwhile."""
    return view.connection.execute(
        select(func.count())
        .select_from(proposals)
        .where(proposals.c.lot_id == view.lot_id, proposals.c.state == "conflict")
    ).scalar_one()
