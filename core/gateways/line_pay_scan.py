"""LINE Pay at the window: staff scan the code on the driver's telephone, and the money is taken at once.

After developers-pay.line.me (Offline API v4): a one-time key of 18 digits (Taiwan) is good for five minutes,
and an order's number is used once. Where no answer came, the order is asked about by its number.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote

from core.domain.errors import DeviceError
from core.gateways.in_doubt import in_doubt
from core.gateways.json_values import Document, text
from core.gateways.line_pay_codes import DECLINED_CAUSES
from core.gateways.line_pay_http import (
    DONE,
    IN_PROCESS,
    KNOWN_BEFORE,
    NO_SUCH,
    LinePayHttp,
    order_of,
    paid_minor,
    to_figure,
    transaction_of,
)
from core.gateways.line_pay_refunds import LinePayRefunds
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk

LONGEST_LABEL: Final = 200
# A request may be under way at LINE Pay so long: until then, not known is no answer.
SETTLES_WITHIN: Final = timedelta(seconds=90)
_CODE_DIGITS: Final = range(12, 20)
_STATES: Final = {
    "COMPLETE": Answer.CONFIRMED,
    "REFUND": Answer.CONFIRMED,
    "FAIL": Answer.DECLINED,
    "CANCEL": Answer.DECLINED,
}


class LinePayScan(LinePayRefunds):
    """Fills PaymentProvider; a charge's reference is LINE Pay's transaction."""

    knows_keys = True

    def __init__(self, http: LinePayHttp, now: Callable[[], datetime]) -> None:
        super().__init__(http, "v4")
        self._now = now

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Take the money with the code that was scanned; without one it is only asked about."""
        if not ask.scanned:
            return self._without_code(ask)
        if not is_one_time_key(ask.scanned):
            return ChargeAnswer(Answer.DECLINED, cause="gateway.code_refused")
        said = self._http.post(f"{self._payments}/oneTimeKeys/pay", _body(ask))
        if said.code == DONE:
            return _paid(said.info, ask)
        if said.code in KNOWN_BEFORE:
            with in_doubt():
                return self.look(ask)
        if said.code == IN_PROCESS:
            return ChargeAnswer(Answer.WAITING)
        if said.code in DECLINED_CAUSES:
            return ChargeAnswer(Answer.DECLINED, cause=DECLINED_CAUSES[said.code])
        raise DeviceError("gateway.trouble", detail=said.code, unknown=True)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it, by the order's number."""
        order = quote(order_of(ask.key), safe="")
        said = self._http.get(f"{self._payments}/orders/{order}/check")
        if said.code == NO_SUCH:
            return ChargeAnswer(Answer.NOT_FOUND)
        if said.code == IN_PROCESS:
            return ChargeAnswer(Answer.WAITING)
        if said.code != DONE:
            raise DeviceError("gateway.trouble", detail=said.code)
        state = _STATES.get(text(said.info, "status"), Answer.WAITING)
        if state is Answer.CONFIRMED:
            return _paid(said.info, ask)
        cause = "gateway.failed" if state is Answer.DECLINED else ""
        return ChargeAnswer(state, transaction_of(said.info), cause=cause)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """There is nothing to call back: what became of it, NOT_FOUND where nothing has come in yet."""
        return self.look(ask)

    def _without_code(self, ask: ChargeAsk) -> ChargeAnswer:
        found = self.look(ask)
        if found.answer is not Answer.NOT_FOUND:
            return found
        if self._now() - ask.asked_at < SETTLES_WITHIN:
            return ChargeAnswer(Answer.WAITING)
        return ChargeAnswer(Answer.DECLINED, cause="gateway.code_gone")


def is_one_time_key(scanned: str) -> bool:
    """Whether that can be the code of a driver's telephone: 18 digits in Taiwan, 12 or 19 elsewhere."""
    return scanned.isascii() and scanned.isdigit() and len(scanned) in _CODE_DIGITS


def _body(ask: ChargeAsk) -> dict[str, object]:
    figure = to_figure(ask.amount_minor, ask.currency)
    label = ask.label[:LONGEST_LABEL] or "Parking"
    product = {"name": label, "quantity": 1, "price": figure}
    return {
        "amount": figure,
        "currency": ask.currency,
        "orderId": order_of(ask.key),
        "oneTimeKey": ask.scanned,
        "packages": [{"id": "1", "amount": figure, "name": label, "products": [product]}],
    }


def _paid(info: Document, ask: ChargeAsk) -> ChargeAnswer:
    reference, amount = transaction_of(info), paid_minor(info, ask.currency)
    if not reference or amount is None:
        raise DeviceError("gateway.strange_answer", detail="a payment without an amount", unknown=True)
    # A channel has one currency, which these answers do not name.
    return ChargeAnswer(Answer.CONFIRMED, reference, amount_minor=amount, currency=ask.currency)
