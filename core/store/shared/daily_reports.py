"""What each day of a lot came to, in the shared database, for reports that need not read stays.

What stays and payments add up to is reckoned anew for each day that they touch; how often something
happened is counted on, entry by entry, as each entry is projected once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, bindparam, cast, func, select

from core.domain.stays import StayState
from core.store.shared.fresh_rows import FreshRow
from core.store.shared.lot_facts import LotFacts
from core.store.sharing_tables import daily_reports
from core.store.tables import payments, stays
from core.store.upserts import upsert

EXCEPTIONS = frozenset(
    {
        "clock.settled",
        "gate.failed",
        "gate.held",
        "gate.held_unasked",
        "gate.hold_lost",
        "gate.too_late",
        "gate.unknown",
        "gate.up_unasked",
        "lane.crossed_without_stay",
        "lane.fault",
        "lane.reversed_crossing",
        "lane.unexplained_crossing",
        "receipt.failed",
        "refund.due",
        "reference.conflict",
        "space.written_off",
        "stay.backed_out",
        "stay.entry_corrected",
        "stay.exit_held",
        "stay.exit_reversed",
        "stay.held",
        "stay.left_unpaid",
        "stay.plate_corrected",
        "stay.written_off",
    }
)
"""The kinds of entry that a day's report counts as exceptions, under their own names."""

_NEAR_DAYS = 40
_IS_INSIDE = (StayState.INSIDE, StayState.PAID, StayState.HELD)
_WAS_INSIDE = (StayState.LEFT, StayState.WRITTEN_OFF)
_OF_LOT = stays.c.lot_id == bindparam("lot")
_ENTERED = select(func.count()).where(
    _OF_LOT,
    stays.c.state.in_([*_IS_INSIDE, *_WAS_INSIDE]),
    stays.c.entry_at >= bindparam("begin"),
    stays.c.entry_at < bindparam("end"),
    # Those who were there when the lot went over to this program came through no lane.
    stays.c.entry_lane != "",
)
_LEFT = select(func.count()).where(
    _OF_LOT,
    stays.c.state == StayState.LEFT.value,
    stays.c.exit_at >= bindparam("begin"),
    stays.c.exit_at < bindparam("end"),
)
_STILL_INSIDE = select(func.count()).where(
    _OF_LOT, stays.c.state.in_(_IS_INSIDE), stays.c.entry_at < bindparam("end")
)
_LEFT_LATER = select(func.count()).where(
    _OF_LOT,
    stays.c.state.in_(_WAS_INSIDE),
    stays.c.entry_at < bindparam("end"),
    stays.c.exit_at >= bindparam("end"),
)
_OF_STAYS = select(
    _ENTERED.scalar_subquery().label("entries"),
    _LEFT.scalar_subquery().label("exits"),
    (_STILL_INSIDE.scalar_subquery() + _LEFT_LATER.scalar_subquery()).label("inside"),
)
# Found in the text: the server's functions for JSON fail on an escaped NUL anywhere in it.
_TAX = func.coalesce(
    cast(func.substring(cast(payments.c.document, Text), '"tax_minor": ?(-?[0-9]{1,15})'), BigInteger), 0
)
_OF_PAYMENTS = (
    select(
        payments.c.tender,
        func.count().label("payments"),
        cast(func.sum(payments.c.amount_minor), BigInteger).label("amount"),
        cast(func.sum(_TAX), BigInteger).label("tax"),
    )
    .where(
        payments.c.lot_id == bindparam("lot"),
        payments.c.paid_at >= bindparam("begin"),
        payments.c.paid_at < bindparam("end"),
    )
    .group_by(payments.c.tender)
)
_COUNTED = select(daily_reports.c.refused, daily_reports.c.overrides, daily_reports.c.exceptions).where(
    daily_reports.c.lot_id == bindparam("lot"), daily_reports.c.day == bindparam("day")
)
_NEWEST = select(func.max(daily_reports.c.day)).where(
    daily_reports.c.lot_id == bindparam("lot"), daily_reports.c.day >= bindparam("since")
)

Happened = Mapping[date, Counter[str]]
"""By day, how often what happened that the day's report counts."""


def newest_report(connection: Connection, lot_id: str, *, now: date) -> date | None:
    """The last day that has a report; those of the last weeks are looked through first."""
    for since in (_number(now - timedelta(days=_NEAR_DAYS)), 0):
        day = connection.execute(_NEWEST, {"lot": lot_id, "since": since}).scalar()
        if day is not None:
            return date(day // 10_000, day // 100 % 100, day % 100)
    return None


def happenings(lot: LotFacts, rows: Iterable[FreshRow]) -> dict[date, Counter[str]]:
    """What the rows add to the counts of their days."""
    counts: dict[date, Counter[str]] = {}
    for row in rows:
        name = _counted_as(lot, row)
        if name:
            counts.setdefault(lot.day_of(row.at), Counter())[name] += 1
    return counts


def make_report(
    connection: Connection, lot: LotFacts, day: date, happened: Counter[str], *, made_at: int
) -> None:
    """Write the day's report as everything stands now, ``happened`` counted on."""
    begin, end = lot.bounds_of(day)
    place = {"lot": lot.lot_id, "begin": begin, "end": end}
    number = _number(day)
    of_stays = connection.execute(_OF_STAYS, place).one()
    paid = connection.execute(_OF_PAYMENTS, place).all()
    counted = connection.execute(_COUNTED, {"lot": lot.lot_id, "day": number}).first()
    exceptions = Counter(counted.exceptions if counted else {})
    exceptions.update({name: count for name, count in happened.items() if name in EXCEPTIONS})
    row: dict[str, Any] = {
        "lot_id": lot.lot_id,
        "day": number,
        "timezone": lot.timezone,
        "currency": lot.currency,
        "entries": of_stays.entries,
        "exits": of_stays.exits,
        "refused": (counted.refused if counted else 0) + happened["refused"],
        "inside_at_end": of_stays.inside,
        "payments": sum(each.payments for each in paid),
        "revenue_minor": sum(each.amount for each in paid),
        "tax_minor": sum(each.tax for each in paid),
        "by_tender": {each.tender: each.amount for each in sorted(paid)},
        "overrides": (counted.overrides if counted else 0) + happened["override"],
        "exceptions": dict(sorted(exceptions.items())),
        "made_at": made_at,
    }
    upsert(connection, daily_reports, ("lot_id", "day"), row)


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _counted_as(lot: LotFacts, row: FreshRow) -> str:
    if row.kind == "lane.turned_away":
        return "refused" if row.payload.get("lane_id") in lot.entries else ""
    if row.kind == "gate.commanded":
        return "override" if row.payload.get("why") == "gate.by_hand" else ""
    return row.kind if row.kind in EXCEPTIONS else ""
