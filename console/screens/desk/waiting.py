"""One row of what waits for a person: how much it wants one, why, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum


class Rank(IntEnum):
    """How much it wants a person; the lowest comes first."""

    ASKS = 0
    GATE = 1
    REFUSES = 2
    MONEY = 3
    INCIDENT = 4
    FAULT = 5
    STANDS_OPEN = 6
    HELD = 7
    REFUND = 8
    PAYMENT = 9


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row: a reason code with its figures, and what it is about."""

    key: str
    rank: Rank
    code: str
    at: datetime | None
    facts: Mapping[str, object] = field(default_factory=dict)
    lane_id: str = ""
    stay_id: str = ""
    payment_id: str = ""
    refund_id: str = ""
    plate: str = ""
    photo: str = ""
    device: str = ""

    @property
    def wants_someone(self) -> bool:
        """Whether a car, a gate or money waits for a person, and not only a paper."""
        return self.rank < Rank.PAYMENT
