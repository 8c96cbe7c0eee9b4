"""Rows follow from the journal: made again they are the same, in whatever order entries arrive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Row, delete, insert, select
from sqlalchemy.pool import StaticPool

from core.domain.doubts import NO_DOUBTS
from core.domain.journal import Subject
from core.services.correct_plate import correct_plate
from core.store.engine import make_engine
from core.store.money_tables import charges, debts, merchants, orders, sales
from core.store.projections import load_stay, project
from core.store.queries.chain import own_entries
from core.store.sharing_tables import refunds
from core.store.store import Store
from core.store.tables import (
    journal,
    journal_keys,
    journal_personal,
    journal_subjects,
    lots,
    metadata,
    occupancy,
    payments,
    people,
    rate_plans,
    shifts,
    sightings,
    stays,
)
from tests.core.store.lot import SetClock, a_day, drive_in, opened, set_up

OF_ANY_DAY = (stays, payments, occupancy, shifts, people, lots, rate_plans, sightings)
PROJECTED = (*OF_ANY_DAY, refunds, debts, sales, merchants, orders, charges)
JOURNALLED = (journal, journal_keys, journal_personal, journal_subjects)

Rows = dict[str, list[tuple[Any, ...]]]


def projected(connection: Connection) -> Rows:
    """All projected rows, in the order of their keys."""
    return {
        table.name: [
            tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in PROJECTED
    }


def all_subjects(connection: Connection) -> list[Row[Any]]:
    columns = (journal_subjects.c.lot_id, journal_subjects.c.kind, journal_subjects.c.subject_id)
    return list(connection.execute(select(*columns).distinct()))


def test_projections_made_again_from_nothing_are_the_same(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=8)

    def make_again(unit: Any) -> tuple[Rows, Rows]:
        connection = unit.connection
        before = projected(connection)
        for table in PROJECTED:
            connection.execute(delete(table))
        for row in all_subjects(connection):
            project(connection, row.lot_id, Subject(row.kind, row.subject_id))
        return before, projected(connection)

    before, after = store.write(make_again)
    assert all(before[table.name] for table in OF_ANY_DAY)
    assert before == after


class Delivery:
    """The journal of a day, entry by entry, to be delivered to another database in any order."""

    def __init__(self, connection: Connection) -> None:
        self.rows = {table: connection.execute(select(table)).all() for table in JOURNALLED}
        self.count = len(self.rows[journal])
        self.expected = projected(connection)

    def deliver(self, connection: Connection, position: int) -> None:
        """Land one entry and fold its subjects, as a hub does; one that is there already changes nothing."""
        key = self.rows[journal_keys][position]
        known = connection.execute(
            select(journal_keys.c.seq).where(journal_keys.c.entry_id == key.entry_id)
        ).first()
        if known is None:
            for table in JOURNALLED:
                for row in self._rows_of(table, key):
                    connection.execute(insert(table).values(row._asdict()))
        for row in self._rows_of(journal_subjects, key):
            project(connection, row.lot_id, Subject(row.kind, row.subject_id))

    def _rows_of(self, table: Any, key: Row[Any]) -> Sequence[Row[Any]]:
        if table is journal_personal:
            return [row for row in self.rows[table] if row.entry_id == key.entry_id]
        return [row for row in self.rows[table] if (row.console_id, row.seq) == (key.console_id, key.seq)]


@contextmanager
def empty_database() -> Iterator[Connection]:
    engine = make_engine("sqlite://")
    engine.pool = StaticPool(engine.pool._creator)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            yield connection
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    clock = SetClock()
    with opened(Path(tmp_path_factory.mktemp("day")), clock) as store:
        a_day(store, clock, vehicles=3)
        with store.reading() as view:
            return Delivery(view.connection)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_entries_that_arrive_in_any_order_and_twice_give_the_same_rows(
    delivery: Delivery, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(delivery.count)))
    again = data.draw(st.lists(st.integers(0, delivery.count - 1), max_size=5))
    with empty_database() as connection:
        for position in [*order, *again]:
            delivery.deliver(connection, position)
        assert projected(connection) == delivery.expected


def test_an_exit_that_arrives_before_its_entry_waits_for_it(delivery: Delivery) -> None:
    with empty_database() as connection:
        for position in reversed(range(delivery.count)):
            delivery.deliver(connection, position)
        assert projected(connection) == delivery.expected


def test_counts_follow_each_vehicle(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=5)
    counts = store.read(lambda view: view.occupancy())
    assert (counts.inside, counts.pending, counts.held, counts.free) == (3, 0, 0, 47)


def test_a_stay_read_back_is_the_stay_that_was_folded(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=1)
    stay_id = drive_in(store, "XY9")
    with store.reading() as view:
        stay = load_stay(view.connection, store.lot_id, stay_id)
    assert stay is not None
    assert (stay.plate, stay.raw_plate, stay.entry_at, stay.confidence) == ("XY9", "XY9", clock.now(), 0.97)


def test_what_was_doubtful_is_kept_with_the_stay_until_a_person_corrects_it(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "ABC1234")
    stay = store.read(lambda view: view.stay(stay_id))
    assert stay.doubts.slots[0] == (("8", 0.12),)
    assert stay.doubts.chance_of("8BC1234") == 0.11
    with store.reading() as view:
        sighted = next(entry for entry in own_entries(view) if entry.kind == "lane.sighted")
    assert sighted.personal is not None
    assert sighted.personal["doubts"] == stay.doubts.to_plain()
    store.write(lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed="8BC1234"))
    assert store.read(lambda view: view.stay(stay_id)).doubts == NO_DOUBTS
