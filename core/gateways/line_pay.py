"""LINE Pay online: the driver scans a QR code, agrees on their telephone, and the console confirms.

After developers-pay.line.me (Online API v3): request, check, confirm with the same amount. Money moves with
the confirmation alone, which nobody but the console that knows the transaction's number can give. Once the
driver has agreed, it is confirmed, also where nobody waits any longer: then it is given back like any late
payment.
"""

from __future__ import annotations

from typing import Final

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
from core.gateways.line_pay_known import KnownOrders
from core.gateways.line_pay_refunds import LinePayRefunds
from core.gateways.shown_url import checked_url
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk

LONGEST_LABEL: Final = 200
_AGREED, _CANCELLED, _FAILED, _COMPLETED = "0110", "0121", "0122", "0123"


class LinePay(LinePayRefunds):
    """Fills PaymentProvider; a charge's reference is LINE Pay's transaction.

    ``return_url`` is where the driver's telephone is sent afterwards, and thereby rings; ``rings`` false says
    that nothing listens there, and LINE Pay sends nobody.
    """

    knows_keys = True

    def __init__(self, http: LinePayHttp, *, return_url: str, rings: bool) -> None:
        super().__init__(http, "v3")
        self._known = KnownOrders()
        self._return_url = return_url
        self._rings = rings

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Ask for a transaction; an order's number is used once, so no second one can be made for the key."""
        said = self._http.post(f"{self._payments}/request", self._body(ask))
        if said.code == DONE:
            return self._known.shown(ask.key, _shown(said.info))
        if said.code in KNOWN_BEFORE or said.code == IN_PROCESS:
            return self._known_before(ask)
        if said.code in DECLINED_CAUSES:
            return ChargeAnswer(Answer.DECLINED, cause=DECLINED_CAUSES[said.code])
        raise DeviceError("gateway.trouble", detail=said.code)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it; where the driver has agreed, it is confirmed here."""
        ask = self._known.named(ask)
        if not ask.reference:
            taken = self._taken({"orderId": order_of(ask.key)}, ask)
            return taken or ChargeAnswer(Answer.NOT_FOUND)
        said = self._http.get(f"{self._payments}/requests/{ask.reference}/check")
        if said.code == _AGREED and self._known.is_cancelled(ask.key):
            return ChargeAnswer(Answer.DECLINED, ask.reference, cause="gateway.cancelled")
        if said.code == _AGREED:
            return self._confirmed(ask)
        return self._checked(said.code, ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Nothing is confirmed any more; where the driver has agreed already, it was too late."""
        found = self.look(ask)
        if found.answer in {Answer.CONFIRMED, Answer.DECLINED}:
            return found
        self._known.cancel(ask.key)
        return ChargeAnswer(Answer.DECLINED, found.reference, cause="gateway.cancelled")

    def _body(self, ask: ChargeAsk) -> dict[str, object]:
        figure = to_figure(ask.amount_minor, ask.currency)
        label = ask.label[:LONGEST_LABEL] or "Parking"
        product = {"name": label, "quantity": 1, "price": figure}
        return {
            "amount": figure,
            "currency": ask.currency,
            "orderId": order_of(ask.key),
            "packages": [{"id": "1", "amount": figure, "name": label, "products": [product]}],
            "redirectUrls": {
                "confirmUrl": self._return_url,
                "cancelUrl": self._return_url,
                "confirmUrlType": "CLIENT" if self._rings else "NONE",
            },
        }

    def _known_before(self, ask: ChargeAsk) -> ChargeAnswer:
        """Ours from before; else its number was told to somebody else, or in an answer that was lost."""
        with in_doubt():
            taken = self._taken({"orderId": order_of(ask.key)}, ask)
        declined = ChargeAnswer(Answer.DECLINED, cause="gateway.asked_before")
        return taken or self._known.answer(ask.key) or declined

    def _confirmed(self, ask: ChargeAsk) -> ChargeAnswer:
        body = {"amount": to_figure(ask.amount_minor, ask.currency), "currency": ask.currency}
        said = self._http.post(f"{self._payments}/{ask.reference}/confirm", body)
        if said.code == DONE:
            return _paid(said.info, ask, ask.reference)
        if said.code in DECLINED_CAUSES:
            return ChargeAnswer(Answer.DECLINED, ask.reference, cause=DECLINED_CAUSES[said.code])
        if said.code == IN_PROCESS:
            return ChargeAnswer(Answer.WAITING, ask.reference)
        # A confirmation that came before this one, perhaps; what is true stands in the details.
        with in_doubt():
            taken = self._taken({"transactionId": ask.reference}, ask)
        if taken is None:
            raise DeviceError("gateway.trouble", detail=said.code, unknown=True)
        return taken

    def _checked(self, code: str, ask: ChargeAsk) -> ChargeAnswer:
        if code in {DONE, IN_PROCESS}:
            return ChargeAnswer(Answer.WAITING, ask.reference)
        if code == _COMPLETED:
            taken = self._taken({"transactionId": ask.reference}, ask)
            return taken or ChargeAnswer(Answer.WAITING, ask.reference)
        if code == _CANCELLED:
            return ChargeAnswer(Answer.DECLINED, ask.reference, cause="gateway.cancelled_by_driver")
        if code == _FAILED:
            return ChargeAnswer(Answer.DECLINED, ask.reference, cause="gateway.failed")
        if code == NO_SUCH:
            taken = self._taken({"transactionId": ask.reference}, ask)
            return taken or ChargeAnswer(Answer.NOT_FOUND)
        raise DeviceError("gateway.trouble", detail=code)

    def _taken(self, query: dict[str, str], ask: ChargeAsk) -> ChargeAnswer | None:
        info = self._details(query)
        return None if info is None else _paid(info, ask, transaction_of(info))


def _shown(info: Document) -> ChargeAnswer:
    reference = transaction_of(info)
    if not reference:
        raise DeviceError("gateway.strange_answer", detail="no transaction", unknown=True)
    return ChargeAnswer(Answer.WAITING, reference, shown=checked_url(text(info, "paymentUrl", "web")))


def _paid(info: Document, ask: ChargeAsk, reference: str) -> ChargeAnswer:
    amount = paid_minor(info, ask.currency)
    if amount is None:
        raise DeviceError("gateway.strange_answer", detail="a payment without an amount", unknown=True)
    # A channel has one currency; only some answers name it.
    currency = text(info, "currency") or ask.currency
    return ChargeAnswer(Answer.CONFIRMED, reference, amount_minor=amount, currency=currency)
