"""Makes the typefaces of the console from npm packages; run by hand when a face changes, never at run time.

    npm install @fontsource/inter @fontsource/noto-sans-tc @fontsource/iosevka
    python resources/fonts/build.py node_modules

Each face is put together from the unicode-range slices of its package. Inter gets its tabular figures as
the ordinary ones, so that Qt, reportlab and the receipt printer all draw columns that line up. Noto Sans TC
keeps Big5 level 1 and the signs of Chinese text, with the line height of Inter, so that a label is as tall
in both languages. Iosevka, narrow and with a slashed zero, writes plates. The faces carry family names of
their own, because another version of the same face may be installed on the machine.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
UI_FAMILY = "Lotkeeper Sans"
CHINESE_FAMILY = "Lotkeeper Sans TC"
PLATE_FAMILY = "Lotkeeper Plate"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
# Most of the world's car plates in Latin script; a Chinese character falls back to Noto Sans TC.
PLATE_CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + "·•–—…ÄÖÜÅØÆÉÈÇÑŠŽĆČĐ?×"
# Ascent and descent of Inter as parts of the em (its hhea table: 1984 and -494 of 2048).
ASCENT, DESCENT = 0.96875, 0.2412


def main() -> None:
    """Build all faces from the packages below the given folder."""
    parser = argparse.ArgumentParser(description="Build the typefaces from npm packages.")
    parser.add_argument("packages", type=Path, help="a node_modules folder")
    source = parser.parse_args().packages / "@fontsource"
    for weight, style in WEIGHTS.items():
        _build_inter(source / "inter", weight, style)
    for weight, style in ((400, "Regular"), (700, "Bold")):
        _build_chinese(source / "noto-sans-tc", weight, style)
    _build_plate(source / "iosevka")
    for package in ("inter", "noto-sans-tc", "iosevka"):
        shutil.copyfile(source / package / "LICENSE", HERE / f"OFL-{package}.txt")


def _build_inter(package: Path, weight: int, style: str) -> None:
    names = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
    slices = [package / "files" / f"inter-{name}-{weight}-normal.woff2" for name in names]
    font = _merge([_slice(path, None, features=("tnum",)) for path in slices])
    _add_signs(font, weight)
    _save(font, UI_FAMILY, style, weight, HERE / f"Inter-{style}.ttf")


def _build_chinese(package: Path, weight: int, style: str) -> None:
    wanted = _chinese_characters(package)
    slices = []
    for path in sorted((package / "files").glob(f"noto-sans-tc-*-{weight}-normal.woff2")):
        if path.name.split("-")[3].isdigit():
            font = _slice(path, wanted, features=())
            if font.getBestCmap():
                slices.append(font)
                wanted -= set(font.getBestCmap())
    font = _merge(slices)
    _set_line_height(font)
    _save(font, CHINESE_FAMILY, style, weight, HERE / f"NotoSansTC-{style}.ttf")


def _build_plate(package: Path) -> None:
    font = _slice(
        package / "files" / "iosevka-latin-600-normal.woff2", set(map(ord, PLATE_CHARACTERS)), features=()
    )
    _save(font, PLATE_FAMILY, "Bold", 700, HERE / "Plate-Bold.ttf")


def _chinese_characters(package: Path) -> set[int]:
    """Big5 signs and level 1, the package's own choice of traditional characters, and full-width forms."""
    wanted = {*range(0x3000, 0x3030), *range(0xFF00, 0xFFF0), *range(0x2010, 0x2030), *range(0x2460, 0x2474)}
    for high in range(0xA1, 0xC7):
        for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            try:
                wanted.add(ord(bytes([high, low]).decode("big5")))
            except (UnicodeDecodeError, TypeError):
                continue
    with TTFont(package / "files" / "noto-sans-tc-chinese-traditional-400-normal.woff2") as font:
        return wanted | set(font.getBestCmap())


def _slice(path: Path, wanted: set[int] | None, *, features: tuple[str, ...]) -> TTFont:
    """One slice without layout tables, its figures tabular where the slice has them."""
    font = TTFont(path)
    if "tnum" in features:
        _make_figures_tabular(font)
    options = Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], drop_tables=["GSUB", "GPOS"]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()) if wanted is None else wanted)
    subsetter.subset(font)
    font.flavor = None
    return font


def _make_figures_tabular(font: TTFont) -> None:
    glyphs: dict[str, str] = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    glyphs.update(getattr(table, "ExtSubTable", table).mapping)
    # Only the figures: a hyphen as wide as a figure tears plates apart.
    for table in font["cmap"].tables:
        for code in set(map(ord, "0123456789")) & set(table.cmap):
            table.cmap[code] = glyphs.get(table.cmap[code], table.cmap[code])


def _add_signs(font: TTFont, weight: int) -> None:
    """A tick and a small triangle of our own, which neither Inter nor Noto Sans TC has, in units of 2048."""
    stroke = weight * 0.6
    half = stroke / 2
    tick = (
        (160, 660), (640, 180), (1600, 1140), (1600 - half, 1140 + half), (640, 180 + stroke),
        (160 + half, 660 + half),
    )  # fmt: skip
    triangle = ((220, 260), (220, 1180), (900, 720))
    for code, name, advance, points in ((0x2713, "tick", 1760, tick), (0x25B8, "pointer", 1100, triangle)):
        pen = TTGlyphPen(None)
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = pen.glyph(round=round)
        font["hmtx"][name] = (advance, round(min(x for x, _ in points)))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def _merge(slices: list[TTFont]) -> TTFont:
    if len(slices) == 1:
        return slices[0]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, font in enumerate(slices):
            path = Path(folder) / f"{number}.ttf"
            font.save(path)
            paths.append(str(path))
        return Merger().merge(paths)


def _set_line_height(font: TTFont) -> None:
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, -descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, descent


def _save(font: TTFont, family: str, style: str, weight: int, path: Path) -> None:
    table = font["name"]
    kept = [record for record in table.names if record.nameID in {0, 13, 14}]
    table.names = kept
    is_basic = style in {"Regular", "Bold"}
    names = {
        1: family if is_basic else f"{family} {style}",
        2: style if is_basic else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: family,
        17: style,
    }
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    metrics = font["OS/2"]
    metrics.usWeightClass = weight
    metrics.fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = 1 if style == "Bold" else 0
    for tag in ("STAT", "fvar", "DSIG", "meta"):
        if tag in font:
            del font[tag]
    font.save(path)


if __name__ == "__main__":
    main()
