"""Who did what: the journal read backwards, narrowed by person, time, kind and lane."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, or_, select, tuple_

from core.domain.journal import Entry, to_micros
from core.domain.people import LANE_ITSELF
from core.store.rows import entry_from_row
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal, stays
from core.store.unit_of_work import SqlUnitOfWork

MOST: Final = 200
_COUNTER_BITS: Final = 16
_PLACE = (journal.c.hlc, journal.c.console_id, journal.c.seq)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What is wanted: ``since`` and ``until`` (not included) by the journal's clock; empty means all.

    ``by_people`` leaves out what lanes and the program did by themselves; ``kinds`` are beginnings of kinds
    (``stay.``) or whole ones.
    """

    since: datetime | None = None
    until: datetime | None = None
    who: str = ""
    by_people: bool = False
    kinds: tuple[str, ...] = ()
    lane_id: str = ""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, the latest first, and whether there are more behind the last of them.

    ``names`` are those of all people, ``plates`` what the entries' stays have now, both by id.
    """

    entries: tuple[Entry, ...] = ()
    has_more: bool = False
    names: dict[str, str] = field(default_factory=dict)
    plates: dict[str, str] = field(default_factory=dict)


def happened(
    unit: SqlUnitOfWork, wanted: AuditFilter, *, after: Entry | None = None, most: int = MOST
) -> AuditPage:
    """The latest entries that are wanted, or those behind ``after``, with the names of all people."""
    statement = (
        select(journal, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(journal.c.lot_id == unit.lot_id, *_conditions(wanted))
        .order_by(*(column.desc() for column in _PLACE))
        .limit(most + 1)
    )
    if after is not None:
        statement = statement.where(tuple_(*_PLACE) < tuple_(*after.order))
    rows = unit.connection.execute(statement).all()
    entries = tuple(entry_from_row(row, row.fields) for row in rows[:most])
    names = {person.person_id: person.name for person in unit.people()}
    about = {one.subject_id for entry in entries for one in entry.subjects if one.kind == "stay"}
    return AuditPage(entries, len(rows) > most, names, plates_of(unit, about))


def plates_of(unit: SqlUnitOfWork, stay_ids: Collection[str]) -> dict[str, str]:
    """The plates of these stays by id, empty where they were purged."""
    rows = unit.connection.execute(
        select(stays.c.stay_id, stays.c.plate).where(
            stays.c.lot_id == unit.lot_id, stays.c.stay_id.in_(sorted(stay_ids))
        )
    )
    return {row.stay_id: row.plate for row in rows}


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        conditions.append(journal.c.hlc >= _hlc(wanted.since))
    if wanted.until is not None:
        conditions.append(journal.c.hlc < _hlc(wanted.until))
    if wanted.who:
        conditions.append(journal.c.who == wanted.who)
    elif wanted.by_people:
        conditions.append(journal.c.who != LANE_ITSELF.person_id)
    if wanted.lane_id:
        conditions.append(journal.c.payload["lane_id"].as_string() == wanted.lane_id)
    if wanted.kinds:
        conditions.append(_of_kinds(wanted.kinds))
    return conditions


def _of_kinds(kinds: Collection[str]) -> ColumnElement[bool]:
    return or_(
        *(
            journal.c.kind.startswith(kind, autoescape=True) if kind.endswith(".") else journal.c.kind == kind
            for kind in kinds
        )
    )


def _hlc(instant: datetime) -> int:
    return (to_micros(instant) // 1000) << _COUNTER_BITS
