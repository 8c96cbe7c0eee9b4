"""What systemd is told, heard at the other end of its socket."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.runtime.service_manager import ServiceManager


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    """The socket that systemd would listen at."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(str(tmp_path / "notify"))
        wire.settimeout(5)
        yield wire


def heard(ear: socket.socket) -> str:
    return ear.recv(4096).decode()


def test_ready_alive_and_stopping_are_told_one_datagram_each(ear: socket.socket) -> None:
    manager = ServiceManager(ear.getsockname())
    manager.ready()
    manager.alive("lanes at work: in,\nout")
    manager.alive()
    manager.stopping()

    assert [heard(ear) for _ in range(4)] == [
        "READY=1",
        "WATCHDOG=1\nSTATUS=lanes at work: in, out",
        "WATCHDOG=1",
        "STOPPING=1",
    ]


def test_a_name_in_the_kernels_own_space_is_reached() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(f"\0lotkeeper-test-{os.getpid()}")
        wire.settimeout(5)
        ServiceManager(f"@lotkeeper-test-{os.getpid()}").ready()
        assert heard(wire) == "READY=1"


def test_the_environment_names_it_and_children_do_not_inherit_that() -> None:
    environment = {"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "90000000", "WATCHDOG_PID": str(os.getpid())}
    manager = ServiceManager.of_environment(environment)

    assert manager.is_there
    assert manager.watchdog_s == 90
    assert environment == {}


@pytest.mark.parametrize(
    "environment",
    [
        {"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "90000000", "WATCHDOG_PID": "1"},
        {"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "soon"},
        {"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "0"},
        {"WATCHDOG_USEC": "90000000"},
        {},
    ],
)
def test_a_watchdog_that_waits_for_somebody_else_or_for_nobody_is_none(environment: dict[str, str]) -> None:
    assert ServiceManager.of_environment(environment).watchdog_s is None


def test_started_from_a_shell_nobody_is_told() -> None:
    manager = ServiceManager()
    manager.ready()
    assert not manager.is_there


def test_a_manager_that_has_gone_stops_no_lane(tmp_path: Path) -> None:
    ServiceManager(str(tmp_path / "gone")).alive("at work")
