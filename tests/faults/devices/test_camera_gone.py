"""A camera goes, or falls silent, while a car comes in: the lane says so, loses nothing, and comes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.config import CameraConfig
from core.services.ports import Health
from tests.far_sides.rtsp import RtspServer
from tests.faults.conftest import Note
from tests.faults.devices.gate_judge import assert_all_is_well
from tests.faults.devices.modbus_ground import modbus_ground
from tests.faults.devices.test_lost_link import pass_one
from tests.faults.devices.whole_lane import WholeLane, whole_lane

STALE_S = 1.5
RECONNECT_S = 5.0
# What a tile and this thread take to look.
LOOKED_AT_S = 0.3
AWAY_S = 2.5


@pytest.fixture
def camera() -> Iterator[RtspServer]:
    with RtspServer() as one:
        yield one


@pytest.fixture
def lane(camera: RtspServer, tmp_path: Path) -> Iterator[WholeLane]:
    with (
        modbus_ground() as ground,
        whole_lane(tmp_path, ground, camera=CameraConfig("rtsp", camera.url)) as one,
    ):
        yield one


def killed(camera: RtspServer) -> Callable[[], None]:
    camera.kill()
    return camera.start


def frozen(camera: RtspServer) -> Callable[[], None]:
    camera.freeze()
    return camera.thaw


@pytest.mark.timeout(180)
@pytest.mark.parametrize("fault", [killed, frozen])
def test_a_car_before_a_camera_that_goes_is_waited_for_and_then_let_in(
    lane: WholeLane, camera: RtspServer, fault: Callable[[RtspServer], Callable[[], None]], note: Note
) -> None:
    pass_one(lane, "FIRST01")
    mend = fault(camera)
    gone = time.monotonic()
    lane.sees("SECOND2")
    lane.ground.car_comes()
    lane.wait(lambda: lane.status("camera").health is not Health.OK, "the camera is marked")
    stale_s = time.monotonic() - gone
    time.sleep(AWAY_S)
    mend()
    back_s = lane.wait_until_well()
    lane.wait(lambda: len(lane.ground.pulses_ns()) == 2, "the gate opens for who waited")
    lane.ground.car_crosses()
    lane.wait(lambda: "SECOND2" in lane.inside(), "it is inside")
    pass_one(lane, "THIRD03")

    assert_all_is_well(lane)
    note(f"{fault.__name__}: marked after {stale_s:.2f} s, back {back_s:.2f} s after the camera")
    assert stale_s <= STALE_S + LOOKED_AT_S
    assert back_s <= RECONNECT_S
