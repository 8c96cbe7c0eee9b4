"""A streaming replica for reports: set up with PostgreSQL's own tools, read with the same logins."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from console.cli import main
from core.store.shared.logins import May
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import postgresql_server
from tests.far_sides.replica import Replica, replica_of

LOT = "market-street"
REPORT = (
    "INSERT INTO daily_reports"
    " VALUES (%s, %s, 'Asia/Taipei', 'TWD', 9, 8, 1, 1, 7, 700, 33, '{}', 0, '{}', 1)"
)


@pytest.fixture(scope="module")
def city() -> Iterator[SharedDatabase]:
    with postgresql_server() as primary:
        yield SharedDatabase(primary)


@pytest.fixture(scope="module")
def replica(city: SharedDatabase) -> Iterator[Replica]:
    with replica_of(city.server) as standby:
        yield standby


def test_reports_are_read_from_the_replica_with_the_same_login(
    city: SharedDatabase, replica: Replica
) -> None:
    login = city.partner("landlord", [LOT], May.READ)
    with city.as_administrator() as session:
        for lot, day in ((LOT, 20261120), (LOT, 20261121), ("harbour", 20261121)):
            session.execute(REPORT, (lot, day))
    assert replica.has_caught_up()
    url = replica.tcp_url(city.name, user=login.name, password=login.password)
    with psycopg.connect(url.replace("+psycopg", "")) as session:
        assert session.execute("SELECT count(*), sum(revenue_minor) FROM daily_reports").fetchone() == (
            2,
            1400,
        )


def test_nothing_can_be_written_to_the_replica(city: SharedDatabase, replica: Replica) -> None:
    with psycopg.connect(replica.url(city.name).replace("+psycopg", "")) as session:
        assert session.execute("SELECT pg_is_in_recovery()").fetchone() == (True,)
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            session.execute(REPORT, (LOT, 20261122))


def test_what_the_replica_holds_checks_as_the_primary_does(city: SharedDatabase, replica: Replica) -> None:
    assert replica.has_caught_up()
    assert main(["db", "check", "--url", replica.url(city.name)]) == 0


def test_the_primary_goes_on_while_the_replica_is_away_and_it_catches_up(
    city: SharedDatabase, replica: Replica
) -> None:
    replica.stop("fast")
    with city.as_administrator() as session:
        session.execute(REPORT, (LOT, 20261201))
    replica.start()
    assert replica.has_caught_up()
    with psycopg.connect(replica.url(city.name).replace("+psycopg", "")) as session:
        found = session.execute("SELECT count(*) FROM public.daily_reports WHERE day = 20261201").fetchone()
    assert found == (1,)
