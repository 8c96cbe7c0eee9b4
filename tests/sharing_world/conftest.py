"""Where the simulated lots lie: in memory, where the system has such a place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def lot_folder() -> Iterator[Path]:
    """An empty folder."""
    shared = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="lotkeeper-world-", dir=shared if shared.is_dir() else None))
    yield folder
    shutil.rmtree(folder)
