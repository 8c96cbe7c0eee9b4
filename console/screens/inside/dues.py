"""What the cars on the screen owe now: asked off the GUI thread, for visible rows only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.errors import OperatorError
from core.domain.people import Actor
from core.services.quote_stay import quote_stay
from core.services.unit_of_work import UnitOfWork

MOST_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class Due:
    """What a car owes at an instant; ``code`` says why that cannot be told, then the amount means nothing."""

    amount_minor: int
    currency: str
    asked_at: datetime
    permit_until: datetime | None = None
    code: str = ""


def dues_of(unit: UnitOfWork, *, actor: Actor, stay_ids: Sequence[str]) -> dict[str, Due]:
    """What each of these stays owes at this instant, or why that cannot be told."""
    found = {}
    currency = unit.lot().currency
    for stay_id in stay_ids[:MOST_AT_ONCE]:
        try:
            answer = quote_stay(unit, actor=actor, stay_id=stay_id)
        except OperatorError as error:
            found[stay_id] = Due(0, currency, unit.now, code=error.code)
            continue
        found[stay_id] = Due(
            answer.quote.total_minor,
            answer.quote.currency,
            unit.now,
            answer.stay.permit_until if answer.may_leave else None,
        )
    return found
