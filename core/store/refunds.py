"""Refunds in the store: their rows, and which stays were paid more than once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from core.domain.journal import Entry, from_micros, to_micros
from core.domain.payments import Tender
from core.domain.refunds import OPEN_STATES, Refund, RefundState, fold_refund
from core.store.money_tables import debts
from core.store.sharing_tables import refunds
from core.store.tables import payments
from core.store.upserts import upsert

LONGEST_REFERENCE = 200
LONGEST_TROUBLE = 60
_MAY_BE_PAID_OUT = tuple(state.value for state in RefundState if state.may_be_paid_out)


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
    """The money that a person is to give back, the oldest first; at most the newest so many.

    Also what a terminal or platform declined to; of that stay alone where one is named.
    """
    wanted = [refunds.c.lot_id == lot_id, refunds.c.state.in_(_MAY_BE_PAID_OUT)]
    if stay_id:
        wanted.append(refunds.c.stay_id == stay_id)
    rows = connection.execute(
        select(refunds)
        .where(*wanted)
        .order_by(refunds.c.due_at.desc(), refunds.c.refund_id.desc())
        .limit(most)
    ).all()
    return [_refund(row) for row in reversed(rows)]


def open_refunds(connection: Connection, lot_id: str, *, most: int) -> list[Refund]:
    """The money that drivers still wait for, also where it is under way or failed; the oldest first."""
    rows = connection.execute(
        select(refunds)
        .where(refunds.c.lot_id == lot_id, refunds.c.state.in_([state.value for state in OPEN_STATES]))
        .order_by(refunds.c.due_at.desc(), refunds.c.refund_id.desc())
        .limit(most)
    ).all()
    return [_refund(row) for row in reversed(rows)]


def refunds_of_stays(connection: Connection, lot_id: str, stay_ids: Sequence[str]) -> list[Refund]:
    """All refunds about these stays, the oldest first."""
    rows = connection.execute(
        select(refunds)
        .where(refunds.c.lot_id == lot_id, refunds.c.stay_id.in_(stay_ids))
        .order_by(refunds.c.due_at, refunds.c.refund_id)
    ).all()
    return [_refund(row) for row in rows]


def stays_paid_twice(connection: Connection, lot_id: str, since: datetime) -> list[str]:
    """The stays with several payments since the instant, and those of debts collected more than once."""
    rows = connection.execute(
        select(payments.c.stay_id)
        .where(payments.c.lot_id == lot_id, payments.c.paid_at >= to_micros(since))
        .group_by(payments.c.stay_id)
        .having(func.count() > 1)
    )
    collected = connection.execute(
        select(debts.c.stay_id).where(debts.c.lot_id == lot_id, debts.c.paid_minor > debts.c.amount_minor)
    )
    return list(dict.fromkeys([*rows.scalars(), *collected.scalars()]))


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
        tender=Tender(row.tender or Tender.CASH),
        charge_id=row.charge_id,
        account=row.account,
        reference=row.reference,
        order_id=row.order_id,
        reason=row.reason,
        asked_by=row.asked_by,
        approved_by=row.approved_by,
        trouble=row.trouble,
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
        # Empty for cash, as it was before there was anything else.
        "tender": "" if refund.tender is Tender.CASH else refund.tender.value,
        "charge_id": refund.charge_id,
        "account": refund.account,
        "reference": refund.reference[:LONGEST_REFERENCE],
        "order_id": refund.order_id,
        "reason": refund.reason,
        "asked_by": refund.asked_by,
        "approved_by": refund.approved_by,
        "trouble": refund.trouble[:LONGEST_TROUBLE],
    }
