"""From the commit that asks for a receipt to its first byte at the printer, beside python-escpos alone."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from escpos.printer import Network

from console.receipts import ReceiptMaker
from core.domain.printers import PrinterProfile
from core.services.print_receipt import RECEIPT_TASK, reprint
from core.store.tasks import TaskRunner
from devices.printers.network_line import NetworkLine
from devices.printers.spooling import SpoolingPrinter
from tests.bench.figures import percentile, spread
from tests.bench.report import Outcome, Row
from tests.booth import Booth
from tests.far_sides.printer import far_printer

WARM_UP, RECEIPTS = 3, 40
LIMIT_S = 20.0
GOAL_MS = 2000.0
SHORTEST_JOB_BYTES = 200


class _TimedLine(NetworkLine):
    """Notes when the first piece of a job went."""

    def __init__(self, port: int) -> None:
        super().__init__("127.0.0.1", port)
        self.first_at = 0.0

    def write(self, data: bytes, *, until_s: float) -> None:
        super().write(data, until_s=until_s)
        if len(data) >= SHORTEST_JOB_BYTES and not self.first_at:
            self.first_at = time.perf_counter()


def run(folder: Path) -> Outcome:
    """The bench."""
    booth = Booth(folder)
    booth.run_lanes()
    stay = booth.enter("BEN1234")
    booth.clock.pass_by(hours=2)
    payment_id = booth.pay(stay.stay_id).payment_id
    first_ms, whole_ms, bare_ms = [], [], []
    with far_printer() as far:
        line = _TimedLine(far.port)
        printer = SpoolingPrinter(line, PrinterProfile(title="bench"))
        printed = threading.Event()
        maker = ReceiptMaker(booth.store, folder / "receipts", printer, width_dots=576)
        runner = TaskRunner(booth.store, {RECEIPT_TASK: maker.handler()}, booth.clock)
        booth.store.listen(
            lambda committed: (
                printed.set() if any(one.kind == "receipt.printed" for one in committed.entries) else None
            )
        )
        runner.start()
        _wait(printed)
        for number in range(WARM_UP + RECEIPTS):
            line.first_at = 0.0
            begun = time.perf_counter()
            booth.store.write(lambda unit: reprint(unit, actor=booth.ben, payment_id=payment_id))
            _wait(printed)
            ended = time.perf_counter()
            bare = _bare_ms(far.port)
            if number >= WARM_UP:
                first_ms.append((line.first_at - begun) * 1000)
                whole_ms.append((ended - begun) * 1000)
                bare_ms.append(bare)
        runner.stop()
    booth.close()
    p95 = percentile(first_ms, 0.95)
    row = Row(
        "receipt_first_line",
        p95,
        "ms p95",
        "python-escpos: connect, ask for paper, send a line",
        percentile(bare_ms, 0.95),
        f"≤ {GOAL_MS:.0f} ms",
        p95 <= GOAL_MS,
    )
    remarks = (
        spread("first byte at the printer", first_ms),
        spread("printed, confirmed and written down", whole_ms),
        spread("python-escpos alone", bare_ms),
    )
    return Outcome((row,), remarks)


def _wait(printed: threading.Event) -> None:
    if not printed.wait(LIMIT_S):
        raise RuntimeError("a receipt never came out")
    printed.clear()


def _bare_ms(port: int) -> float:
    begun = time.perf_counter()
    printer = Network("127.0.0.1", port, timeout=LIMIT_S)
    printer.open()
    printer.paper_status()
    printer.text("Riverside\n")
    elapsed_ms = (time.perf_counter() - begun) * 1000
    printer.cut()
    printer.close()
    return elapsed_ms
