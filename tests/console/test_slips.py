"""Slips of shifts: written to a file and printed, once; what the printer did is in the journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.slips import WAITS_AT_MOST, SlipMaker
from core.domain.anchors import read_anchor
from core.domain.errors import NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Role
from core.domain.printers import PrinterProfile
from core.services.hand_out_slip import SLIP_TASK, print_x, reprint_slip
from core.services.ports import ReceiptPrinter
from core.services.print_receipt import HANDED_OVER
from core.services.tasks import Task, TaskOutcome, TaskState
from core.store import tasks as module
from core.store.tasks import TaskRunner
from devices.printers.memory import MemoryPrinter
from tests.booth import DRAWER, Booth, wait_until
from tests.core.services.cashiers import begin, close, do, hire, take


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()


@contextmanager
def slips_of(booth: Booth, printer: ReceiptPrinter | None) -> Iterator[SlipMaker]:
    maker = SlipMaker(booth.store, booth.folder / "shifts", printer, width_dots=576)
    runner = TaskRunner(booth.store, {SLIP_TASK: maker.handler()}, booth.clock)
    runner.start()
    try:
        yield maker
    finally:
        runner.stop()


def test_a_close_prints_its_slip_and_leaves_a_page(booth: Booth) -> None:
    printer = MemoryPrinter()
    begin(booth, booth.ben)
    take(booth, booth.ben, "AAA1111")
    closed = close(booth, booth.ben, 1030)
    with slips_of(booth, printer) as maker:
        wait_until(lambda: "slip.printed" in booth.kinds(), "the slip is printed")
        assert maker.pdf_path(closed).read_bytes().startswith(b"%PDF")
        assert maker.pdf_path(closed).with_suffix(".escpos").read_bytes() == printer.papers[-1]
    assert len(printer.papers) == 1
    assert closed.check_code.encode() in printer.papers[0]


def test_without_a_printer_the_page_is_made_all_the_same(booth: Booth) -> None:
    begin(booth, booth.ben)
    closed = close(booth, booth.ben, 1000)
    with slips_of(booth, None) as maker:
        wait_until(lambda: "slip.printed" in booth.kinds(), "the page is made")
        assert maker.pdf_path(closed).exists()


def test_a_second_slip_says_copy_and_has_a_file_of_its_own(booth: Booth) -> None:
    printer = MemoryPrinter()
    begin(booth, booth.ben)
    closed = close(booth, booth.ben, 1000)
    assert do(booth, reprint_slip, actor=booth.ben, shift_id=closed.shift_id) == 1
    assert do(booth, reprint_slip, actor=booth.boss, shift_id=closed.shift_id) == 2
    with slips_of(booth, printer) as maker:
        wait_until(lambda: booth.kinds().count("slip.printed") == 3, "all three are printed")
        assert maker.pdf_path(closed, 2).exists()
    assert sorted(b"COPY" in one for one in printer.papers) == [False, True, True]


def test_somebody_elses_slip_is_for_who_may_see_totals(booth: Booth) -> None:
    cat = hire(booth, "Cat")
    begin(booth, booth.ben)
    closed = close(booth, booth.ben, 1000)
    with pytest.raises(NotAllowed):
        do(booth, reprint_slip, actor=cat, shift_id=closed.shift_id)
    sue = hire(booth, "Sue", Role.SUPERVISOR)
    assert do(booth, reprint_slip, actor=sue, shift_id=closed.shift_id) == 1


def test_a_running_shift_has_no_slip(booth: Booth) -> None:
    shift = begin(booth, booth.ben)
    with pytest.raises(Refused, match=r"shift\.no_report"):
        do(booth, reprint_slip, actor=booth.ben, shift_id=shift.shift_id)


def acted(booth: Booth, printer: ReceiptPrinter, cause: str = "") -> TaskOutcome:
    """What becomes of the slip's task on that printer."""
    maker = SlipMaker(booth.store, booth.folder / "shifts", printer, width_dots=576)
    (waiting,) = booth.store.read(lambda unit: unit.waiting_tasks(SLIP_TASK))
    task = Task(
        waiting.task_id,
        waiting.kind,
        waiting.payload,
        waiting.created_at,
        waiting.next_at,
        waiting.deadline_at,
        waiting.attempts,
        cause,
    )
    return maker.handler().act(task)


def test_a_slip_waits_for_paper_and_is_given_up_in_the_end(booth: Booth) -> None:
    begin(booth, booth.ben)
    close(booth, booth.ben, 1000)
    broken = MemoryPrinter()
    broken.fails_with = "printer.no_paper"
    assert acted(booth, broken).state is TaskState.WAITING
    booth.clock.pass_by(hours=WAITS_AT_MOST.total_seconds() / 3600 + 1)
    assert acted(booth, broken).state is TaskState.FAILED


def test_what_may_have_come_out_is_not_printed_again_by_itself(booth: Booth) -> None:
    begin(booth, booth.ben)
    close(booth, booth.ben, 1000)
    breaks_off = MemoryPrinter()
    breaks_off.stops_in_mid_job = True
    assert acted(booth, breaks_off).state is TaskState.UNKNOWN
    printer = MemoryPrinter()
    assert acted(booth, printer, HANDED_OVER).state is TaskState.UNKNOWN
    assert printer.papers == []


def test_a_folder_that_cannot_be_written_is_named_and_tried_again(booth: Booth) -> None:
    begin(booth, booth.ben)
    close(booth, booth.ben, 1000)
    (booth.folder / "shifts").write_text("in the way")
    outcome = acted(booth, MemoryPrinter())
    assert outcome.state is TaskState.WAITING
    assert outcome.cause.startswith("store.")


def test_the_square_code_proves_the_journal_with_the_close_in_it(booth: Booth) -> None:
    printer = MemoryPrinter()
    shift = begin(booth, booth.ben)
    close(booth, booth.ben, 1000)
    maker = SlipMaker(
        booth.store,
        booth.folder / "shifts",
        printer,
        width_dots=576,
        profile=PrinterProfile(title="draws codes", native_qr=True),
    )
    runner = TaskRunner(booth.store, {SLIP_TASK: maker.handler()}, booth.clock)
    runner.start()
    wait_until(lambda: bool(printer.papers), "the slip is printed")
    runner.stop()
    text = re.search(rb"LKA[0-9A-Z]+", printer.papers[0])
    assert text is not None
    anchor = read_anchor(text.group().decode())
    about = booth.store.read(lambda unit: unit.entries_about(Subject("shift", shift.shift_id)))
    assert about[-1].kind == "shift.closed"
    assert anchor.seq >= about[-1].seq


def test_an_x_is_printed_with_the_figures_of_its_moment_and_seals_nothing(booth: Booth) -> None:
    printer = MemoryPrinter()
    begin(booth, booth.ben, 1000)
    take(booth, booth.ben, "AAA1111")
    with pytest.raises(NotAllowed):
        do(booth, print_x, actor=booth.ben, drawer=DRAWER)
    report = do(booth, print_x, actor=booth.boss, drawer=DRAWER)
    take(booth, booth.ben, "BBB2222")
    with slips_of(booth, printer) as maker:
        wait_until(lambda: "slip.printed" in booth.kinds(), "the X is printed")
        shift = booth.store.read(lambda unit: unit.open_shift(DRAWER))
        assert shift is not None
        assert maker.pdf_path(shift).name.startswith("x-")
        assert maker.pdf_path(shift).exists()
    assert report.drawer_count.expected_minor == 1030
    assert b"X report" in printer.papers[0]
    assert b"NT$1,030" in printer.papers[0]
    assert b"Check code" not in printer.papers[0]
