"""Money back through LINE Pay, which knows no keys: what went back so far is read before and after."""

from __future__ import annotations

from typing import Final

from core.domain.errors import DeviceError
from core.gateways.in_doubt import in_doubt
from core.gateways.json_values import Document
from core.gateways.line_pay_codes import REFUND_CAUSES
from core.gateways.line_pay_http import DONE, NO_SUCH, LinePayHttp, refunded_minor, to_figure, transaction_of
from core.services.account_answer import AccountAnswer
from core.services.payment_ports import Answer, ChargeAnswer, RefundAsk

NOBODYS_ORDER: Final = "lotkeeper-asks-whether-you-answer"


class LinePayRefunds:
    """Refunds of one channel; ``version`` is that of the interface that took the money.

    A refund is made only where as much went back before as our own books say (``refunded_before_minor``): one
    whose answer was lost is seen, and not made again.
    """

    def __init__(self, http: LinePayHttp, version: str) -> None:
        self._http = http
        self._payments = f"/{version}/payments"

    def ask_account(self) -> AccountAnswer:
        """Whether LINE Pay answers and knows us: it is asked for nobody's order; raises DeviceError."""
        self._details({"orderId": NOBODYS_ORDER})
        skew = self._http.skew
        return AccountAnswer(None, skew.seconds, skew.is_too_large)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back; raises DeviceError."""
        before = self.look_refund(ask)
        if before.answer is not Answer.NOT_FOUND:
            return before
        figure = to_figure(ask.amount_minor, ask.currency)
        said = self._http.post(f"{self._payments}/{ask.reference}/refund", {"refundAmount": figure})
        if said.code == DONE:
            number = said.info.get("refundTransactionId")
            return _confirmed(ask, str(number) if isinstance(number, int | str) else "")
        if said.code in REFUND_CAUSES:
            # Perhaps since this very request came there before, by a line that repeats.
            with in_doubt():
                after = self.look_refund(ask)
            declined = ChargeAnswer(Answer.DECLINED, cause=REFUND_CAUSES[said.code])
            return after if after.answer is Answer.CONFIRMED else declined
        raise DeviceError("gateway.trouble", detail=said.code, unknown=True)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it; raises DeviceError where something else went back than our books say."""
        info = self._details({"transactionId": ask.reference})
        refunded = None if info is None else refunded_minor(info, ask.currency)
        if refunded is None:
            raise DeviceError("gateway.strange_answer", detail="no such payment")
        if refunded == ask.refunded_before_minor:
            return ChargeAnswer(Answer.NOT_FOUND)
        if refunded == ask.refunded_before_minor + ask.amount_minor:
            return _confirmed(ask, "")
        raise DeviceError("gateway.books_differ", detail=f"{refunded}, not {ask.refunded_before_minor}")

    def _details(self, query: dict[str, str]) -> Document | None:
        """The payment that was taken; None where there is none."""
        said = self._http.get(self._payments, query)
        if said.code == NO_SUCH:
            return None
        if said.code != DONE:
            raise DeviceError("gateway.trouble", detail=said.code)
        taken = (one for one in said.infos if one.get("transactionType", "PAYMENT") == "PAYMENT")
        return next((one for one in taken if transaction_of(one)), None)


def _confirmed(ask: RefundAsk, reference: str) -> ChargeAnswer:
    return ChargeAnswer(Answer.CONFIRMED, reference, amount_minor=ask.amount_minor, currency=ask.currency)
