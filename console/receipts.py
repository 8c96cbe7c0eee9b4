"""Makes a receipt when its task comes up: PDF and ESC/POS in the receipts folder, then the printer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from console.papers import Paper, file_stem, read_paper
from console.printing.system_printer import SystemPrinter
from core.domain.errors import DeviceError, StoreError
from core.domain.printers import ANY_PRINTER, PrinterProfile
from core.services.ports import Measure, ReceiptPrinter
from core.services.print_receipt import (
    HANDED_OVER,
    INTERRUPTED,
    OF_PRINTER,
    record_receipt_outcome,
    record_receipt_waiting,
    waiting_for_printer,
)
from core.services.signing import Signer
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork
from core.store.engine import store_errors
from core.store.tasks import retry_later
from reports.atomic_file import write_atomically
from reports.receipt_escpos import paper_escpos
from reports.receipt_page import paper_page
from reports.receipt_pdf import write_paper_pdf
from reports.trial_page import TrialPage, trial_page_escpos, trial_page_picture

MOST_TRIES = 5
# A receipt that waits for paper is tried that often; those behind it seldom, and at once when it came out.
NEXT_TRY: Final = timedelta(seconds=2)
BEHIND_OTHERS: Final = timedelta(seconds=30)
# Nobody comes back for a receipt after a shift; its PDF stays, and a copy can be printed.
WAITS_AT_MOST: Final = timedelta(hours=12)


class ReceiptMaker:
    """Does receipt tasks; ``language`` is that of the lot's receipts, not of the screen."""

    def __init__(
        self,
        store: Transactions,
        folder: Path,
        printer: ReceiptPrinter | None,
        *,
        width_dots: int,
        profile: PrinterProfile = ANY_PRINTER,
        made: Callable[[Path], None] = lambda _path: None,
        signer: Signer | None = None,
    ) -> None:
        self._store = store
        self._folder = folder
        self._printer = printer
        self._width_dots = width_dots
        self._profile = profile
        self._waiting_count = 0
        self._made = made
        self._signer = signer

    def use(
        self, printer: ReceiptPrinter | None, *, width_dots: int, profile: PrinterProfile = ANY_PRINTER
    ) -> None:
        """Print there from the next receipt on."""
        self._printer, self._width_dots, self._profile = printer, width_dots, profile

    def print_test(self, page: TrialPage) -> None:
        """Print a test page at once, past the receipts that wait; raises as the printer does.

        DeviceError ``printer.none`` where there is none.
        """
        printer = self._printer
        if printer is None:
            raise DeviceError("printer.none")
        if isinstance(printer, SystemPrinter):
            printer.print(trial_page_picture(page))
        else:
            printer.print(trial_page_escpos(page, self._width_dots, self._profile))

    def measures(self) -> tuple[Measure, ...]:
        """How many receipts wait for the printer."""
        return (Measure("receipts.waiting", self._waiting_count),)

    def handler(self) -> TaskHandler:
        """How receipt tasks are done."""
        return TaskHandler(act=self._act, after=record_receipt_outcome)

    def pdf_path(self, receipt_number: int, copy_number: int = 0, console_number: int = 0) -> Path:
        """Where the PDF of a receipt lies once it was made, also one that another console wrote first."""
        return self._folder / f"{file_stem(receipt_number, copy_number, console_number)}.pdf"

    def _act(self, task: Task) -> TaskOutcome:
        if task.cause == HANDED_OVER:
            # The program ended while the printer had it: a second original must not come of that.
            return TaskOutcome(TaskState.UNKNOWN, INTERRUPTED)
        try:
            paper, ahead = self._store.read(
                lambda unit: (read_paper(unit, task, self._signer), _ahead(unit, task))
            )
        except StoreError as error:
            return _try_again(task, error)
        printer, job = self._printer, self._job(paper)
        no_file = ""
        if not task.cause.startswith(OF_PRINTER):
            try:
                self._made(self._write_files(paper, job))
            except StoreError as error:
                if printer is None:
                    return _try_again(task, error)
                # The driver stands there: paper does not wait for a folder. The cause tells what is missing.
                no_file = error.cause
        outcome = self._print(printer, task, job, ahead) if printer is not None else DONE
        self._waiting_count = len(ahead.all_waiting) + (outcome.state is TaskState.WAITING)
        return TaskOutcome(TaskState.DONE, no_file) if outcome.state is TaskState.DONE else outcome

    def _print(self, printer: ReceiptPrinter, task: Task, paper: bytes, ahead: _Ahead) -> TaskOutcome:
        """Hand it over in its turn; what the printer did not take waits for it."""
        if ahead.older_cause:
            return self._wait(task, ahead.older_cause, BEHIND_OTHERS)
        with suppress(StoreError):
            # A store that cannot be written keeps no driver waiting either.
            self._store.write(lambda unit: unit.note_task(task.task_id, HANDED_OVER))
        try:
            printer.print(paper)
        except DeviceError as error:
            if error.unknown:
                return TaskOutcome(TaskState.UNKNOWN, error.cause)
            if ahead.now - task.created_at > WAITS_AT_MOST:
                return TaskOutcome(TaskState.FAILED, error.cause)
            return self._wait(task, error.cause, NEXT_TRY)
        return DONE

    def _wait(self, task: Task, cause: str, retry_in: timedelta) -> TaskOutcome:
        if not task.cause.startswith(OF_PRINTER):
            with suppress(StoreError):
                self._store.write(lambda unit: record_receipt_waiting(unit, task, cause))
        return TaskOutcome(TaskState.WAITING, cause, retry_in=retry_in)

    def _job(self, paper: Paper) -> bytes:
        """What the printer is given: a page for one of the system's, its own language for any other."""
        if isinstance(self._printer, SystemPrinter):
            return paper_page(paper.content, paper.code)
        return paper_escpos(paper.content, paper.code, self._width_dots, profile=self._profile)

    def _write_files(self, paper: Paper, job: bytes) -> Path:
        path = self._folder / f"{paper.file_stem}.pdf"
        with store_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_paper_pdf(paper.content, paper.code, path)
            is_page = isinstance(self._printer, SystemPrinter)
            write_atomically(path.with_suffix(".png" if is_page else ".escpos"), job)
        return path


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What else waits for the printer; ``older_cause`` is why an older one does, "" where none is older."""

    now: datetime
    all_waiting: tuple[str, ...]
    older_cause: str


def _ahead(unit: UnitOfWork, task: Task) -> _Ahead:
    others = [one for one in waiting_for_printer(unit) if one.task_id != task.task_id]
    is_behind = bool(others) and (others[0].created_at, others[0].task_id) < (task.created_at, task.task_id)
    return _Ahead(unit.now, tuple(one.task_id for one in others), others[0].cause if is_behind else "")


def _try_again(task: Task, error: StoreError) -> TaskOutcome:
    if task.attempts + 1 < MOST_TRIES:
        return retry_later(task, error.cause)
    return TaskOutcome(TaskState.FAILED, error.cause)
