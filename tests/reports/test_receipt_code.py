from dataclasses import replace

import numpy as np
import zxingcpp
from PIL import Image

from reports.receipt_code import code_modules, plate_digest, receipt_code_text
from tests.reports.samples import ENGLISH_LOT, receipt_of


def test_the_code_names_lot_receipt_plate_digest_and_leave_by() -> None:
    receipt = receipt_of()
    leave_by = int(receipt.payment.permit_until.timestamp())
    digest = plate_digest("riverside", "HHKR4711")
    assert receipt_code_text(receipt) == f"LK1|riverside|100482|{digest}|{leave_by}"


def test_the_plate_itself_is_not_in_the_code_and_other_plates_have_other_digests() -> None:
    assert "HHKR4711" not in receipt_code_text(receipt_of())
    assert plate_digest("riverside", "HHKR4711") != plate_digest("riverside", "HHKR4712")
    assert plate_digest("riverside", "HHKR4711") != plate_digest("hillside", "HHKR4711")


def test_a_lots_id_cannot_add_a_field() -> None:
    receipt = receipt_of(replace(ENGLISH_LOT, lot_id="a|b"))
    assert receipt_code_text(receipt).count("|") == 4


def test_the_modules_are_read_by_a_reader_that_is_not_ours() -> None:
    dark = np.array(code_modules("LK1|riverside|7|0123456789abcdef|1795269120"))
    picture = np.where(np.pad(np.kron(dark, np.ones((4, 4))), 16), 0, 255).astype(np.uint8)
    found = zxingcpp.read_barcodes(Image.fromarray(picture))
    assert [code.text for code in found] == ["LK1|riverside|7|0123456789abcdef|1795269120"]
