"""Cars written down on a walk round the lot: how an hour is typed, and the list as it grows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.services.import_stays import MAX_ROWS, InsideRow, parse_row

_HOUR = re.compile(r"(\d{1,2})[:.hH]?(\d{2})")


@dataclass(frozen=True, slots=True)
class WalkRound:
    """The cars written down so far, newest first."""

    rows: tuple[InsideRow, ...] = ()

    @property
    def unknown_count(self) -> int:
        """How many of them have no entry time."""
        return sum(1 for row in self.rows if row.entry_at is None)

    def with_row(self, row: InsideRow) -> WalkRound:
        """The list with one car more; BadInput where its plate stands in it already, or it is full."""
        if any(other.plate == row.plate for other in self.rows):
            raise BadInput("import.plate_twice", plate=row.plate)
        if len(self.rows) >= MAX_ROWS:
            raise BadInput("import.too_many_rows", most=MAX_ROWS)
        return WalkRound((row, *self.rows))

    def with_rows(self, rows: Sequence[InsideRow]) -> tuple[WalkRound, int]:
        """The list with those of the rows whose plates are not in it yet, and how many were left out."""
        known = {row.plate for row in self.rows}
        fresh = tuple(row for row in rows if row.plate not in known)[: MAX_ROWS - len(self.rows)]
        return WalkRound((*fresh, *self.rows)), len(rows) - len(fresh)

    def without(self, plate: str) -> WalkRound:
        """The list without that car."""
        return WalkRound(tuple(row for row in self.rows if row.plate != plate))

    def without_those_but(self, plates: Sequence[str]) -> WalkRound:
        """Only the cars with these plates: those that could not be taken in."""
        kept = set(plates)
        return WalkRound(tuple(row for row in self.rows if row.plate in kept))


def typed_row(plate: str, time: str, zone: ZoneInfo, now: datetime) -> InsideRow:
    """One car as typed; BadInput where plate or time cannot be used."""
    return parse_row(plate, entry_text(time, zone, now), zone, now)


def entry_text(typed: str, zone: ZoneInfo, now: datetime) -> str:
    """The entry time with its date: a bare hour is the last time that it was that late in the lot."""
    match = _HOUR.fullmatch(typed.strip())
    if match is None:
        return typed
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        return typed
    local = now.astimezone(zone)
    entered = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if entered > local:
        entered -= timedelta(days=1)
    return entered.isoformat(timespec="minutes")
