"""Receipts that wait for paper are told at the desk, and go from the list when they came out."""

from __future__ import annotations

import pytest

from core.store import tasks as module
from devices.printers.memory import MemoryPrinter


@pytest.fixture
def printing(desk, monkeypatch):
    """The desk, with a printer that has no paper."""
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)
    printer = MemoryPrinter()
    printer.fails_with = "printer.paper_out"
    desk.console.receipts.use(printer, width_dots=576)
    return desk, printer


def told(desk):
    return [(row.code, row.facts["count"]) for row in desk.screen.waiting.rows if row.code == "receipts.wait"]


def pay(desk, plate):
    stay_id = desk.car_inside(plate)
    desk.choose(plate)
    desk.screen.car.car.take_cash(10_000)
    desk.until(lambda: desk.stay(stay_id).payments, "the cash is taken")


def test_they_are_told_while_they_wait_and_no_more_once_they_came_out(printing):
    desk, printer = printing
    desk.open_shift()
    pay(desk, "AAA1111")
    desk.until(lambda: told(desk) == [("receipts.wait", 1)], "one waits")
    printer.fails_with = ""

    def seconds_pass():
        desk.clock.pass_by(seconds=1)
        return told(desk) == []

    desk.until(seconds_pass, "none waits any more")
    assert len(printer.papers) == 1
