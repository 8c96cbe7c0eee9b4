"""Two consoles of one lot, each whole and in a folder of its own: joined by a code, sharing over the hub."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import text

from console.compose import Console, compose
from console.compose_settings import SharedSettings, try_setting
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    LoopsConfig,
    SharedConfig,
    write_config,
)
from core.domain.errors import LinkError, Refused
from core.domain.people import Actor
from core.domain.stays import StayState
from core.services.sharing import HUB, LinkState
from core.store.engine import make_engine
from core.store.folder import DataFolder
from core.store.queries.sharing import members
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from migrations.history import upgrade
from tests.booth import wait_until
from tests.core.store.lot import drive_in, drive_out, pay, set_up
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import postgresql_server


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def console_in(
    folder: Path, *, name: str, port: int, clock: FakeClock, database: str = ""
) -> Iterator[Console]:
    shared = SharedConfig(hub_host="127.0.0.1", hub_port=port, internet="", database=database)
    drawer = f"drawer-{name.lower()}"
    write_config(
        folder / "lotkeeper.toml", Config(console=ConsoleConfig(name=name, drawer=drawer), shared=shared)
    )
    console = compose(DataFolder(folder), clock=clock)
    console.start()
    try:
        yield console
    finally:
        console.stop()


class Pair:
    """A booth, which is the hub, and an exit that joined it."""

    def __init__(self, folder: Path, ends: ExitStack, database: str = "") -> None:
        self.clock = FakeClock(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
        self.booth = ends.enter_context(
            console_in(folder / "booth", name="Booth", port=free_port(), clock=self.clock, database=database)
        )
        self.boss: Actor = set_up(self.booth.store)
        self.exit = ends.enter_context(
            console_in(folder / "exit", name="Exit", port=free_port(), clock=self.clock)
        )

    def join(self) -> None:
        invited = self.booth.membership.invite(self.boss, "Exit")
        self.exit.membership.join(address=invited.address, code=invited.code, name="Exit", entry_lanes=True)
        self.both(lambda console: console.read_lot() is not None, "the lot is known")
        self.both(lambda console: len(console.store.read(members)) == 2, "both consoles are known")

    def wire(self, *lane_ids: str) -> None:
        """Wire these lanes to the exit, with devices that are played."""
        devices = (CameraConfig("simulator"), BarrierConfig("simulator"), LoopsConfig("simulator"))
        lanes = tuple(LaneConfig(lane_id, *devices) for lane_id in lane_ids)
        self.exit.config = replace(self.exit.config, lanes=lanes)

    def entrances(self) -> frozenset[str]:
        return self.booth.store.read(lambda unit: unit.lease_book().entrances)

    def await_grant(self) -> None:
        def granted() -> bool:
            return self.exit.store.read(lambda unit: unit.lease_book().may_let_in(unit.occupancy())) > 0

        wait_until(granted, "spaces were granted")

    def both(self, condition: Callable[[Console], bool], what: str) -> None:
        for console in (self.booth, self.exit):
            wait_until(lambda console=console: condition(console), what)  # type: ignore[misc]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with ExitStack() as ends:
        made = Pair(tmp_path, ends)
        made.join()
        yield made


@pytest.fixture
def pair_with_entrance(tmp_path: Path) -> Iterator[Pair]:
    """The exit has an entry lane already when it joins: it never says that no car comes in there."""
    with ExitStack() as ends:
        made = Pair(tmp_path, ends)
        made.wire("in", "out")
        made.join()
        made.await_grant()
        yield made


def state_of(console: Console, stay_id: str) -> StayState | None:
    try:
        return console.store.read(lambda unit: unit.stay(stay_id).state)
    except Refused:
        return None


def hub_is_away(console: Console) -> bool:
    # While it begins to share anew there is no link at all.
    hub = console.sharing.view().links.get(HUB)
    return hub is not None and hub.state is LinkState.LOST


def inside_by_database(url: str) -> list[str]:
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT plate FROM stays WHERE state = 'inside'"))
            return list(rows.scalars())
    finally:
        engine.dispose()


def test_a_car_that_came_in_here_leaves_there(pair: Pair) -> None:
    stay_id = drive_in(pair.booth.store, "AB1234")
    wait_until(lambda: state_of(pair.exit, stay_id) is StayState.INSIDE, "the exit knows the car")
    pair.clock.pass_by(minutes=95)
    assert pay(pair.booth.store, pair.boss, stay_id) == 400
    wait_until(lambda: state_of(pair.exit, stay_id) is StayState.PAID, "the exit knows that it paid")
    drive_out(pair.exit.store, "AB1234", stay_id)
    pair.both(lambda console: state_of(console, stay_id) is StayState.LEFT, "it left")
    pair.both(
        lambda console: console.store.read(lambda unit: unit.occupancy()).inside == 0, "nobody is inside"
    )


def test_the_exit_lets_cars_in_on_spaces_that_the_hub_granted(pair_with_entrance: Pair) -> None:
    pair = pair_with_entrance
    stay_id = drive_in(pair.exit.store, "CD5678")
    wait_until(lambda: state_of(pair.booth, stay_id) is StayState.INSIDE, "the booth knows the car")


def test_an_entry_lane_that_moves_away_takes_the_spaces_with_it(pair_with_entrance: Pair) -> None:
    pair = pair_with_entrance
    own = pair.exit.store.console_id
    assert own in pair.entrances()
    pair.wire("out")
    wait_until(lambda: own not in pair.entrances(), "the hub knows that no car comes in there")
    wait_until(
        lambda: pair.booth.store.read(lambda unit: unit.lease_book().lease_of(own).held) == 0,
        "its spaces went back",
    )


def test_lanes_that_are_wired_already_start_when_the_lot_arrives(tmp_path: Path) -> None:
    with ExitStack() as ends:
        made = Pair(tmp_path, ends)
        made.wire("out")
        made.join()
        wait_until(lambda: set(made.exit.lanes) == {"out"}, "the exit runs its lane")
        assert not made.booth.lanes


def test_a_third_console_finds_the_new_hub_where_it_is_told_though_nobody_could_tell_of_the_appointment(
    pair: Pair, tmp_path: Path
) -> None:
    with console_in(tmp_path / "kiosk", name="Kiosk", port=free_port(), clock=pair.clock) as kiosk:
        invited = pair.booth.membership.invite(pair.boss, "Kiosk")
        kiosk.membership.join(address=invited.address, code=invited.code, name="Kiosk", entry_lanes=False)
        wait_until(lambda: len(kiosk.store.read(members)) == 3, "the kiosk knows the lot")
        pair.both(lambda console: len(console.store.read(members)) == 3, "the lot knows the kiosk")
        assert pair.booth.shared is not None
        pair.booth.shared.end()
        wait_until(lambda: hub_is_away(kiosk), "the hub is away")
        pair.exit.membership.become_hub(pair.boss)
        assert kiosk.shared is not None
        address = pair.exit.membership.own().address
        kiosk.config = replace(kiosk.config, shared=replace(kiosk.config.shared, hub=address))
        kiosk.shared.begin()
        stay_id = drive_in(pair.exit.store, "AB1234")
        wait_until(lambda: state_of(kiosk, stay_id) is StayState.INSIDE, "the kiosk knows the car")


def test_the_address_of_the_hub_is_tried_where_it_is_typed_and_nowhere_else(pair: Pair) -> None:
    right = pair.exit.config.shared.hub
    found = try_setting(pair.exit, "hub", SharedSettings(hub=right))
    assert found.code == "trial.hub_ok"
    assert cast("int", found.facts["count"]) > 0
    with pytest.raises(LinkError) as away:
        try_setting(pair.exit, "hub", SharedSettings(hub=f"127.0.0.1:{free_port()}"))
    assert away.value.cause == "link.no_answer"
    with pytest.raises(LinkError) as own:
        try_setting(pair.booth, "hub", SharedSettings(hub=right))
    assert own.value.cause == "trial.is_hub"


def test_a_hub_without_a_database_knows_when_the_exit_has_its_money(pair: Pair) -> None:
    stay_id = drive_in(pair.booth.store, "AB1234")
    pair.clock.pass_by(minutes=95)
    assert pay(pair.booth.store, pair.boss, stay_id) == 400
    wait_until(lambda: not pair.booth.sharing.view().safe_to_unplug, "the booth alone has the money")
    wait_until(lambda: state_of(pair.exit, stay_id) is StayState.PAID, "the exit knows that it paid")
    wait_until(
        lambda: (
            bool(homes := pair.booth.sharing.view().homes)
            and homes[0].state is LinkState.OK
            and pair.booth.sharing.view().safe_to_unplug
        ),
        "the exit said that it holds the payment",
    )


def test_the_exit_goes_on_alone_and_catches_up(pair: Pair, tmp_path: Path) -> None:
    stay_id = drive_in(pair.booth.store, "AB1234")
    wait_until(lambda: state_of(pair.exit, stay_id) is StayState.INSIDE, "the exit knows the car")
    assert pair.booth.shared is not None
    pair.booth.shared.end()
    wait_until(lambda: pair.exit.sharing.view().links[HUB].state is LinkState.LOST, "the hub is away")
    pair.clock.pass_by(minutes=95)
    assert pay(pair.exit.store, pair.boss, stay_id) == 400
    wait_until(lambda: not pair.exit.sharing.view().safe_to_unplug, "money waits")
    drive_out(pair.exit.store, "AB1234", stay_id)
    assert state_of(pair.booth, stay_id) is StayState.INSIDE
    restarted = type(pair.booth.shared)(pair.booth)
    restarted.begin()
    try:
        pair.exit.sharing.try_now()
        wait_until(lambda: state_of(pair.booth, stay_id) is StayState.LEFT, "the booth caught up")
        wait_until(lambda: pair.exit.sharing.view().safe_to_unplug, "nothing waits")
    finally:
        restarted.end()


def test_a_console_with_a_lot_of_its_own_does_not_join_another(pair: Pair, tmp_path: Path) -> None:
    invited = pair.booth.membership.invite(pair.boss, "Third")
    with console_in(tmp_path / "own", name="Own", port=free_port(), clock=pair.clock) as own:
        set_up(own.store)
        with pytest.raises(Refused, match=r"join\.has_history"):
            own.membership.join(address=invited.address, code=invited.code, name="Third", entry_lanes=False)


def test_the_hub_carries_everybody_to_the_shared_database(tmp_path: Path) -> None:
    with postgresql_server() as server, ExitStack() as ends:
        url = server.new_database()
        upgrade(url)
        made = Pair(tmp_path, ends, database=url)
        made.wire("in")
        made.join()
        made.await_grant()
        stay_id = drive_in(made.exit.store, "EF9012")
        wait_until(lambda: state_of(made.booth, stay_id) is StayState.INSIDE, "the booth knows the car")

        link = DatabaseLink(url, lot_id=made.booth.store.lot_id, console_id="reader", clock=made.clock)
        try:
            own = made.exit.store.console_id
            wait_until(
                lambda: (
                    link.marks().get(own) is not None
                    and link.marks()[own].seq == StoreReplica(made.exit.store).marks()[own].seq
                ),
                "the exit's chain is in the database",
            )
            wait_until(lambda: inside_by_database(url) == ["EF9012"], "the hub projected it")
        finally:
            link.close()


def test_whoever_is_revoked_is_let_in_no_more(pair: Pair) -> None:
    exit_id = pair.exit.store.console_id
    pair.booth.membership.revoke(pair.boss, exit_id, "stolen")

    def is_told() -> bool:
        # While it begins to share anew, as after it joined, there is no link at all.
        hub = pair.exit.sharing.view().links.get(HUB)
        return hub is not None and hub.cause == "link.revoked"

    wait_until(is_told, "the exit is told that it is revoked")
    stay_id = drive_in(pair.booth.store, "GH3456")
    assert state_of(pair.exit, stay_id) is None


def test_the_name_of_a_console_is_kept_in_its_file(pair: Pair) -> None:
    assert pair.exit.config.shared == replace(pair.exit.config.shared, hub=pair.exit.config.shared.hub)
    assert pair.exit.config.shared.hub.startswith("127.0.0.1:")
    assert "Exit" in (pair.exit.folder.config).read_text(encoding="utf-8")
