"""The stays that ended in a period, one by one, as a rehearsal of rates needs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import and_, func, select

from core.domain.journal import from_micros, to_micros
from core.domain.payments import Payment
from core.domain.rates.basis import Basis, Priced
from core.domain.rates.facts import NO_FACTS
from core.domain.rates.quote import Span
from core.domain.rates.span_document import facts_from_document
from core.domain.stays import StayState
from core.services.rehearse_rates import PastStay
from core.store.tables import payments, stays
from core.store.unit_of_work import SqlUnitOfWork

ROWS_AT_ONCE: Final = 500
_PAYMENTS_OF = and_(
    payments.c.lot_id == stays.c.lot_id,
    payments.c.stay_id == stays.c.stay_id,
    payments.c.voided_at.is_(None),
)


def count_past_stays(view: SqlUnitOfWork, since: datetime, until: datetime) -> int:
    """How many stays ended in the period, for telling how far a rehearsal has come."""
    return view.connection.execute(select(func.count()).where(*_ended(view, since, until))).scalar() or 0


def past_stays(view: SqlUnitOfWork, since: datetime, until: datetime) -> Iterator[PastStay]:
    """The stays that left in the period, in the order in which they did; a few hundred are held at once."""
    rows = view.connection.execute(
        select(
            stays.c.stay_id,
            stays.c.plate,
            stays.c.entry_at,
            stays.c.exit_at,
            stays.c.plan_id,
            stays.c.plan_version,
            stays.c.facts,
            payments.c.document,
        )
        .select_from(stays)
        .outerjoin(payments, _PAYMENTS_OF)
        .where(*_ended(view, since, until))
        .order_by(stays.c.exit_at, stays.c.stay_id, payments.c.paid_at, payments.c.payment_id)
        .execution_options(yield_per=ROWS_AT_ONCE)
    )
    for _stay_id, of_stay in groupby(rows, lambda row: row.stay_id):
        yield _past_stay(list(of_stay))


def _ended(view: SqlUnitOfWork, since: datetime, until: datetime) -> tuple[Any, ...]:
    return (
        stays.c.lot_id == view.lot_id,
        stays.c.exit_at >= to_micros(since),
        stays.c.exit_at < to_micros(until),
        stays.c.state == StayState.LEFT.value,
    )


def _past_stay(rows: Sequence[Any]) -> PastStay:
    first = rows[0]
    taken = [Payment.from_document(row.document) for row in rows if row.document is not None]
    facts = NO_FACTS if first.facts is None else facts_from_document(first.facts)
    whole = Span(from_micros(first.entry_at), from_micros(first.exit_at), facts)
    return PastStay(
        stay_id=first.stay_id,
        plate=first.plate,
        entry_at=whole.entry,
        exit_at=whole.exit,
        paid_minor=sum(payment.amount_minor for payment in taken),
        paid=tuple(
            payment.basis or _earlier(payment, taken[:index], whole) for index, payment in enumerate(taken)
        ),
        unpaid=Basis((Priced(first.plan_id, first.plan_version, whole),)),
    )


def _earlier(payment: Payment, before: Sequence[Payment], whole: Span) -> Basis:
    """The time that a payment from before its inputs were kept paid for, as its lines tell."""
    span = Span(whole.entry, payment.paid_at)
    is_whole = any(line.rule == "already_paid" for line in payment.lines)
    if before and not is_whole:
        paid = tuple(span for earlier in before for span in earlier.charged_spans)
        start = min((line.start for line in payment.lines), default=before[-1].permit_until)
        span = Span(start, payment.paid_at, restarted=True, cap_from=whole.entry, paid=paid)
    already = sum(earlier.amount_minor for earlier in before) if is_whole else 0
    return Basis((Priced(payment.plan_id, payment.plan_version, span),), already)
