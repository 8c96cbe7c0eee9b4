"""Money back through Stripe, whatever took it: a Checkout Session, a PaymentIntent or a charge."""

from __future__ import annotations

from typing import Final

from core.domain.errors import DeviceError
from core.gateways.in_doubt import in_doubt
from core.gateways.json_values import Document, each, number, text
from core.gateways.stripe_http import StripeHttp, StripeRefused
from core.gateways.stripe_money import from_stripe, to_stripe
from core.services.account_answer import AccountAnswer
from core.services.payment_ports import Answer, ChargeAnswer, RefundAsk

KEY_FIELD: Final = "metadata[refund_key]"
_REFUNDS: Final = "/v1/refunds"
_STATES: Final = {
    "succeeded": Answer.CONFIRMED,
    "pending": Answer.WAITING,
    "requires_action": Answer.WAITING,
    "failed": Answer.DECLINED,
    "canceled": Answer.DECLINED,
}


class StripeRefunds:
    """Refunds of one account; each has its own key, so it is made once."""

    def __init__(self, http: StripeHttp) -> None:
        self._http = http

    def ask_account(self) -> AccountAnswer:
        """Whether Stripe answers and knows us; raises DeviceError."""
        try:
            balance = self._http.get("/v1/balance")
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code) from refused
        live, skew = balance.get("livemode"), self._http.skew
        is_test = not live if isinstance(live, bool) else None
        return AccountAnswer(is_test, skew.seconds, skew.is_too_large)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back; raises DeviceError."""
        try:
            form = {
                **self._what(ask),
                "amount": str(to_stripe(ask.amount_minor, ask.currency)),
                KEY_FIELD: ask.key,
            }
            made = self._http.post(_REFUNDS, form, key=ask.key)
        except StripeRefused as refused:
            return self._after(ask, refused)
        return _answer(made, ask)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it; raises DeviceError."""
        try:
            listed = self._http.get(_REFUNDS, {**self._what(ask), "limit": "100"})
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code) from refused
        for one in each(listed, "data"):
            if text(one, "metadata", "refund_key") == ask.key:
                return _answer(one, ask)
        return ChargeAnswer(Answer.NOT_FOUND)

    def _after(self, ask: RefundAsk, refused: StripeRefused) -> ChargeAnswer:
        """Refused: perhaps since it was made before, with a key that Stripe has forgotten."""
        with in_doubt():
            found = self.look_refund(ask)
        if found.answer is not Answer.NOT_FOUND:
            return found
        return ChargeAnswer(Answer.DECLINED, cause=_CAUSES.get(refused.code, "gateway.refund_refused"))

    def _what(self, ask: RefundAsk) -> dict[str, str]:
        """What the money was taken by, as Stripe's refunds name it."""
        if ask.reference.startswith("ch_"):
            return {"charge": ask.reference}
        if ask.reference.startswith("pi_"):
            return {"payment_intent": ask.reference}
        session = self._http.get(f"/v1/checkout/sessions/{ask.reference}")
        intent = text(session, "payment_intent")
        if not intent:
            raise DeviceError("gateway.strange_answer", detail="a session that was paid without a payment")
        return {"payment_intent": intent}


_CAUSES: Final = {"charge_already_refunded": "gateway.refunded_before"}


def _answer(refund: Document, ask: RefundAsk) -> ChargeAnswer:
    state = _STATES.get(text(refund, "status"))
    amount = number(refund, "amount")
    if state is None or amount is None:
        raise DeviceError("gateway.strange_answer", detail="a refund without a state", unknown=True)
    return ChargeAnswer(
        state,
        reference=text(refund, "id"),
        cause="gateway.refund_refused" if state is Answer.DECLINED else "",
        amount_minor=from_stripe(amount, ask.currency),
        currency=text(refund, "currency").upper(),
    )
