"""The system's printers are found by name; a service that is silent costs seconds, not the search."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from console.printing.find_queues import find_system_printers
from devices.search.found import Found, What
from tests.far_sides.cups import QUEUE, Cups


@pytest.fixture(scope="module")
def running_cups() -> Iterator[Cups]:
    with Cups() as cups:
        yield cups


@pytest.fixture
def cups(running_cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    for name, value in running_cups.environment.items():
        monkeypatch.setenv(name, value)
    return running_cups


def found(**more: object) -> list[Found]:
    return list(find_system_printers(lambda: False, lambda _done, _all: None, **more))  # type: ignore[arg-type]


def test_a_queue_is_found_with_what_has_to_be_written_down(cups: Cups) -> None:
    assert found() == [Found(What.PRINTER, QUEUE, QUEUE, {"kind": "system", "queue": QUEUE})]


def test_a_silent_service_is_given_up(cups: Cups) -> None:
    cups.freeze()
    try:
        began_s = time.monotonic()
        assert found(limit_s=1.0) == []
        assert time.monotonic() - began_s < 10
    finally:
        cups.thaw()


def test_a_system_without_any_finds_none() -> None:
    assert found(page_process=("/bin/sh", "-c", "exit 1")) == []
    assert found(page_process=("/no/such/program",)) == []


def test_a_search_that_is_given_up_finds_nothing_more(cups: Cups) -> None:
    assert list(find_system_printers(lambda: True, lambda _done, _all: None)) == []
