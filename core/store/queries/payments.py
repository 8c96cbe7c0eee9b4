"""What was paid: by receipt number, plate, tender, state or day; sales; debts and refunds that are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select

from core.domain.debts import Debt, DebtState, fold_debt
from core.domain.journal import from_micros, to_micros
from core.domain.payments import Payment, Tender
from core.domain.plates import fold, normalise
from core.domain.refunds import Refund, RefundState
from core.domain.sales import Sale
from core.store.journal import entries_of_all
from core.store.money_tables import debts, sales
from core.store.refunds import open_refunds as refunds_not_settled
from core.store.refunds import refunds_of_stays
from core.store.sharing_tables import refunds
from core.store.tables import payments, stays
from core.store.unit_of_work import SqlUnitOfWork

MOST_ROWS: Final = 500
_LONGEST_NUMBER: Final = 12


class PaymentState(StrEnum):
    """What became of a payment."""

    STANDS = "stands"
    VOIDED = "voided"
    REFUNDED = "refunded"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment with its car, who took it, and what became of it; a name not known here is empty."""

    payment: Payment
    plate: str
    cashier: str
    voided_at: datetime | None = None
    refunds: tuple[Refund, ...] = ()
    debt_state: DebtState | None = None

    @property
    def refunded_minor(self) -> int:
        """What went back of it, or is about to."""
        return sum(one.amount_minor for one in self.refunds if one.state is not RefundState.KEPT)

    @property
    def state(self) -> PaymentState:
        """What became of it, the gravest first."""
        if self.voided_at is not None:
            return PaymentState.VOIDED
        if self.refunded_minor:
            return PaymentState.REFUNDED
        return PaymentState.OWED if self.debt_state is DebtState.OPEN else PaymentState.STANDS


@dataclass(frozen=True, slots=True)
class DebtRow:
    """A debt with its receipt's number and who let the car go; the debtor as far as that is still kept."""

    debt: Debt
    receipt_name: str
    taken_by: str


def find_payments(
    view: SqlUnitOfWork,
    *,
    text: str = "",
    tender: Tender | None = None,
    state: PaymentState | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    most: int = 200,
) -> list[PaymentRow]:
    """The payments that fit, the newest first.

    ``text`` is a receipt's number as printed (17, 2-17) or a plate, all of it or a part, typed as anyone may;
    ``until`` is not in the period itself.
    """
    conditions: list[ColumnElement[bool]] = [payments.c.lot_id == view.lot_id]
    wanted = text.strip()
    if wanted:
        conditions.append(or_(*_text_conditions(wanted)))
    if tender is not None:
        conditions.append(payments.c.tender == tender.value)
    if since is not None:
        conditions.append(payments.c.paid_at >= to_micros(since))
    if until is not None:
        conditions.append(payments.c.paid_at < to_micros(until))
    if state is not None:
        conditions.append(_state_condition(view.lot_id, state))
    return _payment_rows(view, conditions, min(most, MOST_ROWS))


def payment_shown(view: SqlUnitOfWork, payment_id: str) -> PaymentRow | None:
    """That payment, None where there is none."""
    rows = _payment_rows(view, [payments.c.lot_id == view.lot_id, payments.c.payment_id == payment_id], 1)
    return rows[0] if rows else None


def find_sales(
    view: SqlUnitOfWork,
    *,
    receipt_number: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    most: int = 200,
) -> list[Sale]:
    """What was sold, and debts that were collected, the newest first."""
    conditions = [sales.c.lot_id == view.lot_id]
    if receipt_number is not None:
        conditions.append(sales.c.receipt_number == receipt_number)
    if since is not None:
        conditions.append(sales.c.sold_at >= to_micros(since))
    if until is not None:
        conditions.append(sales.c.sold_at < to_micros(until))
    rows = view.connection.execute(
        select(sales.c.document)
        .where(*conditions)
        .order_by(sales.c.sold_at.desc(), sales.c.sale_id.desc())
        .limit(min(most, MOST_ROWS))
    )
    return [Sale.from_document(row.document) for row in rows]


def open_refunds(view: SqlUnitOfWork, *, most: int = 200) -> list[Refund]:
    """The money that drivers still wait for, the oldest first: due, under way, unknown, failed."""
    return refunds_not_settled(view.connection, view.lot_id, most=most)


def open_debts(view: SqlUnitOfWork, *, plate: str = "", most: int = 200) -> list[DebtRow]:
    """What is owed, the oldest first; of that plate alone, as far as it is kept."""
    rows = view.connection.execute(
        select(debts.c.debt_id)
        .where(debts.c.lot_id == view.lot_id, debts.c.state == DebtState.OPEN.value)
        .order_by(debts.c.made_at, debts.c.debt_id)
        .limit(MOST_ROWS)
    ).scalars()
    ids = list(rows)
    if not ids:
        return []
    entries = entries_of_all(view.connection, view.lot_id, "debt", ids)
    folded = (fold_debt(entries[debt_id]) for debt_id in ids)
    found = [debt for debt in folded if debt is not None]
    if plate:
        found = [debt for debt in found if fold(normalise(debt.debtor.plate)) == fold(normalise(plate))]
    return _debt_rows(view, found[:most])


def debt_shown(view: SqlUnitOfWork, debt_id: str) -> DebtRow | None:
    """That debt, None where there is none."""
    debt = fold_debt(entries_of_all(view.connection, view.lot_id, "debt", [debt_id])[debt_id])
    return None if debt is None else _debt_rows(view, [debt])[0]


def _debt_rows(view: SqlUnitOfWork, found: Sequence[Debt]) -> list[DebtRow]:
    names = {person.person_id: person.name for person in view.people()}
    documents = view.connection.execute(
        select(payments.c.payment_id, payments.c.document).where(
            payments.c.lot_id == view.lot_id, payments.c.payment_id.in_([one.payment_id for one in found])
        )
    )
    receipts = {row.payment_id: Payment.from_document(row.document).receipt_name for row in documents}
    return [DebtRow(debt, receipts.get(debt.payment_id, ""), names.get(debt.made_by, "")) for debt in found]


def _text_conditions(text: str) -> list[ColumnElement[bool]]:
    """A number that stands on a receipt, or a part of a plate."""
    conditions: list[ColumnElement[bool]] = []
    console, _, number = text.rpartition("-")
    if number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER:
        of_number = payments.c.receipt_number == int(number)
        if not console:
            conditions.append(of_number)
        elif console.isascii() and console.isdigit() and len(console) <= _LONGEST_NUMBER:
            conditions.append(and_(of_number, _console_number() == int(console)))
    folded = fold(normalise(text))
    if folded:
        conditions.append(stays.c.plate_fold.contains(folded, autoescape=True))
    return conditions or [payments.c.payment_id == ""]


def _console_number() -> ColumnElement[int]:
    return func.coalesce(payments.c.document["console_number"].as_integer(), 0)


def _state_condition(lot_id: str, state: PaymentState) -> ColumnElement[bool]:
    went_back = (
        select(refunds.c.refund_id)
        .where(
            refunds.c.lot_id == lot_id,
            refunds.c.payment_id == payments.c.payment_id,
            refunds.c.state != RefundState.KEPT.value,
        )
        .exists()
    )
    owed = (
        select(debts.c.debt_id)
        .where(
            debts.c.lot_id == lot_id,
            debts.c.payment_id == payments.c.payment_id,
            debts.c.state == DebtState.OPEN.value,
        )
        .exists()
    )
    stands = payments.c.voided_at.is_(None)
    return {
        PaymentState.VOIDED: payments.c.voided_at.is_not(None),
        PaymentState.REFUNDED: and_(stands, went_back),
        PaymentState.OWED: and_(stands, owed, ~went_back),
        PaymentState.STANDS: and_(stands, ~went_back, ~owed),
    }[state]


def _payment_rows(
    view: SqlUnitOfWork, conditions: Sequence[ColumnElement[bool]], most: int
) -> list[PaymentRow]:
    rows = view.connection.execute(
        select(payments.c.document, payments.c.voided_at, stays.c.plate)
        .select_from(payments)
        .outerjoin(stays, and_(stays.c.lot_id == payments.c.lot_id, stays.c.stay_id == payments.c.stay_id))
        .where(*conditions)
        .order_by(payments.c.paid_at.desc(), payments.c.payment_id.desc())
        .limit(most)
    ).all()
    found = [(Payment.from_document(row.document), row) for row in rows]
    names = {person.person_id: person.name for person in view.people()}
    back = _refunds_by_payment(view, [payment.stay_id for payment, _ in found])
    owed = _debts_by_payment(view, [payment.payment_id for payment, _ in found])
    return [
        PaymentRow(
            payment,
            row.plate or "",
            names.get(payment.cashier_id, ""),
            None if row.voided_at is None else from_micros(row.voided_at),
            tuple(back.get(payment.payment_id, ())),
            owed.get(payment.payment_id),
        )
        for payment, row in found
    ]


def _refunds_by_payment(view: SqlUnitOfWork, stay_ids: Sequence[str]) -> Mapping[str, list[Refund]]:
    found: dict[str, list[Refund]] = {}
    for refund in refunds_of_stays(view.connection, view.lot_id, sorted(set(stay_ids))):
        found.setdefault(refund.payment_id, []).append(refund)
    return found


def _debts_by_payment(view: SqlUnitOfWork, payment_ids: Sequence[str]) -> Mapping[str, DebtState]:
    rows: Any = view.connection.execute(
        select(debts.c.payment_id, debts.c.state).where(
            debts.c.lot_id == view.lot_id, debts.c.payment_id.in_(payment_ids)
        )
    )
    return {row.payment_id: DebtState(row.state) for row in rows}
