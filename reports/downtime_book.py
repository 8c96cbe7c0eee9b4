"""The paper book as a PDF: numbered lines for when no console works, and what a stay costs (B13).

A4 upright, ruled for writing by hand; to be printed while everything works, and kept at the booth.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.domain.lots import Lot
from core.domain.paper_pads import Pad
from reports.faces import Face, face_bytes, runs
from reports.phrases import LocalTimes, amount, duration, printable
from reports.slip_words import slip_words

_MARGIN: Final = 42.0
_ROW: Final = 27.0
_TOP: Final = 152.0
_COLUMNS: Final = (
    ("book.slip", 62.0),
    ("book.plate", 104.0),
    ("book.came", 78.0),
    ("book.paid", 72.0),
    ("book.amount", 66.0),
    ("book.left", 72.0),
    ("book.who", 57.0),
)
_INK, _GREY, _FAINT = 0.1, 0.45, 0.75


def book_pdf(
    lot: Lot, pad: Pad, language: str, *, printed_at: datetime, prices: Sequence[tuple[int, int]] = ()
) -> bytes:
    """The whole pad; ``prices`` are minutes and minor units, as of then. The same pad gives the same bytes.

    BadInput ``language.unknown`` for a language without words.
    """
    words = slip_words(language)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setTitle(words["book.title"].format(pad=pad.name))
    canvas.setAuthor(printable(lot.name))
    for page in range(pad.pages):
        sheet = _Sheet(canvas, lot, language)
        sheet.head(words["book.title"].format(pad=pad.name), page + 1, pad.pages)
        sheet.lines(pad.slips(page))
        sheet.price_table(prices, printed_at)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Sheet:
    """One page; points from its upper left corner, downwards."""

    def __init__(self, canvas: Any, lot: Lot, language: str) -> None:
        self._canvas = canvas
        self._lot = lot
        self._language = language
        self._words = slip_words(language)
        self._width, self._height = A4

    def head(self, title: str, page: int, pages: int) -> None:
        """Whose book it is, and how it is used."""
        self._text(_MARGIN, 56, title, 17, is_bold=True)
        self._text(_MARGIN, 74, printable(self._lot.name), 11)
        number = f"{page} / {pages}"
        self._text(self._width - _MARGIN, 56, number, 9, grey=_GREY, is_right=True)
        self._text(self._width - _MARGIN, 74, self._words["book.date"], 9, grey=_GREY, is_right=True)
        for place, code in enumerate(("book.how_1", "book.how_2", "book.how_3")):
            self._text(_MARGIN, 96 + 13 * place, self._words[code], 9, grey=_GREY)

    def lines(self, slips: Sequence[str]) -> None:
        """The numbered lines, ruled."""
        x = _MARGIN
        edges = [x]
        for code, width in _COLUMNS:
            self._text(x + 4, _TOP - 7, self._words[code], 8.5, is_bold=True)
            x += width
            edges.append(x)
        bottom = _TOP + _ROW * len(slips)
        for place in range(len(slips) + 1):
            self._line(_MARGIN, _TOP + place * _ROW, edges[-1], _TOP + place * _ROW)
        for edge in edges:
            self._line(edge, _TOP, edge, bottom)
        for place, slip in enumerate(slips):
            self._text(_MARGIN + 4, _TOP + place * _ROW + 18, slip, 10, is_bold=True)

    def price_table(self, prices: Sequence[tuple[int, int]], printed_at: datetime) -> None:
        """What a stay costs, so that the fee is right without a console."""
        top = _TOP + _ROW * 18 + 24
        day = LocalTimes(self._lot.zone, self._language).date_in_words(printed_at)
        self._text(_MARGIN, top, self._words["book.prices"].format(date=day), 10, is_bold=True)
        if not prices:
            self._text(_MARGIN, top + 16, self._words["book.no_prices"], 9, grey=_GREY)
            return
        columns = 4
        room = (self._width - 2 * _MARGIN) / columns
        for place, (minutes, minor) in enumerate(prices):
            x = _MARGIN + room * (place % columns)
            y = top + 18 + 16 * (place // columns)
            self._text(x, y, duration(minutes, self._language), 9.5, grey=_GREY)
            self._text(x + room - 16, y, amount(minor, self._lot.currency), 9.5, is_right=True, is_bold=True)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        is_bold: bool = False,
        is_right: bool = False,
        grey: float = _INK,
    ) -> None:
        pieces = runs(text, is_bold=is_bold, is_tabular=False)
        if is_right:
            x -= sum(pdfmetrics.stringWidth(one.text, _font(one.face), size) for one in pieces)
        self._canvas.setFillGray(grey)
        for one in pieces:
            self._canvas.setFont(_font(one.face), size)
            self._canvas.drawString(x, self._height - y, one.text)
            x += pdfmetrics.stringWidth(one.text, _font(one.face), size)

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        self._canvas.setStrokeGray(_FAINT)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(x, self._height - y, to_x, self._height - to_y)


def _font(face: Face) -> str:
    """The name under which the PDF library knows the face."""
    if face.name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(face.name, io.BytesIO(face_bytes(face))))
    return face.name
