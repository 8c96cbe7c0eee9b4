"""The page itself: in its own size on a sheet, on a roll as long as the receipt, smaller where it must be."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from console.printing.answers import PageAnswer
from console.printing.page_process import draw

MM_PER_POINT = 25.4 / 72
DOTS_PER_MM = 8


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    """Qt's own, into a file instead of into the system."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def dark(width_mm: int, height_mm: int) -> QImage:
    """A dark picture of that size on paper."""
    image = QImage(width_mm * DOTS_PER_MM, height_mm * DOTS_PER_MM, QImage.Format.Format_Grayscale8)
    image.fill(0)
    image.setDotsPerMeterX(DOTS_PER_MM * 1000)
    image.setDotsPerMeterY(DOTS_PER_MM * 1000)
    return image


def ink_mm(file: Path) -> tuple[float, float, float, float]:
    """Width and height of the page, and of what is dark on it, in millimetres."""
    document = pypdfium2.PdfDocument(file)
    page = document[0]
    width, height = (side * MM_PER_POINT for side in page.get_size())
    picture = page.render(scale=200 / 72).to_pil().convert("L").point(lambda level: 255 * (level < 128))
    left, top, right, bottom = picture.getbbox()
    per_mm = 200 / 25.4
    document.close()
    return width, height, (right - left) / per_mm, (bottom - top) / per_mm


def test_on_a_sheet_it_stands_in_its_own_size(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert draw(printer, dark(72, 180)) is PageAnswer.HANDED_OVER
    width, height, ink_width, ink_height = ink_mm(tmp_path / "out.pdf")
    assert (round(width), round(height)) == (210, 297)
    assert (ink_width, ink_height) == pytest.approx((72, 180), abs=1)


def test_on_a_roll_the_page_is_as_long_as_the_receipt(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QSizeF(80, 200), QPageSize.Unit.Millimeter))
    assert draw(printer, dark(72, 320)) is PageAnswer.HANDED_OVER
    width, height, ink_width, ink_height = ink_mm(tmp_path / "out.pdf")
    assert (width, height) == pytest.approx((80, 328), abs=1.5)
    assert (ink_width, ink_height) == pytest.approx((72, 320), abs=1.5)


def test_what_is_longer_than_the_sheet_is_made_smaller_and_not_cut_off(
    printer: QPrinter, tmp_path: Path
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert draw(printer, dark(72, 400)) is PageAnswer.HANDED_OVER
    _, height, ink_width, ink_height = ink_mm(tmp_path / "out.pdf")
    assert ink_height < height
    assert ink_width / ink_height == pytest.approx(72 / 400, rel=0.02)


def test_a_file_that_cannot_be_written_is_refused(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    assert draw(printer, dark(72, 100)) is PageAnswer.REFUSED
