"""Why a car may leave or not: a pure decision with a reason code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.admission import Action
from core.domain.permits import holds, is_overstayed
from core.domain.rates.quote import Quote
from core.domain.reads import Vote, VotePolicy, is_settled, why_unsettled
from core.domain.stays import Stay


@dataclass(frozen=True, slots=True)
class Departure:
    """The decision at an exit lane.

    ``reason`` is one of ``exit.paid``, ``exit.nothing_due``, ``exit.not_paid``, ``exit.overstayed``,
    ``exit.no_record``, ``exit.several_records``, ``exit.no_plate``, ``exit.unsure_plate``,
    ``exit.two_plates``, ``exit.sides_differ``, ``exit.no_price``, ``exit.fee_unusual``; ``stay`` is the
    one it is about, if one was found.
    """

    action: Action
    reason: str
    stay: Stay | None = None
    due_minor: int = 0


def find(vote: Vote | None, policy: VotePolicy, open_stays: Sequence[Stay]) -> Departure | None:
    """What can be said before any price is known: None means exactly one stay fits, ask for its price."""
    if vote is None:
        return Departure(Action.ASK, "exit.no_plate")
    if not is_settled(vote, policy):
        return Departure(Action.ASK, f"exit.{why_unsettled(vote)}")
    if not open_stays:
        return Departure(Action.ASK, "exit.no_record")
    if len(open_stays) > 1:
        return Departure(Action.ASK, "exit.several_records")
    return None


def depart(stay: Stay, quote: Quote | None, now: datetime, *, fee_is_unusual: bool = False) -> Departure:
    """Whether the stay may leave now (M9 to M11); ``quote`` is None where no price can be made.

    A fee that is unusually high is a question to a person, not a price for the driver (Z4).
    """
    if holds(stay, now):
        return Departure(Action.OPEN, "exit.paid", stay)
    if quote is None:
        return Departure(Action.ASK, "exit.no_price", stay)
    if quote.total_minor == 0:
        return Departure(Action.OPEN, "exit.nothing_due", stay)
    if fee_is_unusual:
        return Departure(Action.ASK, "exit.fee_unusual", stay)
    reason = "exit.overstayed" if is_overstayed(stay, now) else "exit.not_paid"
    return Departure(Action.REFUSE, reason, stay, quote.total_minor)
