"""Draws licence plates: the styles of several countries, with the small unevenness of real ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from devices.simulator.optics import Picture

PX_PER_M = 1000
FONTS = "fonts/plate-drawing"
BARLOW, OVERPASS = "barlow-condensed-600.ttf", "overpass-700.ttf"
CHINESE = "NotoSansTC-Bold.ttf"
FIRST_CHINESE = "\u4e00"

Colour = tuple[int, int, int]  # red, green, blue, as Pillow has it


@dataclass(frozen=True, slots=True)
class PlateStyle:
    """Measures in millimetres; ``band`` is the blue field at the left, ``heading`` a coloured strip.

    A style of two lines breaks the text at its first gap.
    """

    width_mm: int
    height_mm: int
    glyph_mm: int
    font: str
    ground: Colour
    ink: Colour
    rear_ground: Colour | None = None
    band: Colour | None = None
    heading: Colour | None = None
    lines: int = 1


STYLES = {
    "plain": PlateStyle(520, 112, 78, BARLOW, (246, 246, 242), (18, 18, 20)),
    "taiwan": PlateStyle(430, 168, 108, BARLOW, (248, 248, 246), (16, 16, 18)),
    "generic": PlateStyle(520, 116, 80, OVERPASS, (244, 244, 240), (20, 22, 30), band=(24, 58, 150)),
    "german": PlateStyle(520, 114, 82, BARLOW, (248, 248, 248), (12, 12, 12), band=(20, 50, 145)),
    "us": PlateStyle(410, 190, 96, BARLOW, (242, 244, 248), (22, 42, 92), heading=(176, 52, 48)),
    "british": PlateStyle(
        520, 114, 82, OVERPASS, (246, 246, 244), (14, 14, 14), rear_ground=(246, 202, 56), band=(24, 58, 150)
    ),
    "chinese": PlateStyle(440, 140, 90, BARLOW, (18, 62, 158), (246, 246, 246)),
    "german_two_lines": PlateStyle(
        340, 200, 75, BARLOW, (248, 248, 248), (12, 12, 12), band=(20, 50, 145), lines=2
    ),
    "taiwan_two_lines": PlateStyle(300, 150, 59, BARLOW, (248, 248, 246), (16, 16, 18), lines=2),
}


@lru_cache(maxsize=64)
def draw_plate(text: str, style_name: str, *, rear: bool, seed: int) -> Picture:
    """The plate as a picture (BGR) at 1000 pixels a metre; callers must not write to it."""
    style = STYLES[style_name]
    chance = Random(seed)
    ground = style.rear_ground if rear and style.rear_ground is not None else style.ground
    image = Image.new("RGB", (style.width_mm, style.height_mm), ground)
    draw = ImageDraw.Draw(image)
    left = 0
    if style.band is not None:
        left = 44
        draw.rectangle((0, 0, left - 1, style.height_mm), fill=style.band)
        _ring_of_stars(draw, (left / 2, style.height_mm * 0.32), 13)
    top = 0
    if style.heading is not None:
        top = round(style.height_mm * 0.2)
        draw.rectangle((0, 0, style.width_mm, top - 1), fill=style.heading)
    draw.rounded_rectangle(
        (4, 4, style.width_mm - 5, style.height_mm - 5), radius=9, outline=style.ink, width=3
    )
    lines = _broken(text) if style.lines == 2 else [text]
    tall = (style.height_mm - top - 16) / len(lines) if len(lines) > 1 else style.height_mm - top
    start = top + 8 if len(lines) > 1 else top
    for number, line in enumerate(lines):
        low, high = round(start + number * tall), round(start + (number + 1) * tall)
        _write(image, line, style, (left + 14, low, style.width_mm - 16, high))
    for x in (style.width_mm * 0.3, style.width_mm * 0.7):
        y = style.height_mm - 9 + chance.randint(-2, 1)
        draw.ellipse((x - 4, y - 4, x + 4, y + 4), fill=(128, 130, 132))
    picture = np.asarray(image)[..., ::-1].astype(np.float32)
    dirt = np.linspace(1.0, 0.90 + 0.06 * chance.random(), style.height_mm, dtype=np.float32)
    grain = np.random.default_rng(seed).normal(0, 2.2, picture.shape[:2])[..., None]
    return np.clip(picture * dirt[:, None, None] + grain, 0, 255).astype(np.uint8)


def plate_size_m(style_name: str) -> tuple[float, float]:
    """Width and height of a style's plate in metres."""
    style = STYLES[style_name]
    return style.width_mm / 1000, style.height_mm / 1000


def _write(image: Image.Image, text: str, style: PlateStyle, field: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = field
    fonts = [_font(style.font if char < FIRST_CHINESE else CHINESE, style.glyph_mm) for char in text]
    gap = style.glyph_mm * 0.1
    widths = [
        style.glyph_mm * 0.3 if char == " " else font.getlength(char) + gap
        for char, font in zip(text, fonts, strict=True)
    ]
    mask = Image.new("L", (round(sum(widths)), bottom - top), 0)
    draw = ImageDraw.Draw(mask)
    x, middle = 0.0, mask.height / 2
    for char, width, font in zip(text, widths, fonts, strict=True):
        centre = x + width / 2
        if char == "-":
            half = style.glyph_mm * 0.12
            draw.rectangle((centre - half, middle - 4, centre + half, middle + 4), fill=255)
        elif char == "·":
            draw.ellipse((centre - 6, middle - 6, centre + 6, middle + 6), fill=255)
        elif char != " ":
            draw.text((centre, middle + style.glyph_mm / 2), char, font=font, fill=255, anchor="ms")
        x += width
    # A long plate is set narrower rather than smaller, as plate makers do.
    if mask.width > right - left:
        mask = mask.resize((right - left, mask.height), Image.Resampling.LANCZOS)
    image.paste(style.ink, (left + (right - left - mask.width) // 2, top), mask)


def _ring_of_stars(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float) -> None:
    for angle in np.arange(12) * np.pi / 6:
        x, y = centre[0] + radius * np.cos(angle), centre[1] + radius * np.sin(angle)
        draw.ellipse((x - 1.6, y - 1.6, x + 1.6, y + 1.6), fill=(250, 214, 60))


def _broken(text: str) -> list[str]:
    """The text in two lines, broken at its first gap, or in its middle where it has none."""
    at = next((place for place, char in enumerate(text) if char in " -·"), None)
    return [text[: len(text) // 2], text[len(text) // 2 :]] if at is None else [text[:at], text[at + 1 :]]


@lru_cache(maxsize=8)
def _font(name: str, cap_height_mm: int) -> ImageFont.FreeTypeFont:
    folder = files("resources").joinpath("fonts" if name == CHINESE else FONTS)
    data = folder.joinpath(name).read_bytes()
    probe = ImageFont.truetype(BytesIO(data), 200)
    box = probe.getbbox("H", anchor="ls")
    return ImageFont.truetype(BytesIO(data), round(200 * cap_height_mm / -box[1]))
