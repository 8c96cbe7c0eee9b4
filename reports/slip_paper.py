"""A shift's slip as a PDF page, as a printer's bytes, and as a picture for a printer of the system's."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from escpos.constants import QR_ECLEVEL_M

from core.domain.printers import ANY_PRINTER, PrinterProfile
from reports import receipt_pdf, receipt_raster
from reports.atomic_file import write_atomically
from reports.receipt_escpos import (
    DOTS_PER_COLUMN,
    PLAIN,
    ended,
    letters_of,
    printer_in_memory,
    two_ends,
    wrapped,
)
from reports.receipt_page import PAGE_DOTS, page_of
from reports.shift_slip import Slip, slip_rows
from reports.slip_layout import lay_out_slip
from reports.slip_row import RowStyle, SlipRow

_CODE_MODULE_DOTS: Final = 5


def slip_pdf(slip: Slip, language: str) -> bytes:
    """The slip as a page as long as it is; the same slip gives the same bytes."""
    rows = slip_rows(slip, language)
    layout = lay_out_slip(rows, receipt_pdf.PRINTED_WIDTH, receipt_pdf.text_width)
    title = next(row.label for row in reversed(rows) if row.style is RowStyle.HEAD)
    return receipt_pdf.layout_pdf(layout, slip.code_text, title=title, author=slip.lot.name)


def write_slip_pdf(slip: Slip, path: Path, language: str) -> None:
    """Write it to the path, wholly or not at all; OSError where that cannot be."""
    write_atomically(path, slip_pdf(slip, language))


def slip_page(slip: Slip, language: str) -> bytes:
    """The slip as a PNG that knows its size on paper."""
    return page_of(_picture(slip, slip_rows(slip, language), PAGE_DOTS))


def slip_escpos(
    slip: Slip, language: str, width_dots: int = 576, *, profile: PrinterProfile = ANY_PRINTER
) -> bytes:
    """The slip for a printer of so many dots: in its own letters where it has them all, else as a picture."""
    rows = slip_rows(slip, language)
    printer = printer_in_memory(width_dots, profile)
    letters = letters_of(profile)
    if all(letters(text.translate(PLAIN)) for row in rows for text in (row.label, row.value)):
        _print_rows(printer, rows, width_dots // DOTS_PER_COLUMN)
        printer.set(align="center")
        printer.qr(slip.code_text, ec=QR_ECLEVEL_M, size=_CODE_MODULE_DOTS, native=profile.native_qr)
    else:
        printer.image(_picture(slip, rows, width_dots), fragment_height=profile.raster_rows)
    return ended(printer, profile)


def _picture(slip: Slip, rows: tuple[SlipRow, ...], width_dots: int) -> Any:
    width = width_dots / receipt_raster.DOTS_PER_POINT
    layout = lay_out_slip(rows, width, receipt_raster.text_width)
    return receipt_raster.layout_raster(layout, slip.code_text, width_dots)


def _print_rows(printer: Any, rows: tuple[SlipRow, ...], columns: int) -> None:
    for row in rows:
        is_large = row.style in {RowStyle.MARK, RowStyle.HEAD}
        printer.set(
            align="center" if is_large or row.style is RowStyle.QUIET else "left",
            bold=row.style in {RowStyle.SECTION, RowStyle.SUM, RowStyle.HEAD, RowStyle.CODE},
            invert=row.style is RowStyle.MARK,
            custom_size=True,
            width=1,
            height=2 if is_large else 1,
        )
        for line in _lines(row, columns):
            printer.text(line + "\n")
    printer.set(align="left", custom_size=True, width=1, height=1)


def _lines(row: SlipRow, columns: int) -> list[str]:
    label, value = row.label.translate(PLAIN), row.value.translate(PLAIN)
    if row.style is RowStyle.SECTION:
        return ["-" * columns, label]
    if row.style is RowStyle.SIGNATURE:
        return ["", "", "_" * columns, label]
    if row.style is RowStyle.NOTE:
        return [f"  {line}" for line in wrapped(label, columns - 2)]
    return two_ends(label, value, columns) if value else wrapped(label, columns)
