from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from console.runtime.garbage import ScreenGarbage


class InACycle(QObject):
    """Says on which thread it was destroyed; it holds itself, so that only a collection frees it."""

    def __init__(self, died_on: list[int]) -> None:
        super().__init__()
        self._itself = self
        self._died_on = died_on

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())


@pytest.fixture(autouse=True)
def left_to_python(garbage_waits) -> Iterator[None]:
    """As it is before the program takes it over; other tests with windows have it taken over already."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def garbage(qtbot) -> Iterator[ScreenGarbage]:
    KEPT.clear()
    gc.collect()
    garbage = ScreenGarbage()
    garbage.start()
    yield garbage
    garbage.stop()
    KEPT.clear()


KEPT: list[list[int]] = []


def allocate_a_lot() -> None:
    KEPT.extend([number] for number in range(100_000))


def test_a_qt_object_in_a_cycle_is_destroyed_on_the_screens_thread(garbage, qtbot):
    died_on: list[int] = []
    gc.collect()
    InACycle(died_on)
    worker = threading.Thread(target=allocate_a_lot)
    worker.start()
    worker.join()
    assert died_on == []
    qtbot.waitUntil(lambda: bool(died_on), timeout=10_000)
    assert died_on == [threading.get_ident()]


def test_without_it_the_thread_that_allocates_destroys_it(qtbot):
    died_on: list[int] = []
    gc.collect()
    InACycle(died_on)
    worker = threading.Thread(target=allocate_a_lot)
    worker.start()
    worker.join()
    assert died_on == [worker.ident]


def test_the_collecting_is_given_back(garbage):
    assert not gc.isenabled()
    garbage.stop()
    garbage.stop()
    assert gc.isenabled()


def test_two_consoles_in_one_process_leave_it_as_it_was(garbage, qtbot):
    second = ScreenGarbage()
    second.start()
    second.stop()
    assert not gc.isenabled()
