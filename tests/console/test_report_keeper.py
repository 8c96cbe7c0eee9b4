"""How a running console is lies in its folder, and with the far sides."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console import report_keeper
from console.compose import Console, compose
from console.report_keeper import ReportKeeper
from console.reporting import own_report
from core.services.console_report import ConsoleReport
from core.services.report_document import report_of
from core.services.sharing import LinkState, LinkView, SharingView
from core.store.folder import DataFolder
from tests.fakes.clock import FakeClock
from tests.fakes.shared_side import FakeDuty, FakeSharedSide

PATIENCE_SECONDS = 60.0


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """A console that was composed and not started."""
    made = compose(DataFolder(tmp_path), clock=FakeClock())
    yield made
    made.stop()


@pytest.fixture
def keeper(console: Console, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReportKeeper]:
    """A keeper that looks every few milliseconds."""
    monkeypatch.setattr(report_keeper, "KEEP_EVERY_SECONDS", 0.01)
    monkeypatch.setattr(report_keeper, "TELL_EVERY_SECONDS", 0.02)
    made = ReportKeeper(console)
    yield made
    made.stop()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_the_report_lies_in_the_folder_while_it_runs_and_is_gone_afterwards(
    console: Console, keeper: ReportKeeper
) -> None:
    keeper.start()
    until(console.folder.status.exists)
    read = report_of(console.store.console_id, json.loads(console.folder.status.read_text()))
    assert read.at == console.clock.now()
    assert read.is_hub
    keeper.stop()
    assert not console.folder.status.exists()


def test_it_is_left_with_the_far_sides_and_one_that_is_away_ends_nothing(
    console: Console, keeper: ReportKeeper
) -> None:
    side = FakeSharedSide()
    side.is_away = True
    console.sharing = side
    keeper.start()
    until(console.folder.status.exists)
    side.is_away = False
    until(lambda: bool(side.told))
    assert side.told[-1]["console_id"] == console.store.console_id


def test_a_far_side_that_came_within_reach_is_told_at_once(
    console: Console, keeper: ReportKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_keeper, "TELL_EVERY_SECONDS", 10_000.0)
    side = FakeSharedSide(SharingView(is_shared=True, links={}))
    console.sharing = side
    keeper.start()
    until(lambda: len(side.told) == 1)
    side.shown = SharingView(is_shared=True, links={"hub": LinkView("hub", LinkState.OK)})
    until(lambda: len(side.told) == 2)


@pytest.mark.parametrize(("database", "told"), [(LinkState.NOT_USED, 2), (LinkState.OK, 1)])
def test_what_is_held_of_a_hub_without_a_database_is_told_at_once_and_once(
    console: Console,
    keeper: ReportKeeper,
    monkeypatch: pytest.MonkeyPatch,
    database: LinkState,
    told: int,
) -> None:
    links = {"hub": LinkView("hub", LinkState.OK), "database": LinkView("database", database)}
    side = FakeSharedSide(SharingView(is_shared=True, hub_id="h", links=links))
    console.sharing = side
    held, looks = {"h": 0}, []

    def report() -> ConsoleReport:
        looks.append(1)
        return replace(own_report(console), held=dict(held))

    monkeypatch.setattr(report_keeper, "TELL_EVERY_SECONDS", 10_000.0)
    monkeypatch.setattr(keeper, "report", report)
    keeper.start()
    until(lambda: len(side.told) == 1)
    held["h"], before = 7, len(looks)
    until(lambda: len(looks) > before + 3)
    assert len(side.told) == told


def test_a_bug_in_one_report_keeps_the_next_from_nothing(
    console: Console, keeper: ReportKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def report() -> object:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("a bug")
        return own_report(console)

    monkeypatch.setattr(keeper, "report", report)
    keeper.start()
    until(console.folder.status.exists)
    assert len(calls) >= 2


def test_a_folder_that_cannot_be_written_stops_nothing(
    console: Console, keeper: ReportKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = FakeSharedSide()
    console.sharing = side
    console.folder.status.with_suffix(".part").mkdir()
    keeper.start()
    until(lambda: bool(side.told))


def test_the_report_has_what_is_away_and_what_the_hub_cannot_do(console: Console) -> None:
    side = FakeSharedSide(
        SharingView(is_shared=True, is_hub=True, links={"database": LinkView("database", LinkState.LOST)})
    )
    side.failing = {"projector": FakeDuty("link.no_answer"), "grants": FakeDuty("")}
    console.sharing = side
    report = own_report(console)
    assert report.links[0].state is LinkState.LOST
    assert report.duties == {"projector": "link.no_answer"}
    assert report.disk_free_bytes is not None
    assert report.disk_free_bytes > 0
