from dataclasses import replace
from datetime import UTC, datetime, timedelta

from console.screens.desk.waiting_list import Rank, Recorded, rank_waiting
from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.services.lane_view import LaneView
from core.store.queries.incidents import Incident

AT = datetime(2026, 5, 13, 6, 0, tzinfo=UTC)
ENTRY = LaneView(Lane("entry", "Entry 1", Direction.ENTRY), vehicle_present=True, decided_at=AT)
EXIT = replace(ENTRY, lane=Lane("exit", "Exit 1", Direction.EXIT))
CROSSING = Incident("1", "lane.unexplained_crossing", AT, "entry", "", "", "")


def test_a_lane_that_asks_comes_before_one_that_refuses():
    asks = replace(ENTRY, action=Action.ASK, reason="entry.no_plate", decided_at=AT + timedelta(minutes=5))
    refuses = replace(EXIT, action=Action.REFUSE, reason="exit.not_paid")
    rows = rank_waiting([refuses, asks], Recorded(), frozenset())
    assert [row.rank for row in rows] == [Rank.ASKS, Rank.REFUSES]


def test_of_two_lanes_that_ask_the_longer_waiting_comes_first():
    first = replace(EXIT, action=Action.ASK, reason="exit.no_plate")
    later = replace(ENTRY, action=Action.ASK, reason="entry.no_plate", decided_at=AT + timedelta(minutes=1))
    assert [row.lane_id for row in rank_waiting([later, first], Recorded(), frozenset())] == ["exit", "entry"]


def test_an_incident_that_was_looked_at_is_listed_no_more():
    recorded = Recorded(incidents=(CROSSING,))
    assert len(rank_waiting([], recorded, frozenset())) == 1
    assert rank_waiting([], recorded, frozenset({"1"})) == []


def test_a_gate_that_failed_with_a_car_before_it_is_listed():
    view = replace(ENTRY, action=Action.OPEN, gate="failed", gate_cause="barrier.no_answer")
    assert [row.code for row in rank_waiting([view], Recorded(), frozenset())] == ["barrier.no_answer"]
