"""What stands in the shared database's tables follows from what was pushed, in whatever pieces it came."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select

from core.domain.chains import ChainRow
from core.domain.errors import LinkError
from core.domain.journal import Subject, to_micros
from core.domain.people import Actor
from core.services.confirm_crossing import turned_away
from core.services.override_gate import open_gate
from core.services.waive import waive
from core.store.engine import make_engine
from core.store.replica import StoreReplica
from core.store.shared.projecting import Round
from core.store.shared.projector import Lag, Projector
from core.store.sharing_tables import availability, daily_reports, projected_marks, space_leases
from core.store.sharing_tables import consoles as consoles_table
from core.store.store import Store
from tests.core.services.chains import linked
from tests.core.services.money_desk import Desk
from tests.core.store.lot import MORNING, SetClock, drive_in, drive_out, pay, set_up
from tests.core.store.lots_apart import LOT_ID, admit, agree, appoint, consoles, give, join, leave, space
from tests.core.store.shared.city import City
from tests.core.store.shared.lots_server import SharedDatabase
from tests.core.store.test_projections import Rows, projected
from tests.far_sides.postgresql import PostgresqlServer

HUB = "hub"


class SharedLot:
    """One lot in a shared database: its consoles' chains are pushed, a projector projects them."""

    def __init__(self, city: City, url: str) -> None:
        self.city = city
        self.url = url
        self.clock = city.clock
        self.projectors: list[Projector] = []
        city.lot_id = LOT_ID

    def projector(self, hub_id: str = HUB) -> Projector:
        made = Projector(self.url, lot_id=LOT_ID, hub_id=hub_id, clock=self.clock)
        self.projectors.append(made)
        return made

    def push(self, *stores: Store) -> None:
        """Each store's own chain, all of it."""
        for store in stores:
            self.push_rows(StoreReplica(store).rows(store.console_id, 0, 100_000))

    def push_rows(self, rows: list[ChainRow]) -> None:
        self.city.link(rows[0].console_id).push(rows)

    @contextmanager
    def looked_into(self) -> Iterator[Connection]:
        engine = make_engine(self.city.url)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()

    def rows(self) -> Rows:
        with self.looked_into() as connection:
            return projected(connection)

    def reports(self) -> dict[int, Mapping[str, Any]]:
        with self.looked_into() as connection:
            return {row.day: row._mapping for row in connection.execute(select(daily_reports))}

    def one(self, table: Any) -> Any:
        with self.looked_into() as connection:
            return connection.execute(select(table)).one()

    def close(self) -> None:
        for each in self.projectors:
            each.close()


@pytest.fixture(params=["administrator", "login of the hub"])
def shared(request: pytest.FixtureRequest, city: City) -> Iterator[SharedLot]:
    url = city.url
    if request.param != "administrator":
        database = SharedDatabase(city.server)
        city.url = database.url
        url = database.url_of(database.console(LOT_ID, HUB, may_be_hub=True))
    lot = SharedLot(city, url)
    yield lot
    lot.close()


@pytest.fixture
def clock(city: City) -> SetClock:
    return city.clock


@pytest.fixture
def pair(tmp_path: Path, clock: SetClock) -> Iterator[list[Store]]:
    """Two consoles of one lot; the first one has set it up."""
    with consoles(tmp_path, clock, "booth", "exit") as stores:
        set_up(stores[0])
        yield stores


@pytest.fixture
def day(pair: list[Store], clock: SetClock) -> list[Store]:
    """Both consoles' day: cars come, pay and leave at both."""
    booth, exit_ = pair
    give(booth, exit_)
    person = booth.read(lambda view: view.people())[0]
    actor = Actor(person.person_id, person.name, person.role)
    for number in range(6):
        stay_id = drive_in(booth, f"AB{number:04}")
        give(booth, exit_)
        clock.pass_time(40)
        if number % 2 == 0:
            pay(exit_, actor, stay_id)
        if number % 4 == 0:
            clock.pass_time(2)
            drive_out(exit_, f"AB{number:04}", stay_id)
        give(exit_, booth)
    return pair


def held(store: Store) -> Rows:
    with store.reading() as view:
        return projected(view.connection)


def test_the_tables_say_what_a_console_says_that_knows_all(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    done = shared.projector().project()
    agree(day)
    assert shared.rows() == held(day[0])
    assert (done.unfolded, done.left) == (0, 0)
    assert done.rows == sum(mark.seq for mark in StoreReplica(day[0]).marks().values())


@pytest.mark.parametrize("at_once", [1, 3, 10])
def test_it_does_not_matter_in_what_pieces(shared: SharedLot, day: list[Store], at_once: int) -> None:
    shared.push(*day)
    shared.projector().project(at_once=at_once)
    assert shared.rows() == held(day[0])


def test_it_does_not_matter_which_chain_came_first(shared: SharedLot, day: list[Store]) -> None:
    projector = shared.projector()
    shared.push(day[1])
    # Without the entry that sets the lot up, nothing can be said about its days.
    assert projector.project() == Round(left=StoreReplica(day[1]).marks()[day[1].console_id].seq)
    shared.push(day[0])
    projector.project()
    assert shared.rows() == held(day[0])


def test_projecting_again_changes_nothing(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    projector = shared.projector()
    projector.project()
    before, reports = shared.rows(), shared.reports()
    assert projector.project() == Round()
    assert (shared.rows(), shared.reports()) == (before, reports)


def test_projecting_all_again_from_the_first_row_counts_nothing_twice(
    shared: SharedLot, day: list[Store]
) -> None:
    shared.push(*day)
    shared.projector().project()
    before = shared.rows()
    with shared.looked_into() as connection:
        connection.execute(delete(projected_marks))
    shared.projector("another").project(at_once=5)
    assert shared.rows() == before


def test_two_hubs_at_once_do_no_harm(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    done: list[Round] = []

    def project(projector: Projector) -> None:
        done.append(projector.project(at_once=4))

    hubs = [
        threading.Thread(target=project, args=(shared.projector(f"hub-{number}"),)) for number in range(3)
    ]
    for hub in hubs:
        hub.start()
    for hub in hubs:
        hub.join(60)
    assert sum(each.rows for each in done) == sum(mark.seq for mark in StoreReplica(day[0]).marks().values())
    assert shared.rows() == held(day[0])


def test_what_makes_no_sense_holds_up_nothing_else(shared: SharedLot, day: list[Store]) -> None:
    nonsense = [
        ("stay.paid", {"payment": 7}, Subject("stay", stay_of(day[0]))),
        ("stay.admitted", {"entry_at": "noon"}, Subject("stay", "odd-1")),
        ("stay.admitted", {}, Subject("stay", "odd-2")),
        ("gate.commanded", {"why": "a\0b", "lane_id": ["in"]}, Subject("gate", "odd-3")),
        ("lot.changed", {"lot": {}}, Subject("elsewhere", "x" * 36)),
        ("person.added", {"role": "no such role", "active": True}, Subject("person", "odd-4")),
        ("lane.noted", {"text": "\0"}, Subject("stay", "odd-5")),
        # What only the driver finds to be of the wrong type.
        ("person.added", {"role": "attendant", "active": "maybe"}, Subject("person", "odd-6")),
        ("person.added", {"role": "attendant", "active": True, "language": {}}, Subject("person", "odd-7")),
    ]
    shared.push(*day)
    shared.push_rows(linked(LOT_ID, "odd-console", nonsense))
    done = shared.projector().project()
    assert (done.unfolded, done.left) == (6, 0)
    agree(day)
    expected = held(day[0])
    for name, rows in shared.rows().items():
        if name != "occupancy":
            assert set(map(repr, rows)) >= {
                repr(row) for row in expected[name] if stay_of(day[0]) not in row
            }, name


def test_tables_that_a_round_may_not_write_are_no_fault_of_an_entry(
    shared: SharedLot, day: list[Store]
) -> None:
    shared.push(*day)
    with shared.looked_into() as connection:
        connection.exec_driver_sql("ALTER TABLE people RENAME TO folk")
        connection.exec_driver_sql("ALTER VIEW IF EXISTS own_lot.people RENAME TO folk")
    with pytest.raises(LinkError):
        shared.projector().project()
    with shared.looked_into() as connection:
        connection.exec_driver_sql("ALTER TABLE folk RENAME TO people")
        connection.exec_driver_sql("ALTER VIEW IF EXISTS own_lot.folk RENAME TO people")
    assert shared.projector().project().left == 0
    assert shared.rows() == held(day[0])


def stay_of(store: Store) -> str:
    return store.read(lambda view: view.open_plates())[0][0]


def test_who_looks_for_a_space_is_told_how_many_are_free(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    shared.projector().project()
    row = shared.one(availability)
    assert (row.name, row.capacity, row.inside, row.free) == ("Market Street", 50, 4, 46)
    assert (row.changed_at, row.reported_at) == (to_micros(shared.clock.now()),) * 2


def test_free_spaces_are_said_again_now_and_then(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    projector = shared.projector()
    projector.project()
    first = shared.one(availability)
    shared.clock.pass_time(5)
    projector.project()
    later = shared.one(availability)
    assert later.changed_at == first.changed_at
    assert later.reported_at == to_micros(shared.clock.now())


def test_a_day_is_reported(shared: SharedLot, day: list[Store], clock: SetClock) -> None:
    booth = day[0]
    actor = Actor("p", "Ada", booth.read(lambda view: view.people())[0].role)
    booth.write(
        lambda unit: open_gate(unit, actor=actor, lane_id="out", reason="gate_fault", vehicle_present=False)
    )
    for lane_id in ("in", "out"):
        booth.write(
            lambda unit, lane_id=lane_id: turned_away(
                unit, lane_id=lane_id, sighting_id="s", reason="entry.full"
            )
        )
    shared.push(*day)
    projector = shared.projector()
    projector.project(at_once=9)
    (report,) = shared.reports().values()
    assert report["day"] == 20261121
    assert (report["timezone"], report["currency"]) == ("Europe/Berlin", "EUR")
    assert (report["entries"], report["exits"], report["inside_at_end"]) == (6, 2, 4)
    assert (report["payments"], report["revenue_minor"]) == (3, 600)
    assert report["by_tender"] == {"cash": 600}
    assert (report["refused"], report["overrides"], report["exceptions"]) == (1, 1, {})


def test_only_money_that_came_in_is_revenue_under_the_tender_of_each_part(
    shared: SharedLot, pair: list[Store], clock: SetClock
) -> None:
    desk = Desk.at(pair[0], clock)
    stays = [desk.park(f"AB{number}", minutes=9) for number in range(5)]
    clock.pass_time(45)
    due = [desk.due(stay_id) for stay_id in stays]
    desk.pay_cash(stays[0])
    desk.pay_by(stays[1], cash_minor=50)
    desk.iou(stays[2])
    desk.do(waive, actor=desk.bo, stay_id=stays[3], shown_minor=due[3], reason="staff")
    voided = desk.pay_by(stays[4], reference="far-2")
    shared.push(pair[0])
    projector = shared.projector()
    projector.project()
    (report,) = shared.reports().values()
    assert report["by_tender"] == {"card": due[1] - 50 + due[4], "cash": due[0] + 50}
    assert report["exceptions"] == {"debt.made": 1, "payment.iou": 1, "payment.nil": 1}
    # After midnight the last one is taken back and what was owed is collected: one day loses, one gains.
    clock.pass_time(24 * 60)
    desk.void(voided.payment_id)
    desk.collect(desk.debts()[0].debt.debt_id)
    shared.push(pair[0])
    projector.project()
    first, second = (report for _, report in sorted(shared.reports().items()))
    assert first["by_tender"] == {"card": due[1] - 50, "cash": due[0] + 50}
    assert first["revenue_minor"] == due[0] + due[1]
    assert second["by_tender"] == {"cash": due[2]}
    assert second["exceptions"] == {"payment.voided": 1, "refund.due": 1}
    assert shared.rows() == held(pair[0])


def test_each_day_has_its_report_a_quiet_one_too(
    shared: SharedLot, pair: list[Store], clock: SetClock
) -> None:
    booth = pair[0]
    stay_id = drive_in(booth, "AB1234")
    clock.pass_time(3 * 24 * 60)
    drive_in(booth, "CD1234")
    shared.push(booth)
    projector = shared.projector()
    projector.project()
    assert inside_by_day(shared) == {20261121: 1, 20261122: 1, 20261123: 1, 20261124: 2}
    leave(booth, stay_id)
    shared.push(booth)
    projector.project()
    assert inside_by_day(shared) == {20261121: 1, 20261122: 1, 20261123: 1, 20261124: 1}
    assert [report["exits"] for _, report in sorted(shared.reports().items())] == [0, 0, 0, 1]


def test_an_exit_that_is_heard_of_late_changes_the_days_since(
    shared: SharedLot, pair: list[Store], clock: SetClock
) -> None:
    booth, exit_ = pair
    stay_id = drive_in(booth, "AB1234")
    give(booth, exit_)
    clock.pass_time(24 * 60)
    leave(exit_, stay_id)
    clock.pass_time(2 * 24 * 60)
    drive_in(booth, "CD1234")
    shared.push(booth)
    projector = shared.projector()
    projector.project()
    assert inside_by_day(shared) == {20261121: 1, 20261122: 1, 20261123: 1, 20261124: 2}
    shared.push(exit_)
    projector.project()
    assert inside_by_day(shared) == {20261121: 1, 20261122: 0, 20261123: 0, 20261124: 1}


def inside_by_day(shared: SharedLot) -> dict[int, int]:
    return {day: report["inside_at_end"] for day, report in sorted(shared.reports().items())}


def test_a_clock_that_ran_ahead_makes_no_days_to_come(
    shared: SharedLot, pair: list[Store], clock: SetClock
) -> None:
    drive_in(pair[0], "AB1234")
    clock.instant += timedelta(days=4000)
    drive_in(pair[0], "CD1234")
    clock.instant = MORNING
    shared.push(pair[0])
    shared.projector().project()
    assert sorted(shared.reports()) == [20261121, 20261122]


def test_spaces_that_were_granted_are_counted_once(shared: SharedLot, pair: list[Store]) -> None:
    hub, entry = pair
    join(hub, entry)
    space(hub, "space.granted", entry.console_id, 5)
    give(hub, entry)
    admit(entry, "car-1")
    projector = shared.projector()
    shared.push(hub, entry)
    projector.project(at_once=3)
    space(hub, "space.granted", entry.console_id, 2)
    # Who is hub is said anew while grants of both wait: all of them are counted, each once.
    appoint(hub, hub.console_id, 2)
    space(hub, "space.granted", entry.console_id, 4)
    agree(pair)
    shared.push(hub, entry)
    projector.project(at_once=2)
    with hub.reading() as view:
        expected = sorted(map(tuple, view.connection.execute(select(space_leases))))
    with shared.looked_into() as connection:
        assert sorted(map(tuple, connection.execute(select(space_leases)))) == expected
        assert {row.is_hub for row in connection.execute(select(consoles_table))} == {True, False}


def test_how_far_it_is_behind_is_known(shared: SharedLot, day: list[Store]) -> None:
    projector = shared.projector()
    assert projector.lag() == Lag()
    shared.push(*day)
    lag = projector.lag()
    assert lag.rows == sum(mark.seq for mark in StoreReplica(day[0]).marks().values())
    assert lag.since == MORNING
    projector.project()
    assert projector.lag() == Lag()


def test_a_lot_is_projected_without_a_look_at_the_others(shared: SharedLot, day: list[Store]) -> None:
    shared.push(*day)
    other = Projector(shared.city.url, lot_id="another-lot", hub_id=HUB, clock=shared.clock)
    shared.projectors.append(other)
    assert other.project() == Round()
    assert shared.rows() != held(day[0])


@pytest.fixture
def frozen(shared: SharedLot) -> Iterator[PostgresqlServer]:
    yield shared.city.server
    shared.city.server.thaw()


def test_a_frozen_server_ends_a_round_in_time(
    shared: SharedLot, day: list[Store], frozen: PostgresqlServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.store.shared.projector.SLACK_SECONDS", 0.5)
    shared.push(*day)
    projector = shared.projector()
    freezing = threading.Timer(0.05, frozen.freeze)
    freezing.start()
    begun = time.monotonic()
    assert until_it_fails(lambda: projector.project(seconds=0.5, at_once=1)) == "link.no_answer"
    assert time.monotonic() - begun < 12
    freezing.join()
    frozen.thaw()
    monkeypatch.undo()
    shared.projector().project()
    assert shared.rows() == held(day[0])


def until_it_fails(call: Callable[[], object]) -> str:
    """Call it again and again; the cause it fails with in the end."""
    try:
        while True:
            call()
    except LinkError as error:
        return error.cause


def test_closing_ends_a_round_and_leaves_nothing_half_done(
    shared: SharedLot, day: list[Store], frozen: PostgresqlServer
) -> None:
    shared.push(*day)
    projector = shared.projector()
    projector.lag()
    thread = threading.Thread(target=until_it_fails, args=(lambda: projector.project(at_once=1),))
    thread.start()
    time.sleep(0.1)
    frozen.freeze()
    projector.close()
    thread.join(10)
    assert not thread.is_alive()
    frozen.thaw()
    shared.projector().project()
    assert shared.rows() == held(day[0])


def test_without_a_server_it_says_so(shared: SharedLot) -> None:
    projector = Projector("postgresql://lot@127.0.0.1:1/lot", lot_id=LOT_ID, hub_id=HUB, clock=shared.clock)
    for call in (projector.project, projector.lag):
        with pytest.raises(LinkError) as failed:
            call()
        assert failed.value.cause == "link.no_answer"
