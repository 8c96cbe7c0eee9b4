"""The whole composition on an RTSP camera and a Modbus relay board that we did not write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.demo.day import PLAN, START
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, write_config
from core.domain.lots import Direction, Lane, Lot
from core.domain.plates import normalise
from core.services.ports import Boom, Health
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from devices.simulator.drawing import LanePainter
from devices.simulator.scenario import plan_day
from devices.vision import cv2
from tests.booth import wait_until
from tests.far_sides.modbus import ModbusBoard
from tests.far_sides.rtsp import RtspServer

ARMING, CLOSING, BOOM_UP, BOOM_DOWN = 0, 1, 2, 3
RELAY = 4


@pytest.fixture
def board() -> Iterator[ModbusBoard]:
    with ModbusBoard() as one:
        one.set_input(BOOM_DOWN, True)
        yield one


@pytest.fixture
def console(tmp_path: Path, board: ModbusBoard) -> Iterator[tuple[Console, RtspServer, str]]:
    picture, plate = drawn_car(tmp_path)
    with RtspServer(picture=picture) as camera:
        folder = DataFolder(tmp_path / "data")
        folder.path.mkdir()
        write_config(folder.config, config(board.port, camera.url))
        built = compose(folder)
        lane = Lane("in-1", "Entry 1", Direction.ENTRY)
        lot = Lot(built.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", (lane,))
        built.store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="none")
        )
        built.start()
        yield built, camera, plate
        built.stop()


def test_a_car_on_a_network_camera_opens_a_barrier_on_a_relay_board(
    console: tuple[Console, RtspServer, str], board: ModbusBoard
) -> None:
    built, _camera, plate = console
    lane = built.lanes["in-1"]
    wait_until(lambda: lane.device_status()["camera"].health is Health.OK, "the camera's first picture")
    wait_until(lambda: lane.devices.barrier.boom() is Boom.DOWN, "the boom is seen down")
    board.set_input(ARMING, True)
    wait_until(lambda: bool(board.pulses()), "the relay pulses")
    board.set_input(BOOM_DOWN, False)
    board.set_input(BOOM_UP, True)
    wait_until(lambda: lane.view.boom is Boom.UP, "the boom is seen up")
    board.set_input(CLOSING, True)
    wait_until(lambda: lane.view.closing is True, "the car is on the closing loop")
    board.set_input(ARMING, False)
    wait_until(lambda: lane.view.arming is False, "the car has left the arming loop")
    board.set_input(CLOSING, False)
    wait_until(lambda: [stay.state for stay in built.store.read(inside_list).stays] == ["inside"])
    stay = built.store.read(inside_list).stays[0]
    assert stay.plate == plate
    wait_until(lambda: built.photos.photo(stay.photo) is not None, "the photo is on the disk")
    assert built.photos.is_intact(stay.photo)
    assert len(board.pulses()) == 1


def test_a_dead_board_never_makes_a_gate_open_later(
    console: tuple[Console, RtspServer, str], board: ModbusBoard
) -> None:
    built, _camera, _plate = console
    lane = built.lanes["in-1"]
    wait_until(lambda: lane.device_status()["camera"].health is Health.OK)
    wait_until(lambda: lane.devices.barrier.boom() is Boom.DOWN)
    board.set_input(ARMING, True)
    board.silent(True, writes_only=True)
    wait_until(lambda: lane.view.gate == "failed", "the failure is seen")
    board.silent(False)
    wait_until(lambda: lane.device_status()["barrier"].health is Health.OK, "the board is back")
    tried = len(board.pulses())
    assert tried <= 1
    lane.reconsider()
    wait_until(lambda: lane.view.gate_cause.startswith("barrier."))
    assert len(board.pulses()) == tried


def config(port: int, url: str) -> Config:
    return Config(
        lanes=(
            LaneConfig(
                id="in-1",
                camera=CameraConfig(kind="rtsp", address=url),
                barrier=BarrierConfig(
                    kind="modbus_tcp",
                    host="127.0.0.1",
                    port=port,
                    relay=RELAY,
                    boom_up_input=BOOM_UP,
                    boom_down_input=BOOM_DOWN,
                ),
                loops=LoopsConfig(
                    kind="modbus_tcp", host="127.0.0.1", port=port, arming_input=ARMING, closing_input=CLOSING
                ),
            ),
        )
    )


def drawn_car(folder: Path) -> tuple[Path, str]:
    """A drawn car standing at the loop by day, as a picture file; and its plate in normal form."""
    vehicle = plan_day(12, 3, START).vehicles[0]
    picture = LanePainter("entry").paint(
        {
            "lane": "entry",
            "size": (1280, 720),
            "light": "day",
            "vehicle": vehicle,
            "phase": "standing",
            "front_m": 0.6,
            "speed_m_s": 0.0,
            "boom_raised": 0.0,
        }
    )
    path = folder / "car.png"
    cv2.imwrite(str(path), picture)
    return path, normalise(vehicle.plate)
