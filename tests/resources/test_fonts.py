from importlib import resources
from pathlib import Path

from fontTools.ttLib import TTFont

from resources.i18n.ts_file import read_ts

FONTS = Path(str(resources.files("resources") / "fonts"))
LARGEST_BYTES = 6_000_000


def test_every_face_is_truetype_and_of_reasonable_size() -> None:
    faces = sorted(FONTS.glob("*.ttf"))
    assert len(faces) == 7
    for face in faces:
        assert face.stat().st_size < LARGEST_BYTES
        with TTFont(face) as font:
            assert "glyf" in font, face.name


def test_every_translated_character_is_in_a_face() -> None:
    words = read_ts(FONTS.parent / "i18n" / "lotkeeper_zh_TW.ts")
    used = {one for text in words.values() for one in text}
    for weight in ("Regular", "Bold"):
        with (
            TTFont(FONTS / f"Inter-{weight}.ttf") as latin,
            TTFont(FONTS / f"NotoSansTC-{weight}.ttf") as chinese,
        ):
            have = set(latin.getBestCmap()) | set(chinese.getBestCmap())
        missing = {one for one in used if ord(one) not in have and one != "\n"}
        assert not missing, weight
