"""Journal rows as consoles write them, in any number: one visit is recorded by the services, then copied.

Each copy has ids, a plate and instants of its own, and is sealed anew, so that every chain verifies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import uuid_utils

from core.domain.chains import ChainRow, Mark
from core.domain.journal import digest_personal, from_micros, link, next_hlc
from core.services.sharing import MOST_ROWS
from core.store.replica import StoreReplica
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, pay, set_up

_PLATE = "AB1234"
# Sightings of the tests are named after the plate.
_ID = re.compile(
    rf"[0-9a-f]{{8}}-[0-9a-f]{{4}}-7[0-9a-f]{{3}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}|(?:seen|left)-{_PLATE}"
)
_INSTANT = re.compile(r"\b1[67]\d{14}\b")
STAYED_MINUTES = 95
VISITS_A_SHIFT = 200


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a lot wrote when it was set up, when a shift was opened, and when one car came, paid and left."""

    set_up: tuple[ChainRow, ...]
    shift: ChainRow
    visit: tuple[ChainRow, ...]


def record(folder: Path) -> Recorded:
    """Have a real console write it."""
    clock = SetClock()
    with opened(folder, clock) as store:
        actor = set_up(store)
        # The first one opens the drawer's shift; that belongs to none of the copies.
        first = drive_in(store, "XY9999")
        clock.pass_time(STAYED_MINUTES)
        pay(store, actor, first)
        replica = StoreReplica(store)
        begun = replica.marks()[store.console_id].seq
        stay_id = drive_in(store, _PLATE)
        clock.pass_time(STAYED_MINUTES)
        pay(store, actor, stay_id)
        clock.pass_time(3)
        drive_out(store, _PLATE, stay_id)
        rows = replica.rows(store.console_id, 0, MOST_ROWS)
        beginnings = tuple(
            row for row in rows if row.kind in {"lot.set_up", "person.added", "rates.published"}
        )
        shift = next(row for row in rows if row.kind == "shift.opened")
        return Recorded(beginnings, shift, tuple(rows[begun:]))


class Console:
    """A console that writes recorded visits, one behind the other, into a chain of its own."""

    def __init__(
        self, recorded: Recorded, lot_id: str, *, console_id: str = "", sets_up: bool = True
    ) -> None:
        self.lot_id = lot_id
        self.console_id = console_id or str(uuid_utils.uuid7())
        self.mark = Mark()
        self._recorded = recorded
        self._hlc = 0
        self._kept = {name for row in recorded.set_up for name in _ids_in(row)}
        self._begun = recorded.visit[0].at
        self._setting_up = recorded.set_up if sets_up else ()
        self._visits = 0
        self._shift: dict[str, str] = {}

    def visits(self, count: int, *, every: timedelta = timedelta(seconds=28)) -> list[ChainRow]:
        """The rows of so many visits, behind those written before; the first brings the lot itself along."""
        rows = list(self._sealed(self._setting_up, 0, {}))
        self._setting_up = ()
        for _ in range(count):
            later = self._begun - self._recorded.visit[0].at
            if self._visits % VISITS_A_SHIFT == 0:
                self._shift = {name: str(uuid_utils.uuid7()) for name in _ids_in(self._recorded.shift)}
                rows += self._sealed((self._recorded.shift,), later, self._shift)
            rows += self._sealed(self._recorded.visit, later, self._fresh_ids() | self._shift)
            self._begun += every // timedelta(microseconds=1)
            self._visits += 1
        return rows

    def _fresh_ids(self) -> dict[str, str]:
        names = {name for row in self._recorded.visit for name in _ids_in(row)}
        return {name: str(uuid_utils.uuid7()) for name in names - self._kept}

    def _sealed(self, rows: Sequence[ChainRow], shift: int, ids: dict[str, str]) -> Iterator[ChainRow]:
        plate = f"{self.mark.seq % 26**2:04d}{self.mark.seq % 997:03d}"
        for row in rows:
            at = row.at + shift
            self._hlc = next_hlc(self._hlc, from_micros(at))
            fields = None if row.fields is None else row.fields.replace(_PLATE, plate)
            payload = json.loads(_copied(row.payload, shift, ids))
            if fields is not None and row.salt is not None:
                payload["personal"] = digest_personal(row.salt, json.loads(fields))
            copy = replace(
                row,
                lot_id=self.lot_id,
                console_id=self.console_id,
                seq=self.mark.seq + 1,
                entry_id=str(uuid_utils.uuid7()),
                hlc=self._hlc,
                at=at,
                payload=json.dumps(payload).replace(self._recorded.visit[0].lot_id, self.lot_id),
                subjects=_copied(row.subjects, 0, ids).replace(self._recorded.visit[0].lot_id, self.lot_id),
                fields=fields,
            )
            copy = replace(copy, link=link(self.mark.link, copy.to_entry()))
            self.mark = Mark(copy.seq, copy.link)
            yield copy


def batches(rows: Sequence[ChainRow]) -> Iterator[Sequence[ChainRow]]:
    """The rows in the sizes in which they are pushed."""
    for begin in range(0, len(rows), MOST_ROWS):
        yield rows[begin : begin + MOST_ROWS]


def _ids_in(row: ChainRow) -> set[str]:
    return set(_ID.findall(row.payload + row.subjects))


def _copied(text: str, shift: int, ids: dict[str, str]) -> str:
    moved = _INSTANT.sub(lambda found: str(int(found.group()) + shift), text)
    return _ID.sub(lambda found: ids.get(found.group(), found.group()), moved)
