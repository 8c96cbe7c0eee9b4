from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from core.domain.errors import BadInput
from core.domain.lots import Lot
from reports.receipt import receipt_content
from reports.receipt_code import receipt_code_text
from reports.receipt_escpos import receipt_escpos
from reports.receipt_raster import receipt_raster
from tests.reports.escpos_bytes import take_apart
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, SIGNED_PERMIT, receipt_of

CUT = b"\x1dV\x00"


def test_a_latin_receipt_goes_as_the_printers_own_text() -> None:
    text = take_apart(receipt_escpos(receipt_of(), "en")).text
    for wanted in (
        "Riverside Car Park",
        "HHKR4711",
        "Leave by\n14:47\n",
        "3 x 30 min at EUR 1.50",
        "Anna Weber",
    ):
        assert wanted in text
    assert "COPY" not in text


@pytest.mark.parametrize(("width_dots", "columns"), [(576, 48), (384, 32)])
def test_every_printed_line_fits_the_paper_and_amounts_end_at_its_edge(width_dots: int, columns: int) -> None:
    lines = take_apart(receipt_escpos(receipt_of(minutes=1800), "en", width_dots)).text.splitlines()
    assert all(len(line) <= columns for line in lines)
    amounts = [line for line in lines if line.startswith(("First block", "Cash received", "Change"))]
    assert amounts
    assert all(len(line) == columns for line in amounts)


def test_a_reprint_says_copy_and_an_original_does_not() -> None:
    assert "COPY 1" in take_apart(receipt_escpos(receipt_of(copy_number=1), "en")).text
    original, reprint = (
        take_apart(receipt_escpos(receipt_of(CHINESE_LOT, copy_number=copy), "zh_TW")).picture
        for copy in (0, 2)
    )
    assert reprint.height > original.height


def test_a_chinese_reprint_begins_with_the_dark_bar_that_says_copy() -> None:
    picture = take_apart(receipt_escpos(receipt_of(CHINESE_LOT, copy_number=1), "zh_TW")).picture
    bar = picture.crop((20, 4, picture.width - 20, 40)).convert("L")
    dark = sum(bar.histogram()[:128])
    assert dark > bar.width * bar.height * 0.6


@pytest.mark.parametrize(
    ("lot", "language"), [(ENGLISH_LOT, "en"), (CHINESE_LOT, "zh_TW"), (CHINESE_LOT, "en")]
)
def test_the_paper_is_cut_once_at_the_end(lot: Lot, language: str) -> None:
    data = receipt_escpos(receipt_of(lot), language)
    assert data.endswith(CUT)
    assert take_apart(data).commands.count(CUT) == 1
    assert data.startswith(b"\x1b@")


@pytest.mark.parametrize("width_dots", [576, 384])
def test_a_chinese_receipt_is_one_picture_as_wide_as_the_paper(width_dots: int) -> None:
    receipt = receipt_of(CHINESE_LOT, cashier_name="王小明")
    job = take_apart(receipt_escpos(receipt, "zh_TW", width_dots))
    drawn = receipt_raster(receipt_content(receipt, "zh_TW"), receipt_code_text(receipt), width_dots)
    assert job.text.strip() == ""
    assert job.picture.size == drawn.size == (width_dots, drawn.height)
    assert job.picture.tobytes() == drawn.tobytes()


def test_a_chinese_lot_name_alone_makes_an_english_receipt_a_picture() -> None:
    job = take_apart(receipt_escpos(receipt_of(replace(ENGLISH_LOT, name="陽明 Park")), "en"))
    assert job.text.strip() == ""
    assert job.picture.width == 576


@pytest.mark.parametrize(("language", "width_dots"), [("en", 576), ("zh_TW", 576), ("zh_TW", 384)])
def test_the_code_on_paper_is_read_by_a_reader_that_is_not_ours(language: str, width_dots: int) -> None:
    receipt = receipt_of(CHINESE_LOT if language == "zh_TW" else ENGLISH_LOT)
    picture = take_apart(receipt_escpos(receipt, language, width_dots)).picture
    assert [code.text for code in zxingcpp.read_barcodes(on_paper(picture))] == [receipt_code_text(receipt)]


@pytest.mark.parametrize("language", ["en", "zh_TW"])
@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize(("blur_dots", "turned"), [(0.0, 0), (1.2, 0), (1.2, 90), (0.8, 7)])
def test_a_signed_permit_is_read_from_paper_of_either_width_blurred_and_turned(
    language: str, width_dots: int, blur_dots: float, turned: int
) -> None:
    receipt = receipt_of(CHINESE_LOT if language == "zh_TW" else ENGLISH_LOT)
    job = take_apart(receipt_escpos(receipt, language, width_dots, code_text=SIGNED_PERMIT))
    seen = on_paper(job.picture).filter(ImageFilter.GaussianBlur(blur_dots))
    seen = seen.rotate(turned, expand=True, fillcolor=255)
    assert [code.text for code in zxingcpp.read_barcodes(seen)] == [SIGNED_PERMIT]


def on_paper(picture: Image.Image) -> Image.Image:
    """The printed picture with white paper around it."""
    paper = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    paper.paste(picture.convert("L"), (40, 40))
    return paper


HOSTILE = [
    "\x1bp0\x19\xfa",
    "\x1d(A\x02\x00\x00\x02",
    "A\x10\x14\x01\x00\x01B",
    "\x1b@\x1dV\x00",
    "\x9b31m",
    "\x7f\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_command_hidden_in_a_plate_or_name_is_never_sent(text: str) -> None:
    lot = replace(ENGLISH_LOT, name=f"Lot{text}", address=text, help_phone=text)
    receipt = receipt_of(lot, plate=text, entry_lane=text, cashier_name=text)
    job = take_apart(receipt_escpos(receipt, "en"))
    assert job.commands.count(CUT) == 1
    assert job.commands.count(b"\x1b@") == 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(max_codepoint=255), max_size=64))
def test_whatever_a_plate_holds_the_printer_only_gets_its_own_commands(plate: str) -> None:
    job = take_apart(receipt_escpos(receipt_of(plate=plate), "en"))
    assert job.commands.count(CUT) == 1


def test_nothing_is_said_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    receipt_escpos(receipt_of(), "en")
    receipt_escpos(receipt_of(CHINESE_LOT), "zh_TW")
    assert capsys.readouterr() == ("", "")


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(BadInput):
        receipt_escpos(receipt_of(), "xx")


def test_on_narrow_paper_the_amount_stays_beside_what_it_is_for() -> None:
    lines = take_apart(receipt_escpos(receipt_of(minutes=1800), "en", 384)).text.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("Maximum of"))
    assert lines[at : at + 2] == ["Maximum of EUR 12.00  -EUR 59.00", "reached"]
