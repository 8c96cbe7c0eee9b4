"""The permit: the right to leave until a time; and what is due for a stay, permit considered.

Within the permit nothing is due. After it, by the lot's setting: the fee clock restarts at the permit's
end (no free minutes again, caps already reached are kept), or the whole stay is priced again less what
was paid. Nothing that was paid is ever charged twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.errors import BadInput
from core.domain.lots import OverstayRule
from core.domain.rates.basis import Basis, PlanOf, Priced, reckon
from core.domain.rates.quote import Quote, QuoteLine, Span
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


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A version of a plan that prices stays that are inside, too, from an instant on."""

    at: datetime
    plan_id: str
    version: int


def basis_due(stay: Stay, now: datetime, rule: OverstayRule, changes: Sequence[PlanChange] = ()) -> Basis:
    """What the price at this instant is made from; BadInput where the clock stands before the entry.

    ``changes``: plan versions between entry and now that take over stays which are inside (the others
    are priced by the version of their entry, whatever was published since).
    """
    if now < stay.entry_at:
        raise BadInput("clock.before_entry", entry=stay.entry_at, now=now)
    permit_until = stay.permit_until
    if permit_until is None or rule is not OverstayRule.RESTART:
        paid_minor = stay.paid_minor - stay.due_back_minor if permit_until is not None else 0
        return Basis(_parts(stay, Span(stay.entry_at, now, stay.facts), changes), paid_minor)
    span = Span(
        permit_until,
        max(now, permit_until),
        stay.facts,
        restarted=True,
        cap_from=stay.entry_at,
        paid=tuple(span for payment in stay.payments for span in payment.charged_spans),
    )
    return Basis(_parts(stay, span, changes))


def price_due(
    stay: Stay, plan_of: PlanOf, now: datetime, rule: OverstayRule, changes: Sequence[PlanChange] = ()
) -> Quote:
    """What the stay owes at this instant, explained; BadInput as ``basis_due`` and the plan's pricing."""
    basis = basis_due(stay, now, rule, changes)
    if stay.permit_until is not None and now <= stay.permit_until:
        plan = plan_of(stay.plan_id, stay.plan_version)
        line = QuoteLine("permit", stay.payments[-1].paid_at, stay.permit_until, 0)
        return Quote(
            plan.currency, stay.entry_at, now, (line,), stay.plan_id, stay.plan_version, stay.permit_until
        )
    return reckon(basis, plan_of)


def _parts(stay: Stay, span: Span, changes: Sequence[PlanChange]) -> tuple[Priced, ...]:
    """The span by the version of the entry; split where a later version takes over stays inside."""
    parts: list[Priced] = []
    plan_id, version = stay.plan_id, stay.plan_version
    for change in sorted(changes, key=lambda change: change.at):
        if change.at <= span.entry:
            plan_id, version = change.plan_id, change.version
        elif change.at < span.exit:
            parts.append(Priced(plan_id, version, replace(span, exit=change.at)))
            span = replace(span, entry=change.at, restarted=True, cap_from=None, paid=())
            plan_id, version = change.plan_id, change.version
    return (*parts, Priced(plan_id, version, span))
