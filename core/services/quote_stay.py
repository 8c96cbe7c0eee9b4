"""Says what a stay owes now, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.errors import Refused
from core.domain.people import Actor, Right
from core.domain.permits import basis_due, holds, price_due
from core.domain.rates.absurd import UnusualFee
from core.domain.rates.basis import Basis
from core.domain.rates.quote import Quote
from core.domain.stays import Stay
from core.services.check_fee import unusual_fee
from core.services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class StayQuote:
    """A stay with what it owes and what that was made from.

    ``may_leave`` while its permit holds or nothing is due; ``unusual`` where the fee is so high that it is
    not told to a driver before a person confirmed it.
    """

    stay: Stay
    quote: Quote
    basis: Basis
    may_leave: bool
    unusual: UnusualFee | None = None


def quote_stay(unit: UnitOfWork, *, actor: Actor, stay_id: str) -> StayQuote:
    """The stay and its price at this instant; Refused where the clock cannot be trusted or the stay ended."""
    actor.require(Right.SEARCH_STAYS)
    if unit.clock_is_behind():
        raise Refused("clock.behind", now=unit.now)
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    rule, changes = unit.lot().overstay_rule, unit.plan_changes(stay, unit.now)
    basis = basis_due(stay, unit.now, rule, changes)
    quote = price_due(stay, unit.plan, unit.now, rule, changes)
    may_leave = holds(stay, unit.now) or quote.total_minor == 0
    return StayQuote(stay, quote, basis, may_leave, unusual_fee(unit, stay, quote))
