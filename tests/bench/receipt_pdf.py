"""A receipt in Chinese as PDF, beside a page of plain lines made by reportlab alone."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from reports.receipt_pdf import receipt_pdf
from tests.bench.figures import percentile, spread
from tests.bench.report import Outcome, Row
from tests.reports.samples import CHINESE_LOT, receipt_of

WARM_UP, RECEIPTS = 5, 60
LINES = 24


def run(folder: Path) -> Outcome:
    """The bench."""
    receipt = receipt_of(CHINESE_LOT)
    ours_ms, bare_ms = [], []
    for number in range(WARM_UP + RECEIPTS):
        bare = _ms(_bare_page)
        ours = _ms(lambda: receipt_pdf(receipt, "zh_TW"))
        if number >= WARM_UP:
            ours_ms.append(ours)
            bare_ms.append(bare)
    row = Row(
        "receipt_pdf",
        percentile(ours_ms, 0.5),
        "ms median",
        f"a reportlab page of {LINES} lines in Helvetica",
        percentile(bare_ms, 0.5),
    )
    return Outcome((row,), (spread("receipt", ours_ms), spread("bare page", bare_ms)))


def _bare_page() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(226, 500), invariant=1)
    for line in range(LINES):
        canvas.drawString(12, 480 - 18 * line, "Entry 13 May 2026 08:30")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _ms(work: Callable[[], bytes]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
