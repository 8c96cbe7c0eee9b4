"""Stripe Checkout: the driver scans a QR code and pays on a page of Stripe's.

After docs.stripe.com/api/checkout/sessions. A session lives at least 30 minutes there, which is longer than a
driver stands at the window: it is expired when the console waits no longer. What it was paid with is never
seen here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import DeviceError
from core.domain.orders import KEY_WORTH_FOR
from core.gateways.in_doubt import in_doubt
from core.gateways.json_values import Document, number, text
from core.gateways.shown_url import checked_url
from core.gateways.stripe_found import find_by_key
from core.gateways.stripe_http import StripeHttp, StripeRefused
from core.gateways.stripe_money import from_stripe, to_stripe
from core.gateways.stripe_refunds import StripeRefunds
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk

# At least 30 minutes must be left whenever Stripe first hears of it. The end lies on a grid, so that consoles
# that ask for the same money say the same: with other values, Stripe refuses a key.
LIVES: Final = timedelta(hours=1)
GRID_S: Final = 1_800
LONGEST_LABEL: Final = 200
_SESSIONS: Final = "/v1/checkout/sessions"
_AMOUNT: Final = "line_items[0][price_data][unit_amount]"
_AMOUNT_CODES: Final = frozenset({"amount_too_small", "amount_too_large", "parameter_invalid_integer"})


class StripeCheckout(StripeRefunds):
    """Fills PaymentProvider; ``thanks_url`` is the page that the driver sees after paying.

    A charge's reference is its session.
    """

    knows_keys = True

    def __init__(self, http: StripeHttp, now: Callable[[], datetime], *, thanks_url: str) -> None:
        super().__init__(http)
        self._now = now
        self._thanks_url = thanks_url

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """A session, the same for the same key."""
        try:
            return _answer(self._made(ask), ask)
        except StripeRefused as refused:
            return ChargeAnswer(Answer.DECLINED, cause=self._why(refused))

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it: by its session, and where that was never heard of, by its key."""
        try:
            session = self._session(ask)
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code) from refused
        return ChargeAnswer(Answer.NOT_FOUND) if session is None else _answer(session, ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Expire the session; WAITING only where a payment of it is being settled.

        One that may be on its way to Stripe still is made with its key first: then it is known, and dead.
        """
        found = self.look(ask)
        if found.answer is Answer.NOT_FOUND and self._now() - ask.asked_at < KEY_WORTH_FOR:
            found = self._made_known(ask)
        if found.answer is Answer.NOT_FOUND:
            return ChargeAnswer(Answer.DECLINED, cause="gateway.cancelled")
        if found.answer is not Answer.WAITING:
            return found
        try:
            expired = self._http.post(f"{_SESSIONS}/{found.reference}/expire", {})
        except StripeRefused:
            # It is not open any more: paid in this very moment, or expired by itself.
            return self._by_id(found.reference, ask)
        answer = _answer(expired, ask)
        cancelled = answer.answer is Answer.DECLINED
        return (
            ChargeAnswer(Answer.DECLINED, answer.reference, cause="gateway.cancelled")
            if cancelled
            else answer
        )

    def _why(self, refused: StripeRefused) -> str:
        if refused.code in _AMOUNT_CODES:
            return "gateway.amount_refused"
        # Until when the page is good is an instant: by a wrong clock it lies in the past, or too far ahead.
        return "gateway.clock_wrong" if self._http.skew.is_too_large else "gateway.refused"

    def _made_known(self, ask: ChargeAsk) -> ChargeAnswer:
        try:
            return self.begin(ask)
        except DeviceError as error:
            if error.cause != "gateway.trouble":
                raise
        # Stripe is through with that key and replays its failure for good: what is listed is all there is.
        return self.look(ask)

    def _made(self, ask: ChargeAsk) -> Document:
        label = ask.label[:LONGEST_LABEL] or "Parking"
        form = {
            "mode": "payment",
            "payment_method_types[0]": "card",
            "line_items[0][quantity]": "1",
            "line_items[0][price_data][currency]": ask.currency.lower(),
            _AMOUNT: str(to_stripe(ask.amount_minor, ask.currency)),
            "line_items[0][price_data][product_data][name]": label,
            "client_reference_id": ask.key,
            "metadata[charge_key]": ask.key,
            "payment_intent_data[metadata][charge_key]": ask.key,
            "expires_at": str(_expires_at(ask)),
            "success_url": self._thanks_url,
        }
        try:
            return self._http.post(_SESSIONS, form, key=ask.key)
        except DeviceError as error:
            if error.cause != "gateway.key_used_otherwise":
                raise
            with in_doubt():
                found = self._session(ask)
            # Another console asked for the same in other words, at another time.
            if found is None or number(found, "amount_total") != int(form[_AMOUNT]):
                raise
            return found

    def _session(self, ask: ChargeAsk) -> Document | None:
        if ask.reference:
            return self._http.get(f"{_SESSIONS}/{ask.reference}")
        found = find_by_key(self._http, _SESSIONS, ask, lambda one: text(one, "client_reference_id"))
        if found is None or text(found, "object") != "payment_intent":
            return found
        # Found by search: of a session's payment the session is asked for.
        listed = self._http.get(_SESSIONS, {"payment_intent": text(found, "id"), "limit": "1"}).get("data")
        return listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else None

    def _by_id(self, reference: str, ask: ChargeAsk) -> ChargeAnswer:
        try:
            return _answer(self._http.get(f"{_SESSIONS}/{reference}"), ask)
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code) from refused


def _expires_at(ask: ChargeAsk) -> int:
    """The next end of the grid behind the time that it must live, in seconds."""
    return -(-int((ask.asked_at + LIVES).timestamp()) // GRID_S) * GRID_S


def _answer(session: Document, ask: ChargeAsk) -> ChargeAnswer:
    """What a session says; one of somebody else's key is no answer."""
    reference, status = text(session, "id"), text(session, "status")
    if not reference or text(session, "client_reference_id") != ask.key:
        raise DeviceError("gateway.strange_answer", detail="a session of another charge", unknown=True)
    if status == "expired":
        return ChargeAnswer(Answer.DECLINED, reference, cause="gateway.expired")
    if status == "complete" and text(session, "payment_status") == "paid":
        return _paid(session, reference)
    if status == "complete":
        return ChargeAnswer(Answer.WAITING, reference)
    if status == "open":
        return ChargeAnswer(Answer.WAITING, reference, shown=checked_url(text(session, "url")))
    raise DeviceError("gateway.strange_answer", detail="a session without a state", unknown=True)


def _paid(session: Document, reference: str) -> ChargeAnswer:
    amount, currency = number(session, "amount_total"), text(session, "currency").upper()
    minor = None if amount is None else from_stripe(amount, currency)
    if minor is None:
        raise DeviceError("gateway.strange_answer", detail="a payment without an amount", unknown=True)
    return ChargeAnswer(Answer.CONFIRMED, reference, amount_minor=minor, currency=currency)
