"""Makes the slip of a closed shift when its task comes up: PDF and the printer's bytes, then the printer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from console.printing.system_printer import SystemPrinter
from core.domain.errors import DeviceError, OperatorError, StoreError
from core.domain.printers import ANY_PRINTER, PrinterProfile
from core.domain.shift_report import ReportKind, ShiftReport
from core.domain.shifts import Shift
from core.services.anchors import anchor_text
from core.services.hand_out_slip import record_slip_outcome
from core.services.ports import ReceiptPrinter
from core.services.print_receipt import HANDED_OVER, INTERRUPTED
from core.services.signing import Signer
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import Transactions, UnitOfWork
from core.store.engine import store_errors
from core.store.tasks import retry_later
from reports.atomic_file import write_atomically
from reports.shift_slip import Slip
from reports.slip_paper import slip_escpos, slip_page, write_slip_pdf

MOST_TRIES: Final = 5
NEXT_TRY: Final = timedelta(seconds=5)
# Who closes a shift goes home; the PDF stays, and a copy can be printed.
WAITS_AT_MOST: Final = timedelta(hours=2)


class SlipMaker:
    """Does slip tasks; ``made`` is told where each PDF lies."""

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
        self._made = made
        self._signer = signer
        self.use(printer, width_dots=width_dots, profile=profile)

    def use(
        self, printer: ReceiptPrinter | None, *, width_dots: int, profile: PrinterProfile = ANY_PRINTER
    ) -> None:
        """Print there from the next slip on."""
        self._printer, self._width_dots, self._profile = printer, width_dots, profile

    def handler(self) -> TaskHandler:
        """How slip tasks are done."""
        return TaskHandler(act=self._act, after=record_slip_outcome)

    def pdf_path(self, shift: Shift, copy_number: int = 0) -> Path:
        """Where the PDF of a shift's slip lies once it was made; of one that runs, the last X."""
        name = "x" if shift.report is None or shift.is_open else "relief"
        name = name if shift.z_number is None else f"z-{shift.z_number:05d}"
        copy = f"-copy-{copy_number}" if copy_number else ""
        return self._folder / f"{name}-{shift.shift_id}{copy}.pdf"

    def _act(self, task: Task) -> TaskOutcome:
        if task.cause == HANDED_OVER:
            # The program ended while the printer had it: who wants another asks for a copy.
            return TaskOutcome(TaskState.UNKNOWN, INTERRUPTED)
        try:
            shift, slip, waited = self._store.read(lambda unit: self._read(unit, task))
            # An X may be printed when its shift is closed already: it is not that one's slip.
            of = replace(shift, closed_at=None, z_number=None) if "report" in task.payload else shift
            self._made(self._write_files(of, slip))
        except StoreError as error:
            if task.attempts + 1 < MOST_TRIES:
                return retry_later(task, error.cause)
            return TaskOutcome(TaskState.FAILED, error.cause)
        if self._printer is None:
            return DONE
        return self._print(self._printer, task, slip, waited)

    def _print(self, printer: ReceiptPrinter, task: Task, slip: Slip, waited: timedelta) -> TaskOutcome:
        with suppress(StoreError):
            self._store.write(lambda unit: unit.note_task(task.task_id, HANDED_OVER))
        try:
            printer.print(self._paper(slip))
        except DeviceError as error:
            if error.unknown:
                return TaskOutcome(TaskState.UNKNOWN, error.cause)
            if waited > WAITS_AT_MOST:
                return TaskOutcome(TaskState.FAILED, error.cause)
            return TaskOutcome(TaskState.WAITING, error.cause, retry_in=NEXT_TRY)
        return DONE

    def _paper(self, slip: Slip) -> bytes:
        language = slip.lot.receipt_language
        if isinstance(self._printer, SystemPrinter):
            return slip_page(slip, language)
        return slip_escpos(slip, language, self._width_dots, profile=self._profile)

    def _write_files(self, shift: Shift, slip: Slip) -> Path:
        path = self.pdf_path(shift, slip.copy_number)
        with store_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_slip_pdf(slip, path, slip.lot.receipt_language)
            is_page = isinstance(self._printer, SystemPrinter)
            write_atomically(path.with_suffix(".png" if is_page else ".escpos"), self._paper(slip))
        return path

    def _read(self, unit: UnitOfWork, task: Task) -> tuple[Shift, Slip, timedelta]:
        shift = unit.shift(task.payload["shift_id"])
        slip = slip_of(
            unit,
            ShiftReport.from_document(task.payload.get("report") or shift.report or {}),
            copy_number=task.payload["copy"],
            anchor=anchor_text(unit, self._signer),
        )
        return shift, slip, unit.now - task.created_at


def slip_of(unit: UnitOfWork, report: ShiftReport, *, copy_number: int = 0, anchor: str = "") -> Slip:
    """The report with the names that a person reads on it."""
    ids = {report.person_id, report.closed_by, *(one.person_id for one in report.reliefs)}
    people = {person.person_id: person.name for person in unit.people() if person.person_id in ids}
    merchants = {one.merchant_id: one.name for one in unit.merchants()}
    plans = {(one.plan_id, one.version): _plan_name(unit, one.plan_id, one.version) for one in report.rates}
    return Slip(
        lot=unit.lot(),
        report=report,
        people=people,
        merchants=merchants,
        plans={plan_id: name for (plan_id, _), name in plans.items()},
        copy_number=copy_number,
        anchor=anchor if report.kind is not ReportKind.X else "",
    )


def _plan_name(unit: UnitOfWork, plan_id: str, version: int) -> str:
    """The landlord's name of the plan; a slip does not wait for a plan that is gone."""
    try:
        return unit.plan(plan_id, version).plan.name
    except OperatorError:
        return ""
