"""What the booth hands out, read from the store: receipts of payments and sales, slips of refunds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from core.domain.debts import fold_debt
from core.domain.errors import OperatorError, Refused
from core.domain.journal import Subject
from core.domain.payments import Payment
from core.domain.refunds import SETTLED, RefundState, refunds_among
from core.domain.sales import Sale, SaleKind, fold_sale
from core.domain.stays import Stay
from core.services.print_receipt import REFUND_PAPER, SALE_PAPER
from core.services.show_permit import permit_code
from core.services.signing import Signer
from core.services.tasks import Task
from core.services.unit_of_work import UnitOfWork
from reports.receipt import NO_TERMS, PriceTerms, Receipt, ReceiptContent, receipt_content
from reports.receipt_code import receipt_code_text
from reports.refund_slip import RefundSlip, refund_content
from reports.sale_receipt import SaleReceipt, sale_content

SYSTEM: Final = "system"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed, and how its file is called; ``code`` is the text in its square code, if it has one."""

    content: ReceiptContent
    file_stem: str
    code: str = ""


def read_paper(unit: UnitOfWork, task: Task, signer: Signer | None) -> Paper:
    """The paper of a receipt's task; OperatorError where what it is about is not known."""
    about, copy_number = task.payload["payment_id"], task.payload["copy_number"]
    match task.payload.get("paper", ""):
        case kind if kind == SALE_PAPER:
            return _of_sale(unit, about, copy_number)
        case kind if kind == REFUND_PAPER:
            return _of_refund(unit, about, copy_number)
        case _:
            return _of_payment(unit, about, copy_number, signer)


def file_stem(receipt_number: int, copy_number: int = 0, console_number: int = 0) -> str:
    """How the files of a receipt are called, also one that another console wrote first."""
    console = f"{console_number}-" if console_number else ""
    return f"receipt-{console}{receipt_number:06d}{_copy(copy_number)}"


def _copy(copy_number: int) -> str:
    return f"-copy-{copy_number}" if copy_number else ""


def _of_payment(unit: UnitOfWork, payment_id: str, copy_number: int, signer: Signer | None) -> Paper:
    payment = unit.payment(payment_id)
    lot, stay = unit.lot(), unit.stay(payment.stay_id)
    receipt = Receipt(
        lot=lot,
        stay=stay,
        payment=payment,
        cashier_name=_name(unit, payment.cashier_id),
        copy_number=copy_number,
        terms=_terms(unit, payment),
        merchants=_merchants(unit, payment),
        voided_at=_voided_at(stay, payment_id),
        refunded_minor=_refunded_minor(unit, payment),
    )
    # The permit, signed; the receipt's own text where no key or no plate is there.
    is_signed = signer is not None and bool(stay.plate)
    code = permit_code(lot.lot_id, stay, payment, signer) if is_signed and signer is not None else None
    return Paper(
        receipt_content(receipt, lot.receipt_language),
        file_stem(payment.receipt_number, copy_number, payment.console_number),
        code if code is not None else receipt_code_text(receipt),
    )


def _of_sale(unit: UnitOfWork, sale_id: str, copy_number: int) -> Paper:
    sale = fold_sale(unit.entries_about(Subject("sale", sale_id)))
    if sale is None:
        raise Refused("payment.unknown")
    lot = unit.lot()
    receipt = SaleReceipt(
        lot=lot,
        sale=sale,
        cashier_name=_name(unit, sale.cashier_id),
        copy_number=copy_number,
        **_owed(unit, sale),
    )
    stem = file_stem(sale.receipt_number, copy_number, sale.console_number)
    return Paper(sale_content(receipt, lot.receipt_language), stem)


def _owed(unit: UnitOfWork, sale: Sale) -> dict[str, Any]:
    """What a collected debt was for, as far as it is known here."""
    debt = fold_debt(unit.entries_about(Subject("debt", sale.of_id))) if sale.kind is SaleKind.DEBT else None
    if debt is None:
        return {}
    try:
        owed_receipt = unit.payment(debt.payment_id).receipt_name
    except Refused:
        owed_receipt = ""
    return {"plate": debt.debtor.plate, "owed_since": debt.made_at, "owed_receipt": owed_receipt}


def _of_refund(unit: UnitOfWork, refund_id: str, copy_number: int) -> Paper:
    refund = unit.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    lot = unit.lot()
    settled = next(
        (one for one in unit.entries_about(Subject("refund", refund_id)) if one.kind == SETTLED), None
    )
    slip = RefundSlip(
        lot=lot,
        refund=refund,
        at=refund.due_at if settled is None else settled.at,
        plate=unit.stay(refund.stay_id).plate,
        receipt_name=unit.payment(refund.payment_id).receipt_name if refund.payment_id else "",
        cashier_name="" if settled is None else _name(unit, settled.who),
        approver_name=_name(unit, refund.approved_by),
        copy_number=copy_number,
    )
    return Paper(refund_content(slip, lot.receipt_language), f"refund-{refund_id}{_copy(copy_number)}")


def _name(unit: UnitOfWork, person_id: str) -> str:
    """A person's name, empty where nobody did it."""
    return unit.person(person_id).name if person_id and person_id != SYSTEM else ""


def _voided_at(stay: Stay, payment_id: str) -> datetime | None:
    return next((one.at for one in stay.voided if one.payment.payment_id == payment_id), None)


def _refunded_minor(unit: UnitOfWork, payment: Payment) -> int:
    about = unit.entries_about(Subject("stay", payment.stay_id))
    return sum(
        one.amount_minor
        for one in refunds_among(about)
        if one.payment_id == payment.payment_id and one.state is RefundState.PAID_BACK
    )


def _merchants(unit: UnitOfWork, payment: Payment) -> tuple[str, ...]:
    """Who validated the stay before it was paid, by name; one who is not known here is left out."""
    if payment.basis is None:
        return ()
    given = payment.basis.parts[0].span.facts.validations
    ids = dict.fromkeys(one.validation_id.partition(":")[0] for one in given)
    names = {merchant.merchant_id: merchant.name for merchant in unit.merchants()} if ids else {}
    return tuple(names[merchant_id] for merchant_id in ids if merchant_id in names)


def _terms(unit: UnitOfWork, payment: Payment) -> PriceTerms:
    """What the plans of the payment say of tax and rounding, as far as they agree.

    A receipt does not wait for a plan that is gone: the price on it was frozen with the payment.
    """
    if payment.basis is None:
        return NO_TERMS
    try:
        plans = [unit.plan(part.plan_id, part.version).plan for part in payment.basis.parts]
    except OperatorError:
        return NO_TERMS
    terms = {PriceTerms.of(plan) for plan in plans}
    return terms.pop() if len(terms) == 1 else NO_TERMS
