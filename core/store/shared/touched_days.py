"""Which days of a lot must be reported again after its stays and payments changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import String

from core.domain.stays import StayState
from core.store.shared.lot_facts import LotFacts
from core.store.tables import payments, stays

MOST_DAYS_BACK = 731
"""Two years: what is older, by a clock that was wrong, is in no report."""

_NEVER_INSIDE = frozenset({StayState.PENDING, StayState.BACKED_OUT})
_SPANS = select(stays.c.stay_id, stays.c.state, stays.c.entry_at, stays.c.exit_at).where(
    stays.c.lot_id == bindparam("lot"), stays.c.stay_id == func.any(bindparam("ids", type_=ARRAY(String)))
)
_PAID_AT = select(payments.c.paid_at).where(
    payments.c.lot_id == bindparam("lot"),
    payments.c.stay_id == func.any(bindparam("ids", type_=ARRAY(String))),
)


@dataclass(frozen=True, slots=True)
class StaySpan:
    """When a stay was in the lot, in microseconds; ``exit_at`` is None as long as it is."""

    entry_at: int
    exit_at: int | None
    was_inside: bool


def stay_spans(connection: Connection, lot_id: str, stay_ids: Iterable[str]) -> dict[str, StaySpan]:
    """By id, the spans of those of the stays that there are."""
    rows = connection.execute(_SPANS, {"lot": lot_id, "ids": list(stay_ids)})
    return {row.stay_id: _span(row) for row in rows}


def days_of_stays(
    lot: LotFacts, before: Mapping[str, StaySpan], after: Mapping[str, StaySpan], newest: date
) -> set[date]:
    """The days on which the stays now count otherwise than before; an open stay counts until the newest."""
    return {
        day
        for stay_id, span in after.items()
        if before.get(stay_id) != span
        for day in _days_between(lot, before.get(stay_id), span, newest)
    }


def days_of_payments(connection: Connection, lot: LotFacts, stay_ids: Iterable[str]) -> set[date]:
    """The days on which these stays were paid: what was taken back, or entered late, counts there."""
    rows = connection.execute(_PAID_AT, {"lot": lot.lot_id, "ids": list(stay_ids)})
    return {lot.day_of(row.paid_at) for row in rows}


def days_from(first: date, last: date, newest: date) -> Iterator[date]:
    """Each day from the first to the last, as far as they are reported at all."""
    day = max(first, newest - timedelta(days=MOST_DAYS_BACK))
    while day <= min(last, newest):
        yield day
        day += timedelta(days=1)


def _days_between(lot: LotFacts, before: StaySpan | None, after: StaySpan, newest: date) -> Iterator[date]:
    if before is None or before.was_inside != after.was_inside:
        begins, ends = _days(lot, after, newest)
        yield from days_from(begins, ends, newest)
        return
    # On the days between it makes a difference, at their end, where something was then and is now.
    if before.entry_at != after.entry_at:
        yield from _span_of_days(lot.day_of(before.entry_at), lot.day_of(after.entry_at), newest)
    if before.exit_at != after.exit_at:
        yield from _span_of_days(_days(lot, before, newest)[1], _days(lot, after, newest)[1], newest)


def _span_of_days(one: date, other: date, newest: date) -> Iterator[date]:
    return days_from(min(one, other), max(one, other), newest)


def _days(lot: LotFacts, span: StaySpan, newest: date) -> tuple[date, date]:
    end = newest if span.exit_at is None else lot.day_of(span.exit_at)
    return lot.day_of(span.entry_at), end


def _span(row: Any) -> StaySpan:
    return StaySpan(row.entry_at, row.exit_at, row.state not in _NEVER_INSIDE)
