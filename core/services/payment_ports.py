"""What the core asks of terminals and platforms: one port for all of them.

A far side is asked over the network by a task, never inside a transaction. Each call is bounded (20 s) and
may be made again. ``begin`` with a key that the far side knows takes nothing a second time; where it cannot
promise that (``knows_keys`` false), it is called once in a charge's life and ``look`` from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


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
    """Money that goes back through the far side that took it; ``key`` is the refund's own for good."""

    refund_id: str
    key: str
    reference: str
    amount_minor: int
    currency: str


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
        """What became of it; takes nothing."""

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        """Do not wait for it any longer: DECLINED, or CONFIRMED where it was too late."""

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        """Give money back: CONFIRMED, WAITING, or DECLINED with its cause."""

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        """What became of it; gives nothing."""
