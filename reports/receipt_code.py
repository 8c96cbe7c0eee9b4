"""The square code on a receipt: a short text from which an exit or a booth recognises the payment."""

from __future__ import annotations

import hashlib

import qrcode

from core.domain.journal import to_micros
from reports.receipt import Receipt

FORMAT = "LK1"
_DIGEST_LENGTH = 16


def receipt_code_text(receipt: Receipt) -> str:
    """``LK1|lot|receipt number|plate digest|leave-by``; leave-by in whole seconds since 1970 UTC."""
    payment = receipt.payment
    fields = (
        FORMAT,
        receipt.lot.lot_id.replace("|", ""),
        payment.receipt_name,
        plate_digest(receipt.lot.lot_id, receipt.stay.plate),
        str(to_micros(payment.permit_until) // 1_000_000),
    )
    return "|".join(fields)


def plate_digest(lot_id: str, plate: str) -> str:
    """16 hexadecimal digits by which a plate of this lot is recognised without being spelled out."""
    return hashlib.sha256(f"{lot_id}|{plate}".encode(errors="replace")).hexdigest()[:_DIGEST_LENGTH]


def code_modules(text: str) -> list[list[bool]]:
    """The dark and light modules of the code, row by row, without the quiet zone."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]
