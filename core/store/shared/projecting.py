"""One round of projecting: rows above the marks are folded, and marks, reports and availability follow.

All in one transaction, in the turn of this hub: of two hubs that think they are the lot's, one waits for the
other and then finds less to do. So each entry is counted once, whoever does it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects.postgresql import insert

from core.domain.journal import Subject, to_micros
from core.domain.leases import HUB_APPOINTED
from core.domain.purging import PURGES
from core.store.folding import fold_all
from core.store.leases import count_leases, recount_leases
from core.store.purging import forget_marked, forget_requests
from core.store.shared.availability import is_reported, publish_availability
from core.store.shared.daily_reports import happenings, make_report, newest_report
from core.store.shared.fresh_rows import (
    Behind,
    FreshRow,
    behind,
    entries_about_spaces,
    fresh_rows,
    projected,
)
from core.store.shared.lot_facts import LotFacts, lot_facts
from core.store.shared.touched_days import days_from, days_of_payments, days_of_stays, stay_spans
from core.store.sharing_tables import projected_marks
from core.store.upserts import upsert

THE_TURN = ""
"""In place of a console's id: the row that a hub writes first, so that another one waits for it."""

_TAKE_TURN = (
    update(projected_marks)
    .where(projected_marks.c.lot_id == bindparam("lot"), projected_marks.c.console_id == THE_TURN)
    .values(seq=projected_marks.c.seq + 1, hub_id=bindparam("hub"), at=bindparam("now"))
)
_FIRST_TURN = insert(projected_marks).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class Round:
    """Rows that a round projected, subjects it folded or could make nothing of, rows that still wait."""

    rows: int = 0
    subjects: int = 0
    unfolded: int = 0
    left: int = 0


def is_up_to_date(connection: Connection, lot_id: str, now: datetime) -> bool:
    """Whether a round would find nothing to do."""
    if behind(connection, lot_id).rows:
        return False
    lot = lot_facts(connection, lot_id)
    return lot is None or is_reported(connection, lot, now=to_micros(now))


def project_round(connection: Connection, lot_id: str, hub_id: str, now: datetime, most: int) -> Round:
    """Project about so many rows; to be called in a transaction of its own.

    Nothing is projected as long as the entry that sets the lot up did not arrive: its days are not known.
    """
    _take_turn(connection, lot_id, hub_id, now)
    waiting = behind(connection, lot_id)
    lot = _known_lot(connection, lot_id)
    if lot is None:
        return Round(left=waiting.rows)
    now_rows = waiting.first_rows(most)
    rows = fresh_rows(connection, now_rows)
    subjects = list(dict.fromkeys(subject for row in rows for subject in row.subjects))
    # Before anything is folded: what was purged is forgotten here, too, also of entries that come later.
    forget_marked(connection, lot_id, dict.fromkeys(subject.subject_id for subject in subjects))
    if any(row.kind in PURGES for row in rows):
        forget_requests(connection, lot_id, [one.subject_id for one in subjects if one.kind == "booking"])
    stay_ids = [subject.subject_id for subject in subjects if subject.kind == "stay"]
    before = stay_spans(connection, lot_id, stay_ids)
    # What nothing can be made of the hub's own console refused too, and shows to a person.
    unfolded = len(fold_all(connection, lot_id, subjects))
    lot = lot_facts(connection, lot_id) or lot
    _move_marks(connection, now_rows, hub_id, now)
    _count_leases(connection, now_rows, rows)
    newest = _newest_day(connection, lot, rows, now)
    changed = days_of_stays(lot, before, stay_spans(connection, lot_id, stay_ids), newest)
    late = _paid_on_other_days(rows)
    if late:
        changed |= days_of_payments(connection, lot, late)
    _report_days(connection, lot, rows, changed, newest, now)
    publish_availability(connection, lot, now=to_micros(now))
    return Round(now_rows.rows, len(subjects), unfolded, waiting.rows - now_rows.rows)


def _paid_on_other_days(rows: Iterable[FreshRow]) -> list[str]:
    """The stays of which a payment may count otherwise on another day than that of its entry."""
    found = (
        subject.subject_id
        for row in rows
        if row.kind in {"payment.voided", "stay.back_entered"}
        for subject in row.subjects
        if subject.kind == "stay"
    )
    return list(dict.fromkeys(found))


def _take_turn(connection: Connection, lot_id: str, hub_id: str, now: datetime) -> None:
    turn = {"lot": lot_id, "hub": hub_id, "now": to_micros(now)}
    if connection.execute(_TAKE_TURN, turn).rowcount == 0:
        row = {"lot_id": lot_id, "console_id": THE_TURN, "seq": 0, "hub_id": hub_id, "at": to_micros(now)}
        connection.execute(_FIRST_TURN, row)
        connection.execute(_TAKE_TURN, turn)


def _known_lot(connection: Connection, lot_id: str) -> LotFacts | None:
    """The lot, folded first where it was not yet: every other entry is counted by its days."""
    lot = lot_facts(connection, lot_id)
    if lot is None:
        fold_all(connection, lot_id, [Subject("lot", lot_id)])
        lot = lot_facts(connection, lot_id)
    return lot


def _move_marks(connection: Connection, done: Behind, hub_id: str, now: datetime) -> None:
    for console_id, (_, last) in done.spans.items():
        row = {
            "lot_id": done.lot_id,
            "console_id": console_id,
            "seq": last,
            "hub_id": hub_id,
            "at": to_micros(now),
        }
        upsert(connection, projected_marks, ("lot_id", "console_id"), row)


def _count_leases(connection: Connection, done: Behind, rows: list[FreshRow]) -> None:
    """Count what was granted; entries that another hub of the lot pushed meanwhile are not projected yet."""
    if any(row.kind == HUB_APPOINTED for row in rows):
        recount_leases(connection, done.lot_id, until=projected(connection, done.lot_id))
    else:
        count_leases(connection, done.lot_id, entries_about_spaces(connection, done, rows))


def _newest_day(connection: Connection, lot: LotFacts, rows: Iterable[FreshRow], now: datetime) -> date:
    """The last day that has entries; a clock that ran ahead makes no days that are still to come."""
    today = lot.day_of(to_micros(now))
    tomorrow = today + timedelta(days=1)
    known = newest_report(connection, lot.lot_id, now=today)
    days = {min(lot.day_of(row.at), tomorrow) for row in rows} | ({known} if known else set())
    return max(days, default=tomorrow)


def _report_days(
    connection: Connection,
    lot: LotFacts,
    rows: list[FreshRow],
    changed: set[date],
    newest: date,
    now: datetime,
) -> None:
    happened: Mapping[date, Counter[str]] = happenings(lot, rows)
    known = newest_report(connection, lot.lot_id, now=lot.day_of(to_micros(now)))
    # A day on which nothing happened has a report, too.
    quiet = days_from(known + timedelta(days=1), newest, newest) if known else ()
    days = changed | set(quiet) | {lot.day_of(row.at) for row in rows}
    for day in sorted(day for day in days if day <= newest):
        make_report(connection, lot, day, happened.get(day, Counter()), made_at=to_micros(now))
