"""Monthly partitions of the journal, on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from core.store.shared.partitions import make_partitions, months_from, months_without, partitions
from migrations.history import upgrade
from migrations.shared import upgrade_shared
from tests.core.store.lot import MORNING
from tests.core.store.shared.lots_server import SharedDatabase, begun
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


def add_entry(connection: Connection, month: int, seq: int = 1) -> None:
    connection.exec_driver_sql(
        "INSERT INTO public.journal"
        " VALUES ('lot', %s, 'c1', %s, %s, 1, 1, 'note', 1, '{}', 'system', '[]', '')",
        (month, seq, f"entry-{month}-{seq}"),
    )


def lies_in(connection: Connection, month: int) -> str:
    found = connection.exec_driver_sql(
        "SELECT tableoid::regclass::text FROM public.journal WHERE month = %s", (month,)
    )
    return str(found.scalar())


def test_months_follow_each_other_over_the_turn_of_a_year() -> None:
    assert months_from(202611, 202611, 3) == [202611, 202612, 202701, 202702]
    assert months_from(202512, 202601, 0) == [202512, 202601]


def test_this_month_and_two_years_ahead_have_partitions(server: PostgresqlServer) -> None:
    database = SharedDatabase(server)
    with begun(database.url) as connection:
        found = partitions(connection)
        assert (found[0], found[-1], len(found)) == (202611, 202811, 25)
        add_entry(connection, 202612)
        assert lies_in(connection, 202612) == "journal_202612"


def test_a_month_that_nobody_foresaw_is_taken_all_the_same(server: PostgresqlServer) -> None:
    database = SharedDatabase(server)
    with begun(database.url) as connection:
        add_entry(connection, 203501)
        assert lies_in(connection, 203501) == "journal_default"


def test_entries_that_came_before_their_partition_move_into_it(server: PostgresqlServer) -> None:
    url = server.new_database()
    upgrade(url)
    with begun(url) as connection:
        for month in (202608, 202611, 203501):
            add_entry(connection, month)
    made = upgrade_shared(url, now=MORNING).months
    assert made[0] == 202608
    assert {202609, 202611, 203501} < set(made)
    with begun(url) as connection:
        assert months_without(connection) == []
        for month in (202608, 202611, 203501):
            assert lies_in(connection, month) == f"journal_{month}"
        connection.exec_driver_sql("DELETE FROM public.journal")


def test_a_year_later_the_next_months_are_attached(server: PostgresqlServer) -> None:
    database = SharedDatabase(server)
    later = upgrade_shared(database.url, now=datetime(2027, 11, 5, tzinfo=UTC)).months
    assert later == tuple(months_from(202812, 202911, 0))
    assert upgrade_shared(database.url, now=datetime(2027, 11, 5, tzinfo=UTC)).months == ()


def test_earlier_months_may_be_asked_for(server: PostgresqlServer) -> None:
    database = SharedDatabase(server)
    with begun(database.url) as connection:
        assert make_partitions(connection, MORNING, first=202511)[0] == 202511


def test_an_old_month_can_be_taken_out_and_put_back(server: PostgresqlServer) -> None:
    database = SharedDatabase(server)
    with begun(database.url) as connection:
        add_entry(connection, 202611)
        connection.exec_driver_sql("ALTER TABLE journal DETACH PARTITION journal_202611")
        assert connection.exec_driver_sql("SELECT count(*) FROM public.journal").scalar() == 0
        connection.exec_driver_sql(
            "ALTER TABLE journal ATTACH PARTITION journal_202611 FOR VALUES FROM (202611) TO (202612)"
        )
        assert connection.exec_driver_sql("SELECT count(*) FROM public.journal").scalar() == 1
