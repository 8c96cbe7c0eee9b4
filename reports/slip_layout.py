"""Where the rows of a slip stand on an 80 mm roll: one layout for the page and for the printer's raster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from reports.receipt_layout import (
    BODY,
    FIGURES,
    MARK,
    NAME,
    QUIET,
    SMALL,
    Anchor,
    Box,
    Code,
    Layout,
    Measure,
    Rule,
    Style,
    Text,
)
from reports.slip_row import RowStyle, SlipRow

SECTION: Final = Style(9.4, is_bold=True)
SUM: Final = Style(9.4, is_bold=True)
SUM_FIGURES: Final = Style(9.4, is_bold=True, is_tabular=True)
CHECK_CODE: Final = Style(15.0, is_bold=True, is_tabular=True)
# Chinese may break between any two characters, but not before closing punctuation.
_PIECES: Final = re.compile(r"[\u2e80-\uffef][，。、；：！？）」』]*|[^\s\u2e80-\uffef]+\s*|\s+")
_CODE_WIDTH: Final = 104.0
_LEADING: Final = 1.38
_GAP: Final = 8.0
_SIGN_HERE: Final = 26.0


def lay_out_slip(rows: Iterable[SlipRow], width: float, measure: Measure) -> Layout:
    """The rows on paper of so many printable points, the square code below them."""
    pen = _Pen(width, measure)
    for row in rows:
        _WRITERS[row.style](pen, row)
    pen.y += 8
    code = Code((width - _CODE_WIDTH) / 2, pen.y, _CODE_WIDTH)
    height = pen.y + _CODE_WIDTH + 6
    return Layout(width, height, tuple(pen.boxes), tuple(pen.rules), tuple(pen.texts), code)


class _Pen:
    """Writes downwards and remembers what it wrote."""

    def __init__(self, width: float, measure: Measure) -> None:
        self.width = width
        self.measure = measure
        self.y = 0.0
        self.boxes: list[Box] = []
        self.rules: list[Rule] = []
        self.texts: list[Text] = []

    def line(
        self,
        text: str,
        style: Style,
        x: float,
        anchor: Anchor,
        *,
        height: float = 0.0,
        is_inverse: bool = False,
    ) -> None:
        """One line as high as its letters or as said, and down behind it."""
        tallest = max(style.size, height)
        self.texts.append(Text(x, self.y + tallest * 0.98, text, style, anchor, is_inverse))
        self.y += tallest * _LEADING

    def wrapped(self, text: str, style: Style, room: float) -> list[str]:
        """The text in lines that fit, broken at spaces and between Chinese characters."""
        lines, line = [], ""
        for piece in self._pieces(text, style, room):
            if line and self.measure((line + piece).rstrip(), style) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip()
        return [*lines, line.rstrip()] if line.rstrip() else lines

    def _pieces(self, text: str, style: Style, room: float) -> list[str]:
        """Words and Chinese characters; what alone is wider than the paper falls into characters."""
        return [
            part
            for piece in _PIECES.findall(text)
            for part in ([piece] if self.measure(piece.rstrip(), style) <= room else list(piece))
        ]


def _mark(pen: _Pen, row: SlipRow) -> None:
    pen.boxes.append(Box(pen.y, MARK.size * _LEADING + 4, is_filled=True))
    pen.y += 2
    pen.line(row.label, MARK, pen.width / 2, Anchor.MIDDLE, is_inverse=True)
    pen.y += 8


def _centred(style: Style, *, gap: float = 0.0) -> Callable[[_Pen, SlipRow], None]:
    def write(pen: _Pen, row: SlipRow) -> None:
        for text in pen.wrapped(row.label, style, pen.width):
            pen.line(text, style, pen.width / 2, Anchor.MIDDLE)
        pen.y += gap

    return write


def _section(pen: _Pen, row: SlipRow) -> None:
    pen.y += 6
    pen.rules.append(Rule(pen.y, 0.6))
    pen.y += 4
    pen.line(row.label, SECTION, 0, Anchor.LEFT)


def _pair(label: Style, value: Style) -> Callable[[_Pen, SlipRow], None]:
    def write(pen: _Pen, row: SlipRow) -> None:
        """Label to the left, figure to the right of its last line; below it where both do not fit."""
        figure_width = pen.measure(row.value, value)
        room = pen.width - figure_width - _GAP
        lines = pen.wrapped(row.label, label, room if room > pen.width * 0.4 else pen.width)
        for text in lines:
            pen.line(text, label, 0, Anchor.LEFT)
        last = lines[-1] if lines else ""
        if pen.measure(last, label) <= room:
            pen.y -= label.size * _LEADING if lines else 0
            pen.line(row.value, value, pen.width, Anchor.RIGHT, height=label.size)
        else:
            for text in pen.wrapped(row.value, value, pen.width):
                pen.line(text, value, pen.width, Anchor.RIGHT)

    return write


def _note(pen: _Pen, row: SlipRow) -> None:
    for text in pen.wrapped(row.label, QUIET, pen.width - 8):
        pen.line(text, QUIET, 8, Anchor.LEFT)


def _code(pen: _Pen, row: SlipRow) -> None:
    top = pen.y + 3
    pen.y += 8
    pen.line(row.label, SMALL, pen.width / 2, Anchor.MIDDLE)
    pen.line(row.value, CHECK_CODE, pen.width / 2, Anchor.MIDDLE)
    pen.y += 2
    pen.boxes.append(Box(top, pen.y - top, is_filled=False))
    pen.y += 6


def _signature(pen: _Pen, row: SlipRow) -> None:
    pen.y += _SIGN_HERE
    pen.rules.append(Rule(pen.y, 0.6))
    pen.y += 2
    pen.line(row.label, QUIET, 0, Anchor.LEFT)


_WRITERS: Final[dict[RowStyle, Callable[[_Pen, SlipRow], None]]] = {
    RowStyle.MARK: _mark,
    RowStyle.HEAD: _centred(NAME),
    RowStyle.QUIET: _centred(QUIET, gap=4.0),
    RowStyle.SECTION: _section,
    RowStyle.PAIR: _pair(BODY, FIGURES),
    RowStyle.SUM: _pair(SUM, SUM_FIGURES),
    RowStyle.NOTE: _note,
    RowStyle.CODE: _code,
    RowStyle.SIGNATURE: _signature,
}
