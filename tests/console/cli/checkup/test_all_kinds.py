"""Doctor and every kind of device, each with the far side its driver is tested against; nothing moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.cli.checkup.finding import Finding, State
from console.cli.checkup.hardware import check_hardware
from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    MqttConfig,
    PowerConfig,
    PrinterConfig,
    SignConfig,
)
from devices.simulator.mqtt_relay import MqttRelay
from devices.simulator.printer import SimulatedPrinter
from devices.transports.broker_session import BrokerAddress
from tests.far_sides.cups import QUEUE, Cups
from tests.far_sides.mjpeg import FfmpegMjpeg
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.mosquitto import Mosquitto
from tests.far_sides.nut import NAME, NutServer
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.serial_line import SerialLine
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaWeb

LOGINS = {"admin": "sesame"}
EYES = CameraConfig("simulator")
LOOPS = LoopsConfig("memory")


def asked(config: Config, *, is_running: bool = False) -> dict[str, Finding]:
    return {one.subject: one for one in check_hardware(config, is_running=is_running)}


def barrier(config: BarrierConfig, **more: object) -> Finding:
    lane = LaneConfig("in", EYES, config, LOOPS)
    return asked(replace(Config(), lanes=(lane,), **more))["barrier of in"]  # type: ignore[arg-type]


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as one:
        yield one


def test_a_board_on_a_serial_line_is_read_and_never_written_to(line: SerialLine) -> None:
    config = BarrierConfig("modbus_rtu", path=line.near, device_id=3, pulse="host")
    with SerialBoards(line.far, device_ids=(3,)) as boards:
        finding = barrier(config)
        assert boards.writes == []
    assert finding.state is State.OK
    assert finding.said == f"board 3 on {line.near} answers"


def test_a_number_that_no_board_on_the_line_has_is_told(line: SerialLine) -> None:
    with SerialBoards(line.far, device_ids=(3,)):
        finding = barrier(BarrierConfig("modbus_rtu", path=line.near, device_id=4))
    assert finding.state is State.TROUBLE
    assert f"board 4 on {line.near}" in finding.said
    assert finding.next_step


def test_a_serial_line_that_the_console_uses_is_left_to_it(line: SerialLine) -> None:
    lane = LaneConfig("in", EYES, BarrierConfig("modbus_rtu", path=line.near), LOOPS)
    finding = asked(Config(lanes=(lane,)), is_running=True)["barrier of in"]
    assert finding.state is State.SKIPPED
    assert "the running console" in finding.said


def test_a_relay_that_cannot_answer_is_not_called_well(line: SerialLine) -> None:
    finding = barrier(BarrierConfig("serial_relay", path=line.near))
    assert finding.state is State.SKIPPED
    assert "cannot answer" in finding.said


def test_a_shelly_is_asked_with_its_login_and_switches_nothing() -> None:
    with ShellyPeer(logins=LOGINS) as peer:
        right = BarrierConfig("shelly", "127.0.0.1", peer.port, user="admin", secret="sesame")
        well, wrong = barrier(right), barrier(replace(right, secret="another"))
        assert peer.sets == []
    assert well.state is State.OK
    assert wrong.state is State.TROUBLE
    assert "name or password" in wrong.said
    assert LOGINS["admin"] not in wrong.said + wrong.next_step


def test_a_shelly_whose_inputs_move_the_gate_past_the_console_is_told_of_by_number() -> None:
    with ShellyPeer(logins=LOGINS) as peer:
        peer.in_modes = ["follow", "detached", "momentary", "follow"]
        where = BarrierConfig(
            "shelly", "127.0.0.1", peer.port, user="admin", secret="sesame", relay=2, hold_relay=1
        )
        loops = LoopsConfig("shelly", "127.0.0.1", peer.port, user="admin", secret="sesame", arming_input=0)
        lane = LaneConfig("in", EYES, where, replace(loops, closing_input=None))
        found = asked(replace(Config(), lanes=(lane,)))
        assert peer.sets == []
    assert {found[name].state for name in ("barrier of in", "loops of in")} == {State.TROUBLE}
    assert "relay 2 at" in found["barrier of in"].said
    assert "input 2 to detached" in found["barrier of in"].next_step
    assert "relay 0 at" in found["loops of in"].said


def test_a_tasmota_is_asked_and_switches_nothing() -> None:
    device = TasmotaDevice()
    with TasmotaWeb(device) as web:
        finding = barrier(BarrierConfig("tasmota", "127.0.0.1", web.port))
    assert finding.state is State.OK
    assert device.pulse_count() == 0


def test_a_relay_behind_a_broker_is_heard_and_a_broker_that_is_gone_is_told(tmp_path: Path) -> None:
    with Mosquitto(tmp_path) as broker:
        mqtt = MqttConfig("127.0.0.1", broker.port)
        config = BarrierConfig("mqtt", topic="lot/entry")
        relay = MqttRelay(BrokerAddress("127.0.0.1", broker.port), "lot/entry")
        relay.start()
        well = barrier(config, mqtt=mqtt)
        relay.stop()
        assert relay.pulses == []
    gone = asked(replace(Config(), lanes=(LaneConfig("in", EYES, config, LOOPS),), mqtt=mqtt))
    assert well.state is State.OK
    assert gone["broker"].state is State.TROUBLE
    assert gone["barrier of in"].state is State.TROUBLE


def test_the_supply_is_asked_of_its_server() -> None:
    with NutServer() as server:
        power = PowerConfig("127.0.0.1", server.port, name=NAME)
        well = asked(replace(Config(), power=power))["power supply"]
        wrong = asked(replace(Config(), power=replace(power, name="other")))["power supply"]
    assert well.state is State.OK
    assert wrong.state is State.TROUBLE
    assert wrong.next_step


def test_a_printer_says_that_it_has_no_paper_and_prints_nothing() -> None:
    with SimulatedPrinter() as printer:
        config = Config(printer=PrinterConfig("network", host="127.0.0.1", port=printer.port))
        well = asked(config)["printer"]
        printer.set_fault("paper-out", True)
        empty = asked(config)["printer"]
        assert printer.papers() == []
    assert well.state is State.OK
    assert empty.state is State.TROUBLE
    assert "paper" in empty.said


def test_a_profile_that_nobody_wrote_is_told_by_name() -> None:
    with SimulatedPrinter() as printer:
        wired = PrinterConfig("network", host="127.0.0.1", port=printer.port, profile="nonesuch")
        finding = asked(Config(printer=wired))["printer"]
    assert finding.state is State.TROUBLE
    assert "nonesuch" in finding.said


def test_signs_and_readers_are_looked_for_and_shown_nothing(line: SerialLine) -> None:
    lane = LaneConfig(
        "in",
        EYES,
        BarrierConfig("memory"),
        LOOPS,
        sign=SignConfig("serial", path=line.near),
        reader=CodeReaderConfig("serial", path="/dev/serial/by-id/none"),
    )
    found = asked(replace(Config(), lanes=(lane,), reader=CodeReaderConfig("serial", path=line.near)))
    assert found["sign of in"].state is State.OK
    assert found["reader of in"].state is State.TROUBLE
    assert found["reader"].state is State.OK


@pytest.mark.parametrize("address", ["ftp://sign/", "http://", "http://[", "sign.lot"])
def test_a_signs_address_that_is_none_of_http_is_told(address: str) -> None:
    sign = SignConfig("http", address=address)
    lane = LaneConfig("in", EYES, BarrierConfig("memory"), LOOPS, sign=sign)
    assert asked(Config(lanes=(lane,)))["sign of in"].state is State.TROUBLE


def test_a_printer_of_the_system_is_looked_for_among_those_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    with Cups() as cups:
        for name, value in cups.environment.items():
            monkeypatch.setenv(name, value)
        well = asked(Config(printer=PrinterConfig("system", queue=QUEUE)))["printer"]
        wrong = asked(Config(printer=PrinterConfig("system", queue="office")))["printer"]
    none = asked(Config(printer=PrinterConfig("system")))["printer"]

    assert well.state is State.OK
    assert "test page" in well.said
    assert wrong.said == f"the system knows no printer office, but {QUEUE}"
    assert none.state is State.TROUBLE
    assert "printing service" in none.next_step


def test_the_relay_of_a_camera_is_asked_and_switches_nothing() -> None:
    with OnvifRelays(password="sesame") as camera:
        right = BarrierConfig(
            "onvif",
            address=f"http://127.0.0.1:{camera.port}/onvif/device_service",
            user="admin",
            secret="sesame",
        )
        well, wrong = barrier(right), barrier(replace(right, secret="another"))
        assert list(camera.activations) == []
    assert well.state is State.OK
    assert wrong.state is State.TROUBLE
    assert "sesame" not in wrong.said + wrong.next_step


def test_a_camera_that_sends_jpegs_is_well_once_it_gave_a_picture() -> None:
    with FfmpegMjpeg() as camera:
        eyes = CameraConfig("mjpeg", f"http://127.0.0.1:{camera.port}/")
        well = asked(Config(lanes=(LaneConfig("in", eyes, BarrierConfig("memory"), LOOPS),)))["camera of in"]
    gone = asked(Config(lanes=(LaneConfig("in", eyes, BarrierConfig("memory"), LOOPS),)))["camera of in"]
    assert well.state is State.OK
    assert gone.state is State.TROUBLE
    assert gone.next_step


def test_a_usb_camera_that_is_not_plugged_in_is_told() -> None:
    eyes = CameraConfig("usb", "/dev/v4l/by-id/none")
    lane = LaneConfig("in", eyes, BarrierConfig("memory"), LOOPS)
    finding = asked(Config(lanes=(lane,)))["camera of in"]
    assert finding.said == "there is no camera /dev/v4l/by-id/none"
