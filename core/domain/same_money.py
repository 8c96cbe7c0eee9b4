"""The very same money, written down by two consoles: both asked for it with the same key, and both were told.

It pays once. Whatever comes later in the order of the fold counts only for what it brought in besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.domain.payments import Part, Payment, Tender


def less_known_money(payment: Payment, before: Iterable[Payment]) -> Payment | None:
    """The payment without the charges that a payment ``before`` was made of; None where nothing is left."""
    known = {
        (part.account, part.reference) for each in before for part in each.shares if _is_told_apart(part)
    }
    left = tuple(
        part
        for part in payment.shares
        if not (_is_told_apart(part) and (part.account, part.reference) in known)
    )
    if len(left) == len(payment.shares):
        return payment
    if not left:
        return None
    amount = sum(part.amount_minor for part in left)
    tenders = {part.tender for part in left}
    return replace(
        payment,
        parts=left,
        tender=tenders.pop() if len(tenders) == 1 else Tender.SPLIT,
        amount_minor=amount,
        tax_minor=payment.tax_minor * amount // payment.amount_minor,
    )


def _is_told_apart(part: Part) -> bool:
    """Whether the far side has a name of its own for it."""
    return part.tender.is_charged and bool(part.reference)
