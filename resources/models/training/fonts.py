"""The typefaces that plates are drawn with: where they come from, and their characters as masks.

Two of them ship with the program, for its simulated cameras and the tests; ``npm pack`` and Debian's
packages bring the others to the machine that trains. All are free to use for this (SIL OFL 1.1;
roadgeek: MIT; OSP-DIN: OFL).
"""

from __future__ import annotations

import subprocess
import tarfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

# Package, version, weights. The bold ones are closest to embossed plates.
NPM_FONTS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("barlow", "5.3.0", (500, 600, 700)),
    ("barlow-condensed", "5.3.0", (500, 600, 700)),
    ("barlow-semi-condensed", "5.3.0", (500, 600, 700)),
    ("roboto-condensed", "5.3.0", (500, 700)),
    ("overpass", "5.3.0", (600, 700, 800)),
    ("saira-condensed", "5.3.0", (500, 600, 700)),
    ("saira-semi-condensed", "5.3.0", (500, 600, 700)),
    ("antonio", "5.3.0", (400, 600)),
    ("bebas-neue", "5.3.0", (400,)),
    ("oswald", "5.3.0", (500, 600)),
    ("rajdhani", "5.3.0", (600, 700)),
    ("teko", "5.3.0", (500, 600)),
    ("share-tech-mono", "5.3.0", (400,)),
    ("b612-mono", "5.3.0", (700,)),
    ("archivo-narrow", "5.3.0", (600, 700)),
    ("fjalla-one", "5.3.0", (400,)),
    ("sofia-sans-condensed", "5.3.0", (600, 700)),
    ("ibm-plex-sans-condensed", "5.3.0", (600,)),
)
SCRIPT_FONTS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("lobster", "5.3.0", (400,)),
    ("pacifico", "5.3.0", (400,)),
)
DEBIAN_FONTS = (
    "/usr/share/fonts/truetype/roadgeek/RG2014B.ttf",
    "/usr/share/fonts/truetype/roadgeek/RG2014C.ttf",
    "/usr/share/fonts/truetype/roadgeek/RG2014D.ttf",
    "/usr/share/fonts/truetype/opendin/OSP-DIN.ttf",
)
CHINESE_FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"

CAP_PIXELS = 100
# Above the capitals, and below the line for Q and J.
MARGIN_PIXELS = 16


@dataclass(frozen=True, slots=True)
class Fonts:
    """Files of typefaces: of the registration itself, of slogans in script, of Chinese characters."""

    plain: tuple[Path, ...]
    script: tuple[Path, ...]
    chinese: Path = Path(CHINESE_FONT)


def gather_fonts(folder: Path) -> Fonts:
    """The typefaces, fetched into the folder where they are not there yet; FileNotFoundError says which."""
    plain = [path for each in NPM_FONTS for path in _of_npm(folder, *each)]
    script = [path for each in SCRIPT_FONTS for path in _of_npm(folder, *each)]
    # Roadgeek's and DIN's letters are those of real plates and signs: they come up more often.
    for name in (*DEBIAN_FONTS, CHINESE_FONT):
        if not Path(name).is_file():
            raise FileNotFoundError(f"{name}: install fonts-roadgeek, fonts-opendin and fonts-noto-cjk")
    return Fonts(tuple(plain) + tuple(Path(name) for name in DEBIAN_FONTS) * 3, tuple(script))


def _of_npm(folder: Path, name: str, version: str, weights: tuple[int, ...]) -> list[Path]:
    unpacked = folder / f"{name}-{version}"
    if not unpacked.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        package = f"@fontsource/{name}@{version}"
        command = ["npm", "pack", "--silent", package]
        subprocess.run(command, cwd=folder, check=True, timeout=120)  # noqa: S603 -- names from the table above
        with tarfile.open(folder / f"fontsource-{name}-{version}.tgz") as archive:
            archive.extractall(unpacked, filter="data")
    return [unpacked / "package" / "files" / f"{name}-latin-{weight}-normal.woff" for weight in weights]


class Face:
    """One typeface as masks of its characters, 100 px from the line to the top of a capital."""

    def __init__(self, path: Path) -> None:
        probe = ImageFont.truetype(str(path), 200)
        box = probe.getbbox("H", anchor="ls")
        self._font = ImageFont.truetype(str(path), max(20, round(200 * CAP_PIXELS / -box[1])))
        self._masks: dict[str, NDArray[np.uint8]] = {}

    def mask(self, character: str) -> NDArray[np.uint8]:
        """The character's ink (255) on nothing (0), cut close at its sides; 132 px high."""
        known = self._masks.get(character)
        if known is None:
            known = self._masks[character] = self._draw(character)
        return known

    def line(self, text: str, gap: int) -> NDArray[np.uint8]:
        """A text in one line; a space is as wide as four gaps."""
        height = CAP_PIXELS + 2 * MARGIN_PIXELS
        parts: list[NDArray[np.uint8]] = []
        for character in text:
            parts.append(np.zeros((height, gap * 3), np.uint8) if character == " " else self.mask(character))
            parts.append(np.zeros((height, gap), np.uint8))
        return np.concatenate(parts[:-1] or [np.zeros((height, 4), np.uint8)], axis=1)

    def _draw(self, character: str) -> NDArray[np.uint8]:
        width = max(8, round(self._font.getlength(character)) + 40)
        image = Image.new("L", (width, CAP_PIXELS + 2 * MARGIN_PIXELS), 0)
        draw = ImageDraw.Draw(image)
        if character >= "\u4e00":
            draw.text((20, image.height / 2), character, font=self._font, fill=255, anchor="lm")
        else:
            draw.text((20, CAP_PIXELS + MARGIN_PIXELS), character, font=self._font, fill=255, anchor="ls")
        array = np.asarray(image)
        columns = np.flatnonzero(array.max(axis=0) > 32)
        if not columns.size:
            return np.zeros((array.shape[0], 10), np.uint8)
        return np.ascontiguousarray(array[:, columns[0] : columns[-1] + 1])


@lru_cache(maxsize=128)
def face(path: Path) -> Face:
    """The typeface of a file, kept for as long as the process runs."""
    return Face(path)
