"""Spaces go where cars come in: a console says how its lanes are wired by now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.lots import Direction
from core.services.announce_console import OwnConsole, announce_console
from core.services.follow_wiring import follow_wiring, is_wired_otherwise
from core.store.store import Store
from tests.core.store.lot import opened, set_up


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as fresh:
        yield fresh


def announce(store: Store, *, entry_lanes: bool) -> None:
    boss = set_up(store)
    own = OwnConsole("Booth", "aa" * 32, entry_lanes=entry_lanes, address="10.0.0.2:8461")
    store.write(lambda unit: announce_console(unit, own, who=boss.person_id))


def lanes(store: Store, way: Direction) -> set[str]:
    return {lane.lane_id for lane in store.read(lambda unit: unit.lot()).lanes if lane.direction is way}


def entrances(store: Store) -> frozenset[str]:
    return store.read(lambda unit: unit.lease_book().entrances)


def follow(store: Store, wired: set[str]) -> bool:
    return store.write(lambda unit: follow_wiring(unit, wired))


def test_a_console_that_runs_exits_alone_is_no_entrance_whatever_it_joined_as(store: Store) -> None:
    announce(store, entry_lanes=True)
    exits = lanes(store, Direction.EXIT)
    assert store.read(lambda unit: is_wired_otherwise(unit, exits))
    assert follow(store, exits)
    assert entrances(store) == frozenset()


def test_an_entry_lane_that_is_wired_later_brings_it_its_share(store: Store) -> None:
    announce(store, entry_lanes=False)
    assert follow(store, lanes(store, Direction.ENTRY))
    assert entrances(store) == {store.console_id}


def test_what_is_known_already_is_said_once(store: Store) -> None:
    announce(store, entry_lanes=True)
    assert follow(store, set())
    assert not follow(store, set())
    assert not follow(store, {"nobody's lane"})


def test_who_belongs_to_no_lot_of_several_says_nothing(store: Store) -> None:
    assert not follow(store, set())
    set_up(store)
    assert not follow(store, set())
