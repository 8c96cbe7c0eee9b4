"""Refunds in the store: their rows, and which stays were paid more than once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from core.domain.journal import Entry, from_micros, to_micros
from core.domain.refunds import Refund, RefundState, fold_refund
from core.store.sharing_tables import refunds
from core.store.tables import payments
from core.store.upserts import upsert


def project_refunds(connection: Connection, lot_id: str, by_refund: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the refunds again and replace their rows."""
    for entries in by_refund.values():
        refund = fold_refund(entries)
        if refund is not None:
            upsert(connection, refunds, ("lot_id", "refund_id"), _row(lot_id, refund))


def load_refund(connection: Connection, lot_id: str, refund_id: str) -> Refund | None:
    """The refund of that id."""
    row = connection.execute(
        select(refunds).where(refunds.c.lot_id == lot_id, refunds.c.refund_id == refund_id)
    ).first()
    return None if row is None else _refund(row)


def refunds_due(
    connection: Connection, lot_id: str, *, stay_id: str = "", most: int | None = None
) -> list[Refund]:
    """The money that is still due back, the oldest first; of that stay alone, at most the newest so many."""
    wanted = [refunds.c.lot_id == lot_id, refunds.c.state == RefundState.DUE.value]
    if stay_id:
        wanted.append(refunds.c.stay_id == stay_id)
    rows = connection.execute(
        select(refunds)
        .where(*wanted)
        .order_by(refunds.c.due_at.desc(), refunds.c.refund_id.desc())
        .limit(most)
    ).all()
    return [_refund(row) for row in reversed(rows)]


def stays_paid_twice(connection: Connection, lot_id: str, since: datetime) -> list[str]:
    """The stays with more than one payment since the instant."""
    rows = connection.execute(
        select(payments.c.stay_id)
        .where(payments.c.lot_id == lot_id, payments.c.paid_at >= to_micros(since))
        .group_by(payments.c.stay_id)
        .having(func.count() > 1)
    )
    return list(rows.scalars())


def _refund(row: Row[Any]) -> Refund:
    return Refund(
        refund_id=row.refund_id,
        stay_id=row.stay_id,
        payment_id=row.payment_id,
        amount_minor=row.amount_minor,
        currency=row.currency,
        cause=row.cause,
        due_at=from_micros(row.due_at),
        state=RefundState(row.state),
    )


def _row(lot_id: str, refund: Refund) -> dict[str, Any]:
    return {
        "lot_id": lot_id,
        "refund_id": refund.refund_id,
        "stay_id": refund.stay_id,
        "payment_id": refund.payment_id,
        "amount_minor": refund.amount_minor,
        "currency": refund.currency,
        "cause": refund.cause,
        "due_at": to_micros(refund.due_at),
        "state": refund.state.value,
    }
