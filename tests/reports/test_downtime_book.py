"""The paper book: every line has its number, and the prices of the day stand below."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.domain.paper_pads import LINES_ON_A_PAGE, Pad
from reports.downtime_book import book_pdf
from tests.reports.samples import CHINESE_LOT, ENGLISH_LOT, PAID_AT

PRICES = ((30, 0), (60, 250), (1440, 1200))


def text_of(pdf: bytes, folder: Path) -> str:
    """What stands in the pages, by a reader that is not ours."""
    (folder / "book.pdf").write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-layout", str(folder / "book.pdf"), "-"],
        capture_output=True,
        check=True,
        timeout=30,
    )
    return done.stdout.decode()


def test_each_line_of_each_page_has_a_number_of_its_own(tmp_path: Path) -> None:
    pad = Pad(14, 3, 2)
    said = text_of(book_pdf(ENGLISH_LOT, pad, "en", printed_at=PAID_AT), tmp_path)
    numbers = [number for page in range(3) for number in pad.slips(page)]
    assert len(set(numbers)) == 3 * LINES_ON_A_PAGE
    assert [number for number in numbers if number not in said] == []
    assert "pad 2-14" in said
    assert "3/3" in said.replace(" ", "")


def test_the_prices_stand_below_with_the_day_they_were_printed(tmp_path: Path) -> None:
    said = text_of(book_pdf(ENGLISH_LOT, Pad(1, 1), "en", printed_at=PAID_AT, prices=PRICES), tmp_path)
    assert "as of 21 Nov 2026" in said
    assert "€2.50" in said
    assert "24 hours" in said


def test_without_prices_it_says_so(tmp_path: Path) -> None:
    said = text_of(book_pdf(ENGLISH_LOT, Pad(1, 1), "en", printed_at=PAID_AT), tmp_path)
    assert "none could be printed" in said


def test_it_speaks_chinese(tmp_path: Path) -> None:
    said = text_of(book_pdf(CHINESE_LOT, Pad(3, 1), "zh_TW", printed_at=PAID_AT, prices=PRICES), tmp_path)
    assert "停機紙本" in said
    assert "陽明停車場" in said


def test_the_same_pad_gives_the_same_bytes() -> None:
    first = book_pdf(ENGLISH_LOT, Pad(1, 1), "en", printed_at=PAID_AT, prices=PRICES)
    assert first == book_pdf(ENGLISH_LOT, Pad(1, 1), "en", printed_at=PAID_AT, prices=PRICES)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match=r"language\.unknown"):
        book_pdf(ENGLISH_LOT, Pad(1, 1), "xx", printed_at=PAID_AT)
