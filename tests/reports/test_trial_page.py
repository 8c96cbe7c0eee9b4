"""The test page of a receipt printer: as wide as the paper, with Chinese, never to be taken for a receipt."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from reports.trial_page import HEADINGS, TrialPage, trial_page_escpos, trial_page_picture

RULER = b"\x1dv0\x00"
PAGE = TrialPage(HEADINGS["zh_TW"], ("河濱停車場", "Booth", "x" * 300))


@pytest.mark.parametrize("width_dots", [384, 576])
def test_the_page_goes_as_a_picture_of_the_whole_width_and_is_cut(width_dots):
    escpos = trial_page_escpos(PAGE, width_dots)
    at = escpos.index(RULER)
    assert int.from_bytes(escpos[at + 4 : at + 6], "little") == width_dots // 8
    assert b"\x1dV" in escpos[-8:]


def test_a_printer_of_the_systems_gets_a_picture():
    picture = Image.open(io.BytesIO(trial_page_picture(PAGE)))
    assert picture.format == "PNG"
    assert picture.width == 576


def test_every_language_of_receipts_says_that_it_is_a_test():
    assert set(HEADINGS) >= {"en", "zh_TW"}
