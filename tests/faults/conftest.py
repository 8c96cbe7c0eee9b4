"""What the fault decks share: a server, a nursery of consoles, and the minutes that each deck took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

_SECONDS: dict[str, float] = defaultdict(float)
_TESTS: dict[str, int] = defaultdict(int)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL server for all decks; whoever stops or freezes it brings it back."""
    with postgresql_server() as running:
        yield running


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what each deck takes, with its fixtures."""
    deck = Path(report.nodeid.partition("::")[0]).stem.removeprefix("test_").replace("_", " ")
    _SECONDS[deck] += report.duration
    _TESTS[deck] += report.when == "call"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the minutes of each deck."""
    if not _SECONDS:
        return
    terminalreporter.section("fault decks, minutes")
    for deck, seconds in sorted(_SECONDS.items(), key=lambda item: -item[1]):
        terminalreporter.write_line(f"{seconds / 60:6.2f}  {deck} ({_TESTS[deck]} tests)")
    terminalreporter.write_line(f"{sum(_SECONDS.values()) / 60:6.2f}  all decks together")
