"""A console without windows, seen from inside."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from console.headless import Headless, ended_by_signals
from console.runtime.service_manager import ServiceManager
from core.domain.errors import StoreError
from core.services.ports import DeviceStatus, Health

IN_ORDER, IN_TROUBLE = DeviceStatus(Health.OK, 0), DeviceStatus(Health.FAILED, 0, "camera.no_answer")


class Told(ServiceManager):
    """A service manager that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__("somewhere", 0.02)
        self.messages: list[str] = []

    def _say(self, message: str) -> None:
        self.messages.append(message)


class FakeConsole:
    """A console whose store fails as told."""

    def __init__(self, fails_with: str = "") -> None:
        self.lanes = {"in": None, "out": None}
        self.store = self
        self.done: list[str] = []
        self._fails_with = fails_with

    def start(self) -> None:
        self.done.append("start")

    def stop(self) -> None:
        self.done.append("stop")

    def read_lot(self) -> object:
        return object()

    def write(self, work: Callable[[Any], object]) -> None:
        if self._fails_with:
            raise StoreError(self._fails_with)

    @property
    def devices(self) -> SimpleNamespace:
        health = {"in/camera": IN_TROUBLE, "in/barrier": IN_ORDER, "printer": IN_TROUBLE}
        views = [SimpleNamespace(device_id=one, status=status) for one, status in health.items()]
        return SimpleNamespace(views=lambda: views)


def headless(console: FakeConsole, told: Told, end: threading.Event) -> Headless:
    return Headless(console, told, end, lambda _line: None)  # type: ignore[arg-type]


def test_it_is_ready_once_the_lanes_are_at_work_and_stops_in_order() -> None:
    console, told, end = FakeConsole(), Told(), threading.Event()
    end.set()
    headless(console, told, end).run()

    assert console.done == ["start", "stop"]
    assert told.messages == ["READY=1", "STOPPING=1"]


def test_a_console_that_cannot_start_is_stopped_and_never_called_ready() -> None:
    console, told = FakeConsole(), Told()
    console.read_lot = lambda: 1 / 0  # type: ignore[method-assign]

    with pytest.raises(ZeroDivisionError):
        headless(console, told, threading.Event()).run()
    assert console.done == ["start", "stop"]
    assert told.messages == ["STOPPING=1"]


def test_a_sign_of_life_names_what_is_in_trouble() -> None:
    told = Told()
    headless(FakeConsole(), told, threading.Event()).give_sign_of_life()
    assert told.messages == ["WATCHDOG=1\nSTATUS=lanes at work: in, out; in trouble: in/camera, printer"]


def test_a_store_that_hangs_gives_no_sign_of_life() -> None:
    told = Told()
    headless(FakeConsole("store.busy"), told, threading.Event()).give_sign_of_life()
    assert told.messages == []


def test_a_full_disk_is_no_reason_to_be_started_anew() -> None:
    told = Told()
    headless(FakeConsole("store.disk_full"), told, threading.Event()).give_sign_of_life()
    assert told.messages[0].startswith("WATCHDOG=1")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_asks_it_to_end_and_is_given_back_afterwards(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with ended_by_signals() as end:
        os.kill(os.getpid(), number)
        assert end.wait(5)
    assert signal.getsignal(number) == before
