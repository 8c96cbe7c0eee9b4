"""A console's sharing as a whole, over far sides in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest

from core.domain.errors import LinkError
from core.services.sharing import LinkState
from core.sync.sharing import Sharing, Standing
from tests.core.sync.test_worker import eventually
from tests.fakes.chains import MemoryLink, MemoryReplica
from tests.fakes.clock import FakeClock


def shared(
    replica: MemoryReplica,
    *links: MemoryLink,
    hub_id: str = "booth",
    duties: dict[str, Callable[[], None]] | None = None,
    ask_hub: Callable[[], None] = lambda: None,
    has_space: Callable[[], bool] = lambda: True,
) -> Sharing:
    return Sharing(
        replica,
        links,
        clock=FakeClock(),
        standing=lambda: Standing(2, hub_id),
        duties=duties or {},
        ask_hub=ask_hub,
        has_space=has_space,
    )


def test_a_lone_console_shares_nothing_and_is_its_own_hub() -> None:
    alone = Sharing(
        MemoryReplica("booth"), clock=FakeClock(), standing=Standing, duties={}, internet="192.0.2.1:443"
    )
    alone.start()
    try:
        view = alone.view()
        assert not view.is_shared
        assert view.safe_to_unplug
        assert alone.is_hub
        assert {one.state for one in view.links.values()} == {LinkState.NOT_USED}
        assert not alone.refresh(300)
    finally:
        alone.stop()


def test_it_is_safe_to_unplug_once_the_money_is_held_elsewhere() -> None:
    booth, database = MemoryReplica("booth"), MemoryLink()
    database.away = "link.no_answer"
    booth.write("stay.paid")
    sharing = shared(booth, database)
    sharing.start()
    try:
        sharing.on_commit(frozenset({"stay.paid"}))
        assert eventually(lambda: sharing.view().links["database"].state is LinkState.LOST)
        assert not sharing.view().safe_to_unplug
        database.away = ""
        sharing.try_now()
        assert eventually(lambda: sharing.view().safe_to_unplug)
    finally:
        sharing.stop()


def test_a_refusal_may_ask_and_what_was_paid_elsewhere_is_there() -> None:
    exit_lane, database, kiosk = MemoryReplica("exit"), MemoryLink(), MemoryReplica("kiosk")
    sharing = shared(exit_lane, database)
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: sharing.view().links["database"].state is LinkState.OK)
        kiosk.write("stay.paid")
        database.chains.add(kiosk.rows("kiosk", 0))
        assert sharing.refresh(5000)
        assert exit_lane.marks()["kiosk"].seq == 1
    finally:
        sharing.stop()


def test_nobody_is_asked_when_nobody_is_there() -> None:
    booth, database = MemoryReplica("booth"), MemoryLink()
    database.away = "link.no_answer"
    sharing = shared(booth, database, hub_id="hub", has_space=lambda: False)
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: sharing.view().links["database"].state is LinkState.LOST)
        before = time.monotonic()
        assert not sharing.refresh(60_000)
        assert not sharing.ask_space(60_000)
        assert time.monotonic() - before < 30
    finally:
        sharing.stop()


def test_a_space_is_asked_for_and_comes() -> None:
    entry, database, hub = MemoryReplica("entry"), MemoryLink(), MemoryReplica("hub")
    asked: list[str] = []

    def ask() -> None:
        asked.append("asked")
        hub.write("space.granted", to="entry", count=1)
        database.chains.add(hub.rows("hub", 0))
        sharing.on_commit(frozenset())

    sharing = shared(entry, database, hub_id="hub", ask_hub=ask, has_space=lambda: "hub" in entry.marks())
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: sharing.view().links["database"].state is LinkState.OK)
        assert sharing.ask_space(10_000)
        assert asked == ["asked"]
    finally:
        sharing.stop()


def test_who_becomes_hub_begins_its_duties() -> None:
    booth, database = MemoryReplica("booth"), MemoryLink()
    done: list[str] = []
    standing = [Standing(2, "other")]
    sharing = Sharing(
        booth,
        [database],
        clock=FakeClock(),
        standing=lambda: standing[0],
        duties={"grants": lambda: done.append("grants")},
    )
    sharing.start()
    try:
        assert not sharing.is_hub
        standing[0] = Standing(2, "booth")
        sharing.on_commit(frozenset({"hub.appointed"}))
        assert sharing.is_hub
        assert eventually(lambda: bool(done))
    finally:
        sharing.stop()


def test_the_newest_report_of_a_console_counts() -> None:
    booth, database, hub = MemoryReplica("booth"), MemoryLink(), MemoryLink("hub")
    database.left["kiosk"] = {"at": 5, "version": "old"}
    hub.left["kiosk"] = {"at": 9, "version": "new"}
    sharing = shared(booth, database, hub)
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(
            lambda: all(sharing.view().links[name].state is LinkState.OK for name in ("database", "hub"))
        )
        assert sharing.reports()["kiosk"]["version"] == "new"
        hub.away = database.away = "link.no_answer"
        sharing.try_now()
        assert eventually(lambda: sharing.view().links["hub"].state is LinkState.LOST)
        assert sharing.reports()["kiosk"]["version"] == "new", "who was heard once is not unheard of"
    finally:
        sharing.stop()


class Door:
    """A hub's door with a shelf for reports and nobody who comes."""

    cause = ""

    def __init__(self) -> None:
        self.left: dict[str, Mapping[str, object]] = {}

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def ring(self) -> None: ...

    def report(self, document: Mapping[str, object]) -> None:
        self.left["booth"] = document

    def reports(self) -> Mapping[str, Mapping[str, object]]:
        return self.left


def test_a_hub_without_a_database_reads_and_leaves_reports_at_its_own_door() -> None:
    sharing, door = shared(MemoryReplica("booth")), Door()
    sharing.serve(door)
    door.left["kiosk"] = {"at": 5, "version": "1"}
    sharing.report({"at": 6, "version": "2"})
    assert {name: each["version"] for name, each in sharing.reports().items()} == {"booth": "2", "kiosk": "1"}


def test_a_duty_that_asks_a_far_side_and_fails_is_told_like_the_others() -> None:
    def fail() -> None:
        raise LinkError("link.no_answer")

    sharing = Sharing(
        MemoryReplica("booth"),
        clock=FakeClock(),
        standing=lambda: Standing(2, "booth"),
        duties={},
        far_duties={"projects": fail},
    )
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: "projects" in sharing.duties)
        assert eventually(lambda: sharing.duties["projects"].cause == "link.no_answer")
    finally:
        sharing.stop()


def test_what_cannot_be_done_at_a_far_side_that_is_away_is_said_by_its_link_alone() -> None:
    def fail() -> None:
        raise LinkError("link.no_answer")

    database = MemoryLink()
    sharing = Sharing(
        MemoryReplica("booth"),
        [database],
        clock=FakeClock(),
        standing=lambda: Standing(2, "booth"),
        duties={},
        far_duties={"projects": fail},
    )
    sharing.start()
    try:
        sharing.on_commit(frozenset())
        assert eventually(lambda: "projects" in sharing.duties)
        database.away = "link.no_answer"
        sharing.try_now()
        assert eventually(lambda: "projects" not in sharing.duties)
    finally:
        sharing.stop()


def test_a_wrong_clock_is_known_by_each_far_side_as_long_as_it_answers() -> None:
    database, hub = MemoryLink(), MemoryLink("hub")
    hub.skew = timedelta(minutes=4)
    sharing = shared(MemoryReplica("booth"), database, hub)
    sharing.start()
    try:
        assert eventually(
            lambda: all(sharing.view().links[name].state is LinkState.OK for name in ("database", "hub"))
        )
        assert sharing.view().skew is None
        sharing.report({"at": 1})
        assert sharing.view().skew == sharing.view().links["hub"].skew == timedelta(minutes=4)
        database.skew = timedelta(seconds=2)
        sharing.report({"at": 2})
        assert sharing.view().skew == timedelta(seconds=2), "the database's clock goes before the hub's"
        database.away = "link.no_answer"
        sharing.try_now()
        assert eventually(lambda: sharing.view().links["database"].state is LinkState.LOST)
        assert sharing.view().skew == timedelta(minutes=4)
    finally:
        sharing.stop()


def test_a_far_side_that_takes_no_report_keeps_the_other_from_none() -> None:
    database, hub = MemoryLink(), MemoryLink("hub")
    sharing = shared(MemoryReplica("booth"), database, hub)
    sharing.start()
    try:
        assert eventually(
            lambda: all(sharing.view().links[name].state is LinkState.OK for name in ("database", "hub"))
        )
        database.away = "link.no_answer"
        with pytest.raises(LinkError):
            sharing.report({"at": 1})
        assert hub.left == {"console": {"at": 1}}
    finally:
        sharing.stop()
