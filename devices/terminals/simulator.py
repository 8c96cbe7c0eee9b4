"""A payment terminal that takes no real money: of the demo, the simulated lot and the tests; it ships.

What happens next is told to it beforehand (``expect``), else every charge is paid after ``pays_after_s``.
It remembers what it took by key, as a real one does, in memory alone.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from core.domain.errors import DeviceError
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, RefundAsk

NO_ANSWER: Final = "terminal.no_answer"
CARD_DECLINED: Final = "charge.card_declined"
MOST_KEPT: Final = 10_000


class Outcome(StrEnum):
    """What the driver and the line do with the next charge."""

    APPROVE = "approve"
    DECLINE = "decline"
    SLOW = "slow"
    """Nobody pays it until ``pay`` or ``cancel``."""
    LOST_REQUEST = "lost_request"
    """The terminal never hears of it, and the caller does not know that."""
    LOST_REPLY = "lost_reply"
    """It is taken, and the reply is lost."""
    UNREACHABLE = "unreachable"
    """The caller knows that nothing was sent."""
    OTHER_AMOUNT = "other_amount"
    """Another amount is taken than was asked for."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A charge as the terminal knows it."""

    key: str
    reference: str
    amount_minor: int
    currency: str
    answer: Answer
    begun_at: float
    cause: str = ""
    refunded_minor: int = 0


class SimulatedTerminal:
    """A terminal in memory; may be called from several threads."""

    def __init__(
        self,
        *,
        pays_after_s: float = 3.0,
        knows_keys: bool = True,
        now: Callable[[], float] = time.monotonic,
        prefix: str = "sim",
    ) -> None:
        self._pays_after_s = pays_after_s
        self._knows_keys = knows_keys
        self._now = now
        self._prefix = prefix
        self._lock = threading.Lock()
        self._expected: deque[Outcome] = deque()
        self._by_key: dict[str, Taken] = {}
        self._refunds: dict[str, ChargeAnswer] = {}
        self._number = 0

    @property
    def knows_keys(self) -> bool:
        """Whether the same key is the same charge."""
        return self._knows_keys

    def expect(self, *outcomes: Outcome) -> None:
        """Have the next charges go that way, one after the other."""
        with self._lock:
            self._expected.extend(outcomes)

    def pay(self, key: str) -> None:
        """The driver pays a slow charge now."""
        with self._lock:
            taken = self._by_key[key]
            if taken.answer is Answer.WAITING:
                self._by_key[key] = replace(taken, answer=Answer.CONFIRMED)

    def decline(self, key: str) -> None:
        """The driver tries to pay a charge that waits, and cannot."""
        with self._lock:
            taken = self._by_key[key]
            if taken.answer is Answer.WAITING:
                self._by_key[key] = replace(taken, answer=Answer.DECLINED, cause=CARD_DECLINED)

    @property
    def taken(self) -> tuple[Taken, ...]:
        """All that it was asked for and knows of, in the order in which it was."""
        with self._lock:
            return tuple(self._ripe(one) for one in self._by_key.values())

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Ask for the money."""
        with self._lock:
            known = self._by_key.get(ask.key)
            if known is not None and self._knows_keys:
                return _answer(self._ripe(known))
            outcome = self._expected.popleft() if self._expected else Outcome.APPROVE
            if outcome is Outcome.UNREACHABLE:
                raise DeviceError(NO_ANSWER)
            if outcome is Outcome.LOST_REQUEST:
                raise DeviceError(NO_ANSWER, unknown=True)
            taken = self._take(ask, outcome)
            if outcome is Outcome.LOST_REPLY:
                raise DeviceError(NO_ANSWER, unknown=True)
            return _answer(taken)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it."""
        with self._lock:
            known = self._by_key.get(ask.key)
            return ChargeAnswer(Answer.NOT_FOUND) if known is None else _answer(self._ripe(known))

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Do not wait for it any longer."""
        with self._lock:
            known = self._by_key.get(ask.key)
            if known is None:
                return ChargeAnswer(Answer.NOT_FOUND)
            known = self._ripe(known)
            if known.answer is Answer.WAITING:
                known = replace(known, answer=Answer.DECLINED)
            self._by_key[ask.key] = known
            return _answer(known)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back; what was given once for a key is not given again."""
        with self._lock:
            if ask.key in self._refunds:
                return self._refunds[ask.key]
            taken = next((one for one in self._by_key.values() if one.reference == ask.reference), None)
            if taken is None or taken.refunded_minor + ask.amount_minor > taken.amount_minor:
                return ChargeAnswer(Answer.DECLINED, cause="refund.more_than_taken")
            self._by_key[taken.key] = replace(taken, refunded_minor=taken.refunded_minor + ask.amount_minor)
            self._number += 1
            answer = ChargeAnswer(Answer.CONFIRMED, f"{self._prefix}-back-{self._number}")
            self._refunds[ask.key] = answer
            return answer

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it."""
        with self._lock:
            return self._refunds.get(ask.key, ChargeAnswer(Answer.NOT_FOUND))

    def _take(self, ask: ChargeAsk, outcome: Outcome) -> Taken:
        answer = {
            Outcome.DECLINE: Answer.DECLINED,
            Outcome.LOST_REPLY: Answer.CONFIRMED,
            Outcome.OTHER_AMOUNT: Answer.CONFIRMED,
        }.get(outcome, Answer.WAITING)
        if outcome is Outcome.APPROVE and self._pays_after_s <= 0:
            answer = Answer.CONFIRMED
        self._number += 1
        more = 100 if outcome is Outcome.OTHER_AMOUNT else 0
        taken = Taken(
            ask.key,
            # No other terminal's number: by it payments are told apart.
            f"{self._prefix}-{uuid.uuid4().hex[:12]}",
            ask.amount_minor + more,
            ask.currency,
            answer,
            float("inf") if outcome is Outcome.SLOW else self._now(),
            CARD_DECLINED if answer is Answer.DECLINED else "",
        )
        # Without keys a second begin is a second charge: it is kept beside the first one.
        name = ask.key if ask.key not in self._by_key else f"{ask.key} {self._number}"
        self._by_key[name] = taken
        while len(self._by_key) > MOST_KEPT:
            del self._by_key[next(iter(self._by_key))]
        return taken

    def _ripe(self, taken: Taken) -> Taken:
        """The charge after the driver had the time to pay it."""
        if taken.answer is Answer.WAITING and self._now() - taken.begun_at >= self._pays_after_s:
            return replace(taken, answer=Answer.CONFIRMED)
        return taken


def _answer(taken: Taken) -> ChargeAnswer:
    settled = taken.answer is Answer.CONFIRMED
    return ChargeAnswer(
        taken.answer,
        taken.reference,
        cause=taken.cause,
        amount_minor=taken.amount_minor if settled else None,
        currency=taken.currency if settled else "",
    )
