"""Makes the fonts that ship from the npm packages @fontsource/inter, …/noto-sans-tc and …/iosevka.

Run by hand when a font changes: ``npm install`` the packages into a folder, then
``python -m resources.fonts.build FOLDER``. Never run at run time. The packages cut each font into
slices by Unicode range as WOFF2; here the slices are put together again as one TrueType file that Qt
and reportlab both read. Noto Sans TC keeps the characters of Big5 level 1 (5 401, the ones in common
use), punctuation and kana; the plate face keeps digits, capital letters and a few signs.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
LATIN_SLICES = ("latin", "latin-ext", "vietnamese")
SIGNS = " -·.:/?*"


def build(packages: Path) -> None:
    """Make all fonts from the packages under ``FOLDER/node_modules``."""
    root = packages / "node_modules" / "@fontsource"
    for name, weight in (("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700)):
        slices = [root / "inter/files" / f"inter-{part}-{weight}-normal.woff2" for part in LATIN_SLICES]
        _make(slices, None, HERE / f"Inter-{name}.ttf", "Inter", name)
    for name, weight in (("Regular", 400), ("Bold", 700)):
        slices = sorted((root / "noto-sans-tc/files").glob(f"noto-sans-tc-[0-9]*-{weight}-normal.woff2"))
        _make(slices, set(_common_chinese()), HERE / f"NotoSansTC-{name}.ttf", "Noto Sans TC", name)
    plate = [root / "iosevka/files" / "iosevka-latin-700-normal.woff2"]
    _make(plate, {ord(sign) for sign in _plate_signs()}, HERE / "Plate-Bold.ttf", "Lotkeeper Plate", "Bold")


def _make(slices: Iterable[Path], wanted: set[int] | None, target: Path, family: str, style: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for index, path in enumerate(slices):
            font = TTFont(path)
            font.flavor = None
            keep = set(font.getBestCmap()) if wanted is None else wanted & set(font.getBestCmap())
            if not keep:
                continue
            _subset(font, keep)
            part = Path(folder) / f"{index:03d}.ttf"
            font.save(part)
            parts.append(str(part))
        merged = TTFont(parts[0]) if len(parts) == 1 else Merger().merge(parts)
        _name(merged, family, style)
        merged.save(target)
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB, {len(merged.getBestCmap())} characters")


def _subset(font: TTFont, codepoints: set[int]) -> None:
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "tnum", "locl", "ccmp", "zero"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "STAT", "DSIG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)


def _name(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    regular = style in {"Regular", "Bold"}
    legacy = family if regular else f"{family} {style}"
    for name_id, text in (
        (1, legacy),
        (2, style if regular else "Regular"),
        (3, f"{family} {style} (Lotkeeper subset)"),
        (4, f"{family} {style}"),
        (6, f"{family.replace(' ', '')}-{style}"),
        (16, family),
        (17, style),
    ):
        names.setName(text, name_id, 3, 1, 0x409)
        names.setName(text, name_id, 1, 0, 0)


def _common_chinese() -> Iterator[int]:
    """Big5 level 1 with its signs, and what any text may hold besides."""
    yield from range(0x20, 0x7F)
    yield from range(0x3000, 0x3100)
    yield from range(0xFF01, 0xFF5F)
    yield from (ord(character) for character in "·…—–‘’“”×÷°±²³€£¥←↑→↓①②③④⑤⑥⑦⑧⑨⑩")
    for lead in range(0xA1, 0xC7):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            try:
                yield ord(bytes((lead, trail)).decode("big5"))
            except (UnicodeDecodeError, TypeError):
                continue


def _plate_signs() -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789" + SIGNS


if __name__ == "__main__":
    build(Path(sys.argv[1]))
