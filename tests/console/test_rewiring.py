"""Another wiring while the program runs: written, run with, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.watched_devices import watched_devices
from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    LoopsConfig,
    MqttConfig,
    PowerConfig,
    PrinterConfig,
    load_config,
)
from core.config.writing import to_toml
from core.domain.errors import ConfigError, NotAllowed, Refused
from core.domain.lanes import LaneState
from core.domain.people import Actor, Role
from core.services.change_lanes import remove_lane
from core.services.device_journal import device_subject
from core.services.ports import Health, LoopRole
from core.store.folder import DataFolder
from devices.loops.memory import MemoryLoops
from tests.core.store.lot import set_up
from tests.devices.cameras.waiting import until

IN = LaneConfig(
    "in", CameraConfig("folder", address="pictures"), BarrierConfig("memory"), LoopsConfig("memory")
)
OUT = replace(IN, id="out")
ADA = Actor("ada", "Ada", Role.ADMINISTRATOR)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """A console whose file wires nothing yet, with a remark of its owner in it."""
    made = compose(DataFolder(tmp_path), recogniser_kind="stub")
    made.folder.config.write_text("# mine\nformat = 1\n")
    try:
        set_up(made.store)
        made.start_lanes(made.read_lot())
        yield made
    finally:
        made.stop()


def test_a_lane_runs_as_soon_as_it_is_wired_and_the_file_says_so(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    assert list(console.lanes) == ["in"]
    assert load_config(console.folder.config).lanes == (IN,)
    assert console.tasks is not None


def test_what_stood_in_the_file_is_kept_with_its_remarks(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    assert console.rewiring.before.read_text() == "# mine\nformat = 1\n"
    assert console.rewiring.before.stat().st_mode & 0o077 == 0, "it may hold a password"


def test_the_journal_says_who_wired_what_and_nothing_of_its_secrets(console: Console) -> None:
    camera = CameraConfig("rtsp", address="rtsp://admin:geheim@10.0.0.20/main")
    console.rewiring.rewire(
        replace(console.config, printer=PrinterConfig("network", host="10.9.9.9")), actor=ADA
    )
    console.rewiring.rewire(replace(console.config, lanes=(replace(IN, camera=camera),)), actor=ADA)
    about = console.store.read(lambda unit: unit.latest_about(device_subject("in/camera"), most=5))
    assert [(entry.kind, entry.who) for entry in about] == [("device.wired", "ada")]
    assert "geheim" not in str(about)
    assert console.store.read(lambda unit: unit.latest_about(device_subject("printer"), most=5))
    assert not console.store.read(lambda unit: unit.latest_about(device_subject("power"), most=5))


def test_who_may_not_wire_changes_nothing(console: Console) -> None:
    with pytest.raises(NotAllowed):
        console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=replace(ADA, role=Role.ATTENDANT))
    assert console.lanes == {}


def test_one_step_back_and_forth(console: Console) -> None:
    with pytest.raises(Refused, match=r"devices\.nothing_to_undo"):
        console.rewiring.undo(actor=ADA)
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), actor=ADA)
    console.rewiring.undo(actor=ADA)
    assert list(console.lanes) == ["in"]
    console.rewiring.undo(actor=ADA)
    assert list(console.lanes) == ["in", "out"]


def test_a_car_in_a_lane_is_not_interrupted_unasked(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    loops = console.lanes["in"].devices.loops
    assert isinstance(loops, MemoryLoops)
    loops.set(LoopRole.ARMING, True)
    until(lambda: bool(console.rewiring.cars_under_way()), "the car is seen")
    before = console.folder.config.read_bytes()
    with pytest.raises(Refused) as refused:
        console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), actor=ADA)
    assert refused.value.code == "devices.cars_in_lanes"
    assert refused.value.facts["lanes"]
    assert console.folder.config.read_bytes() == before
    assert list(console.lanes) == ["in"]
    console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), actor=ADA, interrupt=True)
    assert list(console.lanes) == ["in", "out"]


def test_another_printer_stops_no_lane(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    runner = console.lanes["in"]
    console.rewiring.rewire(replace(console.config, printer=PrinterConfig("none")), actor=ADA)
    assert console.lanes["in"] is runner
    assert console.printer is None


def test_the_booths_reader_and_the_power_supply_stop_no_lane(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    runner = console.lanes["in"]
    console.rewiring.rewire(replace(console.config, reader=CodeReaderConfig("simulator")), actor=ADA)
    console.rewiring.rewire(replace(console.config, power=PowerConfig(host="127.0.0.1", port=1)), actor=ADA)
    assert console.lanes["in"] is runner
    assert console.drivers.booth_reader is not None


def test_what_is_no_configuration_changes_nothing(console: Console) -> None:
    before, file = console.config, console.folder.config.read_bytes()
    wrong = replace(IN, barrier=BarrierConfig("modbus_tcp"))
    with pytest.raises(ConfigError, match="host is missing"):
        console.rewiring.rewire(replace(console.config, lanes=(wrong,)), actor=ADA)
    assert console.config is before
    assert console.folder.config.read_bytes() == file
    assert console.lanes == {}


def test_a_wiring_that_does_not_start_is_taken_back(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    real = Console.start_lanes

    def refuses_two(self, lot):
        if len(self.config.lanes) == 2:
            raise OSError("no memory for another camera")
        real(self, lot)

    monkeypatch.setattr(Console, "start_lanes", refuses_two)
    with pytest.raises(OSError, match="no memory"):
        console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), actor=ADA)
    assert list(console.lanes) == ["in"]
    assert load_config(console.folder.config).lanes == (IN,)


def test_a_file_that_was_damaged_by_hand_since_is_kept_all_the_same(console: Console) -> None:
    console.folder.config.write_bytes(b"[[lane\xff")
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    assert console.rewiring.before.read_bytes() == b"[[lane\xff"
    with pytest.raises(ConfigError):
        console.rewiring.undo(actor=ADA)
    assert list(console.lanes) == ["in"]


def test_a_console_without_a_file_has_nothing_to_go_back_to(console: Console) -> None:
    console.folder.config.unlink()
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    assert not console.rewiring.can_undo
    assert to_toml(Config(console=ConsoleConfig(), lanes=(IN,))) == console.folder.config.read_text()


def test_a_lane_that_was_taken_out_of_the_lot_does_not_come_back_with_its_wires(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), actor=ADA)
    console.store.write(lambda unit: remove_lane(unit, actor=ADA, lane_id="out"))
    console.rewiring.follow_lot(actor=ADA)
    with pytest.raises(Refused, match=r"devices\.nothing_to_undo"):
        console.rewiring.undo(actor=ADA)
    assert [lane.id for lane in console.config.lanes] == ["in"]


def test_the_broker_is_watched_as_long_as_a_lane_speaks_through_it(console: Console) -> None:
    named = replace(console.config, mqtt=MqttConfig(host="127.0.0.1", port=9))
    console.rewiring.rewire(replace(named, lanes=(IN,)), actor=ADA)
    assert "broker" not in {device.device_id for device in watched_devices(console)}
    spoken = replace(IN, barrier=BarrierConfig("mqtt", topic="lot/in"))
    console.rewiring.rewire(replace(named, lanes=(spoken,)), actor=ADA)
    broker = next(device for device in watched_devices(console) if device.device_id == "broker")
    assert broker.where == "127.0.0.1:9"
    until(lambda: broker.status().health is Health.FAILED, "nobody listens there")
    about = console.store.read(lambda unit: unit.latest_about(device_subject("broker"), most=5))
    assert [entry.kind for entry in about] == ["device.wired"]


def test_a_lane_that_looks_out_for_plates_without_its_loops_holds_no_change_up(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)), actor=ADA)
    loops = console.lanes["in"].devices.loops
    assert isinstance(loops, MemoryLoops)
    loops.set(LoopRole.ARMING, None)
    until(lambda: console.lanes["in"].view.state is LaneState.READING, "it reads all the time")
    assert console.rewiring.cars_under_way() == ()
