"""A charge as one who asks about it finds it: what was sent when, and what that allows now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.domain.journal import from_micros
from core.domain.orders import Charge, ChargeState, Order
from core.services.order_book import load_order
from core.services.tasks import Task
from core.services.unit_of_work import UnitOfWork

SENT: Final = "charge.sent"
CANCELLED, NOT_PAID = "charge.cancelled", "charge.not_paid_in_time"

FRESH_FOR: Final = timedelta(seconds=30)
"""A charge not begun for so long may have been, by a program that was since put back to an older copy."""

LATE_ARRIVAL: Final = timedelta(seconds=90)
"""So long after it was sent a request may still arrive, or be under way there: until then "never heard of it"
settles nothing."""

AFTER_A_PERSON: Final = timedelta(hours=24)
"""What a person said of a charge is looked at for so long: money that comes in late goes back, and money that
never came in is told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A charge as it stands at this try; ``sent_at`` is None as long as nothing was sent."""

    order: Order
    charge: Charge
    lot_name: str
    now: datetime
    sent_at: datetime | None
    note: str

    @property
    def age(self) -> timedelta:
        """Since when it was to be asked for."""
        return self.now - self.charge.intended_at

    @property
    def is_over(self) -> bool:
        """Whether the driver is not waited for any more."""
        until = self.charge.expires_at
        ended = self.charge.cancel_asked or self.charge.state.is_settled
        return ended or (until is not None and self.now > until)

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be asked; what a person said of it is looked at a while longer."""
        if not self.charge.state.is_settled:
            return False
        settled_at = self.charge.settled_at or self.now
        return not self.charge.resolved_by or self.now - settled_at > AFTER_A_PERSON

    @property
    def is_paid_by_word(self) -> bool:
        """Whether only a person said that it was paid: that is looked at, and never cancelled."""
        return self.charge.state is ChargeState.CONFIRMED

    @property
    def may_have_been_sent(self) -> bool:
        """Whether it was, or may have been by a program that was put back to an older copy since."""
        return self.sent_at is not None or (not self.note and self.age > FRESH_FOR)

    @property
    def may_arrive_yet(self) -> bool:
        """Whether what was sent may be on its way still; not for hours where the clock was set back since."""
        return self.sent_at is not None and abs(self.now - self.sent_at) < LATE_ARRIVAL

    @property
    def why_over(self) -> str:
        """The reason code of a charge that ended unpaid."""
        return CANCELLED if self.charge.cancel_asked else NOT_PAID


def read_standing(unit: UnitOfWork, task: Task, now: datetime) -> Standing:
    """The charge of a money task; LookupError where its order has none of that id."""
    order = load_order(unit, task.payload["order_id"])
    charge = order.charge(task.payload["charge_id"])
    if charge is None:
        raise LookupError(f"charge {task.payload['charge_id']} is none of order {order.order_id}")
    return Standing(order, charge, unit.lot().name, now, _sent_at(task), task.cause)


def _sent_at(task: Task) -> datetime | None:
    """When it was sent last, as the task's note says it; None where it was not."""
    word, _, micros = task.cause.partition(" ")
    if word != SENT:
        return None
    return from_micros(int(micros)) if micros.isdigit() else task.created_at
