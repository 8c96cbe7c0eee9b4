"""A console opens its door where it is the hub, and looks for the hub where another one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.compose_hub import hub_link, hub_server
from core.config import SharedConfig
from core.domain.people import Actor
from core.services.announce_console import OwnConsole, announce_console, write_console
from core.services.appoint_hub import appoint_hub
from core.services.join_lot import Joined
from core.services.unit_of_work import UnitOfWork
from core.store.folder import DataFolder
from core.store.membership import StoreMembership
from core.store.store import Store
from core.sync.identity import Identity, load_identity
from tests.core.store.lot import SetClock, opened, set_up
from tests.core.sync.hub_lot import LOCALHOST, free_port

NOWHERE = SharedConfig()
JOINED = Joined("", "01900000-0000-7000-8000-00000000000a", "ab" * 32, 1, 2, "Exit")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as fresh:
        yield fresh


@pytest.fixture
def identity(tmp_path: Path) -> Identity:
    return load_identity(tmp_path)


def announce(store: Store, identity: Identity) -> Actor:
    boss = set_up(store)
    own = OwnConsole("Booth", identity.public_key, entry_lanes=True, address=f"{LOCALHOST}:8461")
    store.write(lambda unit: announce_console(unit, own, who=boss.person_id))
    return boss


def test_a_lot_of_one_console_has_neither_door_nor_link(
    store: Store, identity: Identity, tmp_path: Path
) -> None:
    set_up(store)
    assert hub_link(store, NOWHERE, identity) is None
    assert hub_server(store, DataFolder(tmp_path), NOWHERE, identity, SetClock()) is None


def test_the_hub_has_a_door_and_no_link(store: Store, identity: Identity, tmp_path: Path) -> None:
    announce(store, identity)
    port = free_port()
    shared = SharedConfig(hub_host=LOCALHOST, hub_port=port)
    assert hub_link(store, shared, identity) is None
    server = hub_server(store, DataFolder(tmp_path), shared, identity, SetClock())
    assert server is not None
    server.start()
    assert server.port == port
    server.stop()


def test_a_console_that_just_joined_looks_where_it_was_told(store: Store, identity: Identity) -> None:
    StoreMembership(store).adopt(replace(JOINED, lot_id=store.lot_id))
    assert hub_link(store, NOWHERE, identity) is None
    link = hub_link(store, SharedConfig(hub="booth.local"), identity)
    assert link is not None
    assert link.name == "hub"
    link.close()


def test_a_console_that_is_no_hub_any_more_closes_its_door_and_looks_for_the_new_one(
    store: Store, identity: Identity, tmp_path: Path
) -> None:
    boss = announce(store, identity)
    store.write(lambda unit: _add(unit, boss))
    store.write(lambda unit: appoint_hub(unit, actor=boss, console_id=JOINED.hub_id, address="kiosk:8461"))
    assert hub_server(store, DataFolder(tmp_path), NOWHERE, identity, SetClock()) is None
    # What is mistaken in the file keeps nobody from the address that the hub said itself.
    link = hub_link(store, SharedConfig(hub="http://no address"), identity)
    assert link is not None
    link.close()


def _add(unit: UnitOfWork, boss: Actor) -> None:
    write_console(
        unit,
        console_id=JOINED.hub_id,
        name="Kiosk",
        public_key="cd" * 32,
        entry_lanes=False,
        who=boss.person_id,
    )
