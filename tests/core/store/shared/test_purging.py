"""What was purged at a console is forgotten in the shared database, too, under the login of its hub."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from core.domain.purging import Scope, Targets
from core.services.purge import due_now, purge_on_schedule
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.store import Store
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, pay, set_up
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

TABLES = ("journal_personal", "journal", "stays", "sightings", "bookings", "booking_requests")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


class Shared:
    """The shared database as the lot's hub uses it."""

    def __init__(self, server: PostgresqlServer, store: Store, clock: SetClock) -> None:
        self.database = SharedDatabase(server)
        url = self.database.url_of(self.database.console(store.lot_id, "hub", may_be_hub=True))
        self.store = store
        self.link = DatabaseLink(url, lot_id=store.lot_id, console_id=store.console_id, clock=clock)
        self.projector = Projector(url, lot_id=store.lot_id, hub_id=store.console_id, clock=clock)

    def share(self) -> None:
        held = self.link.marks().get(self.store.console_id)
        self.link.push(StoreReplica(self.store).rows(self.store.console_id, held.seq if held else 0))
        self.projector.project()

    def everything(self) -> str:
        with self.database.as_administrator() as session:
            text = "\n".join(
                str(row) for table in TABLES for row in session.execute(f"SELECT * FROM {table}".encode())
            )
        # How the tests call their sightings.
        return re.sub("(seen|left)-AB0001", "", text)

    def close(self) -> None:
        self.projector.close()
        self.link.close()


@pytest.fixture
def shared(server: PostgresqlServer, store: Store, clock: SetClock) -> Iterator[Shared]:
    made = Shared(server, store, clock)
    yield made
    made.close()


def a_visit(store: Store, clock: SetClock, plate: str) -> str:
    actor = set_up(store)
    stay_id = drive_in(store, plate)
    clock.pass_time(45)
    pay(store, actor, stay_id)
    drive_out(store, plate, stay_id)
    return stay_id


def test_the_hub_forgets_what_was_purged(store: Store, clock: SetClock, shared: Shared) -> None:
    a_visit(store, clock, "AB0001")
    shared.share()
    assert "AB0001" in shared.everything()
    clock.instant += timedelta(days=91)
    due = store.read(partial(due_now, scope=Scope.ALL))
    assert store.write(partial(purge_on_schedule, scope=Scope.ALL, due=due))
    shared.share()
    assert "AB0001" not in shared.everything()
    with shared.database.as_administrator() as session:
        assert session.execute("SELECT count(*), sum(amount_minor) FROM payments").fetchone() == (1, 200)


def test_what_is_pushed_after_the_purge_is_forgotten(store: Store, clock: SetClock, shared: Shared) -> None:
    """Both were written while the database was out of reach: it gets the plate and the purge at once."""
    a_visit(store, clock, "AB0001")
    clock.instant += timedelta(days=91)
    due = store.read(partial(due_now, scope=Scope.ALL))
    store.write(partial(purge_on_schedule, scope=Scope.ALL, due=due))
    shared.share()
    assert "AB0001" not in shared.everything()


def test_plates_in_other_programs_requests_go_with_their_bookings(
    store: Store, clock: SetClock, shared: Shared
) -> None:
    a_visit(store, clock, "AB0001")
    shared.share()
    with shared.database.as_administrator() as session:
        session.execute(
            "INSERT INTO booking_requests (lot_id, request_id, external_id, plate, from_at, until_at,"
            " requested_at, requested_by, booking_id, state)"
            " VALUES (%s, 'r1', 'x', 'CD0002', 1, 2, 1, 'them', 'b1', 'accepted')",
            (store.lot_id,),
        )
    assert "CD0002" in shared.everything()
    purged = Targets(bookings=("b1",))
    store.write(
        lambda unit: unit.record(
            Scope.ALL.value, purged.counts, who="system", subjects=purged.subjects(Scope.ALL)
        )
    )
    shared.share()
    assert "CD0002" not in shared.everything()
