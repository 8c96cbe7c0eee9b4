"""The permit: the right to leave until a time; and what is due for a stay, permit considered.

Within the permit nothing is due. After it, by the lot's setting: the fee clock restarts at the permit's
end (no free minutes again, caps already reached are kept), or the whole stay is priced again less what
was paid. Nothing that was paid is ever charged twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.domain.errors import BadInput
from core.domain.lots import OverstayRule
from core.domain.rates.quote import Quote, QuoteLine, RatePlan, Span
from core.domain.stays import Stay

DECISION_VALID = timedelta(minutes=2)


def permit_end(paid_at: datetime, window_minutes: int) -> datetime:
    """Until when a payment made now lets the vehicle leave (X2)."""
    return paid_at + timedelta(minutes=window_minutes)


def holds(stay: Stay, now: datetime) -> bool:
    """Whether the stay's permit lets it leave now; the last instant of the window still counts."""
    return stay.permit_until is not None and now <= stay.permit_until


def is_overstayed(stay: Stay, now: datetime) -> bool:
    """Whether the stay was paid and its permit has run out."""
    return stay.permit_until is not None and now > stay.permit_until


def price_due(stay: Stay, plan: RatePlan, now: datetime, rule: OverstayRule) -> Quote:
    """What the stay owes at this instant, explained; BadInput where the clock stands before its entry."""
    if now < stay.entry_at:
        raise BadInput("clock.before_entry", entry=stay.entry_at, now=now)
    permit_until = stay.permit_until
    if permit_until is None:
        return plan.quote(Span(stay.entry_at, now))
    if now <= permit_until:
        line = QuoteLine("permit", stay.payments[-1].paid_at, permit_until, 0)
        return Quote(
            plan.currency, stay.entry_at, now, (line,), plan.plan_id, plan.version, valid_until=permit_until
        )
    if rule is OverstayRule.RESTART:
        earlier = tuple(line for payment in stay.payments for line in payment.lines)
        return plan.quote(Span(permit_until, now, restarted=True, cap_from=stay.entry_at, earlier=earlier))
    whole = plan.quote(Span(stay.entry_at, now))
    credit = min(stay.paid_minor, whole.total_minor)
    paid = QuoteLine("already_paid", stay.entry_at, stay.payments[-1].paid_at, -credit)
    return replace(whole, lines=(*whole.lines, paid))
