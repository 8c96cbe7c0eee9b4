"""A booth for the tests of the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.booth import Booth
from tests.core.services.money_desk import Desk, desk_in


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    """A lot that is set up; its lanes do not run yet."""
    made = Booth(tmp_path)
    yield made
    made.close()


@pytest.fixture
def running(booth: Booth) -> Booth:
    """A lot whose lanes run."""
    booth.run_lanes()
    return booth


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a drawer and an open shift."""
    with desk_in(tmp_path) as made:
        yield made
