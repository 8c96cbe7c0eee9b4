"""What may be purged: by age, or because it is about a plate or a stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, Text, and_, cast, exists, func, or_, select

from core.domain.journal import to_micros
from core.domain.people import LANE_ITSELF
from core.domain.purging import LOOSE_KINDS, Scope, Targets
from core.domain.stays import OPEN_STATES
from core.store.money_tables import debts, orders
from core.store.sharing_tables import bookings, refunds
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal, journal_subjects, sightings, stays

MOST: Final = 2000
_MICROSECONDS_BITS: Final = 16
_UNSETTLED: Final = ("due", "underway", "unknown", "failed")
# By persons or by the lane: a text at a lane may name anybody.
_LOOSE_BY_ANYBODY: Final = ("lane.message_set", "person.approved")
_BOOKED: Final = ("booked", "arrived")
_NOTED: Final = ("gate.commanded", "gate.held", "gate.let_go")
_ABOUT_A_STAY = exists().where(
    journal_subjects.c.lot_id == journal.c.lot_id,
    journal_subjects.c.kind == "stay",
    journal_subjects.c.subject_id == journal.c.payload["stay_id"].as_string(),
    journal_subjects.c.console_id == journal.c.console_id,
    journal_subjects.c.seq == journal.c.seq,
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The lot, what is to be forgotten, and before when things must have ended."""

    lot_id: str
    scope: Scope
    before: datetime

    @property
    def before_micros(self) -> int:
        return to_micros(self.before)

    def not_purged(self, table: Table, key: str) -> ColumnElement[bool]:
        """That nobody forgot it yet, nor more than that."""
        marks = {self.scope.mark, Scope.ALL.mark}
        return ~exists().where(
            journal_subjects.c.lot_id == self.lot_id,
            journal_subjects.c.kind.in_(sorted(marks)),
            journal_subjects.c.subject_id == table.c[key],
        )


def due_for_purge(
    connection: Connection,
    lot_id: str,
    scope: Scope,
    before: datetime,
    *,
    most: int = MOST,
    among: Targets | None = None,
) -> Targets:
    """What ended before the instant and was not forgotten yet, at most about so many of each.

    ``among`` asks only about these, which costs next to nothing: what was found without a transaction is
    asked about again within it.
    """
    wanted = _Wanted(lot_id, scope, before)
    only = among or Targets()
    some = among is not None
    return Targets(
        stays=_stays(connection, wanted, most, only.stays if some else None),
        sightings=_sightings(connection, wanted, most, only.sightings if some else None),
        bookings=()
        if scope is Scope.PHOTOS
        else _bookings(connection, wanted, most, only.bookings if some else None),
        entries=_entries(connection, wanted, most, only.entries if some else None),
        kept={} if some else _kept(connection, wanted),
    )


def about_plate(connection: Connection, lot_id: str, plate: str) -> Targets:
    """Everything about exactly this plate, however old; open stays and unsettled money are kept."""
    mine = (stays.c.lot_id == lot_id, or_(stays.c.plate == plate, _was(stays.c.former_plates, plate)))
    found = connection.execute(select(stays.c.stay_id).where(*mine)).scalars().all()
    targets = about_stays(connection, lot_id, found)
    seen = connection.execute(
        select(sightings.c.sighting_id, sightings.c.stay_id).where(
            sightings.c.lot_id == lot_id, or_(sightings.c.plate == plate, sightings.c.stay_id.in_(found))
        )
    ).all()
    kept_stays = set(found) - set(targets.stays)
    booked = connection.execute(
        select(bookings.c.booking_id, bookings.c.state).where(
            bookings.c.lot_id == lot_id, bookings.c.plate == plate
        )
    ).all()
    # Whoever booked, and paid for it, is let in by the plate.
    to_come = sum(row.state in _BOOKED for row in booked)
    return Targets(
        stays=targets.stays,
        sightings=tuple(row.sighting_id for row in seen if row.stay_id not in kept_stays),
        bookings=tuple(row.booking_id for row in booked if row.state not in _BOOKED),
        entries=_entries_that_name(connection, lot_id, plate),
        kept={**targets.kept, **({"purge.booking_open": to_come} if to_come else {})},
    )


def _entries_that_name(connection: Connection, lot_id: str, plate: str) -> tuple[str, ...]:
    """What a person wrote for a lane or was asked to approve, with the plate in it however it is written."""
    said = func.replace(func.replace(func.upper(cast(journal_personal.c.fields, Text)), "-", ""), " ", "")
    found = connection.execute(
        select(journal.c.entry_id)
        .join(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == lot_id,
            journal.c.kind.in_((*_LOOSE_BY_ANYBODY, *_NOTED)),
            said.contains(plate, autoescape=True),
        )
    )
    return tuple(found.scalars())


def about_stays(connection: Connection, lot_id: str, stay_ids: Sequence[str]) -> Targets:
    """These stays with their sightings, as far as they may be forgotten."""
    mine = and_(stays.c.lot_id == lot_id, stays.c.stay_id.in_(list(stay_ids)))
    kept: dict[str, int] = {}
    gone = set(stay_ids)
    for reason, condition in _reasons_to_keep(lot_id).items():
        held = set(connection.execute(select(stays.c.stay_id).where(mine, condition)).scalars()) & gone
        gone -= held
        if held:
            kept[reason] = len(held)
    seen = connection.execute(
        select(sightings.c.sighting_id).where(
            sightings.c.lot_id == lot_id, sightings.c.stay_id.in_(sorted(gone))
        )
    ).scalars()
    return Targets(stays=tuple(sorted(gone)), sightings=tuple(seen), kept=kept)


def photos_still_named(connection: Connection, lot_id: str, photos: Sequence[str]) -> set[str]:
    """Which of these photos some entry names still: two entries may be about one picture."""
    photo = journal_personal.c.fields["photo"].as_string()
    rows = connection.execute(
        select(photo).where(journal_personal.c.lot_id == lot_id, photo.in_(list(photos))).distinct()
    )
    return {str(one) for one in rows.scalars()}


def _was(column: ColumnElement[Any], plate: str) -> ColumnElement[bool]:
    return cast(column, Text).contains(f'"{plate}"', autoescape=True)


def _reasons_to_keep(lot_id: str) -> dict[str, ColumnElement[bool]]:
    """Why a stay is kept whatever its age, the first that holds.

    Each table of money is read once, for all stays: asked about each of two years' stays it took minutes.
    """
    return {
        "purge.stay_open": stays.c.state.in_([state.value for state in OPEN_STATES]),
        "purge.debt_open": _of_stay_in(debts, debts.c.lot_id == lot_id, debts.c.state == "open"),
        "purge.refund_due": _of_stay_in(refunds, refunds.c.lot_id == lot_id, refunds.c.state.in_(_UNSETTLED)),
        "purge.order_open": _of_stay_in(orders, orders.c.lot_id == lot_id, orders.c.state == "open"),
    }


def _of_stay_in(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return stays.c.stay_id.in_(select(table.c.stay_id).where(*conditions))


def _stays(
    connection: Connection, wanted: _Wanted, most: int, among: Sequence[str] | None
) -> tuple[str, ...]:
    conditions = [
        stays.c.lot_id == wanted.lot_id,
        func.coalesce(stays.c.exit_at, stays.c.entry_at) < wanted.before_micros,
        *(~condition for condition in _reasons_to_keep(wanted.lot_id).values()),
    ]
    if wanted.scope is Scope.PHOTOS:
        conditions.append(or_(stays.c.photo != "", stays.c.exit_photo != ""))
    conditions.append(wanted.not_purged(stays, "stay_id"))
    return _ids(connection, stays, "stay_id", conditions, most, among)


def _sightings(
    connection: Connection, wanted: _Wanted, most: int, among: Sequence[str] | None
) -> tuple[str, ...]:
    something = [sightings.c.photo != ""]
    if wanted.scope is Scope.ALL:
        something += [sightings.c.plate != "", sightings.c.raw_plate != ""]
    of_kept_stay = exists().where(
        stays.c.lot_id == wanted.lot_id,
        stays.c.stay_id == sightings.c.stay_id,
        or_(*_reasons_to_keep(wanted.lot_id).values()),
    )
    conditions = [
        sightings.c.lot_id == wanted.lot_id,
        sightings.c.at < wanted.before_micros,
        or_(*something),
        ~of_kept_stay,
        wanted.not_purged(sightings, "sighting_id"),
    ]
    return _ids(connection, sightings, "sighting_id", conditions, most, among)


def _bookings(
    connection: Connection, wanted: _Wanted, most: int, among: Sequence[str] | None
) -> tuple[str, ...]:
    conditions = [
        bookings.c.lot_id == wanted.lot_id,
        bookings.c.until_at < wanted.before_micros,
        bookings.c.plate != "",
        wanted.not_purged(bookings, "booking_id"),
    ]
    return _ids(connection, bookings, "booking_id", conditions, most, among)


def _entries(
    connection: Connection, wanted: _Wanted, most: int, among: Sequence[str] | None
) -> tuple[str, ...]:
    """Those about no car that is known: their photos, and what a person wrote in their own words."""
    by_the_lane = and_(
        journal.c.kind.in_(sorted(LOOSE_KINDS.difference(_LOOSE_BY_ANYBODY))),
        journal.c.who == LANE_ITSELF.person_id,
    )
    kinds = [by_the_lane]
    if wanted.scope is Scope.ALL:
        kinds.append(journal.c.kind.in_(_LOOSE_BY_ANYBODY))
        # Of an act by hand the picture stays (D9); its note may name whoever sat in the car.
        kinds.append(
            and_(
                journal.c.kind.in_(_NOTED),
                journal.c.who != LANE_ITSELF.person_id,
                journal_personal.c.fields["note"].as_string().is_not(None),
                ~_ABOUT_A_STAY,
            )
        )
    statement = (
        select(journal.c.entry_id)
        .join(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == wanted.lot_id,
            journal.c.kind.in_([*sorted(LOOSE_KINDS), *_NOTED]),
            journal.c.hlc < (wanted.before_micros // 1000) << _MICROSECONDS_BITS,
            or_(*kinds),
            wanted.not_purged(journal, "entry_id"),
        )
        .order_by(journal.c.hlc)
    )
    if among is not None:
        statement = statement.where(journal.c.entry_id.in_(list(among)))
    return tuple(connection.execute(statement.limit(most)).scalars())


def _ids(
    connection: Connection,
    table: Table,
    key: str,
    conditions: Iterable[ColumnElement[bool]],
    most: int,
    among: Sequence[str] | None,
) -> tuple[str, ...]:
    statement = select(table.c[key]).where(*conditions).limit(most)
    if among is not None:
        statement = statement.where(table.c[key].in_(list(among)))
    return tuple(connection.execute(statement).scalars())


def _kept(connection: Connection, wanted: _Wanted) -> dict[str, int]:
    """Old stays that are kept all the same, by the reason."""
    kept: dict[str, int] = {}
    for reason, condition in _reasons_to_keep(wanted.lot_id).items():
        count = connection.execute(
            select(func.count()).where(
                stays.c.lot_id == wanted.lot_id, stays.c.entry_at < wanted.before_micros, condition
            )
        ).scalar()
        if count:
            kept[reason] = int(count)
    return kept
