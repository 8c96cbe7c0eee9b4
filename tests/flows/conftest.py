"""Windows without a display; none of them outlives its test."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.qt_garbage import kept_for_the_main_thread


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Windows go on the screen's thread, and with them what hangs on them, before another thread collects."""
    with kept_for_the_main_thread():
        yield
    if isinstance(QApplication.instance(), QApplication):
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
