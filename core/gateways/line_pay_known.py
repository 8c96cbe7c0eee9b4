"""The orders that this program asked LINE Pay for: only who knows a transaction's number can confirm it.

LINE Pay tells the number once, and never again by the order. It is kept in the journal as soon as it is
known; this is what is remembered besides, in memory alone.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Final

from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk

MOST_KEPT: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Known:
    answer: ChargeAnswer
    is_cancelled: bool = False


class KnownOrders:
    """By key; safe from any thread. The oldest of too many are forgotten."""

    def __init__(self) -> None:
        self._orders: OrderedDict[str, _Known] = OrderedDict()
        self._lock = threading.Lock()

    def shown(self, key: str, answer: ChargeAnswer) -> ChargeAnswer:
        """Remember what the driver is shown; gives it back."""
        with self._lock:
            self._orders[key] = _Known(answer)
            while len(self._orders) > MOST_KEPT:
                self._orders.popitem(last=False)
        return answer

    def answer(self, key: str) -> ChargeAnswer | None:
        """What the driver is shown; None where that was never heard, or nobody waits for it any more."""
        with self._lock:
            known = self._orders.get(key)
        return None if known is None or known.is_cancelled else known.answer

    def named(self, ask: ChargeAsk) -> ChargeAsk:
        """The charge with its transaction, where that is known."""
        with self._lock:
            known = self._orders.get(ask.key)
        return ask if ask.reference or known is None else replace(ask, reference=known.answer.reference)

    def cancel(self, key: str) -> None:
        """It is not to be confirmed any more, whatever the driver does."""
        with self._lock:
            known = self._orders.get(key, _Known(ChargeAnswer(Answer.NOT_FOUND)))
            self._orders[key] = replace(known, is_cancelled=True)
            while len(self._orders) > MOST_KEPT:
                self._orders.popitem(last=False)

    def is_cancelled(self, key: str) -> bool:
        """Whether it is not to be confirmed any more."""
        with self._lock:
            known = self._orders.get(key)
        return known is not None and known.is_cancelled
