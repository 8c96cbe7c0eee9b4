from dataclasses import replace
from datetime import UTC, datetime

import pytest

from console.screens.desk.lane_words import gate_line, why_line, with_closure
from core.domain.admission import Action
from core.domain.lanes import LaneState
from core.domain.lots import Direction, Lane, Lot
from core.services.close_lane import LaneClosure
from core.services.lane_view import LaneView
from core.services.ports import Boom

LANE = Lane("entry", "Entry 1", Direction.ENTRY)
LOT = Lot("lot", "Riverside", 5, "Asia/Taipei", "TWD", (LANE,))
NOW = datetime(2026, 5, 13, 6, 40, tzinfo=UTC)
VIEW = LaneView(LANE, decided_at=datetime(2026, 5, 13, 6, 32, tzinfo=UTC))


def _plain(text: str) -> str:
    """With common spaces in place of those that hold figure and unit together."""
    return " ".join(text.split())


def test_an_opening_says_when_why_and_how_sure(qapp):
    view = replace(VIEW, action=Action.OPEN, reason="entry.space_free", confidence=0.98)
    assert _plain(why_line(view, LOT, NOW)) == "Opened 14:32: Space free. Plate read 98 %."


def test_a_gate_that_failed_is_not_told_as_opened(qapp):
    view = replace(VIEW, action=Action.OPEN, reason="entry.space_free", gate="failed")
    assert _plain(why_line(view, LOT, NOW)) == "Asked to open 14:32: Space free."


def test_a_car_that_has_left_asks_no_more(qapp):
    asked = replace(VIEW, action=Action.ASK, reason="exit.no_record")
    assert _plain(why_line(asked, LOT, NOW)) == "Asked 14:32: No car with this plate is inside."


def test_a_refusal_says_what_is_due(qapp):
    view = replace(VIEW, action=Action.REFUSE, reason="exit.not_paid", due_minor=60)
    assert _plain(why_line(view, LOT, NOW)) == "Not opened 14:32: NT$ 60 not paid."


@pytest.mark.parametrize("gate", ["commanded", "acknowledged"])
@pytest.mark.parametrize("boom", [Boom.DOWN, Boom.UNKNOWN, Boom.MOVING])
def test_a_command_is_never_told_as_an_open_gate(qapp, gate, boom):
    view = replace(VIEW, state=LaneState.OPENING, gate=gate, boom=boom)
    line = gate_line(view, LOT)
    assert "is up" not in line
    assert "open" not in line.lower()


def test_a_boom_that_is_not_wired_is_not_measured(qapp):
    assert gate_line(VIEW, LOT) == "Boom: not measured"


def test_where_there_is_no_reader_the_tile_says_so_beside_the_question(qapp):
    asks = replace(
        VIEW,
        action=Action.ASK,
        reason="entry.no_plate",
        reader_cause="reader.model_missing",
        vehicle_present=True,
    )

    line = _plain(why_line(asks, LOT, NOW))

    assert "The site's plate reader is not there." in line
    assert line.startswith("Asks since 14:32:")


def test_a_car_that_was_read_in_the_end_needs_no_word_about_the_reader(qapp):
    view = replace(VIEW, action=Action.OPEN, reason="entry.space_free", reader_cause="camera.no_picture")

    assert "picture" not in why_line(view, LOT, NOW)


def test_a_lane_whose_lost_loop_makes_it_look_for_cars_is_one_without_a_car(qapp):
    looks = replace(VIEW, state=LaneState.READING)
    assert why_line(looks, LOT, NOW) == "Ready. No car here."
    assert with_closure(looks, LaneClosure(NOW, "ben")).reason == "lane.closed"
    felt = replace(looks, vehicle_present=True)
    assert why_line(felt, LOT, NOW) == "Reading the plate …"
    assert with_closure(felt, LaneClosure(NOW, "ben")) == felt
