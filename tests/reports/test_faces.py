import io
from itertools import pairwise

from fontTools.ttLib import TTFont

from reports.faces import FIGURES, Face, Run, face_bytes, face_of, runs
from reports.receipt_layout import AMOUNT
from reports.receipt_pdf import text_width as width_on_page
from reports.receipt_raster import text_width as width_on_paper
from reports.words import LANGUAGES, words_for


def test_each_face_is_a_truetype_file_that_ships() -> None:
    for face in Face:
        assert face_bytes(face)[:4] in {b"\x00\x01\x00\x00", b"true"}, face


def test_chinese_and_latin_stand_in_the_face_that_has_them() -> None:
    assert [run.text for run in runs("首 1 小時 A", is_bold=False, is_tabular=False)] == [
        "首",
        " 1 ",
        "小時",
        " A",
    ]
    assert face_of("首", is_bold=True) is Face.CHINESE_BOLD
    assert face_of("，", is_bold=False) is Face.CHINESE
    assert face_of("€", is_bold=False) is Face.LATIN


def test_figures_of_amounts_stand_in_cells_of_their_own() -> None:
    assert runs("€12", is_bold=False, is_tabular=True) == [
        Run(Face.LATIN, "€", is_figure=False),
        Run(Face.LATIN, "1", is_figure=True),
        Run(Face.LATIN, "2", is_figure=True),
    ]


def test_all_figures_of_an_amount_are_equally_wide() -> None:
    for width in (width_on_page, width_on_paper):
        widths = [width(figure, AMOUNT) for figure in FIGURES]
        assert all(first == second for first, second in pairwise(widths))


def test_every_word_on_a_receipt_has_its_characters_in_the_faces() -> None:
    characters = {one for language in LANGUAGES for phrase in words_for(language).values() for one in phrase}
    for character in sorted(characters - {" "}):
        for is_bold in (False, True):
            assert _has(face_of(character, is_bold=is_bold), character), character


def _has(face: Face, character: str) -> bool:
    with TTFont(io.BytesIO(face_bytes(face)), lazy=True) as font:
        return ord(character) in font.getBestCmap()
