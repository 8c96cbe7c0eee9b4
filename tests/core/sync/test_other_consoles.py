"""Money that only the hub knows is told also where there is no database: the other consoles are its home."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.domain.journal import to_micros
from core.services.sharing import OTHERS, LinkState, SharingView
from core.sync.other_consoles import OtherConsoles
from core.sync.sharing import Sharing, Standing
from tests.core.sync.test_sharing import Door
from tests.core.sync.test_worker import eventually
from tests.fakes.chains import MemoryLink, MemoryReplica
from tests.fakes.clock import FakeClock


class Lot:
    """A hub that took money twice, and what its kiosk and its exit say."""

    def __init__(self) -> None:
        self.hub, self.clock = MemoryReplica("hub"), FakeClock()
        self.members = {"hub", "kiosk", "exit"}
        self.others = OtherConsoles(self.hub, self.clock, lambda: self.members)
        for kind in ("stay.paid", "lane.noted", "stay.paid", "lane.noted"):
            self.hub.write(kind)

    def said(self, held: object) -> Mapping[str, object]:
        return {"at": to_micros(self.clock.now()), "held": held}

    def look(self, **held: object) -> SharingView:
        reports = {name: self.said(each) for name, each in held.items()}
        self.others.look({"hub": self.said({"hub": 4}), **reports})
        return SharingView(is_shared=True, is_hub=True, links={OTHERS: self.others.view})


def test_it_is_safe_once_one_of_the_others_holds_all_its_money() -> None:
    lot = Lot()
    assert lot.look(kiosk={"hub": 2}, exit={}).waiting.money == 1
    view = lot.look(kiosk={"hub": 2}, exit={"hub": 3})
    assert view.safe_to_unplug
    assert view.waiting.entries == 1


def test_what_nobody_was_heard_to_hold_only_the_hub_holds() -> None:
    lot = Lot()
    view = lot.look()
    assert (view.waiting.money, view.links[OTHERS].state) == (2, LinkState.UNKNOWN)


def test_what_a_revoked_console_holds_helps_nobody() -> None:
    lot = Lot()
    assert lot.look(kiosk={"hub": 4}).safe_to_unplug
    lot.members = {"hub", "exit"}
    assert lot.look(kiosk={"hub": 4}).waiting.money == 2


@pytest.mark.parametrize("held", [{"hub": 99}, {"hub": -1}, {"hub": True}, {"hub": "4"}, [4], None, {}])
def test_a_report_that_says_what_cannot_be_is_believed_nothing(held: object) -> None:
    assert Lot().look(kiosk=held).waiting.money == 2


def test_others_that_fell_silent_are_away_since_they_were_heard_last() -> None:
    lot = Lot()
    heard_at = lot.clock.now()
    report = lot.said({"hub": 4})
    lot.others.look({"kiosk": report})
    assert lot.others.view.state is LinkState.OK
    lot.clock.pass_by(minutes=4)
    lot.others.look({"kiosk": report})
    assert (lot.others.view.state, lot.others.view.since) == (LinkState.LOST, heard_at)


def shared(hub: MemoryReplica, door: Door, *links: MemoryLink) -> Sharing:
    sharing = Sharing(
        hub,
        links,
        clock=FakeClock(),
        standing=lambda: Standing(2, "hub"),
        duties={},
        members=lambda: {"hub", "kiosk"},
    )
    sharing.serve(door)
    return sharing


def test_a_hub_without_a_database_tells_of_money_until_a_console_has_it() -> None:
    hub, door = MemoryReplica("hub"), Door()
    hub.write("stay.paid")
    sharing = shared(hub, door)
    sharing.start()
    try:
        assert eventually(lambda: not sharing.view().safe_to_unplug)
        door.left = {"kiosk": {"at": 0, "held": {"hub": 1}}}
        sharing.on_commit(frozenset())
        assert eventually(lambda: sharing.view().safe_to_unplug)
        assert sharing.view().homes
    finally:
        sharing.stop()


def test_a_hub_with_a_database_has_its_home_there() -> None:
    hub = MemoryReplica("hub")
    sharing = shared(hub, Door(), MemoryLink())
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: "others" in sharing.duties)
        assert [home.name for home in sharing.view().homes] == ["database"]
    finally:
        sharing.stop()
