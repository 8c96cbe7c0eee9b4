"""Spaces handed from the hub to the entrances of a lot, on consoles with real stores."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.leases import Lease
from core.domain.lots import Direction
from core.services import confirm_crossing
from core.services.grant_spaces import grant_spaces
from core.services.override_gate import open_gate
from core.services.return_spaces import ask_for_space, return_spaces, write_off_spaces
from core.services.sharing import HUB
from core.services.unit_of_work import UnitOfWork
from tests.sharing_world.consoles import Console, Lotful
from tests.sharing_world.transport import FAIR


@pytest.fixture
def lot(tmp_path: Path) -> Iterator[Lotful]:
    """Six spaces; the hub, and two more consoles, all with an entry and an exit."""
    made = Lotful(tmp_path, consoles=3, capacity=6, weather=FAIR, seed=random.Random(1))
    yield made
    made.close()


def lease(console: Console, of: Console | None = None) -> Lease:
    who = (of or console).console_id
    return console.store.read(lambda unit: unit.lease_book()).lease_of(who)


def enters(console: Console, plate: str) -> str:
    """A car that is let in by the lane itself and drives in; its stay."""
    decision = console.decide(Direction.ENTRY, plate, asks=False)
    assert (decision.action, decision.reason) == (Action.OPEN, "entry.space_free")
    stay_id, lane_id = decision.stay_id or "", console.lane(Direction.ENTRY).lane_id

    def work(unit: UnitOfWork) -> None:
        confirm_crossing.crossed(unit, lane_id=lane_id, direction=Direction.ENTRY, stay_id=stay_id, photo="")

    console.store.write(work)
    return stay_id


def leaves(console: Console, stay_id: str) -> None:
    lane_id = console.lane(Direction.EXIT).lane_id
    console.store.write(
        lambda unit: confirm_crossing.crossed(
            unit, lane_id=lane_id, direction=Direction.EXIT, stay_id=stay_id, photo=""
        )
    )


def available(lot: Lotful) -> int:
    return lot.hub.store.read(lambda unit: unit.lease_book().available(unit.occupancy()))


def test_a_console_lets_in_as_many_as_it_was_granted_and_the_hub_the_rest(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    granted = lot.hub.store.write(grant_spaces)
    assert granted == {console.console_id: 1 for console in lot.consoles[1:]}
    assert west.decide(Direction.ENTRY, "AAA1", asks=False).reason == "entry.spaces_elsewhere"
    west.exchange(HUB)
    stay_id = enters(west, "AAA1")
    assert lease(west).balance == 0
    assert west.store.read(lambda unit: unit.stay(stay_id)).leased_by == west.console_id
    assert west.decide(Direction.ENTRY, "AAA2", asks=False).reason == "entry.spaces_elsewhere"
    for number in range(4):
        enters(lot.hub, f"HHH{number}")
    assert lot.hub.decide(Direction.ENTRY, "HHH9", asks=False).reason == "entry.spaces_elsewhere"


def test_granting_again_changes_nothing_until_something_was_spent(lot: Lotful) -> None:
    lot.hub.store.write(grant_spaces)
    assert lot.hub.store.write(grant_spaces) == {}


def test_only_the_hub_grants(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    assert west.store.write(grant_spaces) == {}
    lot.appoint(west)
    former = lot.consoles[0]
    assert former.store.write(grant_spaces) == {}
    west.exchange(HUB)
    lot.calm()
    assert set(west.store.write(grant_spaces)) == {lot.consoles[0].console_id, lot.consoles[2].console_id}


def test_who_becomes_the_hub_gives_back_what_it_was_granted_before(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    lot.hub.store.write(grant_spaces)
    lot.calm()
    assert lease(west).balance == 1
    lot.appoint(west)
    lot.calm()
    west.store.write(grant_spaces)
    assert lease(west).balance == 0


def test_the_space_of_a_car_that_leaves_stays_with_the_entrance_also_when_it_is_cut_off(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    lot.hub.store.write(grant_spaces)
    west.exchange(HUB)
    for number in range(3):
        leaves(west, enters(west, f"AAA{number}"))
    assert (lease(west).balance, lease(west).spent, lease(west).kept) == (1, 3, 3)
    assert available(lot) == 4
    lot.calm()
    assert available(lot) == 4


def test_a_car_that_backs_out_gives_its_entrance_the_space_back(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    lot.hub.store.write(grant_spaces)
    west.exchange(HUB)
    decision = west.decide(Direction.ENTRY, "AAA1", asks=False)
    stay_id, lane_id = decision.stay_id or "", west.lane(Direction.ENTRY).lane_id
    west.store.write(
        lambda unit: confirm_crossing.backed_out(
            unit, lane_id=lane_id, direction=Direction.ENTRY, stay_id=stay_id
        )
    )
    assert lease(west).balance == 1
    lot.calm()
    assert available(lot) == 4


def test_a_car_let_in_by_hand_leaves_no_space_behind_that_was_not_there(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    person, lane_id = west.person, west.lane(Direction.ENTRY).lane_id
    assert person is not None
    _, stay_id = west.store.write(
        lambda unit: open_gate(
            unit, actor=person, lane_id=lane_id, reason="staff_or_delivery", vehicle_present=True
        )
    )
    leaves(west, stay_id or "")
    assert lease(west) == Lease(west.console_id)


def test_the_spaces_of_an_overfull_lot_are_not_kept(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    stays = [enters(lot.hub, f"HHH{number}") for number in range(6)]
    person, lane_id = lot.hub.person, lot.hub.lane(Direction.ENTRY).lane_id
    assert person is not None
    lot.hub.store.write(
        lambda unit: open_gate(
            unit, actor=person, lane_id=lane_id, reason="staff_or_delivery", vehicle_present=True
        )
    )
    lot.calm()
    leaves(west, stays[0])
    assert lease(west).balance == 0
    lot.calm()
    assert available(lot) == 0


def test_a_stay_that_the_exit_has_never_heard_of_leaves_its_space_to_the_hub(lot: Lotful) -> None:
    _, west, east = lot.consoles
    lot.hub.store.write(grant_spaces)
    west.exchange(HUB)
    stay_id = enters(west, "AAA1")
    leaves(east, stay_id)
    lot.calm()
    assert lease(lot.hub, east).kept == 0
    assert available(lot) == 5


def test_a_console_asks_only_where_it_has_none_and_needs_one(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    assert west.store.write(ask_for_space)
    lot.hub.store.write(grant_spaces)
    west.exchange(HUB)
    assert not west.store.write(ask_for_space)
    assert not lot.hub.store.write(ask_for_space)


def test_what_an_entrance_has_too_many_of_goes_back_when_another_asks(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    stays = [enters(lot.hub, f"HHH{number}") for number in range(6)]
    lot.calm()
    for stay_id in stays[:4]:
        leaves(west, stay_id)
    assert lease(west).balance == 4
    assert west.store.write(lambda unit: return_spaces(unit, asked=True)) == 3
    lot.calm()
    assert available(lot) == 3
    assert lot.hub.store.write(lambda unit: return_spaces(unit, asked=True)) == 0


def test_a_supervisor_writes_off_what_a_lost_console_holds(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    lot.hub.store.write(grant_spaces)
    boss, ben = lot.boss, lot.hub.person
    assert ben is not None
    gone = west.console_id

    def write_off(unit: UnitOfWork) -> int:
        return write_off_spaces(unit, actor=boss, console_id=gone, reason="burnt out")

    before = available(lot)
    assert lot.hub.store.write(write_off) == 1
    assert available(lot) == before + 1
    with pytest.raises(Refused, match=r"lease\.nothing_held"):
        lot.hub.store.write(write_off)
    with pytest.raises(BadInput, match=r"lease\.reason_needed"):
        lot.hub.store.write(lambda unit: write_off_spaces(unit, actor=boss, console_id=gone, reason=" "))
    with pytest.raises(NotAllowed):
        lot.hub.store.write(lambda unit: write_off_spaces(unit, actor=ben, console_id=gone, reason="x"))


def test_a_console_that_comes_back_after_a_write_off_owes_what_it_let_in(lot: Lotful) -> None:
    _, west, _ = lot.consoles
    lot.hub.store.write(grant_spaces)
    west.exchange(HUB)
    enters(west, "AAA1")
    boss, back = lot.boss, west.console_id
    lot.hub.store.write(lambda unit: write_off_spaces(unit, actor=boss, console_id=back, reason="away"))
    lot.calm()
    assert lease(lot.hub, west).balance == -1
    assert lot.hub.store.write(grant_spaces)[back] == 2
    lot.calm()
    assert lease(west).balance == 1
