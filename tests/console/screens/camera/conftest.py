"""An administrator in front of the page of a camera."""

from __future__ import annotations

import pytest

from tests.console.desk_booth import DeskBooth
from tests.console.screens.camera.adjusting import Adjusting


@pytest.fixture
def adjusting(desk: DeskBooth) -> Adjusting:
    """The desk, its cameras and its reader."""
    return Adjusting(desk)
