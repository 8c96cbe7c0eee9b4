"""What one round between a console and a far side does, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.chains import Mark
from core.domain.errors import LinkError
from core.services.sharing import Link, Replica
from core.sync.exchange import Exchange, Round
from tests.fakes.chains import MemoryLink, MemoryReplica


def exchange(replica: MemoryReplica, link: MemoryLink, *, relays: bool = False, most: int = 100) -> Exchange:
    near: Replica = replica
    far: Link = link
    return Exchange(near, far, relays=lambda: relays, most_rows=most)


@pytest.fixture
def booth() -> MemoryReplica:
    return MemoryReplica("booth")


@pytest.fixture
def exit_lane() -> MemoryReplica:
    return MemoryReplica("exit")


@pytest.fixture
def database() -> MemoryLink:
    return MemoryLink()


def test_what_one_console_wrote_another_one_has(
    booth: MemoryReplica, exit_lane: MemoryReplica, database: MemoryLink
) -> None:
    written = [booth.write(number=number) for number in range(3)]
    assert exchange(booth, database).round() == Round(pushed=3)
    assert exchange(exit_lane, database).round() == Round(pulled=3)
    assert exit_lane.rows("booth", 0) == written
    assert database.rings == 1


def test_a_second_round_does_nothing(booth: MemoryReplica, database: MemoryLink) -> None:
    booth.write()
    meeting = exchange(booth, database)
    meeting.round()
    assert meeting.round() == Round()
    assert database.pushes == 1


def test_a_long_backlog_goes_in_batches(booth: MemoryReplica, database: MemoryLink) -> None:
    for _ in range(25):
        booth.write()
    meeting = exchange(booth, database, most=10)
    rounds = [meeting.round() for _ in range(3)]
    assert [(one.pushed, one.more) for one in rounds] == [(10, True), (10, True), (5, False)]


def test_what_the_far_side_holds_is_kept_for_when_it_is_away(
    booth: MemoryReplica, database: MemoryLink
) -> None:
    booth.write("stay.paid")
    meeting = exchange(booth, database)
    meeting.round()
    booth.write("stay.paid")
    database.away = "link.no_answer"
    with pytest.raises(LinkError):
        meeting.round()
    waiting = booth.waiting("database")
    assert (waiting.entries, waiting.money) == (1, 1)


def test_only_a_relay_hands_on_what_others_wrote(
    booth: MemoryReplica, exit_lane: MemoryReplica, database: MemoryLink
) -> None:
    booth.write()
    exit_lane.take(booth.rows("booth", 0))
    alone = exchange(exit_lane, database)
    alone.round()
    alone.round()
    assert "booth" not in database.marks()
    relay = exchange(exit_lane, database, relays=True)
    relay.round()  # its own console comes first
    relay.round()
    assert database.marks()["booth"].seq == 1


def test_a_far_side_set_back_gets_again_what_it_lost(booth: MemoryReplica, database: MemoryLink) -> None:
    for _ in range(4):
        booth.write()
    meeting = exchange(booth, database)
    meeting.round()
    del database.chains.rows_of["booth"][2:]
    done = meeting.round()
    assert done.was_set_back
    assert database.marks()["booth"] == booth.marks()["booth"]


def test_a_fork_stops_that_chain_and_no_other(
    booth: MemoryReplica, exit_lane: MemoryReplica, database: MemoryLink
) -> None:
    twin = MemoryReplica("booth")
    twin.write(other="life")
    database.chains.add(twin.rows("booth", 0))
    exit_lane.write()
    exchange(exit_lane, database).round()
    booth.write(one="life")
    booth.write()
    meeting = exchange(booth, database)
    done = meeting.round()
    assert done.problems == (("booth", "chain.fork"),)
    assert done.pulled == 1
    assert database.chains.rows_of["booth"] == twin.rows("booth", 0)
    assert meeting.round().problems == (("booth", "chain.fork"),)
    assert database.pushes == 1


def test_a_console_that_had_another_life_is_told_so(booth: MemoryReplica, database: MemoryLink) -> None:
    first_life = MemoryReplica("booth")
    rows = [first_life.write(), first_life.write()]
    database.chains.add(rows)
    booth.chains.add(rows[:1])
    assert exchange(booth, database).round().problems == (("booth", "chain.ahead"),)


def test_a_chain_that_was_tampered_with_is_not_taken(
    booth: MemoryReplica, exit_lane: MemoryReplica, database: MemoryLink
) -> None:
    booth.write(amount=100)
    booth.write(amount=200)
    exchange(booth, database).round()
    rows = database.chains.rows_of["booth"]
    rows[0] = replace(rows[0], payload='{"amount": 1}')
    done = exchange(exit_lane, database).round()
    assert done.problems == (("booth", "chain.broken"),)
    assert exit_lane.marks() == {}
    assert exit_lane.refusals == [("booth", 1, "chain.broken")]


def test_a_chain_goes_on_once_it_was_mended(
    booth: MemoryReplica, exit_lane: MemoryReplica, database: MemoryLink
) -> None:
    booth.write()
    exchange(booth, database).round()
    good = database.chains.rows_of["booth"][0]
    database.chains.rows_of["booth"][0] = replace(good, payload='{"x": 1}', link=b"\1" * 32)
    meeting = exchange(exit_lane, database)
    assert meeting.round().problems
    database.chains.rows_of["booth"][0] = good
    assert meeting.round().pulled == 1
    assert meeting.round().problems == ()


def test_marks_say_where_a_chain_ends(booth: MemoryReplica) -> None:
    assert booth.marks().get("booth", Mark()) == Mark()
    row = booth.write()
    assert booth.marks()["booth"] == Mark(1, row.link)
