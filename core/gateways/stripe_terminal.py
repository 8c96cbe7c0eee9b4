"""Stripe Terminal, driven from here: the reader at the booth asks for the card, and no number of it comes by.

After docs.stripe.com/terminal/payments/collect-card-payment (server-driven): a PaymentIntent is made, handed
to the reader, and looked at until the reader is through. A PaymentIntent takes money once, however often it
is handed over.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import DeviceError
from core.domain.orders import KEY_WORTH_FOR
from core.gateways.in_doubt import in_doubt
from core.gateways.json_values import Document, number, text
from core.gateways.stripe_found import find_by_key
from core.gateways.stripe_http import StripeHttp, StripeRefused
from core.gateways.stripe_money import from_stripe, to_stripe
from core.gateways.stripe_reader import IN_PROGRESS, NOT_PAYABLE, StripeReader
from core.gateways.stripe_refunds import StripeRefunds
from core.services.account_answer import AccountAnswer
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk

LONGEST_LABEL: Final = 200
# So long after it was asked for, a payment that is not at the reader may only not have got there yet.
HANDED_OVER_WITHIN: Final = timedelta(minutes=1)
_INTENTS: Final = "/v1/payment_intents"


class StripeTerminal(StripeRefunds):
    """Fills PaymentProvider for one reader; a charge's reference is its PaymentIntent."""

    knows_keys = True

    def __init__(self, http: StripeHttp, now: Callable[[], datetime], *, reader: str) -> None:
        super().__init__(http)
        self._now = now
        self._reader = StripeReader(http, reader)

    def ask_account(self) -> AccountAnswer:
        """Whether Stripe answers and knows us and the reader; raises DeviceError."""
        return replace(super().ask_account(), reader=self._reader.status())

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Make the payment, the same for the same key, and hand it to the reader."""
        try:
            made = self._made(ask)
        except StripeRefused as refused:
            amount = refused.code.startswith("amount_too_")
            return ChargeAnswer(
                Answer.DECLINED, cause="gateway.amount_refused" if amount else "gateway.refused"
            )
        with in_doubt():
            # What a key is answered again with is how the payment was when it was made.
            intent = self._intent(_id(made))
            if text(intent, "status") == "requires_payment_method" and not self._reader.standing(_id(intent)):
                return self._handed_over(_id(intent), ask)
            return self._answer(intent, ask)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it: by its PaymentIntent, and where that was never heard of, by its key."""
        if ask.reference:
            found: Document | None = self._intent(ask.reference)
        else:
            found = self._by_key(ask)
        return ChargeAnswer(Answer.NOT_FOUND) if found is None else self._answer(found, ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Take it off the reader and end the payment; WAITING only where a card is just being charged."""
        reference = ask.reference or self._made_before(ask)
        if not reference:
            return ChargeAnswer(Answer.DECLINED, cause="gateway.cancelled")
        if self._reader.standing(reference) == IN_PROGRESS:
            self._reader.let_go()
        return self._ended(reference, "gateway.cancelled")

    def _made(self, ask: ChargeAsk) -> Document:
        amount = str(to_stripe(ask.amount_minor, ask.currency))
        try:
            return self._http.post(_INTENTS, {"amount": amount, **self._form(ask)}, key=ask.key)
        except DeviceError as error:
            if error.cause != "gateway.key_used_otherwise":
                raise
            with in_doubt():
                found = self._by_key(ask)
            # Another console asked for the same in other words.
            if found is None or number(found, "amount") != int(amount):
                raise
            return found

    def _form(self, ask: ChargeAsk) -> dict[str, str]:
        return {
            "currency": ask.currency.lower(),
            "payment_method_types[0]": "card_present",
            "capture_method": "automatic",
            "description": ask.label[:LONGEST_LABEL],
            "metadata[charge_key]": ask.key,
        }

    def _handed_over(self, reference: str, ask: ChargeAsk) -> ChargeAnswer:
        cause = self._reader.hand_over(reference)
        if not cause:
            return ChargeAnswer(Answer.WAITING, reference)
        if cause == NOT_PAYABLE:
            return self._answer(self._intent(reference), ask)
        # A reader that did not answer in time may have it all the same: the payment itself is ended.
        return self._ended(reference, cause)

    def _answer(self, intent: Document, ask: ChargeAsk) -> ChargeAnswer:
        """What the payment says, and where it says nothing, the reader; NOT_FOUND is not handed over yet."""
        reference, status = _id(intent), text(intent, "status")
        if text(intent, "metadata", "charge_key") != ask.key:
            raise DeviceError("gateway.strange_answer", detail="a payment of another charge", unknown=True)
        if status == "succeeded":
            return _paid(intent, reference)
        if status == "canceled":
            return ChargeAnswer(Answer.DECLINED, reference, cause="gateway.cancelled")
        if status != "requires_payment_method":
            return ChargeAnswer(Answer.WAITING, reference)
        return self._by_reader(reference, ask)

    def _by_reader(self, reference: str, ask: ChargeAsk) -> ChargeAnswer:
        at_reader = self._reader.standing(reference)
        if at_reader == IN_PROGRESS:
            return ChargeAnswer(Answer.WAITING, reference)
        if at_reader:
            return self._ended(reference, at_reader)
        if self._now() - ask.asked_at < HANDED_OVER_WITHIN:
            return ChargeAnswer(Answer.NOT_FOUND, reference)
        return self._ended(reference, "gateway.reader_gave_up")

    def _ended(self, reference: str, cause: str) -> ChargeAnswer:
        """End the payment, so that no card can pay it any more; it may be too late for that."""
        with suppress(StripeRefused):  # how it really ended is looked at
            self._http.post(f"{_INTENTS}/{reference}/cancel", {})
        intent = self._intent(reference)
        if text(intent, "status") == "succeeded":
            return _paid(intent, reference)
        if text(intent, "status") == "canceled":
            return ChargeAnswer(Answer.DECLINED, reference, cause=cause)
        return ChargeAnswer(Answer.WAITING, reference)

    def _made_before(self, ask: ChargeAsk) -> str:
        """The payment of this key, where there is one or may still be one on its way."""
        found = self._by_key(ask)
        if found is None and self._now() - ask.asked_at < KEY_WORTH_FOR:
            try:
                found = self._made(ask)
            except StripeRefused:
                return ""
            except DeviceError as error:
                if error.cause != "gateway.trouble":
                    raise
                # Its failure is replayed for good: what is listed now is all there is.
                found = self._by_key(ask)
        return "" if found is None else _id(found)

    def _by_key(self, ask: ChargeAsk) -> Document | None:
        try:
            return find_by_key(self._http, _INTENTS, ask, lambda one: text(one, "metadata", "charge_key"))
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code) from refused

    def _intent(self, reference: str) -> Document:
        try:
            return self._http.get(f"{_INTENTS}/{reference}")
        except StripeRefused as refused:
            raise DeviceError("gateway.refused", detail=refused.code, unknown=True) from refused


def _id(intent: Document) -> str:
    reference = text(intent, "id")
    if not reference:
        raise DeviceError("gateway.strange_answer", detail="a payment without an id", unknown=True)
    return reference


def _paid(intent: Document, reference: str) -> ChargeAnswer:
    amount, currency = number(intent, "amount_received"), text(intent, "currency").upper()
    if amount is None:
        amount = number(intent, "amount")
    minor = None if amount is None else from_stripe(amount, currency)
    if minor is None:
        raise DeviceError("gateway.strange_answer", detail="a payment without an amount", unknown=True)
    return ChargeAnswer(Answer.CONFIRMED, reference, amount_minor=minor, currency=currency)
