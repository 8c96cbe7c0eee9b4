from __future__ import annotations

import numpy as np
import pytest

from resources.models.training import drawing
from resources.models.training.dies import pressed
from resources.models.training.drawing import PlateArtist
from resources.models.training.fonts import CAP_PIXELS, MARGIN_PIXELS, Face, face
from tests.resources.models.training.shipped_fonts import FONTS, OVERPASS


@pytest.fixture(scope="module")
def typeface() -> Face:
    return face(OVERPASS)


def glyph_widths(mask: np.ndarray) -> list[int]:
    """How wide each piece of ink is, pieces being parted by columns without any."""
    inked = np.concatenate([[False], mask.max(axis=0) > 40, [False]])
    edges = np.flatnonzero(np.diff(inked.astype(int)))
    return [int(end - start) for start, end in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize("seed", range(6))
def test_a_press_makes_an_m_and_a_w_as_narrow_as_a_5(typeface: Face, seed: int) -> None:
    widths = glyph_widths(pressed(np.random.default_rng(seed), "5MWH8", typeface))

    assert len(widths) == 5
    assert max(widths) - min(widths) <= 4
    assert max(widths) < 0.6 * CAP_PIXELS


def test_what_is_slim_by_nature_stays_slim(typeface: Face) -> None:
    five, one, eight = glyph_widths(pressed(np.random.default_rng(1), "5I8", typeface))

    assert one < 0.6 * min(five, eight)


def test_characters_stand_in_cells_of_one_pitch(typeface: Face) -> None:
    mask = pressed(np.random.default_rng(2), "HHHH", typeface)
    starts = np.flatnonzero(np.diff(np.concatenate([[0], (mask.max(axis=0) > 40).astype(int)])) == 1)

    assert len(set(np.diff(starts).tolist())) == 1


def test_the_mask_is_as_high_as_a_face_makes_them_whatever_stands_between_the_groups(typeface: Face) -> None:
    for seed, written in enumerate(["AB 123", "AB-123", "AB·123", "A B C"]):
        mask = pressed(np.random.default_rng(seed), written, typeface)
        assert mask.shape[0] == CAP_PIXELS + 2 * MARGIN_PIXELS
        assert mask.dtype == np.uint8


def test_an_artist_with_dies_uses_them_for_some_plates_only(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []

    def noted(chance: np.random.Generator, written: str, typeface: Face) -> np.ndarray:
        used.append(written)
        return pressed(chance, written, typeface)

    monkeypatch.setattr(drawing, "pressed", noted)
    for seed in range(40):
        PlateArtist(FONTS).draw(np.random.default_rng(seed))
    assert not used
    for seed in range(40):
        PlateArtist(FONTS, dies=True).draw(np.random.default_rng(seed))
    assert 8 < len(used) < 32
