"""The thread that keeps a far side in step: when it tries, what it says, and that it ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from core.services.sharing import LinkState, Waiting
from core.sync.backoff import Backoff
from core.sync.exchange import Exchange
from core.sync.worker import LinkWorker
from tests.fakes.chains import MemoryLink, MemoryReplica
from tests.fakes.clock import FakeClock


def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


@pytest.fixture
def booth() -> MemoryReplica:
    return MemoryReplica("booth")


@pytest.fixture
def database() -> MemoryLink:
    return MemoryLink()


@pytest.fixture
def changes() -> list[str]:
    return []


@pytest.fixture
def worker(booth: MemoryReplica, database: MemoryLink, changes: list[str]) -> Iterator[LinkWorker]:
    made = LinkWorker(
        Exchange(booth, database, relays=lambda: False), FakeClock(), lambda: changes.append("changed")
    )
    yield made
    made.stop()


def test_a_commit_reaches_the_far_side_at_once(
    worker: LinkWorker, booth: MemoryReplica, database: MemoryLink
) -> None:
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.OK)
    booth.write()
    worker.nudge()
    assert eventually(lambda: database.marks().get("booth") == booth.marks()["booth"], 3)


def test_a_far_side_that_is_away_is_said_with_what_waits(
    worker: LinkWorker, booth: MemoryReplica, database: MemoryLink
) -> None:
    database.away = "link.no_answer"
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.LOST)
    assert worker.view.cause == "link.no_answer"
    booth.write("stay.paid")
    worker.nudge()
    assert eventually(lambda: worker.view.waiting.money == 1)


def test_it_comes_back_by_itself(worker: LinkWorker, booth: MemoryReplica, database: MemoryLink) -> None:
    database.away = "link.no_answer"
    booth.write()
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.LOST)
    database.away = ""
    assert eventually(lambda: worker.view.state is LinkState.OK and worker.view.waiting.entries == 0)


def test_a_refresh_brings_what_is_new(worker: LinkWorker, booth: MemoryReplica, database: MemoryLink) -> None:
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.OK)
    other = MemoryReplica("kiosk")
    other.write("stay.paid")
    database.chains.add(other.rows("kiosk", 0))
    assert worker.refresh(5.0)
    assert booth.marks()["kiosk"].seq == 1
    assert not worker.refresh(5.0)


def test_nobody_waits_for_a_far_side_that_is_away(worker: LinkWorker, database: MemoryLink) -> None:
    database.away = "link.no_answer"
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.LOST)
    before = time.monotonic()
    assert not worker.refresh(30.0)
    assert not worker.await_news(30.0)
    assert time.monotonic() - before < 10


def test_news_are_waited_for(worker: LinkWorker, database: MemoryLink) -> None:
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.state is LinkState.OK)
    other = MemoryReplica("kiosk")
    heard = threading.Event()

    def bring() -> None:
        # Again and again: what came before the waiting began is no news to it.
        while not heard.wait(0.05):
            other.write()
            database.chains.add(other.rows("kiosk", 0))
            worker.nudge()

    bringing = threading.Thread(target=bring, daemon=True)
    bringing.start()
    try:
        assert worker.await_news(10.0)
    finally:
        heard.set()
        bringing.join(10)


def test_a_fault_of_the_program_does_not_end_it(
    worker: LinkWorker, booth: MemoryReplica, database: MemoryLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "marks", lambda: 1 / 0)
    worker.start()
    worker.nudge()
    assert eventually(lambda: worker.view.cause == "program.fault")
    monkeypatch.undo()
    booth.write()
    worker.try_now()
    assert eventually(lambda: worker.view.state is LinkState.OK)


def test_it_tells_when_something_changed(worker: LinkWorker, changes: list[str]) -> None:
    worker.start()
    worker.nudge()
    assert eventually(lambda: bool(changes))


def test_money_that_comes_while_the_far_side_is_away_is_said_at_once(
    booth: MemoryReplica, database: MemoryLink
) -> None:
    database.away = "link.no_answer"
    exchange = Exchange(booth, database, relays=lambda: False)
    worker = LinkWorker(exchange, FakeClock(), lambda: None)
    # As after a long outage: the next try is far off, and nobody may be told meanwhile that all is safe.
    worker._backoff = Backoff(first_s=300, longest_s=300)
    worker.start()
    try:
        assert eventually(lambda: worker.view.state is LinkState.LOST)
        assert worker.view.waiting.money == 0
        booth.write("stay.paid")
        worker.nudge()
        assert eventually(lambda: worker.view.waiting.money == 1)
        booth.write("stay.paid")
        worker.nudge()
        assert eventually(lambda: worker.view.waiting.money == 2)
        assert worker.view.state is LinkState.LOST
    finally:
        worker.stop()


def test_a_commit_never_waits_until_what_waits_was_counted(database: MemoryLink) -> None:
    counting, go_on = threading.Event(), threading.Event()

    class SlowToCount(MemoryReplica):
        def waiting(self, link: str) -> Waiting:
            counting.set()
            go_on.wait(10)
            return super().waiting(link)

    worker = LinkWorker(
        Exchange(SlowToCount("booth"), database, relays=lambda: False), FakeClock(), lambda: None
    )
    worker.start()
    try:
        assert counting.wait(10)
        told = threading.Thread(target=worker.nudge, daemon=True)
        told.start()
        told.join(5)
        assert not told.is_alive()
    finally:
        go_on.set()
        worker.stop()


def test_a_far_side_that_falls_silent_in_a_call_is_away_after_three_seconds(
    worker: LinkWorker, booth: MemoryReplica, database: MemoryLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.start()
    assert eventually(lambda: worker.view.state is LinkState.OK)
    goes_on = threading.Event()
    monkeypatch.setattr(database, "marks", lambda: goes_on.wait(60) and {})
    try:
        worker.nudge()
        assert eventually(lambda: worker.view.state is LinkState.LOST)
        assert worker.view.cause == "link.no_answer"
        assert not worker.refresh(30.0)
    finally:
        goes_on.set()
    monkeypatch.undo()
    assert eventually(lambda: worker.view.state is LinkState.OK)
