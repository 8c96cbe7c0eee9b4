"""What LINE Pay's codes mean for the money (developers.line.biz, "LINE Pay error codes").

Only codes that surely mean "nothing was taken" are here. Any other one leaves it open, and is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DECLINED_CAUSES: Final[Mapping[str, str]] = {
    "1101": "gateway.not_a_member",
    "1102": "gateway.not_a_member",
    "1110": "gateway.card_declined",
    "1124": "gateway.amount_refused",
    "1133": "gateway.code_refused",
    "1141": "gateway.account_refused",
    "1142": "gateway.low_balance",
    "1178": "gateway.amount_refused",
    "1183": "gateway.amount_refused",
    "1184": "gateway.amount_refused",
    "2101": "gateway.refused",
    "2102": "gateway.refused",
    **{str(code): "gateway.card_declined" for code in range(1281, 1299)},
}
REFUND_CAUSES: Final[Mapping[str, str]] = {
    "1155": "gateway.refund_refused",
    "1163": "gateway.refund_too_late",
    "1164": "gateway.refund_refused",
    "1165": "gateway.refunded_before",
}
