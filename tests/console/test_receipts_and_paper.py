"""Receipts while the printer cannot: none is lost, each has one original, and they come out in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from console.receipts import WAITS_AT_MOST, ReceiptMaker
from core.domain.printers import PrinterProfile
from core.services.ports import Measure, ReceiptPrinter
from core.services.print_receipt import HANDED_OVER, RECEIPT_TASK, reprint
from core.services.tasks import TaskState
from core.store import tasks as module
from core.store.tables import tasks
from core.store.tasks import TaskRunner
from devices.printers.memory import MemoryPrinter
from devices.printers.network_line import NetworkLine
from devices.printers.spooling import SpoolingPrinter
from devices.simulator.printer import SimulatedPrinter
from tests.booth import Booth, wait_until
from tests.far_sides.printer import EmuPos, far_printer
from tests.far_sides.tcp_proxy import tcp_proxy


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    made.run_lanes()
    yield made
    made.close()


def pay_for(booth: Booth, *plates: str) -> list[str]:
    """Cars that came and paid; returns their payments."""
    stays = [booth.enter(plate) for plate in plates]
    booth.clock.pass_by(hours=2)
    return [booth.pay(stay.stay_id).payment_id for stay in stays]


@contextmanager
def receipts_of(booth: Booth, printer: ReceiptPrinter, folder: Path) -> Iterator[ReceiptMaker]:
    maker = ReceiptMaker(booth.store, folder / "receipts", printer, width_dots=384)
    runner = TaskRunner(booth.store, {RECEIPT_TASK: maker.handler()}, booth.clock)
    runner.start()
    try:
        yield maker
    finally:
        runner.stop()


def states(booth: Booth) -> list[tuple[str, str]]:
    with booth.store.reading() as view:
        rows = view.connection.execute(
            select(tasks.c.state, tasks.c.cause).where(tasks.c.kind == RECEIPT_TASK).order_by(tasks.c.task_id)
        )
        return [(row.state, row.cause) for row in rows]


def time_passes_until(booth: Booth, condition: Callable[[], bool], what: str) -> None:
    """Seconds go by on the lot's clock until it is so."""

    def step() -> bool:
        booth.clock.pass_by(seconds=1)
        return condition()

    wait_until(step, what)


def numbers(papers: list[bytes]) -> list[str]:
    """What each paper says of itself: its plate, and whether it is a copy."""
    return [
        next(plate for plate in ("AAA1111", "BBB2222", "CCC3333") if plate.encode() in paper)
        + (" COPY" if b"COPY" in paper else "")
        for paper in papers
    ]


def test_receipts_wait_for_paper_and_then_come_out_in_order_each_as_an_original(
    booth: Booth, tmp_path: Path
) -> None:
    printer = MemoryPrinter()
    printer.fails_with = "printer.paper_out"
    with receipts_of(booth, printer, tmp_path) as maker:
        pay_for(booth, "AAA1111", "BBB2222", "CCC3333")
        wait_until(lambda: states(booth) == [("waiting", "printer.paper_out")] * 3, "all three wait")
        assert sorted(file.name for file in (tmp_path / "receipts").glob("*.pdf")) == [
            "receipt-000001.pdf",
            "receipt-000002.pdf",
            "receipt-000003.pdf",
        ]
        wait_until(lambda: maker.measures() == (Measure("receipts.waiting", 3),), "they are counted")
        printer.fails_with = ""
        time_passes_until(booth, lambda: len(printer.papers) == 3, "all three are printed")
        wait_until(lambda: maker.measures() == (Measure("receipts.waiting", 0),), "none waits any more")
    assert numbers(printer.papers) == ["AAA1111", "BBB2222", "CCC3333"]
    assert states(booth) == [("done", "")] * 3


def test_a_receipt_paid_later_does_not_overtake_those_that_wait(booth: Booth, tmp_path: Path) -> None:
    printer = MemoryPrinter()
    printer.fails_with = "printer.cover_open"
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111")
        wait_until(lambda: states(booth) == [("waiting", "printer.cover_open")], "it waits")
        printer.fails_with = ""
        pay_for(booth, "BBB2222")
        time_passes_until(booth, lambda: len(printer.papers) == 2, "both are printed")
    assert numbers(printer.papers) == ["AAA1111", "BBB2222"]


def test_receipts_that_wait_over_a_restart_come_out_in_order_too(booth: Booth, tmp_path: Path) -> None:
    printer = MemoryPrinter()
    printer.fails_with = "printer.no_answer"
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111", "BBB2222")
        wait_until(lambda: states(booth) == [("waiting", "printer.no_answer")] * 2, "both wait")
    printer.fails_with = ""
    with receipts_of(booth, printer, tmp_path):
        time_passes_until(booth, lambda: len(printer.papers) == 2, "both are printed")
    assert numbers(printer.papers) == ["AAA1111", "BBB2222"]


def test_a_receipt_that_may_have_come_out_is_followed_by_one_copy_and_no_original(
    booth: Booth, tmp_path: Path
) -> None:
    printer = MemoryPrinter()
    printer.stops_in_mid_job = True
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111")
        wait_until(
            lambda: states(booth) == [("unknown", "printer.no_answer"), ("done", "")], "the copy is printed"
        )
    assert numbers(printer.papers) == ["AAA1111", "AAA1111 COPY"]


def test_a_copy_that_may_have_come_out_is_not_followed_by_another(booth: Booth, tmp_path: Path) -> None:
    printer = MemoryPrinter()
    printer.stops_in_mid_job = True
    with receipts_of(booth, printer, tmp_path):
        print_as_it_is = printer.print

        def always_in_doubt(escpos: bytes) -> None:
            printer.stops_in_mid_job = True
            print_as_it_is(escpos)

        printer.print = always_in_doubt  # type: ignore[method-assign]
        payment_id = pay_for(booth, "AAA1111")[0]
        wait_until(lambda: states(booth) == [("unknown", "printer.no_answer")] * 2, "both are in doubt")
        printer.print = print_as_it_is  # type: ignore[method-assign]
        printer.stops_in_mid_job = False
        booth.store.write(lambda unit: reprint(unit, actor=booth.ben, payment_id=payment_id))
        wait_until(lambda: len(printer.papers) == 3, "a person asks for one more")
    assert numbers(printer.papers) == ["AAA1111", "AAA1111 COPY", "AAA1111 COPY"]


def test_a_console_that_ended_while_the_printer_had_the_receipt_prints_a_copy_and_no_second_original(
    booth: Booth, tmp_path: Path
) -> None:
    pay_for(booth, "AAA1111")
    booth.store.write(lambda unit: unit.note_task(unit.waiting_tasks(RECEIPT_TASK)[0].task_id, HANDED_OVER))
    printer = MemoryPrinter()
    with receipts_of(booth, printer, tmp_path):
        wait_until(
            lambda: states(booth) == [("unknown", "task.interrupted"), ("done", "")], "the copy is printed"
        )
    assert numbers(printer.papers) == ["AAA1111 COPY"]


def test_before_the_printer_gets_it_the_store_knows(booth: Booth, tmp_path: Path) -> None:
    printer = MemoryPrinter()
    seen: list[list[tuple[str, str]]] = []
    print_as_it_is = printer.print

    def look_and_print(escpos: bytes) -> None:
        seen.append(states(booth))
        print_as_it_is(escpos)

    printer.print = look_and_print  # type: ignore[method-assign]
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111")
        wait_until(lambda: states(booth) == [("done", "")], "it is printed")
    assert seen == [[("waiting", HANDED_OVER)]]


def test_after_a_shift_a_receipt_is_given_up_and_says_why(booth: Booth, tmp_path: Path) -> None:
    printer = MemoryPrinter()
    printer.fails_with = "printer.paper_out"
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111")
        wait_until(lambda: states(booth) == [("waiting", "printer.paper_out")], "it waits")
        booth.clock.pass_by(hours=WAITS_AT_MOST // timedelta(hours=1), minutes=1)
        wait_until(lambda: states(booth) == [("failed", "printer.paper_out")], "it is given up")
    assert TaskState.FAILED == "failed"
    assert printer.papers == []


@pytest.fixture(scope="module")
def far() -> Iterator[EmuPos | SimulatedPrinter]:
    with far_printer() as printer:
        yield printer


class TellingLine(NetworkLine):
    """A line that lets something happen once 200 bytes of a job have gone."""

    def __init__(self, port: int, happens: Callable[[], None]) -> None:
        super().__init__("127.0.0.1", port)
        self._happens = happens
        self._gone = 0

    def write(self, data: bytes, *, until_s: float) -> None:
        super().write(data, until_s=until_s)
        if len(data) > 10:
            self._gone += len(data)
            if self._gone > 200:
                self._happens()


def originals_and_copies(far: EmuPos | SimulatedPrinter, since: int) -> tuple[int, int]:
    """How many papers say how much was paid, as originals and as copies; half a receipt does not."""
    whole = [paper.text for paper in far.papers()[since:] if "Leave by" in paper.text]
    copies = sum("COPY" in text for text in whole)
    return len(whole) - copies, copies


SMALL_PIECES = PrinterProfile(title="small pieces", chunk_bytes=100)


def test_paper_that_runs_out_in_mid_receipt_ends_with_one_original_and_one_copy(
    booth: Booth, tmp_path: Path, far: EmuPos | SimulatedPrinter
) -> None:
    before = len(far.papers())
    happened: list[bool] = []

    def paper_runs_out() -> None:
        if not happened:
            happened.append(True)
            far.set_fault("paper-out", True)

    printer = SpoolingPrinter(TellingLine(far.port, paper_runs_out), SMALL_PIECES)
    with receipts_of(booth, printer, tmp_path):
        pay_for(booth, "AAA1111", "BBB2222")
        wait_until(
            lambda: (
                states(booth)
                == [
                    ("unknown", "printer.paper_out"),
                    ("waiting", "printer.paper_out"),
                    ("waiting", "printer.paper_out"),
                ]
            ),
            "the first is in doubt, its copy and the second wait",
        )
        far.set_fault("paper-out", False)
        time_passes_until(booth, lambda: states(booth)[1:] == [("done", "")] * 2, "both are printed")
    wait_until(lambda: len(far.papers()) >= before + 3)
    assert originals_and_copies(far, before) == (2, 1)


def test_a_cable_pulled_in_mid_receipt_ends_with_one_copy_and_no_second_original(
    booth: Booth, tmp_path: Path, far: EmuPos | SimulatedPrinter
) -> None:
    before = len(far.papers())
    with tcp_proxy(("127.0.0.1", far.port)) as proxy:
        printer = SpoolingPrinter(TellingLine(proxy.port, proxy.cut), SMALL_PIECES)
        with receipts_of(booth, printer, tmp_path):
            pay_for(booth, "AAA1111")
            wait_until(lambda: states(booth)[0] == ("unknown", "printer.no_answer"), "it is in doubt")
            printer._line._happens = lambda: None  # type: ignore[attr-defined]
            proxy.heal()
            time_passes_until(booth, lambda: states(booth)[1:] == [("done", "")], "the copy is printed")
    wait_until(lambda: originals_and_copies(far, before)[1] == 1, "the copy lies there")
    assert originals_and_copies(far, before) == (0, 1)
