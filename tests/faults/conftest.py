"""What the fault decks share: a server, a nursery of consoles, and the minutes that each deck took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

_SECONDS: dict[str, float] = defaultdict(float)
_TESTS: dict[str, int] = defaultdict(int)
_NOTES: dict[str, list[str]] = defaultdict(list)

Note = Callable[[str], None]


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL server for all decks; whoever stops or freezes it brings it back."""
    with postgresql_server() as running:
        yield running


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Note:
    """Says under the deck's minutes what was seen: how many kills, how many rows a second."""
    return _NOTES[_deck(request.node.nodeid)].append


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what each deck takes, with its fixtures."""
    deck = _deck(report.nodeid)
    _SECONDS[deck] += report.duration
    _TESTS[deck] += report.when == "call"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the minutes of each deck."""
    if not _SECONDS:
        return
    terminalreporter.section("fault decks, minutes")
    for deck, seconds in sorted(_SECONDS.items(), key=lambda item: -item[1]):
        terminalreporter.write_line(f"{seconds / 60:6.2f}  {deck} ({_TESTS[deck]} tests)")
        for seen in _NOTES[deck]:
            terminalreporter.write_line(f"        {seen}")
    terminalreporter.write_line(f"{sum(_SECONDS.values()) / 60:6.2f}  all decks together")


def _deck(node_id: str) -> str:
    return Path(node_id.partition("::")[0]).stem.removeprefix("test_").replace("_", " ")
