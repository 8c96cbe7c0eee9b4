"""Makes all tables that follow from the journal again, as if each entry had just arrived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from core.domain.journal import Subject, in_order
from core.store.folding import Unfolded, fold_all
from core.store.journal import entries_of
from core.store.leases import recount_leases
from core.store.money_tables import charges, debts, merchants, orders, sales
from core.store.refusals import refuse_subject, settle_unfolded
from core.store.sharing_tables import bookings, consoles, proposals, refunds, space_leases
from core.store.tables import (
    journal_subjects,
    lots,
    occupancy,
    payments,
    people,
    rate_plans,
    shifts,
    sightings,
    stays,
)

FOLLOWING = (
    stays,
    payments,
    occupancy,
    shifts,
    people,
    lots,
    rate_plans,
    sightings,
    consoles,
    space_leases,
    proposals,
    refunds,
    bookings,
    debts,
    sales,
    merchants,
    orders,
    charges,
)
"""The tables that follow from the journal and from nothing else."""

SUBJECTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many subjects were folded, and those of which nothing can be made."""

    subjects: int
    unfolded: tuple[Unfolded, ...]


def rebuild(connection: Connection, lot_id: str, *, now: datetime) -> Rebuilt:
    """Make the lot's rows again, in one transaction of the caller's.

    What could not be made sense of before, and now can (by a newer program), is no longer shown as refused.
    """
    for table in FOLLOWING:
        connection.execute(delete(table).where(table.c.lot_id == lot_id))
    settle_unfolded(connection, lot_id, now)
    count, unfolded = 0, list[Unfolded]()
    for chunk in _subjects(connection, lot_id):
        count += len(chunk)
        unfolded += fold_all(connection, lot_id, chunk)
    recount_leases(connection, lot_id)
    for one in unfolded:
        last = in_order(entries_of(connection, lot_id, one.subject))[-1]
        refuse_subject(connection, last, one.subject, detail=one.why, at=now)
    return Rebuilt(count, tuple(unfolded))


def _subjects(connection: Connection, lot_id: str) -> Iterator[list[Subject]]:
    """All subjects of the lot, some at once, in the order of the index."""
    names = journal_subjects.c
    page = (
        select(names.kind, names.subject_id)
        .where(names.lot_id == lot_id)
        .distinct()
        .order_by(names.kind, names.subject_id)
        .limit(SUBJECTS_AT_ONCE)
    )
    kinds = connection.execute(select(names.kind).where(names.lot_id == lot_id).distinct()).scalars().all()
    for kind in sorted(kinds):
        last = ""
        while found := [
            Subject(*row)
            for row in connection.execute(page.where(names.kind == kind, names.subject_id > last)).all()
        ]:
            yield found
            last = found[-1].subject_id
