"""The receipt as a PDF page of an 80 mm roll, as long as its content."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reports.atomic_file import write_atomically
from reports.faces import FIGURES, Face, Run, face_bytes, runs
from reports.receipt import Receipt, ReceiptContent, receipt_content
from reports.receipt_code import code_modules, receipt_code_text
from reports.receipt_layout import Anchor, Box, Code, Layout, Style, Text, lay_out

POINTS_PER_MM: Final = 72 / 25.4
PAGE_WIDTH: Final = 80 * POINTS_PER_MM
MARGIN: Final = 4 * POINTS_PER_MM  # leaves the 72 mm that an 80 mm printer prints on
PRINTED_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
MARGIN_TOP: Final = 6 * POINTS_PER_MM
_INK: Final = 0.08
_GREY: Final = 0.42
_BOX_RADIUS: Final = 5.0


def write_paper_pdf(content: ReceiptContent, code_text: str, path: Path) -> None:
    """Write the paper to the path, wholly or not at all; OSError where the file cannot be written."""
    write_atomically(path, paper_pdf(content, code_text))


def receipt_pdf(receipt: Receipt, language: str, *, code_text: str | None = None) -> bytes:
    """The PDF file; the same receipt gives the same bytes.

    ``code_text`` stands in the square code, the receipt's own text unless given. BadInput
    ``language.unknown`` for a language without words.
    """
    code = code_text if code_text is not None else receipt_code_text(receipt)
    return paper_pdf(receipt_content(receipt, language), code)


def paper_pdf(content: ReceiptContent, code_text: str = "") -> bytes:
    """The PDF file of any paper that says what a receipt may say."""
    layout = lay_out(content, PRINTED_WIDTH, text_width)
    title = f"{content.title} {content.number.value}".strip()
    return layout_pdf(layout, code_text, title=title, author=content.lot_name)


def layout_pdf(layout: Layout, code_text: str, *, title: str, author: str) -> bytes:
    """What was laid out on ``PRINTED_WIDTH``, as a page as long as it; the same gives the same bytes."""
    file = io.BytesIO()
    height = layout.height + 2 * MARGIN_TOP
    canvas = Canvas(file, pagesize=(PAGE_WIDTH, height), invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.translate(MARGIN, height - MARGIN_TOP)
    _draw(canvas, layout, code_text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def text_width(text: str, style: Style) -> float:
    """How wide the text stands on the page, in points."""
    return sum(_advance(run, style.size) for run in _runs(text, style))


def _runs(text: str, style: Style) -> list[Run]:
    return runs(text, is_bold=style.is_bold, is_tabular=style.is_tabular)


def _own_width(run: Run, size: float) -> float:
    width: float = pdfmetrics.stringWidth(run.text, _registered(run.face), size)
    return width


def _advance(run: Run, size: float) -> float:
    return _figure_width(run.face) * size if run.is_figure else _own_width(run, size)


@cache
def _figure_width(face: Face) -> float:
    """The width of the face's widest figure at size 1."""
    return max(_own_width(Run(face, figure, is_figure=False), 1.0) for figure in FIGURES)


@cache
def _registered(face: Face) -> str:
    """The name under which the PDF library knows the face."""
    pdfmetrics.registerFont(TTFont(face.name, io.BytesIO(face_bytes(face))))
    return face.name


def _draw(canvas: Any, layout: Layout, code_text: str) -> None:
    for box in layout.boxes:
        _draw_box(canvas, box, layout.width)
    for rule in layout.rules:
        canvas.setStrokeGray(_GREY)
        canvas.setLineWidth(rule.thickness)
        canvas.line(0, -rule.y, layout.width, -rule.y)
    for text in layout.texts:
        _draw_text(canvas, text)
    _draw_code(canvas, layout.code, code_text)


def _draw_box(canvas: Any, box: Box, width: float) -> None:
    canvas.setStrokeGray(_INK)
    canvas.setFillGray(_INK)
    canvas.setLineWidth(1.2)
    canvas.roundRect(
        0, -box.y - box.height, width, box.height, _BOX_RADIUS, stroke=not box.is_filled, fill=box.is_filled
    )


def _draw_text(canvas: Any, text: Text) -> None:
    if text.is_inverse:
        canvas.setFillGray(1)
    else:
        canvas.setFillGray(_GREY if text.style.is_quiet else _INK)
    width = text_width(text.text, text.style)
    x = text.x - {Anchor.LEFT: 0.0, Anchor.MIDDLE: width / 2, Anchor.RIGHT: width}[text.anchor]
    for run in _runs(text.text, text.style):
        advance = _advance(run, text.style.size)
        canvas.setFont(_registered(run.face), text.style.size)
        inset = (advance - _own_width(run, text.style.size)) / 2
        canvas.drawString(x + inset, -text.baseline, run.text)
        x += advance


def _draw_code(canvas: Any, code: Code, code_text: str) -> None:
    """Each row's dark stretches as one rectangle, so that no seams show between modules."""
    if not code.width:
        return
    modules = code_modules(code_text)
    side = code.width / len(modules)
    path = canvas.beginPath()
    for row_index, row in enumerate(modules):
        start = None
        for column, is_dark in enumerate([*row, False]):
            if is_dark and start is None:
                start = column
            elif not is_dark and start is not None:
                y = -code.y - (row_index + 1) * side
                path.rect(code.x + start * side, y, (column - start) * side, side)
                start = None
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
