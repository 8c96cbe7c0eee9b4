from dataclasses import replace

import pytest

from console.screens.first_run.draft import LaneDraft, default_draft
from core.config import BarrierConfig, CameraConfig, Config, LoopsConfig
from core.domain.errors import BadInput
from core.domain.lots import Direction


def draft(**changes):
    return replace(default_draft("Asia/Taipei", "TWD", "en"), name="Harbour", capacity=60, **changes)


def test_lanes_are_numbered_by_direction():
    lanes = tuple(
        LaneDraft(name, direction)
        for name, direction in (("A", Direction.ENTRY), ("B", Direction.EXIT), ("C", Direction.ENTRY))
    )
    assert draft(lanes=lanes).lane_ids() == ["entry-1", "exit-1", "entry-2"]


def test_lot_and_wiring_name_the_same_lanes():
    made = draft(lanes=(LaneDraft("In", Direction.ENTRY), LaneDraft("Out", Direction.EXIT)))
    assert [lane.lane_id for lane in made.lot("x").lanes] == [lane.id for lane in made.config(Config()).lanes]


@pytest.mark.parametrize(
    ("lane", "code"),
    [
        (LaneDraft(" ", Direction.ENTRY), "lane.bad_name"),
        (LaneDraft("In", Direction.ENTRY, camera=CameraConfig(kind="rtsp")), "lane.camera_address_needed"),
        (
            LaneDraft("In", Direction.ENTRY, barrier=BarrierConfig(kind="modbus_tcp")),
            "lane.barrier_host_needed",
        ),
        (LaneDraft("In", Direction.ENTRY, loops=LoopsConfig(kind="modbus_tcp")), "lane.loops_wiring_needed"),
    ],
)
def test_a_lane_that_lacks_something_is_named(lane, code):
    with pytest.raises(BadInput, match=code):
        draft(lanes=(lane,)).check_lanes()


def test_two_lanes_have_two_names():
    lanes = (LaneDraft("Gate", Direction.ENTRY), LaneDraft("gate ", Direction.EXIT))
    with pytest.raises(BadInput, match=r"lane\.name_twice"):
        draft(lanes=lanes).check_lanes()


def test_a_lane_that_is_wired_later_belongs_to_the_lot_and_not_yet_to_this_console():
    later = LaneDraft("Out", Direction.EXIT, camera=CameraConfig("rtsp"), is_wired_later=True)
    made = draft(lanes=(LaneDraft("In", Direction.ENTRY), later))
    made.check_lanes()
    assert [lane.lane_id for lane in made.lot("lot").lanes] == ["entry-1", "exit-1"]
    assert [lane.id for lane in made.config(Config()).lanes] == ["entry-1"]
