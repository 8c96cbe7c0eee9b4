"""The same store on a real PostgreSQL: the services run there as they do on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest
from sqlalchemy import make_url, update

from core.domain.errors import Refused
from core.domain.journal import GENESIS
from core.domain.lane_reading import ReadCounts
from core.domain.people import Actor
from core.domain.rates.pricing import Pricing
from core.domain.stays import StayState
from core.services.check_fee import fee_ceiling
from core.services.publish_rates import ReadyPlan, publish_plan, save_draft, withdraw_plan
from core.services.rehearse_rates import Sums, rehearse_rates
from core.services.unit_of_work import UnitOfWork
from core.store.queries.labels import labels_since
from core.store.queries.past_stays import past_stays
from core.store.queries.rates import Standing, rates_history
from core.store.queries.reading import reading_since
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.tables import local_state
from core.store.verify import Verification, verify_journal
from migrations.history import upgrade
from tests.core.store.lot import MORNING, PLAN, SetClock, a_day, drive_in, drive_out, pay, set_up
from tests.core.store.lots_apart import LOT_ID, chain_of, consoles, give, join, space
from tests.core.store.queries.sighted import ask_and_type, sight
from tests.core.store.test_replica import resealed
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture
def url(server: PostgresqlServer) -> str:
    empty = server.new_database()
    upgrade(empty)
    return empty


@pytest.fixture
def store(url: str, clock: SetClock) -> Iterator[Store]:
    opened = Store(url, clock=clock)
    yield opened
    opened.close()


def verified(store: Store) -> Verification:
    with store.reading() as view:
        return verify_journal(view.connection)


def test_a_vehicle_comes_pays_and_leaves(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(95)
    assert pay(store, actor, stay_id) == 400
    drive_out(store, "AB1234", stay_id)
    stay = store.read(lambda view: view.stay(stay_id))
    assert (stay.state, stay.paid_minor) == (StayState.LEFT, 400)
    assert store.read(lambda view: view.occupancy()).inside == 0


def test_a_day_verifies(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=8)
    found = verified(store)
    assert found.problems == ()
    assert [head.seq for head in found.heads] == [found.entries]


def test_a_service_that_is_refused_leaves_nothing_behind(store: Store) -> None:
    actor: Actor = set_up(store)
    before = verified(store)

    def refused(unit: UnitOfWork) -> None:
        unit.record("lane.noted", {}, who=actor.person_id)
        raise Refused("stay.unknown")

    with pytest.raises(Refused):
        store.write(refused)
    assert verified(store) == before


def test_a_console_finds_its_chain_again(url: str, store: Store, clock: SetClock) -> None:
    set_up(store)
    store.close()
    again = Store(url, clock=clock)
    try:
        drive_in(again, "AB1234")
        assert again.console_id == store.console_id
        assert verified(again).is_sound
    finally:
        again.close()


def test_a_change_behind_our_back_is_found(url: str, store: Store, clock: SetClock) -> None:
    a_day(store, clock)
    address = make_url(url)
    with psycopg.connect(
        host=str(address.query["host"]),
        port=str(address.query["port"]),
        user="postgres",
        dbname=address.database,
        autocommit=True,
    ) as other:
        other.execute("UPDATE journal SET who = 'nobody' WHERE seq = 3")
        other.execute("UPDATE payments SET amount_minor = amount_minor - 1")
    codes = {problem.code for problem in verified(store).problems}
    assert codes == {"journal.link_wrong", "projection.differs"}


def test_rates_are_published_withdrawn_rehearsed_and_priced_again_there_too(
    store: Store, clock: SetClock
) -> None:
    actor = a_day(store, clock, vehicles=8)
    tomorrow = ReadyPlan(replace(PLAN, caps=()), clock.instant + timedelta(days=1))
    published = store.write(lambda unit: publish_plan(unit, actor=actor, ready=tomorrow))
    store.write(lambda unit: withdraw_plan(unit, actor=actor, plan_id="day", version=published.version))
    draft = store.write(lambda unit: save_draft(unit, actor=actor, name="A", document={"name": "A"}))
    found = store.read(rates_history)
    assert [one.standing for one in found.versions] == [Standing.WITHDRAWN, Standing.IN_FORCE]
    assert store.read(lambda view: view.rate_drafts()) == [draft]
    with store.reading() as view:
        since, until = MORNING, view.now + timedelta(seconds=1)
        report = rehearse_rates(
            past_stays(view, since, until),
            draft=Pricing(PLAN),
            plan_of=view.plan,
            currency="EUR",
            zone=ZoneInfo("Europe/Berlin"),
            since=since,
            until=until,
        )
        assert report.total == Sums(2, 400, 400)
        assert fee_ceiling(view) is None
    assert verified(store).is_sound


def test_readings_and_labels_are_found_there_too(store: Store) -> None:
    actor = set_up(store)
    store.write(lambda unit: sight(unit, "s1", "in", "AB1234"))
    store.write(lambda unit: ask_and_type(unit, "s2", "in", "A81234", "AB1234", actor=actor, photo="a" * 64))
    midnight = MORNING.replace(hour=0)
    site = store.read(lambda view: reading_since(view, midnight, ZoneInfo("Europe/Berlin")))
    assert site.lanes[0].by_hour == {9: ReadCounts(vehicles=2, asked=1, corrected=1)}
    assert [label.plate for label in store.read(lambda view: labels_since(view, midnight))] == ["AB1234"]


def test_chains_are_taken_and_handed_out_as_on_sqlite(store: Store, clock: SetClock, tmp_path: Path) -> None:
    with consoles(tmp_path, clock, "hub", "further") as (hub, further):
        _into_lot(store, LOT_ID)
        shared = Store(store.url, clock=clock)
        try:
            a_day(hub, clock, vehicles=3)
            join(hub, shared)
            space(hub, "space.granted", shared.console_id, 2)
            give(hub, shared)
            # The same again, and something of which nothing can be made.
            StoreReplica(shared).take(chain_of(hub))
            odd = resealed(
                chain_of(hub)[0],
                GENESIS,
                console_id="odd",
                entry_id="odd",
                kind="person.changed",
                payload='{"role": "king", "active": "perhaps"}',
                subjects='[["person", "x1"]]',
                salt=None,
                fields=None,
            )
            StoreReplica(shared).take([odd])
            assert [item.cause for item in StoreReplica(shared).refused()] == ["projection.cannot_fold"]
            drive_in(shared, "XYZ9009")
            give(shared, further)
            give(shared, hub)
            assert chain_of(further, hub.console_id) == chain_of(hub)
            marks = StoreReplica(hub).marks()
            assert StoreReplica(shared).marks() == StoreReplica(further).marks() == marks
            counts = [one.read(lambda view: view.occupancy()) for one in (hub, shared, further)]
            assert counts[0] == counts[1] == counts[2]
        finally:
            shared.close()


def _into_lot(store: Store, lot_id: str) -> None:
    store.write(
        lambda unit: unit.connection.execute(
            update(local_state).where(local_state.c.name == "lot_id").values(value=lot_id)
        )
    )
