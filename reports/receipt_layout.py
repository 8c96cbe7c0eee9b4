"""Where everything on a receipt stands: one layout for the PDF page and for the printer's raster.

Points (1/72 inch) from the upper left corner of the printed width, downwards; a text stands on its
baseline. Who draws says how wide a text is, and only draws what is placed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from reports.receipt import Fact, PriceRow, ReceiptContent

# Chinese may break between any two characters, but not before closing punctuation.
_PIECES: Final = re.compile(r"[\u2e80-\uffef][，。、；：！？）」』]*|[^\s\u2e80-\uffef]+\s*|\s+")
# A signed permit has 49 modules a side: four dots each at 203 dpi, which every hand scanner reads.
_CODE_WIDTH: Final = 78.0
_BOX_INSET: Final = 6.0
_ROOM_TO_SIGN: Final = 26.0
_LEADING: Final = 1.38


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Style(NamedTuple):
    """Size in points, weight, whether it may be printed in grey, whether its figures are all as wide."""

    size: float
    is_bold: bool = False
    is_quiet: bool = False
    is_tabular: bool = False


class Text(NamedTuple):
    """A line of text on its baseline; ``is_inverse`` on a dark ground."""

    x: float
    baseline: float
    text: str
    style: Style
    anchor: Anchor
    is_inverse: bool = False


class Rule(NamedTuple):
    """A horizontal line over the whole width."""

    y: float
    thickness: float


class Box(NamedTuple):
    """A rectangle over the whole width: filled, or its outline only."""

    y: float
    height: float
    is_filled: bool


class Code(NamedTuple):
    """The square code's place, upper left corner and width."""

    x: float
    y: float
    width: float


Measure = Callable[[str, Style], float]

QUIET: Final = Style(7.6, is_quiet=True)
SMALL: Final = Style(8.4)
FIGURES: Final = Style(8.4, is_tabular=True)
AMOUNT: Final = Style(9.4, is_tabular=True)
LABEL: Final = Style(8.4, is_quiet=True)
BODY: Final = Style(9.4)
NAME: Final = Style(13.0, is_bold=True)
MARK: Final = Style(12.0, is_bold=True)
PLATE: Final = Style(21.0, is_bold=True)
TOTAL: Final = Style(15.0, is_bold=True)
TOTAL_AMOUNT: Final = Style(15.0, is_bold=True, is_tabular=True)
LEAVE_LABEL: Final = Style(9.4, is_bold=True)
LEAVE_TIME: Final = Style(36.0, is_bold=True)
LEAVE_DATE: Final = Style(12.0, is_bold=True)


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is to be drawn on a width and height in points; boxes before what stands on them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    rules: tuple[Rule, ...]
    texts: tuple[Text, ...]
    code: Code


def lay_out(content: ReceiptContent, width: float, measure: Measure) -> Layout:
    """The receipt's content on paper of so many printable points."""
    pen = _Pen(width, measure)
    _head(pen, content)
    _visit(pen, content)
    _money(pen, content)
    if content.signature:
        _signature(pen, content)
    if content.leave_by.time:
        _leave_by(pen, content)
    code_width = _CODE_WIDTH if content.has_code else 0.0
    code = Code((width - code_width) / 2, pen.y, code_width)
    pen.y += code_width + 10 if content.has_code else 0.0
    _foot(pen, content)
    return Layout(width, pen.y, tuple(pen.boxes), tuple(pen.rules), tuple(pen.texts), code)


@dataclass(slots=True)
class _Pen:
    """Writes downwards and remembers what it wrote."""

    width: float
    measure: Measure
    y: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def gap(self, points: float) -> None:
        self.y += points

    def rule(self, thickness: float = 0.5) -> None:
        self.gap(5)
        self.rules.append(Rule(self.y, thickness))
        self.gap(5)

    def centred(self, text: str, style: Style, *, inset: float = 0.0, is_inverse: bool = False) -> None:
        for line in self._wrapped(text, style, self.width - 2 * inset):
            self._line(line, style, self.width / 2, Anchor.MIDDLE, is_inverse=is_inverse)

    def fact(self, fact: Fact, label: Style, value: Style) -> None:
        """Label to the left, value to the right; the value on lines of its own where both do not fit."""
        if not (fact.label or fact.value):
            return
        room = self.width - self.measure(fact.label, label) - 8
        top = self.y
        self._line(fact.label, label, 0, Anchor.LEFT, height=max(label.size, value.size))
        if self.measure(fact.value, value) <= room:
            self.y = top
        for line in self._wrapped(fact.value, value, self.width):
            self._line(line, value, self.width, Anchor.RIGHT)

    def price(self, row: PriceRow) -> None:
        """What for to the left, the amount to the right of its first line, the span below."""
        room = self.width - self.measure(row.amount, AMOUNT) - 8
        top = self.y
        self._line(row.amount, AMOUNT, self.width, Anchor.RIGHT)
        self.y = top
        for line in self._wrapped(row.reason, BODY, room):
            self._line(line, BODY, 0, Anchor.LEFT)
        self.left(row.span, QUIET)
        self.gap(3)

    def left(self, text: str, style: Style) -> None:
        for line in self._wrapped(text, style, self.width):
            self._line(line, style, 0, Anchor.LEFT)

    def _line(
        self,
        text: str,
        style: Style,
        x: float,
        anchor: Anchor,
        *,
        is_inverse: bool = False,
        height: float | None = None,
    ) -> None:
        tallest = style.size if height is None else height
        self.texts.append(Text(x, self.y + tallest * 0.98, text, style, anchor, is_inverse))
        self.y += tallest * _LEADING

    def _wrapped(self, text: str, style: Style, room: float) -> Sequence[str]:
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


def _head(pen: _Pen, content: ReceiptContent) -> None:
    for mark in filter(None, (content.copy_mark, content.state_mark)):
        pen.boxes.append(Box(pen.y, MARK.size * _LEADING + 4, is_filled=True))
        pen.gap(2)
        pen.centred(mark, MARK, is_inverse=True)
        pen.gap(10)
    pen.centred(content.lot_name, NAME)
    pen.centred(content.lot_address, QUIET)
    pen.gap(3)
    pen.centred(content.title, SMALL)
    pen.rule()


def _visit(pen: _Pen, content: ReceiptContent) -> None:
    pen.gap(1)
    if content.plate.value:
        pen.centred(content.plate.value, PLATE)
        pen.gap(3)
    pen.fact(content.entry, LABEL, FIGURES)
    if content.entry_note:
        pen.left(content.entry_note, QUIET)
    for fact in (content.entry_lane, content.paid_at, content.number):
        pen.fact(fact, LABEL, FIGURES)
    pen.rule()


def _money(pen: _Pen, content: ReceiptContent) -> None:
    for row in content.prices:
        pen.price(row)
    pen.gap(-3)
    pen.rule(1.2)
    pen.fact(content.total, TOTAL, TOTAL_AMOUNT)
    pen.gap(2)
    if content.tax.value:
        pen.fact(content.tax, LABEL, FIGURES)
    pen.left(content.rounding, QUIET)
    for fact in (*content.parts, content.tendered, content.change):
        pen.fact(fact, LABEL, FIGURES)
    if content.remarks:
        pen.gap(3)
    for remark in content.remarks:
        pen.left(remark, SMALL)
    pen.gap(8)


def _signature(pen: _Pen, content: ReceiptContent) -> None:
    """Room for a hand, a line, and what stands under it."""
    pen.gap(_ROOM_TO_SIGN)
    pen.rule()
    pen.left(content.signature, QUIET)
    pen.gap(8)


def _leave_by(pen: _Pen, content: ReceiptContent) -> None:
    leave = content.leave_by
    top = pen.y
    pen.gap(_BOX_INSET)
    pen.centred(leave.label, LEAVE_LABEL, inset=_BOX_INSET)
    pen.gap(-3)
    pen.centred(leave.time, LEAVE_TIME, inset=_BOX_INSET)
    pen.gap(-5)
    pen.centred(leave.date, LEAVE_DATE, inset=_BOX_INSET)
    pen.gap(_BOX_INSET - 1)
    pen.boxes.append(Box(top, pen.y - top, is_filled=False))
    pen.gap(5)
    pen.centred(leave.afterwards, SMALL, inset=_BOX_INSET)
    pen.gap(9)


def _foot(pen: _Pen, content: ReceiptContent) -> None:
    help_line = f"{content.help.label} {content.help.value}".strip()
    pen.centred(help_line, SMALL)
    pen.centred(f"{content.cashier.label} {content.cashier.value}", QUIET)
