"""A booth for one screen at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.screens.booth import ScreenBooth


@pytest.fixture
def booth(tmp_path: Path, dressed: None) -> Iterator[ScreenBooth]:
    """A console over an empty folder: no lot yet."""
    made = ScreenBooth(tmp_path)
    try:
        yield made
    finally:
        made.close()
