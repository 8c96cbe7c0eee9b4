"""The receipt as a black and white picture, one pixel a printer's dot."""

from __future__ import annotations

import io
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from reports.faces import FIGURES, Face, Run, face_bytes, runs
from reports.receipt import ReceiptContent
from reports.receipt_code import code_modules
from reports.receipt_layout import Anchor, Code, Layout, Style, Text, lay_out

DOTS_PER_MM: Final = 8  # 203 dpi, the pitch of nearly every receipt printer
DOTS_PER_POINT: Final = DOTS_PER_MM * 25.4 / 72
_WHITE: Final = 255
_THRESHOLD: Final = 150  # above the middle: strokes of small text must not break
_BOX_RADIUS_DOTS: Final = 14


def receipt_raster(content: ReceiptContent, code_text: str, width_dots: int) -> Image.Image:
    """The whole receipt ``width_dots`` wide, as high as it needs, mode ``1`` (white paper)."""
    return layout_raster(lay_out(content, width_dots / DOTS_PER_POINT, text_width), code_text, width_dots)


def layout_raster(layout: Layout, code_text: str, width_dots: int) -> Image.Image:
    """What was laid out, ``width_dots`` wide, mode ``1`` (white paper)."""
    picture = Image.new("L", (width_dots, _dots(layout.height)), _WHITE)
    draw = ImageDraw.Draw(picture)
    _draw_lines(draw, layout, width_dots)
    for text in layout.texts:
        _draw_text(draw, text)
    _draw_code(draw, layout.code, code_text)
    return picture.point(lambda level: _WHITE if level >= _THRESHOLD else 0).convert("1")


def text_width(text: str, style: Style) -> float:
    """How wide the text stands on paper, in points."""
    return _width_dots(text, style) / DOTS_PER_POINT


def _dots(points: float) -> int:
    return round(points * DOTS_PER_POINT)


@cache
def _font(face: Face, size_dots: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(face_bytes(face)), size_dots)


def _runs(text: str, style: Style) -> list[Run]:
    return runs(text, is_bold=style.is_bold, is_tabular=style.is_tabular)


def _width_dots(text: str, style: Style) -> float:
    return sum(_advance(run, _dots(style.size)) for run in _runs(text, style))


def _own_width(run: Run, size_dots: int) -> float:
    return _font(run.face, size_dots).getlength(run.text)


def _advance(run: Run, size_dots: int) -> float:
    return _figure_width(run.face, size_dots) if run.is_figure else _own_width(run, size_dots)


@cache
def _figure_width(face: Face, size_dots: int) -> float:
    """The width in dots of the face's widest figure."""
    return max(_font(face, size_dots).getlength(figure) for figure in FIGURES)


def _draw_lines(draw: ImageDraw.ImageDraw, layout: Layout, width_dots: int) -> None:
    for box in layout.boxes:
        corners = (0, _dots(box.y), width_dots - 1, _dots(box.y + box.height))
        fill = 0 if box.is_filled else None
        draw.rounded_rectangle(corners, _BOX_RADIUS_DOTS, fill=fill, outline=0, width=3)
    for rule in layout.rules:
        top = _dots(rule.y)
        draw.rectangle((0, top, width_dots - 1, top + max(1, _dots(rule.thickness)) - 1), fill=0)


def _draw_text(draw: ImageDraw.ImageDraw, text: Text) -> None:
    width = _width_dots(text.text, text.style)
    x = text.x * DOTS_PER_POINT
    x -= {Anchor.LEFT: 0.0, Anchor.MIDDLE: width / 2, Anchor.RIGHT: width}[text.anchor]
    size = _dots(text.style.size)
    for run in _runs(text.text, text.style):
        advance = _advance(run, size)
        at = (round(x + (advance - _own_width(run, size)) / 2), _dots(text.baseline))
        fill = _WHITE if text.is_inverse else 0
        draw.text(at, run.text, font=_font(run.face, size), fill=fill, anchor="ls")
        x += advance


def _draw_code(draw: ImageDraw.ImageDraw, code: Code, code_text: str) -> None:
    """Modules of a whole number of dots each, in the middle of the place they have."""
    if not code.width:
        return
    modules = code_modules(code_text)
    side = max(1, _dots(code.width) // len(modules))
    spare = (_dots(code.width) - side * len(modules)) // 2
    left, top = _dots(code.x) + spare, _dots(code.y) + spare
    for row_index, row in enumerate(modules):
        for column, is_dark in enumerate(row):
            if is_dark:
                x, y = left + column * side, top + row_index * side
                draw.rectangle((x, y, x + side - 1, y + side - 1), fill=0)
