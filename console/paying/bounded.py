"""A provider whose every call is over within 20 s, however many exchanges it takes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from core.gateways.line import Line
from core.services.account_answer import AccountAnswer, Askable
from core.services.payment_ports import ChargeAnswer, ChargeAsk, PaymentProvider, RefundAsk


class BoundedLine(Line, Protocol):
    """A line that knows which exchanges belong together."""

    def one_call(self) -> AbstractContextManager[None]:
        """All exchanges of this thread within share one limit."""


class Bounded:
    """Fills PaymentProvider by another one; what it says is what that says."""

    def __init__(self, provider: PaymentProvider, line: BoundedLine) -> None:
        self._provider = provider
        self._line = line

    @property
    def knows_keys(self) -> bool:
        """Whether ``begin`` with the same key is the same charge for the far side."""
        return self._provider.knows_keys

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Ask for the money."""
        with self._line.one_call():
            return self._provider.begin(ask)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it."""
        with self._line.one_call():
            return self._provider.look(ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Do not wait for it any longer."""
        with self._line.one_call():
            return self._provider.cancel(ask)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back."""
        with self._line.one_call():
            return self._provider.refund(ask)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it."""
        with self._line.one_call():
            return self._provider.look_refund(ask)

    def ask_account(self) -> AccountAnswer:
        """Whether the service answers and knows us; raises DeviceError."""
        with self._line.one_call():
            return self._provider.ask_account() if isinstance(self._provider, Askable) else AccountAnswer()
