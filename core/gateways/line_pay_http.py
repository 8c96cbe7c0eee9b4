"""Asks LINE Pay: signed requests, and the code that every answer has.

After developers-pay.line.me (Online API v3, Offline API v4): ``X-LINE-Authorization`` is the Base64 of
HMAC-SHA256 over secret + path + body or query + nonce, keyed with the secret; every answer is HTTP 200 with a
``returnCode``. A transaction's number has 19 digits and is kept as text.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

from core.domain.errors import DeviceError
from core.domain.money import exponent, format_plain
from core.gateways.clock_skew import ClockSkew
from core.gateways.json_values import Document, each, read_object, text
from core.gateways.line import Line, Lost

ORIGIN: Final = "https://api-pay.line.me"
LONGEST_ORDER: Final = 100
DONE: Final = "0000"
NO_SUCH: Final = "1150"
IN_PROCESS: Final = "1145"
KNOWN_BEFORE: Final = frozenset({"1152", "1172"})
# Who we are is refused: nothing was taken, and no other try will be.
_LOGIN: Final = frozenset({"1104", "1105", "1106"})


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its code, and what it holds."""

    code: str
    info: Document
    infos: tuple[Document, ...]


def sign(secret: str, path: str, rest: str, nonce: str) -> str:
    """The signature of a request; ``rest`` is its body, or its query without the question mark."""
    message = f"{secret}{path}{rest}{nonce}"
    return base64.b64encode(hmac.digest(secret.encode(), message.encode(), hashlib.sha256)).decode()


class LinePayHttp:
    """Requests of one channel; all raise DeviceError, ``unknown`` where money may have moved all the same."""

    def __init__(self, line: Line, channel: str, secret: str, now: Callable[[], datetime]) -> None:
        self._line = line
        self._channel = channel
        self._secret = secret
        self._now = now
        self.skew = ClockSkew()

    def get(self, path: str, query: Mapping[str, str] | None = None) -> Said:
        """Ask for what is."""
        asked = urlencode(query or {})
        return self._ask("GET", path, asked, f"{path}?{asked}" if asked else path, None)

    def post(self, path: str, body: Mapping[str, Any]) -> Said:
        """A change."""
        written = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return self._ask("POST", path, written, path, written.encode())

    def _ask(self, method: str, path: str, rest: str, address: str, data: bytes | None) -> Said:
        changes = method == "POST"
        if not self._secret or not self._channel:
            raise DeviceError("gateway.no_secret")
        nonce = str(uuid4())
        headers = {
            "Content-Type": "application/json",
            "X-LINE-ChannelId": self._channel,
            "X-LINE-Authorization-Nonce": nonce,
            "X-LINE-Authorization": sign(self._secret, path, rest, nonce),
        }
        try:
            reply = self._line.exchange(method, address, headers=headers, data=data)
        except Lost as lost:
            raise DeviceError("gateway.no_answer", detail=str(lost), unknown=changes and lost.sent) from lost
        self.skew.note(reply.said_at, self._now())
        if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise DeviceError("gateway.trouble", detail=f"HTTP {reply.status}", unknown=changes)
        return _said(reply.status, read_object(reply.body), changes=changes)


def _said(status: int, document: Document | None, *, changes: bool) -> Said:
    code = "" if document is None else text(document, "returnCode")
    if document is None or not code:
        raise DeviceError("gateway.strange_answer", detail=f"HTTP {status}", unknown=changes)
    if code in _LOGIN:
        raise DeviceError("gateway.login_refused", detail=code)
    info = document.get("info")
    infos = tuple(each(document, "info")) or ((info,) if isinstance(info, dict) else ())
    return Said(code, infos[0] if infos else {}, infos)


def transaction_of(info: Document) -> str:
    """The 19 digits as text; empty where there are none."""
    value = info.get("transactionId")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.isascii() and value.isdigit() else ""


def order_of(key: str) -> str:
    """The order's number at LINE Pay: the key itself where it is short enough."""
    return key if len(key) <= LONGEST_ORDER else hashlib.sha256(key.encode()).hexdigest()


def to_figure(amount_minor: int, currency: str) -> int | float:
    """The amount as a JSON number of the currency's main unit."""
    plain = format_plain(amount_minor, currency)
    # A float is written with the shortest digits that mean it: these very ones.
    return float(plain) if exponent(currency) else int(plain)


def paid_minor(info: Document, currency: str) -> int | None:
    """What all means of paying together gave, in minor units; None where that is not said."""
    amounts = [one.get("amount") for one in each(info, "payInfo")]
    if not amounts or not all(isinstance(one, int | Decimal) for one in amounts):
        return None
    return _minor(
        sum((Decimal(one) for one in amounts if isinstance(one, int | Decimal)), Decimal()), currency
    )


def refunded_minor(info: Document, currency: str) -> int | None:
    """What went back so far, in minor units; None where that cannot be said."""
    total = Decimal()
    for one in each(info, "refundList"):
        amount = one.get("refundAmount")
        if not isinstance(amount, int | Decimal):
            return None
        total += abs(Decimal(amount))
    return _minor(total, currency)


def _minor(figure: Decimal, currency: str) -> int | None:
    minor = figure.scaleb(exponent(currency))
    return int(minor) if minor == minor.to_integral_value() else None
