"""Another wiring while the program runs: written, run with, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.compose import Console, compose
from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    LoopsConfig,
    PowerConfig,
    PrinterConfig,
    load_config,
)
from core.config.writing import to_toml
from core.domain.errors import ConfigError, Refused
from core.services.ports import LoopRole
from core.store.folder import DataFolder
from devices.loops.memory import MemoryLoops
from tests.core.store.lot import set_up
from tests.devices.cameras.waiting import until

IN = LaneConfig(
    "in", CameraConfig("folder", address="pictures"), BarrierConfig("memory"), LoopsConfig("memory")
)
OUT = replace(IN, id="out")


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
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    assert list(console.lanes) == ["in"]
    assert load_config(console.folder.config).lanes == (IN,)
    assert console.tasks is not None


def test_what_stood_in_the_file_is_kept_with_its_remarks(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    assert console.rewiring.before.read_text() == "# mine\nformat = 1\n"
    assert console.rewiring.before.stat().st_mode & 0o077 == 0, "it may hold a password"


def test_one_step_back_and_forth(console: Console) -> None:
    with pytest.raises(Refused, match=r"devices\.nothing_to_undo"):
        console.rewiring.undo()
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)))
    console.rewiring.undo()
    assert list(console.lanes) == ["in"]
    console.rewiring.undo()
    assert list(console.lanes) == ["in", "out"]


def test_a_car_in_a_lane_is_not_interrupted_unasked(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    loops = console.lanes["in"].devices.loops
    assert isinstance(loops, MemoryLoops)
    loops.set(LoopRole.ARMING, True)
    until(lambda: bool(console.rewiring.cars_under_way()), "the car is seen")
    before = console.folder.config.read_bytes()
    with pytest.raises(Refused) as refused:
        console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)))
    assert refused.value.code == "devices.cars_in_lanes"
    assert refused.value.facts["lanes"]
    assert console.folder.config.read_bytes() == before
    assert list(console.lanes) == ["in"]
    console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)), interrupt=True)
    assert list(console.lanes) == ["in", "out"]


def test_another_printer_stops_no_lane(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    runner = console.lanes["in"]
    console.rewiring.rewire(replace(console.config, printer=PrinterConfig("none")))
    assert console.lanes["in"] is runner
    assert console.printer is None


def test_the_booths_reader_and_the_power_supply_stop_no_lane(console: Console) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    runner = console.lanes["in"]
    console.rewiring.rewire(replace(console.config, reader=CodeReaderConfig("simulator")))
    console.rewiring.rewire(replace(console.config, power=PowerConfig(host="127.0.0.1", port=1)))
    assert console.lanes["in"] is runner
    assert console.drivers.booth_reader is not None


def test_what_is_no_configuration_changes_nothing(console: Console) -> None:
    before, file = console.config, console.folder.config.read_bytes()
    wrong = replace(IN, barrier=BarrierConfig("modbus_tcp"))
    with pytest.raises(ConfigError, match="host is missing"):
        console.rewiring.rewire(replace(console.config, lanes=(wrong,)))
    assert console.config is before
    assert console.folder.config.read_bytes() == file
    assert console.lanes == {}


def test_a_wiring_that_does_not_start_is_taken_back(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    real = Console.start_lanes

    def refuses_two(self, lot):
        if len(self.config.lanes) == 2:
            raise OSError("no memory for another camera")
        real(self, lot)

    monkeypatch.setattr(Console, "start_lanes", refuses_two)
    with pytest.raises(OSError, match="no memory"):
        console.rewiring.rewire(replace(console.config, lanes=(IN, OUT)))
    assert list(console.lanes) == ["in"]
    assert load_config(console.folder.config).lanes == (IN,)


def test_a_file_that_was_damaged_by_hand_since_is_kept_all_the_same(console: Console) -> None:
    console.folder.config.write_bytes(b"[[lane\xff")
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    assert console.rewiring.before.read_bytes() == b"[[lane\xff"
    with pytest.raises(ConfigError):
        console.rewiring.undo()
    assert list(console.lanes) == ["in"]


def test_a_console_without_a_file_has_nothing_to_go_back_to(console: Console) -> None:
    console.folder.config.unlink()
    console.rewiring.rewire(replace(console.config, lanes=(IN,)))
    assert not console.rewiring.can_undo
    assert to_toml(Config(console=ConsoleConfig(), lanes=(IN,))) == console.folder.config.read_text()
