"""What each day of a lot came to, in the shared database, for reports that need not read stays.

What stays and payments add up to is reckoned anew for each day that they touch; how often something
happened is counted on, entry by entry, as each entry is projected once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, Text, bindparam, case, cast, func, select

from core.domain.payments import Payment, Tender
from core.domain.stays import StayState
from core.store.money_tables import sales
from core.store.shared.fresh_rows import FreshRow
from core.store.shared.lot_facts import LotFacts
from core.store.sharing_tables import daily_reports
from core.store.tables import payments, stays
from core.store.upserts import upsert

EXCEPTIONS = frozenset(
    {
        "clock.settled",
        "debt.made",
        "debt.written_off",
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
        "payment.voided",
        "receipt.failed",
        "refund.due",
        "refund.failed",
        "refund.in_doubt",
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
_ON_THE_DAY = (
    payments.c.lot_id == bindparam("lot"),
    payments.c.paid_at >= bindparam("begin"),
    payments.c.paid_at < bindparam("end"),
    # What was taken back is no payment any more.
    payments.c.voided_at.is_(None),
)
_OF_PAYMENTS = (
    select(
        payments.c.tender,
        func.count().label("payments"),
        cast(func.sum(payments.c.received_minor), BigInteger).label("amount"),
        cast(func.sum(case((payments.c.received_minor > 0, _TAX), else_=0)), BigInteger).label("tax"),
    )
    .where(*_ON_THE_DAY)
    .group_by(payments.c.tender)
)
_SPLIT = select(payments.c.document).where(*_ON_THE_DAY, payments.c.tender == Tender.SPLIT.value)
_OF_SALES = (
    select(sales.c.tender, cast(func.sum(sales.c.amount_minor), BigInteger).label("amount"))
    .where(
        sales.c.lot_id == bindparam("lot"),
        sales.c.sold_at >= bindparam("begin"),
        sales.c.sold_at < bindparam("end"),
    )
    .group_by(sales.c.tender)
)
_UNPAID = (Tender.NIL, Tender.IOU, Tender.TOWED)
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
    taken = _taken_by_tender(connection, place, paid)
    counted = connection.execute(_COUNTED, {"lot": lot.lot_id, "day": number}).first()
    exceptions = Counter(counted.exceptions if counted else {})
    exceptions.update({name: count for name, count in happened.items() if name in EXCEPTIONS})
    for name, count in _settled_unpaid(paid).items():
        exceptions[name] = count
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
        "revenue_minor": sum(taken.values()),
        "tax_minor": sum(each.tax for each in paid),
        "by_tender": dict(sorted(taken.items())),
        "overrides": (counted.overrides if counted else 0) + happened["override"],
        "exceptions": {name: count for name, count in sorted(exceptions.items()) if count},
        "made_at": made_at,
    }
    upsert(connection, daily_reports, ("lot_id", "day"), row)


def _taken_by_tender(
    connection: Connection, place: Mapping[str, Any], paid: Iterable[Row[Any]]
) -> Counter[str]:
    """The money that came in, for parking and beside it; what was split under the tenders of its parts."""
    taken: Counter[str] = Counter()
    for each in paid:
        if each.tender != Tender.SPLIT and each.amount:
            taken[each.tender] += each.amount
    if any(each.tender == Tender.SPLIT for each in paid):
        for document in connection.execute(_SPLIT, place).scalars():
            for part in Payment.from_document(document).shares:
                if part.tender.is_money:
                    taken[part.tender.value] += part.amount_minor
    for each in connection.execute(_OF_SALES, place):
        taken[each.tender] += each.amount
    return taken


def _settled_unpaid(paid: Iterable[Row[Any]]) -> dict[str, int]:
    """How often a price was settled without money; counted anew each time, as the payments are."""
    counts = {each.tender: each.payments for each in paid}
    return {f"payment.{tender.value}": counts.get(tender.value, 0) for tender in _UNPAID}


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _counted_as(lot: LotFacts, row: FreshRow) -> str:
    if row.kind == "lane.turned_away":
        return "refused" if row.payload.get("lane_id") in lot.entries else ""
    if row.kind == "gate.commanded":
        return "override" if row.payload.get("why") == "gate.by_hand" else ""
    return row.kind if row.kind in EXCEPTIONS else ""
