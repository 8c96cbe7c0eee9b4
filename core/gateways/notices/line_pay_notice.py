"""LINE Pay sends the driver's telephone back to us with the order in the address. Nobody has signed that.

So it rings, and nothing more: whoever rings with an order that we asked for has us ask LINE Pay once more.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from core.gateways.notices.notice import Notice, NotOurs

LONGEST: Final = 100
MOST_FIELDS: Final = 12


def read_line_pay_notice(query: str) -> Notice:
    """Who rings; raises NotOurs ``notice.strange``."""
    try:
        fields = parse_qs(query, max_num_fields=MOST_FIELDS, errors="strict")
    except (ValueError, UnicodeDecodeError):
        raise NotOurs("notice.strange") from None
    order = fields.get("orderId", [""])[0]
    transaction = fields.get("transactionId", [""])[0]
    if not order or len(order) > LONGEST or len(transaction) > LONGEST:
        raise NotOurs("notice.strange")
    is_number = transaction.isascii() and transaction.isdigit()
    return Notice(
        notice_id=f"{order}/{transaction}",
        kind="redirect",
        key=order,
        reference=transaction if is_number else "",
    )
