"""How well each lane read its vehicles, by hour of the day, with pictures of what it confuses (N2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, func, select

from core.domain.confusions import confusions
from core.domain.journal import from_micros, to_micros
from core.domain.labels import Label
from core.domain.lane_reading import DARK_HOURS, LaneReading, ReadCounts
from core.domain.reads import Box
from core.store.queries.labels import OwnRead, helped_sightings, labels_by_person, own_reads
from core.store.tables import sightings
from core.store.unit_of_work import SqlUnitOfWork

# A person is asked for the plate for these reasons; others ask about price or space.
PLATE_REASONS: Final = tuple(
    f"{end}.{question}"
    for end in ("entry", "exit")
    for question in ("no_plate", "unsure_plate", "two_plates", "sides_differ")
)
# Zones differ by quarters of an hour, so a quarter lies within one hour everywhere.
QUARTER_MICROS: Final = 15 * 60 * 1_000_000
MOST_EXAMPLES: Final = 200


@dataclass(frozen=True, slots=True)
class Example:
    """A picture of a plate that was read wrongly; ``box`` is where in it, None where that is not known."""

    photo: str
    read: str
    plate: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class SiteReading:
    """All lanes of the lot, those without a vehicle too; ``examples`` by sighting."""

    lanes: tuple[LaneReading, ...]
    examples: Mapping[str, Example]


def reading_since(view: SqlUnitOfWork, since: datetime, zone: ZoneInfo) -> SiteReading:
    """The reading of every lane since that instant; hours are those of the zone."""
    labels = labels_by_person(view, since)
    wrong = [label for label in labels if not label.is_right][-MOST_EXAMPLES:]
    looked_at = own_reads(view, [label.sighting_id for label in labels][-MOST_EXAMPLES:])
    counts = _counted(view, since, zone)
    _add_what_persons_said(view, counts, labels, since, zone)
    lanes = tuple(
        LaneReading(
            lane_id=lane.lane_id,
            by_hour=dict(counts[lane.lane_id]),
            confusions=confusions(
                (one.read, one.plate, one.sighting_id) for one in wrong if one.lane_id == lane.lane_id
            ),
            in_the_dark=frozenset(one.sighting_id for one in wrong if _hour(one.at, zone) in DARK_HOURS),
            plate_pixels=_usual_height(
                [
                    looked_at[one.sighting_id]
                    for one in labels
                    if one.lane_id == lane.lane_id and one.sighting_id in looked_at
                ]
            ),
        )
        for lane in view.lot().lanes
    )
    return SiteReading(
        lanes, {label.sighting_id: _example(label, looked_at.get(label.sighting_id)) for label in wrong}
    )


_Counts = dict[str, dict[int, ReadCounts]]


def _counted(view: SqlUnitOfWork, since: datetime, zone: ZoneInfo) -> _Counts:
    """What the lanes' last decisions say, counted in the database."""
    quarter = (sightings.c.at // QUARTER_MICROS).label("quarter")
    asked = and_(sightings.c.action == "ask", sightings.c.reason.in_(PLATE_REASONS))
    rows = view.connection.execute(
        select(
            sightings.c.lane_id,
            quarter,
            func.count().label("vehicles"),
            func.sum(case((asked, 1), else_=0)).label("asked"),
            func.sum(case((sightings.c.plate == "", 1), else_=0)).label("without_plate"),
        )
        .where(sightings.c.lot_id == view.lot_id, sightings.c.at >= to_micros(since))
        .group_by(sightings.c.lane_id, quarter)
    )
    counts: _Counts = defaultdict(lambda: defaultdict(ReadCounts))
    for row in rows:
        hour = _hour(from_micros(row.quarter * QUARTER_MICROS), zone)
        found = ReadCounts(row.vehicles, int(row.asked), 0, int(row.without_plate))
        counts[row.lane_id][hour] = counts[row.lane_id][hour].plus(found)
    return counts


def _add_what_persons_said(
    view: SqlUnitOfWork, counts: _Counts, labels: Sequence[Label], since: datetime, zone: ZoneInfo
) -> None:
    """Where a person typed the plate the last decision no longer shows that it was asked for."""
    typed = set(helped_sightings(view, since))
    still_asking = _still_asking(view, since)
    for label in labels:
        by_lane, hour = counts[label.lane_id], _hour(label.at, zone)
        was_helped = label.sighting_id in typed or label.kind.value == "chosen"
        by_lane[hour] = by_lane[hour].plus(
            ReadCounts(
                asked=int(was_helped and label.sighting_id not in still_asking),
                corrected=int(bool(label.read) and not label.is_right),
                nothing=int(not label.read and label.sighting_id in typed),
            )
        )


def _still_asking(view: SqlUnitOfWork, since: datetime) -> frozenset[str]:
    rows = view.connection.execute(
        select(sightings.c.sighting_id).where(
            sightings.c.lot_id == view.lot_id,
            sightings.c.at >= to_micros(since),
            sightings.c.action == "ask",
            sightings.c.reason.in_(PLATE_REASONS),
        )
    )
    return frozenset(rows.scalars())


def _example(label: Label, own: OwnRead | None) -> Example:
    return Example(label.photo, label.read, label.plate, own.box if own is not None else None)


def _usual_height(reads: Sequence[OwnRead]) -> float:
    known = [own.box.height for own in reads if own.box is not None]
    return float(median(known)) if known else 0.0


def _hour(instant: datetime, zone: ZoneInfo) -> int:
    return instant.astimezone(zone).hour
