from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from core.domain.errors import BadInput
from core.domain.lots import Lot
from reports.receipt import receipt_content
from reports.receipt_code import receipt_code_text
from reports.receipt_pdf import receipt_pdf, write_paper_pdf
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, SIGNED_PERMIT, receipt_of

POINTS_PER_MM = 72 / 25.4


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()


def _picture(pdf: bytes, scale: float = 3.0) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=scale).to_pil()
    finally:
        document.close()


def _size(pdf: bytes) -> tuple[float, float]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return document[0].get_size()
    finally:
        document.close()


def test_the_english_page_can_be_read_by_another_program() -> None:
    text = _text(receipt_pdf(receipt_of(), "en"))
    for wanted in ("Riverside Car Park", "HHKR4711", "€6.50", "14:47", "Leave by", "3 × 30 min at €1.50"):
        assert wanted in text
    assert "COPY" not in text


def test_the_chinese_page_can_be_read_by_another_program() -> None:
    receipt = receipt_of(CHINESE_LOT, cashier_name="王小明", copy_number=2)
    text = _text(receipt_pdf(receipt, "zh_TW"))
    for wanted in ("陽明停車場", "停車費收據", "HHKR4711", "NT$100", "21:47", "副本 COPY 2", "王小明"):
        assert wanted in text


@pytest.mark.parametrize(("lot", "language"), [(ENGLISH_LOT, "en"), (CHINESE_LOT, "zh_TW")])
def test_the_code_on_the_page_is_read_by_a_reader_that_is_not_ours(lot: Lot, language: str) -> None:
    receipt = receipt_of(lot)
    found = zxingcpp.read_barcodes(_picture(receipt_pdf(receipt, language)))
    assert [code.text for code in found] == [receipt_code_text(receipt)]


def test_a_code_text_handed_in_is_the_one_printed() -> None:
    found = zxingcpp.read_barcodes(_picture(receipt_pdf(receipt_of(), "en", code_text=SIGNED_PERMIT)))
    assert [code.text for code in found] == [SIGNED_PERMIT]


def test_the_page_is_a_roll_as_long_as_its_content() -> None:
    short, long = (_size(receipt_pdf(receipt_of(minutes=minutes), "en")) for minutes in (5, 5000))
    assert short[0] == long[0] == pytest.approx(80 * POINTS_PER_MM, abs=0.01)
    assert short[1] < long[1] < 400 * POINTS_PER_MM


def test_nothing_stands_in_the_margins_even_with_very_long_texts() -> None:
    lot = replace(ENGLISH_LOT, name="W" * 80, address="Donaudampfschifffahrtsstraße " * 6)
    receipt = receipt_of(lot, plate="M" * 64, cashier_name="W" * 60)
    picture = _picture(receipt_pdf(receipt, "en"), scale=2.0).convert("L")
    margin = int(3.5 * POINTS_PER_MM * 2)
    for edge in ((0, 0, margin, picture.height), (picture.width - margin, 0, picture.width, picture.height)):
        assert picture.crop(edge).getextrema()[0] == 255


def test_the_same_receipt_gives_the_same_file() -> None:
    assert receipt_pdf(receipt_of(), "en") == receipt_pdf(receipt_of(), "en")


def test_hostile_texts_make_a_page_all_the_same() -> None:
    receipt = receipt_of(plate="\x1b@\x00\x1dV0\u202eA\ud800", cashier_name="(\\) Tj\n%%EOF")
    text = _text(receipt_pdf(receipt, "en"))
    assert "(\\) Tj %%EOF" in text


def test_the_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "receipt.pdf"
    write_paper_pdf(receipt_content(receipt_of(), "en"), receipt_code_text(receipt_of()), path)
    assert path.read_bytes() == receipt_pdf(receipt_of(), "en")
    assert list(tmp_path.iterdir()) == [path]


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(BadInput):
        receipt_pdf(receipt_of(), "xx")
