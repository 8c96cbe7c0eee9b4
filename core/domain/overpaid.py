"""Money taken twice: two consoles that were cut off from each other were both paid for the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.lots import OverstayRule
from core.domain.payments import Payment, Tender
from core.domain.permits import PlanChange, price_due
from core.domain.rates.basis import Basis, PlanOf
from core.domain.stays import Stay


@dataclass(frozen=True, slots=True)
class Overpaid:
    """A payment that took more than was due, as its console did not know of an earlier one.

    ``amount_minor`` is the money that came in with it and is due back; ``owed_minor`` what of it was not paid
    but owed (an IOU), which is owed no longer. Of a debt that was collected twice it names no payment.
    """

    payment_id: str
    amount_minor: int
    currency: str
    owed_minor: int = 0
    debt_id: str = ""


def overpaid(
    stay: Stay,
    *,
    plan_of: PlanOf,
    rule: OverstayRule,
    changes_until: Callable[[datetime], Sequence[PlanChange]],
) -> list[Overpaid]:
    """By how much the stay's payments took too much, in the order in which they were made.

    Each payment that did not reckon with one before it is priced as if it had; what it took beyond that is
    due back, and counts as paid for no later one. BadInput, and what ``plan_of`` raises, where there is no
    price.
    """
    found: list[Overpaid] = []
    earlier: tuple[Payment, ...] = ()
    for payment in sorted(stay.payments, key=lambda one: (one.paid_at, one.payment_id)):
        basis, surplus = payment.basis, 0
        if basis is not None and _did_not_know(basis, earlier):
            known = replace(stay, payments=earlier, facts=basis.parts[0].span.facts, due_back_minor=0)
            due = price_due(known, plan_of, payment.paid_at, rule, changes_until(payment.paid_at))
            surplus = max(payment.amount_minor - due.total_minor, 0)
        # What was waived brought in nothing, and nothing of it goes back.
        back = min(surplus, payment.received_minor)
        owed = min(surplus - back, _owed_minor(payment))
        if back or owed:
            found.append(Overpaid(payment.payment_id, back, payment.currency, owed))
        earlier = (*earlier, replace(payment, amount_minor=payment.amount_minor - surplus))
    return found


def _owed_minor(payment: Payment) -> int:
    return sum(part.amount_minor for part in payment.shares if part.tender in {Tender.IOU, Tender.TOWED})


def _did_not_know(basis: Basis, earlier: Sequence[Payment]) -> bool:
    """Whether a price neither begins behind the permits before it, nor takes off what was paid for them.

    A payment without its inputs is from before there were several consoles: it says nothing of that.
    """
    if not earlier:
        return False
    begins = min(part.span.entry for part in basis.parts)
    paid_minor = sum(payment.amount_minor for payment in earlier)
    return begins < max(payment.permit_until for payment in earlier) and basis.paid_minor < paid_minor
