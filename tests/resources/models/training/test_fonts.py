from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resources.models.training import fonts
from resources.models.training.fonts import CAP_PIXELS, MARGIN_PIXELS, Face
from tests.resources.models.training.shipped_fonts import BARLOW, FONTS

HEIGHT = CAP_PIXELS + 2 * MARGIN_PIXELS


@pytest.mark.parametrize("character", "HIO8W")
def test_a_capital_stands_on_the_line_and_reaches_its_top(character: str) -> None:
    mask = Face(BARLOW).mask(character)
    rows = np.flatnonzero(mask.max(axis=1) > 128)

    assert mask.shape[0] == HEIGHT
    assert rows[0] == pytest.approx(MARGIN_PIXELS, abs=4)
    assert rows[-1] == pytest.approx(MARGIN_PIXELS + CAP_PIXELS, abs=4)


def test_masks_are_cut_close_at_their_sides() -> None:
    mask = Face(BARLOW).mask("H")

    assert mask[:, 0].max() > 32
    assert mask[:, -1].max() > 32


def test_a_chinese_character_has_the_height_of_a_capital_at_least() -> None:
    rows = np.flatnonzero(Face(FONTS.chinese).mask("京").max(axis=1) > 128)

    assert rows[-1] - rows[0] > 0.8 * CAP_PIXELS


def test_a_line_is_as_wide_as_its_characters_and_gaps() -> None:
    face = Face(BARLOW)

    line = face.line("AB", gap=10)

    assert line.shape == (HEIGHT, face.mask("A").shape[1] + 10 + face.mask("B").shape[1])


def test_nothing_to_write_is_an_empty_line() -> None:
    assert Face(BARLOW).line("", gap=10).max() == 0


def test_a_missing_package_of_typefaces_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "NPM_FONTS", ())
    monkeypatch.setattr(fonts, "SCRIPT_FONTS", ())
    monkeypatch.setattr(fonts, "DEBIAN_FONTS", (str(tmp_path / "RG2014B.ttf"),))

    with pytest.raises(FileNotFoundError, match=r"RG2014B\.ttf: install fonts-roadgeek"):
        fonts.gather_fonts(tmp_path)
