"""The chain of entries in the database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.domain.journal import GENESIS, Subject, link
from core.store.journal import entries_of, head, month_of, rows_in_chain
from core.store.rows import entry_from_row
from core.store.store import Store
from core.store.tables import journal_personal
from tests.core.store.lot import SetClock, a_day, drive_in, opened


def test_each_entry_is_linked_to_the_one_before_it(store: Store, clock: SetClock) -> None:
    a_day(store, clock)
    previous = GENESIS
    with store.reading() as view:
        rows = list(rows_in_chain(view.connection, store.console_id))
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        previous = link(previous, entry_from_row(row, row.fields))
        assert previous == row.link


def test_the_head_is_the_last_entry(store: Store, clock: SetClock) -> None:
    with store.reading() as view:
        assert head(view.connection, store.lot_id, store.console_id).link == GENESIS
    a_day(store, clock)
    with store.reading() as view:
        last = head(view.connection, store.lot_id, store.console_id)
        rows = list(rows_in_chain(view.connection, store.console_id))
    assert (last.seq, last.link, last.hlc) == (rows[-1].seq, rows[-1].link, rows[-1].hlc)


def test_plates_and_names_are_not_in_the_sealed_payload(store: Store, clock: SetClock) -> None:
    a_day(store, clock)
    with store.reading() as view:
        payloads = [str(row.payload) for row in rows_in_chain(view.connection, store.console_id)]
        kept = view.connection.execute(select(func.count()).select_from(journal_personal)).scalar()
    assert kept
    assert not [payload for payload in payloads if "AB000" in payload or "Ada" in payload]


def test_the_entries_of_a_stay_are_found_with_their_personal_fields(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=1)
    stay_id = drive_in(store, "AB1234")
    with store.reading() as view:
        entries = entries_of(view.connection, store.lot_id, Subject("stay", stay_id))
    begun = next(entry for entry in entries if entry.kind == "stay.admitted")
    assert begun.personal is not None
    assert begun.personal["plate"] == "AB1234"
    assert {"stay.admitted", "stay.entered"} <= {entry.kind for entry in entries}


def test_the_hybrid_clock_goes_on_when_the_wall_clock_goes_back(tmp_path: Path) -> None:
    clock = SetClock()
    with opened(tmp_path, clock) as store:
        clock.pass_time(60)
        store.write(lambda unit: unit.record("lane.noted", {}, who="system"))
    clock.pass_time(-600)
    with opened(tmp_path, clock) as store:
        store.write(lambda unit: unit.record("lane.noted", {}, who="system"))
        with store.reading() as view:
            first, second = [row.hlc for row in rows_in_chain(view.connection, store.console_id)]
    assert second > first


@pytest.mark.parametrize(("year", "month", "partition"), [(2026, 1, 202601), (2026, 12, 202612)])
def test_an_entry_lies_in_the_partition_of_its_month(year: int, month: int, partition: int) -> None:
    assert month_of(datetime(year, month, 28, 23, 59, tzinfo=UTC)) == partition
