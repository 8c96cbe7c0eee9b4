"""Makes a receipt when its task comes up: PDF and ESC/POS in the receipts folder, then the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.domain.errors import OperatorError, StoreError
from core.domain.payments import Payment
from core.services.ports import ReceiptPrinter
from core.services.print_receipt import record_receipt_outcome
from core.services.show_permit import permit_code
from core.services.signing import Signer
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork
from core.store.engine import store_errors
from core.store.tasks import retry_later
from reports.atomic_file import write_atomically
from reports.receipt import NO_TERMS, PriceTerms, Receipt
from reports.receipt_escpos import receipt_escpos
from reports.receipt_pdf import write_receipt_pdf

MOST_TRIES = 5


class ReceiptMaker:
    """Does receipt tasks; ``language`` is that of the lot's receipts, not of the screen."""

    def __init__(
        self,
        store: Transactions,
        folder: Path,
        printer: ReceiptPrinter | None,
        *,
        width_dots: int,
        made: Callable[[Path], None] = lambda _path: None,
        signer: Signer | None = None,
    ) -> None:
        self._store = store
        self._folder = folder
        self._printer = printer
        self._width_dots = width_dots
        self._made = made
        self._signer = signer

    def use(self, printer: ReceiptPrinter | None, *, width_dots: int) -> None:
        """Print there from the next receipt on."""
        self._printer, self._width_dots = printer, width_dots

    def handler(self) -> TaskHandler:
        """How receipt tasks are done."""
        return TaskHandler(act=self._act, after=record_receipt_outcome)

    def pdf_path(self, receipt_number: int, copy_number: int = 0, console_number: int = 0) -> Path:
        """Where the PDF of a receipt lies once it was made, also one that another console wrote first."""
        console = f"{console_number}-" if console_number else ""
        copy = f"-copy-{copy_number}" if copy_number else ""
        return self._folder / f"receipt-{console}{receipt_number:06d}{copy}.pdf"

    def _act(self, task: Task) -> TaskOutcome:
        try:
            receipt = self._store.read(lambda unit: _read_receipt(unit, task))
        except StoreError as error:
            return _try_again(task, error)
        code, language = self._code_text(receipt), receipt.lot.receipt_language
        escpos = receipt_escpos(receipt, language, width_dots=self._width_dots, code_text=code)
        try:
            path = self._write_files(receipt, escpos, code)
        except StoreError as error:
            if self._printer is None:
                return _try_again(task, error)
            # The driver stands there: paper does not wait for a folder. The cause tells what is missing.
            self._printer.print(escpos)
            return TaskOutcome(TaskState.DONE, error.cause)
        self._made(path)
        if self._printer is not None:
            self._printer.print(escpos)
        return DONE

    def _code_text(self, receipt: Receipt) -> str | None:
        """The permit, signed; None for the receipt's own text where no key or no plate is there."""
        if self._signer is None or not receipt.stay.plate:
            return None
        return permit_code(receipt.lot.lot_id, receipt.stay, receipt.payment, self._signer)

    def _write_files(self, receipt: Receipt, escpos: bytes, code: str | None) -> Path:
        payment = receipt.payment
        path = self.pdf_path(payment.receipt_number, receipt.copy_number, payment.console_number)
        with store_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_receipt_pdf(receipt, path, receipt.lot.receipt_language, code_text=code)
            write_atomically(path.with_suffix(".escpos"), escpos)
        return path


def _try_again(task: Task, error: StoreError) -> TaskOutcome:
    if task.attempts + 1 < MOST_TRIES:
        return retry_later(task, error.cause)
    return TaskOutcome(TaskState.FAILED, error.cause)


def _read_receipt(unit: UnitOfWork, task: Task) -> Receipt:
    payment = unit.payment(task.payload["payment_id"])
    return Receipt(
        lot=unit.lot(),
        stay=unit.stay(payment.stay_id),
        payment=payment,
        cashier_name=unit.person(payment.cashier_id).name,
        copy_number=task.payload["copy_number"],
        terms=_terms(unit, payment),
    )


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
