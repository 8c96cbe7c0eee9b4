"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store.store import Store
from tests.core.store.lot import SetClock, opened


@pytest.fixture
def clock() -> SetClock:
    """A clock that a test moves by hand."""
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    """The store of a fresh console."""
    with opened(tmp_path, clock) as fresh:
        yield fresh


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file of ``store``."""
    return tmp_path / "lotkeeper.db"
