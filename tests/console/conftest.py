"""Windows without a display, dressed as the program dresses them, and a booth with a desk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from console.look import Look, dress
from console.theme import load_fonts
from tests.console.desk_booth import DeskBooth
from tests.qt_garbage import kept_for_the_main_thread


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """No Qt object is destroyed on a worker's thread."""
    with kept_for_the_main_thread():
        yield


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, garbage_waits: None) -> Iterator[None]:
    """The shipped typefaces, the light theme, English; no window outlives its test."""
    load_fonts()
    dress(qapp, Look())
    yield
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(tmp_path: Path, dressed: None) -> Iterator[DeskBooth]:
    """A booth with its window: lot set up, both lanes running on devices in memory, Ben signed on."""
    booth = DeskBooth(tmp_path)
    try:
        yield booth
    finally:
        booth.close()
