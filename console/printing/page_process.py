"""Prints one picture on a printer of the system, in a process that can be ended whatever the system does.

``python -m console.printing.page_process QUEUE < picture.png``; an empty name is the system's usual printer.
``--list`` in its place names the printers, one a line.
Qt asks the system's printing service without any time limit; whoever starts this has one.
"""

from __future__ import annotations

import os
import sys
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from console.printing.answers import HANDING_OVER, PageAnswer

MM_PER_INCH: Final = 25.4
_DOTS_PER_METRE_TO_MM: Final = 1000.0
_ROLL_WIDEST_MM: Final = 120.0
_ROLL_MARGIN_MM: Final = 4.0


def main(queue: str, picture: bytes) -> PageAnswer:
    """Print it in its own size at the top of the page, smaller only where it would not fit."""
    image = QImage.fromData(picture)
    if image.isNull():
        return PageAnswer.NOT_A_PICTURE
    info = QPrinterInfo.printerInfo(queue) if queue else QPrinterInfo.defaultPrinter()
    if info.isNull():
        return PageAnswer.NO_QUEUE
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    return draw(printer, image)


def draw(printer: QPrinter, image: QImage) -> PageAnswer:
    """The picture on one page of the printer."""
    width_mm = image.width() * _DOTS_PER_METRE_TO_MM / image.dotsPerMeterX()
    height_mm = image.height() * _DOTS_PER_METRE_TO_MM / image.dotsPerMeterY()
    _fit_roll(printer, width_mm, height_mm)
    painter = QPainter()
    if not painter.begin(printer):
        return PageAnswer.REFUSED
    dots_per_mm = printer.resolution() / MM_PER_INCH
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    scale = min(1.0, page.width() / (width_mm * dots_per_mm), page.height() / (height_mm * dots_per_mm))
    size = QSizeF(width_mm, height_mm) * (dots_per_mm * scale)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    # From here on the system may have it.
    sys.stdout.write(HANDING_OVER)
    sys.stdout.flush()
    is_well = painter.end() and printer.printerState() is not QPrinter.PrinterState.Error
    return PageAnswer.HANDED_OVER if is_well else PageAnswer.REFUSED


def _fit_roll(printer: QPrinter, width_mm: float, height_mm: float) -> None:
    """On a roll the page is as long as the receipt; a sheet stays what it is."""
    sheet = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    if sheet.width() > _ROLL_WIDEST_MM:
        return
    long_enough = QSizeF(sheet.width(), height_mm + 2 * _ROLL_MARGIN_MM)
    side_mm = max(0.0, (sheet.width() - width_mm) / 2)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(long_enough, QPageSize.Unit.Millimeter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(side_mm, _ROLL_MARGIN_MM, side_mm, _ROLL_MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if wanted == "--list":
        sys.stdout.writelines(f"{name}\n" for name in QPrinterInfo.availablePrinterNames())
        sys.exit(PageAnswer.HANDED_OVER)
    sys.exit(main(wanted, sys.stdin.buffer.read()))
