"""A card reader of Stripe's, driven over Stripe: what it does with a payment that it was handed.

After docs.stripe.com/api/terminal/readers: it is handed one payment at a time; its action says what it does.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from core.domain.errors import DeviceError
from core.gateways.json_values import Document, inner, text
from core.gateways.stripe_http import StripeHttp, StripeRefused

IN_PROGRESS: Final = "in_progress"
NOT_PAYABLE: Final = "intent_invalid_state"
"""The payment cannot be handed over any more: it is paid, or ended."""

_REFUSED_CAUSES: Final = {
    NOT_PAYABLE: NOT_PAYABLE,
    "terminal_reader_busy": "gateway.reader_busy",
    "terminal_reader_offline": "gateway.reader_offline",
    "terminal_reader_timeout": "gateway.reader_offline",
}
_FAILED_CAUSES: Final = {
    "card_declined": "gateway.card_declined",
    "expired_card": "gateway.card_declined",
    "insufficient_funds": "gateway.card_declined",
    "customer_canceled": "gateway.cancelled_by_driver",
}


class StripeReader:
    """The reader of that id; all raise DeviceError."""

    def __init__(self, http: StripeHttp, reader_id: str) -> None:
        self._http = http
        self._path = f"/v1/terminal/readers/{reader_id}"

    def status(self) -> str:
        """``online``, ``offline``, or what else Stripe calls it."""
        return text(self._itself(), "status") or "unknown"

    def hand_over(self, intent: str) -> str:
        """Have it ask for the card; empty, the reason why it does not, or NOT_PAYABLE."""
        try:
            self._http.post(f"{self._path}/process_payment_intent", {"payment_intent": intent})
        except StripeRefused as refused:
            return _REFUSED_CAUSES.get(refused.code, "gateway.reader_gave_up")
        return ""

    def standing(self, intent: str) -> str:
        """IN_PROGRESS, the reason why it is through with the payment, or empty where it has it not."""
        action = inner(self._itself(), "action")
        if text(action, "process_payment_intent", "payment_intent") != intent:
            return ""
        if text(action, "status") == "failed":
            return _FAILED_CAUSES.get(text(action, "failure_code"), "gateway.reader_gave_up")
        # Also where it is through with it and the payment has not told: it is asked once more.
        return IN_PROGRESS

    def let_go(self) -> None:
        """Have it ask for the card no longer; how the payment ended is looked at afterwards."""
        with suppress(StripeRefused):
            self._http.post(f"{self._path}/cancel_action", {})

    def _itself(self) -> Document:
        try:
            return self._http.get(self._path)
        except StripeRefused as refused:
            raise DeviceError("gateway.reader_unknown", detail=refused.code) from refused
