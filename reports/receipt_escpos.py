"""The receipt as ESC/POS bytes.

A receipt that is all plain Latin goes as the printer's own text: sharp, and short enough for a slow
serial line; accents too where its profile names a code page. Everything else, Chinese above all, goes as
one raster picture, because no other printer's code page can be trusted with it. Nothing a person or a
camera wrote can become a command: the text way lets through printable letters of ASCII or of that code page
only, the raster way sends no text at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from escpos.constants import QR_ECLEVEL_M
from escpos.magicencode import Encoder
from escpos.printer import Dummy
from PIL import Image

from core.domain.printers import ANY_PRINTER, PrinterProfile
from reports.receipt import Fact, LeaveBy, PriceRow, Receipt, ReceiptContent, receipt_content
from reports.receipt_code import receipt_code_text
from reports.receipt_raster import receipt_raster

DOTS_PER_COLUMN: Final = 12  # the printer's font A
FEED_TO_TEAR: Final = 4  # lines, where a hand tears what no cutter cuts
CODE_PAGE: Final = "CP1252"
# After ESC @: some printers take two bytes above 127 for one Chinese letter until FS . tells them not to.
INIT: Final = b"\x1b@"
SINGLE_BYTES: Final = b"\x1c."
_CODE_MODULE_DOTS: Final = 5
_SHORTEST_LABEL: Final = 10
_LINES_TO_SIGN: Final = 3
PLAIN: Final = str.maketrans(
    {"–": "-", "×": "x", "−": "-", "·": "-", "€": "EUR ", "£": "GBP ", "¥": "JPY ", "…": ".."}
)


def receipt_escpos(
    receipt: Receipt,
    language: str,
    width_dots: int = 576,
    *,
    code_text: str | None = None,
    profile: PrinterProfile = ANY_PRINTER,
) -> bytes:
    """The receipt for a printer of so many dots (576 on 80 mm paper, 384 on 58 mm), cut at the end.

    ``code_text`` stands in the square code, the receipt's own text unless given. BadInput
    ``language.unknown`` for a language without words.
    """
    code = code_text if code_text is not None else receipt_code_text(receipt)
    return paper_escpos(receipt_content(receipt, language), code, width_dots, profile=profile)


def paper_escpos(
    content: ReceiptContent,
    code_text: str = "",
    width_dots: int = 576,
    *,
    profile: PrinterProfile = ANY_PRINTER,
) -> bytes:
    """Any paper that says what a receipt may say, cut at the end."""
    printer = printer_in_memory(width_dots, profile)
    letters = letters_of(profile)
    if all(letters(text.translate(PLAIN)) for text in content.texts()):
        _TextPrinter(printer, width_dots // DOTS_PER_COLUMN, letters).print(content)
        if content.has_code:
            printer.set(align="center")
            printer.qr(code_text, ec=QR_ECLEVEL_M, size=_CODE_MODULE_DOTS, native=profile.native_qr)
    else:
        picture = receipt_raster(content, code_text, width_dots)
        printer.image(picture, fragment_height=profile.raster_rows)
    return ended(printer, profile)


def escpos_picture(picture: Image.Image, width_dots: int, profile: PrinterProfile = ANY_PRINTER) -> bytes:
    """A picture of that width for the printer, cut at the end."""
    printer = printer_in_memory(width_dots, profile)
    printer.image(picture, fragment_height=profile.raster_rows)
    return ended(printer, profile)


def ended(printer: Any, profile: PrinterProfile) -> bytes:
    """All that was printed in memory, cut at the end."""
    if profile.cutter:
        printer.cut()
    else:
        printer.ln(FEED_TO_TEAR)
    job = bytes(printer.output)
    return job if profile.code_page is None else INIT + SINGLE_BYTES + job.removeprefix(INIT)


def letters_of(profile: PrinterProfile) -> Callable[[str], bool]:
    """Whether a text is all letters that this printer has of its own."""
    return str.isascii if profile.code_page is None else _in_code_page


def _in_code_page(text: str) -> bool:
    try:
        text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


def printer_in_memory(width_dots: int, model: PrinterProfile) -> Any:
    """A printer in memory, told how wide its paper is, and set to its beginnings."""
    pages = {} if model.code_page is None else {"encoder": Encoder({CODE_PAGE: model.code_page})}
    printer: Any = Dummy(magic_encode_args=pages)
    profile = printer.profile
    profile.profile_data = {**profile.profile_data, "media": {"width": {"pixels": width_dots}}}
    printer.hw("INIT")
    return printer


class _TextPrinter:
    """Sets the content in the printer's own letters, on so many columns."""

    def __init__(self, printer: Any, columns: int, letters: Callable[[str], bool]) -> None:
        self._printer = printer
        self._columns = columns
        self._letters = letters

    def print(self, content: ReceiptContent) -> None:
        for mark in filter(None, (content.copy_mark, content.state_mark)):
            self._centred(mark, scale=2, is_inverse=True)
            self._blank()
        self._centred(content.lot_name, is_bold=True)
        self._centred(content.lot_address)
        self._centred(content.title)
        self._rule()
        self._centred(content.plate.value, scale=2, is_bold=True)
        for fact in (content.entry, content.entry_lane, content.paid_at, content.number):
            self._pair(fact.label, fact.value)
            if fact is content.entry:
                self._left(content.entry_note)
        self._rule()
        for row in content.prices:
            self._price(row)
        self._rule()
        self._total(content.total)
        if content.tax.value:
            self._pair(content.tax.label, content.tax.value)
        self._left(content.rounding)
        for fact in (*content.parts, content.tendered, content.change):
            self._pair(fact.label, fact.value)
        for remark in content.remarks:
            self._left(remark)
        if content.signature:
            self._signature(content.signature)
        self._rule()
        if content.leave_by.time:
            self._leave_by(content.leave_by)
        self._centred(f"{content.help.label} {content.help.value}")
        self._centred(f"{content.cashier.label} {content.cashier.value}")

    def _signature(self, what: str) -> None:
        for _ in range(_LINES_TO_SIGN):
            self._blank()
        self._line("_" * self._columns)
        self._left(what)

    def _leave_by(self, leave_by: LeaveBy) -> None:
        self._centred(leave_by.label, is_bold=True)
        self._centred(leave_by.time, scale=4, is_bold=True)
        self._centred(leave_by.date, scale=2)
        self._centred(leave_by.afterwards)
        self._blank()

    def _price(self, row: PriceRow) -> None:
        self._pair(row.reason, row.amount)
        if row.span:
            self._left(f"  {row.span}")

    def _total(self, total: Fact) -> None:
        self._style(scale=2, is_bold=True)
        for line in two_ends(self._plain(total.label), self._plain(total.value), self._columns // 2):
            self._line(line)
        self._style()

    def _pair(self, label: str, value: str) -> None:
        if not (label or value):
            return
        for line in two_ends(self._plain(label), self._plain(value), self._columns):
            self._line(line)

    def _left(self, text: str) -> None:
        for line in wrapped(self._plain(text), self._columns):
            self._line(line)

    def _centred(self, text: str, *, scale: int = 1, is_bold: bool = False, is_inverse: bool = False) -> None:
        self._style(align="center", scale=scale, is_bold=is_bold, is_inverse=is_inverse)
        for line in wrapped(self._plain(text), self._columns // scale):
            self._line(line.strip() if not is_inverse else f" {line.strip()} ")
        self._style()

    def _rule(self) -> None:
        self._line("-" * self._columns)

    def _blank(self) -> None:
        self._line("")

    def _plain(self, text: str) -> str:
        """Printable letters that the printer has only, whatever came in."""
        return "".join(
            one for one in text.translate(PLAIN) if one == " " or (one.isprintable() and self._letters(one))
        )

    def _line(self, text: str) -> None:
        self._printer.text(text + "\n")

    def _style(
        self, *, align: str = "left", scale: int = 1, is_bold: bool = False, is_inverse: bool = False
    ) -> None:
        self._printer.set(
            align=align, bold=is_bold, invert=is_inverse, custom_size=True, width=scale, height=scale
        )


def two_ends(left: str, right: str, columns: int) -> list[str]:
    """Label left, value right on the first line; the value below where too little room is left."""
    room = columns - len(right) - 2
    if room < min(len(left), _SHORTEST_LABEL):
        return [*wrapped(left, columns), *(line.rjust(columns) for line in wrapped(right, columns))]
    first, *rest = wrapped(left, room) or [""]
    return [first + right.rjust(columns - len(first)), *rest]


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, broken at spaces where there are any."""
    lines = []
    rest = text.rstrip()
    while len(rest) > columns:
        cut = rest.rfind(" ", 1, columns + 1)
        cut = cut if cut > 0 and rest[:cut].strip() else columns
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*lines, rest] if rest else lines
