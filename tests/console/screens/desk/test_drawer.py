"""The cash drawer at the desk: opened by cash, or by hand for a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from console.drawer import drawer_handler
from core.services.open_drawer import DRAWER_TASK
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal
from core.store.tasks import TaskRunner
from devices.printers.memory import MemoryPrinter

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wired(desk):
    """The desk, with a drawer that hangs on its printer."""
    config = desk.console.config
    desk.console.config = replace(
        config, printer=replace(config.printer, kind="network", host="10.0.0.5", drawer="pin2")
    )
    return desk


def openings(desk):
    with desk.console.store.reading() as view:
        rows = view.connection.execute(
            select(journal.c.payload, journal_personal.c.fields)
            .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
            .where(journal.c.kind == "drawer.opened")
        )
        return [(row.payload["reason"], (row.fields or {}).get("note", "")) for row in rows]


def said(desk):
    return desk.state.message.code if desk.state.message is not None else ""


def test_it_is_opened_by_hand_for_a_reason(wired):
    wired.press(KEY.Key_K, BOTH)
    panel = wired.screen.car.questions.drawer.panel
    wired.until(lambda: not panel.isHidden(), "the reason is asked")
    wired.press(KEY.Key_1)
    wired.press(KEY.Key_Return)
    wired.until(lambda: said(wired) == "drawer.opened", "it is opened")
    assert openings(wired) == [("change", "")]
    assert panel.isHidden()


def test_escape_opens_nothing(wired):
    wired.press(KEY.Key_K, BOTH)
    wired.press(KEY.Key_Escape)
    assert wired.screen.car.questions.drawer.panel.isHidden()
    assert openings(wired) == []


def test_without_a_drawer_the_key_says_so(desk):
    desk.press(KEY.Key_K, BOTH)
    desk.until(lambda: said(desk) == "printer.no_drawer", "it says why not")
    assert openings(desk) == []


@pytest.mark.parametrize(("has_drawer", "expected"), [(True, [("money", "")]), (False, [])])
def test_cash_opens_it_by_itself_where_there_is_one(desk, has_drawer, expected):
    config = desk.console.config
    drawer = "pin2" if has_drawer else "none"
    printer = replace(config.printer, kind="network", host="10.0.0.5", drawer=drawer)
    desk.console.config = replace(config, printer=printer)
    desk.open_shift()
    stay_id = desk.car_inside("ABC1234")
    desk.choose("ABC1234")
    desk.screen.car.car.take_cash(10_000)
    desk.until(lambda: desk.stay(stay_id).payments, f"the cash is taken: {desk.message}")
    assert openings(desk) == expected


def test_a_drawer_that_did_not_open_waits_to_be_seen(wired):
    printer = MemoryPrinter()
    printer.fails_with = "printer.cover_open"
    wired.console.printer = printer
    runner = TaskRunner(wired.store, {DRAWER_TASK: drawer_handler(lambda: printer)}, wired.clock)
    runner.start()
    wired.press(KEY.Key_K, BOTH)
    wired.press(KEY.Key_1)
    wired.press(KEY.Key_Return)
    wired.until(lambda: "drawer.not_opened" in [row.code for row in wired.screen.waiting.rows], "it is told")
    runner.stop()
