"""Orders and charges in the shared database: what the hub projects is what every console has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from core.store.money_tables import charges, orders
from core.store.tables import payments, stays
from devices.terminals.simulator import Outcome
from tests.core.store.lot import drive_in, set_up
from tests.core.store.lots_apart import LOT_ID, agree, consoles, join
from tests.core.store.shared.city import City
from tests.core.store.shared.lots_server import SharedDatabase
from tests.core.store.shared.test_projector import HUB, SharedLot
from tests.till import PLATE, Till

TABLES = (orders, charges, payments, stays)


@pytest.fixture(params=["administrator", "login of the hub"])
def shared(request: pytest.FixtureRequest, city: City) -> Iterator[SharedLot]:
    """A lot in a shared database, whose hub works under the one login or the other."""
    url = city.url
    if request.param != "administrator":
        database = SharedDatabase(city.server)
        city.url = database.url
        url = database.url_of(database.console(LOT_ID, HUB, may_be_hub=True))
    lot = SharedLot(city, url)
    yield lot
    lot.close()


def rows(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: [
            tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in TABLES
    }


def test_charges_of_two_consoles_stand_there_as_they_stand_here(shared: SharedLot, tmp_path: Path) -> None:
    with consoles(tmp_path, shared.clock, "hub", "exit") as (hub, exit_):
        actor = set_up(hub)
        join(hub, exit_)
        paid, unknown, declined = (drive_in(hub, plate) for plate in (PLATE, "CD5678", "EF9012"))
        agree([hub, exit_])
        shared.clock.pass_time(45)
        first = Till(hub, shared.clock, actor=actor)
        second = Till(exit_, shared.clock, actor=actor, provider=first.terminal)
        projector = shared.projector()
        for made in (first, second):
            made.charge(made.order(paid))
        shared.push(hub)
        projector.project()
        first.pass_by(5)
        second.pass_by(2)
        first.terminal.expect(Outcome.OTHER_AMOUNT, Outcome.DECLINE)
        first.charge(first.order(unknown))
        first.turn()
        second.charge(second.order(declined))
        second.turn()
        shared.push(exit_)
        projector.project()
        shared.push(hub)
        projector.project()
        agree([hub, exit_])
        with hub.reading() as view:
            expected = rows(view.connection)
        with shared.looked_into() as connection:
            found = rows(connection)
        assert found == expected
        states = sorted(row[7] for row in found["charges"])
        assert states == ["confirmed", "confirmed", "declined", "unknown"]
        assert len(found["payments"]) == 1
