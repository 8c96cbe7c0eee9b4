"""Labels out of the journal: which sightings' right plates are known (``core.domain.labels``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from core.domain.journal import Entry, from_micros, in_order, next_hlc, to_micros
from core.domain.labels import Label, Seen, Told, labels_of
from core.domain.lots import Direction
from core.domain.people import LANE_ITSELF
from core.domain.reads import Box
from core.store.rows import entry_from_row
from core.store.tables import (
    ENTRY_OF_SUBJECT,
    PERSONAL_OF_ENTRY,
    journal,
    journal_personal,
    journal_subjects,
    sightings,
    stays,
)
from core.store.unit_of_work import SqlUnitOfWork

AT_ONCE = 500
PHOTO_LENGTH = 64
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class OwnRead:
    """What a lane read of a vehicle before a person helped, and what the person typed (empty: nobody)."""

    read: str
    confidence: float
    typed: str
    box: Box | None


def labels_since(view: SqlUnitOfWork, since: datetime) -> list[Label]:
    """The labels with a photo of all sightings since that instant, oldest first."""
    helped = own_reads(view, helped_sightings(view, since))
    return [one for one in labels_of(_all_seen(view, since, helped), _told(view, since)) if one.photo]


def labels_by_person(view: SqlUnitOfWork, since: datetime) -> list[Label]:
    """Only those that a person gave, oldest first: few, and found quickly among many vehicles."""
    helped = own_reads(view, helped_sightings(view, since))
    told = _told(view, since)
    seen: dict[str, Seen] = {}
    for column, wanted in (
        (sightings.c.sighting_id, list(helped)),
        (sightings.c.stay_id, [key for key in told.corrected if not _is_photo(key)]),
        (sightings.c.photo, [*filter(_is_photo, told.corrected), *told.chosen]),
    ):
        for some in _parts(wanted):
            seen |= {one.sighting_id: one for one in _all_seen(view, since, helped, column.in_(some))}
    ordered = sorted(seen.values(), key=lambda one: (one.at, one.sighting_id))
    return [label for label in labels_of(ordered, told) if label.kind.is_by_person]


def helped_sightings(view: SqlUnitOfWork, since: datetime) -> list[str]:
    """The sightings for which a person typed a plate at the lane."""
    rows = view.connection.execute(
        select(journal.c.subjects).where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind == "lane.sighted",
            journal.c.hlc >= next_hlc(0, since),
            journal.c.who != LANE_ITSELF.person_id,
        )
    )
    return list(dict.fromkeys(subject for row in rows for subject in _subjects(row, "sighting")))


def corrected_stays(view: SqlUnitOfWork, since: datetime) -> list[str]:
    """The stays whose plate a person corrected."""
    rows = view.connection.execute(
        select(journal.c.subjects).where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind == "stay.plate_corrected",
            journal.c.hlc >= next_hlc(0, since),
        )
    )
    return list(dict.fromkeys(subject for row in rows for subject in _subjects(row, "stay")))


def own_reads(view: SqlUnitOfWork, sighting_ids: Sequence[str]) -> dict[str, OwnRead]:
    """What the lane itself read of those vehicles, from all their entries."""
    by_sighting: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries_of_sightings(view, sighting_ids):
        for subject in entry.subjects:
            if subject.kind == "sighting":
                by_sighting[subject.subject_id].append(entry)
    return {sighting_id: _own_read(entries) for sighting_id, entries in by_sighting.items()}


def _own_read(entries: Iterable[Entry]) -> OwnRead:
    """The last that the lane made of it alone; once a plate was typed it stands in all that follows."""
    own: Entry | None = None
    typed = ""
    for entry in in_order(entries):
        if entry.who != LANE_ITSELF.person_id:
            typed = (entry.personal or {}).get("plate", typed)
        elif not typed:
            own = entry
    if own is None:
        return OwnRead("", 0.0, typed, None)
    payload = own.payload
    return OwnRead(
        read=(own.personal or {}).get("plate", ""),
        confidence=payload.get("confidence", 0.0),
        typed=typed,
        box=_box(payload.get("box")),
    )


def _all_seen(
    view: SqlUnitOfWork, since: datetime, helped: Mapping[str, OwnRead], *conditions: ColumnElement[bool]
) -> Iterator[Seen]:
    exits = {lane.lane_id for lane in view.lot().lanes if lane.direction is Direction.EXIT}
    rows = view.connection.execute(
        select(
            sightings.c.sighting_id,
            sightings.c.lane_id,
            sightings.c.at,
            sightings.c.plate,
            sightings.c.confidence,
            sightings.c.photo,
            sightings.c.action,
            sightings.c.stay_id,
        )
        .where(sightings.c.lot_id == view.lot_id, sightings.c.at >= to_micros(since), *conditions)
        .order_by(sightings.c.at, sightings.c.sighting_id)
    )
    for row in rows:
        yield _seen(row, helped.get(row.sighting_id), is_exit=row.lane_id in exits)


def _seen(row: Any, own: OwnRead | None, *, is_exit: bool) -> Seen:
    return Seen(
        sighting_id=row.sighting_id,
        lane_id=row.lane_id,
        at=from_micros(row.at),
        photo=row.photo,
        read=row.plate if own is None else own.read,
        confidence=row.confidence if own is None else own.confidence,
        is_exit=is_exit,
        typed="" if own is None else own.typed,
        opened=row.action == _OPEN,
        stay_id=row.stay_id,
    )


def _told(view: SqlUnitOfWork, since: datetime) -> Told:
    corrected = {
        key: row.plate
        for row in _stays(view, corrected_stays(view, since))
        for key in (row.stay_id, row.photo)
        if key
    }
    let_out = dict(_let_out_by_hand(view, since))
    plates = {row.stay_id: row.plate for row in _stays(view, list(let_out))}
    chosen = {photo: plates.get(stay_id, "") for stay_id, photo in let_out.items() if photo}
    return Told(corrected, chosen)


def _let_out_by_hand(view: SqlUnitOfWork, since: datetime) -> Iterator[tuple[str, str]]:
    """(stay, photo of the exit) where a person said which stay the car at the exit is."""
    rows = view.connection.execute(
        select(journal.c.subjects, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(
            journal.c.lot_id == view.lot_id,
            journal.c.kind == "stay.released",
            journal.c.hlc >= next_hlc(0, since),
            journal.c.who != LANE_ITSELF.person_id,
        )
        .order_by(journal.c.hlc)
    )
    for row in rows:
        for stay_id in _subjects(row, "stay"):
            yield stay_id, (row.fields or {}).get("photo", "")


def _stays(view: SqlUnitOfWork, stay_ids: Sequence[str]) -> Iterator[Any]:
    for some in _parts(stay_ids):
        yield from view.connection.execute(
            select(stays.c.stay_id, stays.c.plate, stays.c.photo).where(
                stays.c.lot_id == view.lot_id, stays.c.stay_id.in_(some)
            )
        )


def _entries_of_sightings(view: SqlUnitOfWork, sighting_ids: Sequence[str]) -> Iterator[Entry]:
    statement = (
        select(journal, journal_personal.c.fields)
        .select_from(journal_subjects)
        .join(journal, ENTRY_OF_SUBJECT)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
    )
    for some in _parts(sighting_ids):
        rows = view.connection.execute(
            statement.where(
                journal_subjects.c.lot_id == view.lot_id,
                journal_subjects.c.kind == "sighting",
                journal_subjects.c.subject_id.in_(some),
                journal.c.kind == "lane.sighted",
            )
        )
        for row in rows:
            yield entry_from_row(row, row.fields)


def _is_photo(key: str) -> bool:
    """Whether it is a SHA-256, not an id."""
    return len(key) == PHOTO_LENGTH


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many as a statement takes at once."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _subjects(row: Any, kind: str) -> Iterator[str]:
    return (subject_id for of_kind, subject_id in row.subjects if of_kind == kind)


def _box(said: Any) -> Box | None:
    """A box as the journal holds it: ``[x, y, width, height]``; older entries have none."""
    return Box(*said) if said else None
