"""What the core asks of terminals and platforms: one port for all of them.

A far side is asked over the network by a task, never inside a transaction. Each call is bounded (20 s) and
may be made again. ``begin`` with a key that the far side knows takes nothing a second time; where it cannot
promise that (``knows_keys`` false), it is called once in a charge's life and ``look`` from then on.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from core.domain.payments import Tender

CALL_SECONDS: Final = 20.0
"""How long one call of a provider may take at most."""

MOST_SCANNED: Final = 100


class Answer(StrEnum):
    """What the far side says of a charge or a refund."""

    WAITING = "waiting"
    """It knows of it; the driver has yet to pay."""
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    NOT_FOUND = "not_found"
    """It has never heard of that key: nothing was taken."""


@dataclass(frozen=True, slots=True)
class ChargeAsk:
    """The money that is asked for; ``amount_minor`` in minor units of ``currency``.

    ``reference`` is what the far side called it before, empty as long as it has not answered; ``scanned`` is
    the driver's one-time code where staff scanned one: a secret for minutes, in memory alone. ``label`` is
    what the driver reads on their own device (lot and receipt language), never a plate.
    """

    charge_id: str
    key: str
    amount_minor: int
    currency: str
    label: str
    asked_at: datetime
    expires_at: datetime
    reference: str = ""
    scanned: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ChargeAnswer:
    """What became of it; ``shown`` is what the driver opens or scans, ``cause`` a reason code when declined.

    ``amount_minor`` is what the far side says that it took: another amount than was asked for is never
    taken for a confirmation.
    """

    answer: Answer
    reference: str = ""
    shown: str = ""
    cause: str = ""
    amount_minor: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class RefundAsk:
    """Money that goes back through the far side that took it; ``key`` is the refund's own for good.

    ``refunded_before_minor`` is what our books say went back of the same charge before: where the far side
    knows no keys, a refund whose answer was lost is told by it from one that was never made.
    """

    refund_id: str
    key: str
    reference: str
    amount_minor: int
    currency: str
    refunded_before_minor: int = 0


class PaymentProvider(Protocol):
    """A terminal or a platform.

    All calls raise DeviceError: with ``unknown`` set where the far side may have acted, else nothing was
    taken and it may be asked again.
    """

    @property
    def knows_keys(self) -> bool:
        """Whether ``begin`` with the same key is the same charge for the far side."""

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        """Ask for the money."""

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        """What became of it; takes nothing that the driver has not agreed to."""

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Do not wait for it any longer: DECLINED, or CONFIRMED where it was too late."""

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back: CONFIRMED, WAITING, or DECLINED with its cause."""

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it; gives nothing."""


class ScannedCodes:
    """One-time codes that staff scanned, by charge, until they are asked for: in memory alone, never kept.

    A program that ends forgets them; the charge is then asked about, and never begun without its code.
    """

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._lock = threading.Lock()

    def hold(self, charge_id: str, code: str) -> None:
        """Keep the charge's code; the oldest of too many is forgotten."""
        with self._lock:
            self._codes[charge_id] = code
            while len(self._codes) > MOST_SCANNED:
                del self._codes[next(iter(self._codes))]

    def code_of(self, charge_id: str) -> str:
        """The charge's code, empty where there is none."""
        with self._lock:
            return self._codes.get(charge_id, "")

    def forget(self, charge_id: str) -> None:
        """The charge needs its code no more."""
        with self._lock:
            self._codes.pop(charge_id, None)


@dataclass(frozen=True, slots=True)
class PayAccount:
    """A terminal or platform of the configuration: ``id`` names it in the journal, ``name`` on screen.

    ``kind`` is that of its configuration. ``can_scan`` where staff scan the driver's own one-time code: then
    each charge needs one. ``wait`` is how long a driver has to pay.
    """

    id: str
    name: str
    tender: Tender
    kind: str
    can_scan: bool = False
    wait: timedelta = timedelta(minutes=5)
    scanned: ScannedCodes = field(default_factory=ScannedCodes, repr=False, compare=False)
