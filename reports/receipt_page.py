"""The receipt as a picture for a page: what a printer of the system's is given."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image

from reports.receipt import Receipt, ReceiptContent, receipt_content
from reports.receipt_code import receipt_code_text
from reports.receipt_raster import DOTS_PER_MM, receipt_raster

PAGE_DOTS: Final = 576  # 72 mm, what an 80 mm roll is printed on
MM_PER_INCH: Final = 25.4


def receipt_page(receipt: Receipt, language: str, *, code_text: str | None = None) -> bytes:
    """A PNG file that knows its own size on paper; BadInput ``language.unknown`` as of ``receipt_escpos``."""
    code = code_text if code_text is not None else receipt_code_text(receipt)
    return paper_page(receipt_content(receipt, language), code)


def paper_page(content: ReceiptContent, code_text: str = "") -> bytes:
    """The PNG file of any paper that says what a receipt may say."""
    return page_of(receipt_raster(content, code_text, PAGE_DOTS))


def page_of(picture: Image.Image) -> bytes:
    """The picture as a PNG file that knows its own size on paper."""
    file = io.BytesIO()
    dots_per_inch = DOTS_PER_MM * MM_PER_INCH
    picture.save(file, "PNG", dpi=(dots_per_inch, dots_per_inch))
    return file.getvalue()
