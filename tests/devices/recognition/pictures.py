"""Pictures drawn for these tests: text on a plate on a grey car."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont


def bold_font(size: int) -> ImageFont.FreeTypeFont:
    """A sans-serif that comes with a package of the lock file."""
    spec = find_spec("reportlab")
    assert spec is not None
    assert spec.origin is not None
    return ImageFont.truetype(str(Path(spec.origin).parent / "fonts" / "VeraBd.ttf"), size)


def car(
    text: str, *, size: tuple[int, int] = (960, 540), height: int = 44, at: tuple[int, int] | None = None
) -> NDArray[np.uint8]:
    """A picture (BGR) with the text on a white plate on a dark car."""
    width, tall = size
    picture = Image.new("RGB", size, (150, 155, 160))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((width * 0.15, tall * 0.2, width * 0.85, tall * 0.9), fill=(40, 60, 110))
    font = bold_font(height)
    text_width = pen.textlength(text, font=font)
    x, y = at or (round((width - text_width) / 2), round(tall * 0.7))
    margin = height * 0.35
    pen.rounded_rectangle(
        (x - margin, y - margin, x + text_width + margin, y + height * 1.15 + margin),
        radius=6,
        fill=(240, 240, 238),
        outline=(20, 20, 20),
        width=2,
    )
    pen.text((x, y), text, font=font, fill=(15, 15, 20))
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


def wall(*lines: str, height: int = 40) -> NDArray[np.uint8]:
    """A picture (BGR) of a wall with these lines of text painted on it."""
    picture = Image.new("RGB", (960, 540), (200, 200, 195))
    pen = ImageDraw.Draw(picture)
    for row, text in enumerate(lines):
        pen.text((60, 60 + row * height * 2), text, font=bold_font(height), fill=(30, 30, 30))
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])
