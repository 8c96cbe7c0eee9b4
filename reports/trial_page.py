"""A test page for a receipt printer: whether width, Chinese and the square code come out. No receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image

from core.domain.printers import ANY_PRINTER, PrinterProfile
from reports.receipt_escpos import escpos_picture
from reports.receipt_layout import BODY, MARK, QUIET, Anchor, Box, Code, Layout, Rule, Style, Text
from reports.receipt_page import PAGE_DOTS, page_of
from reports.receipt_raster import DOTS_PER_POINT, layout_raster, text_width

CODE_TEXT: Final = "LOTKEEPER TEST"
# In the script that a printer's own letters are most likely not to have.
SAMPLE: Final = "0123456789 ABC 停車場 測試"
# In the languages of receipts: whoever holds it must not take it for one.
HEADINGS: Final = {"en": "TEST · not a receipt", "zh_TW": "測試 · 不是收據"}
_CODE_WIDTH: Final = 80.0
_LINE: Final = 16.0


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What stands on it: a heading that says it is a test, and lines below."""

    heading: str
    lines: tuple[str, ...]


def trial_page_escpos(page: TrialPage, width_dots: int, profile: PrinterProfile = ANY_PRINTER) -> bytes:
    """The page for a printer of so many dots, cut at the end; always as a picture, as receipts are."""
    return escpos_picture(_picture(page, width_dots), width_dots, profile)


def trial_page_picture(page: TrialPage) -> bytes:
    """The page as a PNG file, for a printer of the system's."""
    return page_of(_picture(page, PAGE_DOTS))


def _picture(page: TrialPage, width_dots: int) -> Image.Image:
    width = width_dots / DOTS_PER_POINT
    texts, y = list(_texts(page, width)), 40.0 + _LINE * (len(page.lines) + 1)
    # A filled bar from edge to edge: where it is cut off, the width in dots is wrong.
    boxes = (Box(0.0, 26.0, is_filled=True), Box(y, 10.0, is_filled=False))
    code = Code((width - _CODE_WIDTH) / 2, y + 20.0, _CODE_WIDTH)
    layout = Layout(width, y + _CODE_WIDTH + 30.0, boxes, (Rule(y + 14.0, 1.0),), tuple(texts), code)
    return layout_raster(layout, CODE_TEXT, width_dots)


def _texts(page: TrialPage, width: float) -> Sequence[Text]:
    middle = width / 2
    heading = Text(middle, 18.0, page.heading, _fitting(page.heading, MARK, width), Anchor.MIDDLE, True)
    lines = [
        Text(middle, 40.0 + _LINE * place, line, _fitting(line, style, width), Anchor.MIDDLE)
        for place, (line, style) in enumerate([*((line, BODY) for line in page.lines), (SAMPLE, QUIET)])
    ]
    return [heading, *lines]


def _fitting(text: str, style: Style, width: float) -> Style:
    """The style, smaller where the paper is too narrow for the text."""
    share = width / max(text_width(text, style), 1.0)
    return style if share >= 1.0 else style._replace(size=max(style.size * share * 0.98, 4.0))
