"""A console's own journal from its beginning: for judging a day, and for reports about it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from core.domain.journal import Entry
from core.store.journal import rows_in_chain
from core.store.rows import entry_from_row
from core.store.tables import payments
from core.store.unit_of_work import SqlUnitOfWork


def own_entries(view: SqlUnitOfWork) -> Iterator[Entry]:
    """All entries that this console wrote, in the order of its chain."""
    for row in rows_in_chain(view.connection, view.console_id):
        yield entry_from_row(row, row.fields)


def cash_taken_minor(view: SqlUnitOfWork) -> int:
    """All cash ever taken in the lot, in minor units."""
    total = view.connection.execute(
        select(func.coalesce(func.sum(payments.c.amount_minor), 0)).where(
            payments.c.lot_id == view.lot_id, payments.c.tender == "cash"
        )
    ).scalar()
    return int(total or 0)
