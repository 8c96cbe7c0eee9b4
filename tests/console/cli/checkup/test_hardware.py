from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.cli.checkup.finding import Finding, State
from console.cli.checkup.hardware import check_hardware
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, PrinterConfig
from tests.far_sides.modbus import ModbusBoard
from tests.far_sides.rtsp import RtspServer

MEMORY = LaneConfig("in", CameraConfig("simulator"), BarrierConfig("memory"), LoopsConfig("memory"))


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of this machine on which nobody listens, kept from others."""
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port on which somebody takes connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def found(config: Config) -> dict[str, Finding]:
    return {finding.subject: finding for finding in check_hardware(config)}


def lane(camera: CameraConfig, *, board_port: int = 502, rear: CameraConfig | None = None) -> LaneConfig:
    return LaneConfig(
        "in",
        camera,
        BarrierConfig("modbus_tcp", "127.0.0.1", board_port),
        LoopsConfig("modbus_tcp", "127.0.0.1", board_port, arming_input=0),
        rear_camera=rear,
    )


def test_a_console_without_lanes_has_nothing_to_reach() -> None:
    assert {finding.state for finding in check_hardware(Config())} == {State.SKIPPED}


def test_a_camera_and_a_board_that_answer_are_well() -> None:
    with RtspServer() as camera, ModbusBoard() as board:
        lanes = found(Config(lanes=(lane(CameraConfig("rtsp", camera.url), board_port=board.port),)))

    assert {name: lanes[name].state for name in ("camera of in", "barrier of in", "loops of in")} == {
        "camera of in": State.OK,
        "barrier of in": State.OK,
        "loops of in": State.OK,
    }


def test_nothing_is_written_to_a_board_that_is_only_looked_at() -> None:
    with ModbusBoard() as board:
        found(Config(lanes=(lane(CameraConfig("simulator"), board_port=board.port),)))
        assert board.pulses() == []
        assert not board.coil(0)


def test_what_nobody_answers_is_trouble_with_a_next_step(closed_port: int) -> None:
    address = f"rtsp://admin:secret@127.0.0.1:{closed_port}/live"
    lanes = found(Config(lanes=(lane(CameraConfig("rtsp", address), board_port=closed_port),)))

    for name in ("camera of in", "barrier of in", "loops of in"):
        assert lanes[name].state is State.TROUBLE
        assert "refuses" in lanes[name].said
        assert lanes[name].next_step
        assert "secret" not in lanes[name].said + lanes[name].next_step


def test_a_camera_that_never_answers_is_given_up(silent_port: int) -> None:
    camera = CameraConfig("rtsp", f"rtsp://127.0.0.1:{silent_port}/live")
    finding = found(Config(lanes=(LaneConfig("in", camera, MEMORY.barrier, MEMORY.loops),)))["camera of in"]

    assert finding.state is State.TROUBLE
    assert "no answer" in finding.said


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "rtsp://", "rtsp://a b/", "rtsp://127.0.0.1:99999/x"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    camera = CameraConfig("rtsp", address)
    finding = found(Config(lanes=(LaneConfig("in", camera, MEMORY.barrier, MEMORY.loops),)))["camera of in"]

    assert "none of RTSP" in finding.said
    assert "rtsp://HOST" in finding.next_step


def test_a_host_that_nobody_has_is_told() -> None:
    printer = PrinterConfig("network", host="no-such-host.invalid")
    finding = found(Config(printer=printer))["printer"]

    assert finding.state is State.TROUBLE
    assert finding.next_step


def test_a_host_that_is_no_name_at_all_is_told() -> None:
    finding = found(Config(printer=PrinterConfig("network", host="a" * 200)))["printer"]

    assert finding.state is State.TROUBLE


def test_the_rear_camera_is_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "day.mp4").write_bytes(b"")
    lanes = found(
        Config(
            lanes=(
                LaneConfig(
                    "in",
                    CameraConfig("video", str(tmp_path / "day.mp4")),
                    MEMORY.barrier,
                    MEMORY.loops,
                    rear_camera=CameraConfig("folder", str(tmp_path / "none")),
                ),
            )
        )
    )

    assert lanes["camera of in"].state is State.OK
    assert "there is no folder" in lanes["rear camera of in"].said
