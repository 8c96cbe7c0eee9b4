"""Makes the price of a past payment again, from what the journal kept of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.journal import Entry, in_order
from core.domain.lots import OverstayRule
from core.domain.payments import Payment
from core.domain.permits import basis_due
from core.domain.rates.basis import Basis, PlanOf, Priced, reckon
from core.domain.rates.quote import Quote, Span
from core.domain.stays import fold_stay

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A payment beside the price that its inputs give today."""

    payment: Payment
    basis: Basis
    quote: Quote

    @property
    def agrees(self) -> bool:
        """Whether the amount is the one that was taken."""
        return (self.quote.total_minor, self.quote.currency) == (
            self.payment.amount_minor,
            self.payment.currency,
        )

    @property
    def same_lines(self) -> bool:
        """Whether the explanation is the same, too; older payments may be explained otherwise."""
        return self.quote.lines == self.payment.lines


def recompute(payment: Payment, plan_of: PlanOf, basis: Basis | None = None) -> Recomputed:
    """The price made again; ``basis`` where the payment itself kept none.

    ValueError where there is no basis at all; BadInput, or what ``plan_of`` raises, where there is no price.
    """
    inputs = payment.basis or basis
    if inputs is None:
        raise ValueError("nothing is known of what the price was made from")
    return Recomputed(payment, inputs, reckon(inputs, plan_of))


def earlier_basis(payment: Payment, history: Iterable[Entry], rule: OverstayRule) -> Basis | None:
    """The inputs of a payment from before they were kept: the stay as it stood when it was paid.

    ``history`` are the stay's entries, ``rule`` the lot's at the time. None where they begin no stay.
    """
    before = [entry for entry in in_order(history) if not _is_this_or_later(entry, payment)]
    stay = fold_stay(before)
    if stay is None:
        return None
    basis = basis_due(stay, payment.paid_at, rule)
    return replace(basis, parts=tuple(_in_whole_seconds(part) for part in basis.parts))


def _is_this_or_later(entry: Entry, payment: Payment) -> bool:
    if entry.kind == "stay.paid":
        paid = entry.payload["payment"]
        return bool(paid["payment_id"] == payment.payment_id) or entry.at > payment.paid_at
    return entry.at > payment.paid_at


def _in_whole_seconds(part: Priced) -> Priced:
    """The engine before this one charged for parts of seconds: each begun second counts."""
    span = part.span
    start, end = _begun_seconds(span.entry, span.exit)
    paid = tuple(_begun_seconds(*pair) for pair in span.paid)
    cap_from = None if span.cap_from is None else span.cap_from.replace(microsecond=0)
    priced = Span(start, end, span.facts, restarted=span.restarted, cap_from=cap_from, paid=paid)
    return replace(part, span=priced)


def _begun_seconds(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    whole = start.replace(microsecond=0)
    return whole, whole + _SECOND * -((start - end) // _SECOND)
