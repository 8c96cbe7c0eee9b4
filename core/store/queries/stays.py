"""Stays as lists: who is inside, and what a stay went through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select

from core.domain.journal import Entry, Subject, in_order
from core.domain.payments import Payment
from core.domain.plates import fold, normalise
from core.domain.stays import OPEN_STATES, Stay, StayState
from core.store.journal import entries_of
from core.store.rows import stay_from_row
from core.store.tables import journal, payments, stays
from core.store.unit_of_work import SqlUnitOfWork

MOST_ROWS = 1000
_ORDERS = {
    "entry": stays.c.entry_at,
    "plate": stays.c.plate,
    "state": stays.c.state,
    "paid": stays.c.paid_minor,
    "lane": stays.c.entry_lane,
}


@dataclass(frozen=True, slots=True)
class StayPage:
    """A part of a list of stays, with the count and the sum paid of the whole."""

    stays: tuple[Stay, ...]
    count: int
    paid_minor: int


def inside_list(
    view: SqlUnitOfWork,
    *,
    part_of_plate: str = "",
    states: Sequence[StayState] = tuple(OPEN_STATES),
    order: str = "entry",
    descending: bool = True,
    most: int = MOST_ROWS,
    offset: int = 0,
) -> StayPage:
    """Open stays, filtered and sorted in SQL."""
    condition = _condition(view.lot_id, part_of_plate, states)
    column = _ORDERS[order]
    rows = view.connection.execute(
        select(stays)
        .where(condition)
        .order_by(column.desc() if descending else column.asc(), stays.c.stay_id)
        .limit(min(most, MOST_ROWS))
        .offset(offset)
    ).all()
    count, paid = view.connection.execute(
        select(func.count(), func.coalesce(func.sum(stays.c.paid_minor), 0)).where(condition)
    ).one()
    paid_for = _payments_for(view, [row.stay_id for row in rows])
    return StayPage(
        tuple(stay_from_row(row, paid_for.get(row.stay_id, ())) for row in rows), count, int(paid)
    )


def stays_by_id(view: SqlUnitOfWork, stay_ids: Sequence[str]) -> list[Stay]:
    """Those stays, in the order asked for; unknown ids are left out."""
    rows = view.connection.execute(
        select(stays).where(stays.c.lot_id == view.lot_id, stays.c.stay_id.in_(stay_ids))
    ).all()
    paid_for = _payments_for(view, stay_ids)
    found = {row.stay_id: stay_from_row(row, paid_for.get(row.stay_id, ())) for row in rows}
    return [found[stay_id] for stay_id in stay_ids if stay_id in found]


def history_of(view: SqlUnitOfWork, stay_id: str) -> list[Entry]:
    """What happened to a stay, in order."""
    return in_order(entries_of(view.connection, view.lot_id, Subject("stay", stay_id)))


def recent_payments(view: SqlUnitOfWork, *, most: int = 50) -> list[Payment]:
    """The payments taken last, newest first: for belated receipts."""
    rows = view.connection.execute(
        select(payments.c.document)
        .where(payments.c.lot_id == view.lot_id)
        .order_by(payments.c.paid_at.desc())
        .limit(most)
    )
    return [Payment.from_document(row.document) for row in rows]


def own_payments(view: SqlUnitOfWork, *, most: int) -> list[Payment]:
    """The payments that this console took last, newest first."""
    rows = view.connection.execute(
        select(journal.c.payload)
        .where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind == "stay.paid",
            journal.c.console_id == view.console_id,
        )
        .order_by(journal.c.hlc.desc())
        .limit(most)
    )
    return [Payment.from_document(row.payload["payment"]) for row in rows]


def _condition(lot_id: str, part: str, states: Sequence[StayState]) -> ColumnElement[bool]:
    conditions = [stays.c.lot_id == lot_id, stays.c.state.in_([state.value for state in states])]
    wanted = fold(normalise(part))
    if wanted:
        conditions.append(stays.c.plate_fold.contains(wanted, autoescape=True))
    return and_(*conditions)


def _payments_for(view: SqlUnitOfWork, stay_ids: Sequence[str]) -> dict[str, list[Payment]]:
    rows = view.connection.execute(
        select(payments.c.stay_id, payments.c.document)
        .where(
            payments.c.lot_id == view.lot_id,
            payments.c.stay_id.in_(stay_ids),
            payments.c.voided_at.is_(None),
        )
        .order_by(payments.c.paid_at, payments.c.payment_id)
    )
    found: dict[str, list[Payment]] = {}
    for row in rows:
        found.setdefault(row.stay_id, []).append(Payment.from_document(row.document))
    return found
