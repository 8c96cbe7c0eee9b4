"""What a console was told when it joined counts until its journal says who is the hub."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.services.admit import decide_entry
from core.services.announce_console import OwnConsole, announce_console
from core.services.join_lot import Joined
from core.store.membership import StoreMembership
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.told import told
from tests.core.store.lot import POLICY, SetClock, set_up, vote_for
from tests.core.store.lots_apart import chain_of, consoles, give

TOLD = Joined("", "01900000-0000-7000-8000-00000000000a", "ab" * 32, 1, 2, "Exit")


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[list[Store]]:
    with consoles(tmp_path, SetClock(), "hub", "fresh") as stores:
        yield stores


def enter(store: Store) -> tuple[Action, str]:
    def work(unit: object) -> tuple[Action, str]:
        decision = decide_entry(
            unit,  # type: ignore[arg-type]
            lane_id="in",
            sighting_id="s1",
            vote=vote_for("ABC1234"),
            photo="",
            policy=POLICY,
        )
        return decision.admission.action, decision.admission.reason

    return store.write(work)


def test_a_console_that_has_the_journal_in_part_lets_nobody_in_by_itself(pair: list[Store]) -> None:
    hub, fresh = pair
    boss = set_up(hub)
    with_lot_alone = chain_of(hub)
    own = OwnConsole("Booth", "aa" * 32, entry_lanes=True, address="10.0.0.2:8461")
    hub.write(lambda unit: announce_console(unit, own, who=boss.person_id))
    StoreMembership(fresh).adopt(replace(TOLD, lot_id=fresh.lot_id, hub_id=hub.console_id))
    StoreReplica(fresh).take(with_lot_alone)
    book = fresh.read(lambda unit: unit.lease_book())
    assert (book.hub_id, book.needs_lease) == (hub.console_id, True)
    action, reason = enter(fresh)
    assert action is not Action.OPEN
    assert reason == "entry.spaces_elsewhere"
    give(hub, fresh)
    assert fresh.read(lambda unit: unit.lease_book()).hub_id == hub.console_id


def test_what_another_lot_told_is_nothing(pair: list[Store]) -> None:
    hub, _ = pair
    set_up(hub)
    assert hub.read(lambda unit: told(unit.connection, unit.lot_id)) is None
    assert not hub.read(lambda unit: unit.lease_book()).needs_lease
    StoreMembership(hub).adopt(replace(TOLD, lot_id=hub.lot_id))
    assert hub.read(lambda unit: told(unit.connection, "another lot")) is None
    assert hub.read(lambda unit: told(unit.connection, unit.lot_id)) is not None
