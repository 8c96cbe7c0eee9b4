"""F6 and F7 at the desk: a gate is held open for a reason, says so, and is let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from console.screens.desk.hold_words import hold_line
from console.screens.desk.waiting import Rank
from console.screens.desk.waiting_list import Recorded, rank_waiting
from core.domain.gate_holds import HoldState
from core.domain.lots import Direction, Lane
from core.services.lane_view import HoldView, LaneView

KEY = Qt.Key
AT = datetime(2026, 5, 13, 6, 0, tzinfo=UTC)
HELD = HoldView(HoldState.HELD.value, AT, "Ben", "queue")
LANE = LaneView(Lane("exit", "Exit 1", Direction.EXIT))


@pytest.fixture
def holding(desk):
    """The desk, with the entry held open by Ben because of a queue."""
    desk.state.select_lane("entry")
    desk.press(KEY.Key_F6)
    panel = desk.screen.car.questions.holds.hold
    desk.until(lambda: not panel.isHidden(), "the reason is asked")
    desk.press(KEY.Key_3)
    desk.press(KEY.Key_Return)
    desk.until(lambda: hold_of(desk).state == HoldState.HELD, f"the gate is held: {desk.message}")
    return desk


def hold_of(desk):
    return desk.state.lanes["entry"].hold


def test_the_gate_is_held_for_a_reason_and_the_tile_says_who_and_since_when(holding):
    hold = hold_of(holding)
    assert (hold.by, hold.reason) == ("Ben", "queue")
    assert holding.barriers["entry"].is_held()
    line = hold_line(hold, holding.state.lot, holding.clock.now())
    assert line == "Held open since 08:00 by Ben: Queue on the road."
    assert line in shown(holding)


def shown(desk):
    tile = desk.screen.lanes._tiles["entry"]
    return tile._standing.text()


def test_enter_alone_holds_nothing(desk):
    desk.state.select_lane("entry")
    desk.press(KEY.Key_F6)
    desk.press(KEY.Key_Return)
    assert not desk.barriers["entry"].is_held()


def test_f7_asks_and_f7_again_lets_it_go(holding):
    holding.press(KEY.Key_F7)
    panel = holding.screen.car.questions.holds.release
    assert "Queue on the road" in panel.question
    assert "Is nobody under it?" in panel.question
    assert holding.barriers["entry"].is_held()
    holding.press(KEY.Key_F7)
    holding.until(lambda: not hold_of(holding).state, f"it is let go: {holding.message}")
    assert not holding.barriers["entry"].is_held()
    assert shown(holding) == ""


def test_esc_leaves_it_open(holding):
    holding.press(KEY.Key_F7)
    holding.press(KEY.Key_Escape)
    assert holding.screen.car.questions.holds.release.isHidden()
    assert holding.barriers["entry"].is_held()


def test_a_gate_that_is_held_is_not_held_twice(holding):
    holding.press(KEY.Key_F6)
    assert holding.screen.car.questions.holds.hold.isHidden()
    assert "held open" in holding.message


def test_a_gate_that_nobody_holds_is_not_let_go(desk):
    desk.state.select_lane("entry")
    desk.press(KEY.Key_F7)
    assert "not held open" in desk.message


def test_after_a_quarter_of_an_hour_it_waits_among_what_wants_someone(qapp):
    assert rank_waiting([replace(LANE, hold=HELD)], Recorded(), frozenset()) == []
    (row,) = rank_waiting([replace(LANE, hold=replace(HELD, reminders=1))], Recorded(), frozenset())
    assert (row.rank, row.code, row.facts["by"]) == (Rank.STANDS_OPEN, "hold.still_open", "Ben")
    later = rank_waiting([replace(LANE, hold=replace(HELD, reminders=2))], Recorded(), frozenset())
    assert later[0].key != row.key, "it is said again"


def test_what_nobody_knows_is_said_at_once(qapp):
    unknown = replace(HELD, state=HoldState.UNKNOWN.value)
    (row,) = rank_waiting([replace(LANE, hold=unknown)], Recorded(), frozenset())
    assert row.code == "hold.perhaps_open"


def test_a_loop_that_is_not_believed_waits_with_its_lane(qapp):
    (row,) = rank_waiting([replace(LANE, faults=("loops.closing_stuck",))], Recorded(), frozenset())
    assert (row.rank, row.code, row.lane_id) == (Rank.FAULT, "loops.closing_stuck", "exit")
