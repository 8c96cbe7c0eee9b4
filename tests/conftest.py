"""What holds for every test."""

from __future__ import annotations

import pytest

from tests.qt_garbage import leave_it_to_python

WITH_WINDOWS = ("tests/console/", "tests/flows/", "tests/soak/")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Python collects its garbage by itself again once there are no windows."""
    if not item.nodeid.startswith(WITH_WINDOWS):
        leave_it_to_python()
