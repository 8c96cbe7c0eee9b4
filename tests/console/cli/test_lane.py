"""``lotkeeper lane`` as a service manager runs it: started, watched, ended, killed, started again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console.cli import main
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig
from core.store.folder import DataFolder
from core.store.verify import verify_file
from tests.faults.devices.gate_pc import GatePc, set_up_gate


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A gate PC with one lane whose camera is a folder without pictures."""
    (tmp_path / "pictures").mkdir()
    camera = CameraConfig("folder", str(tmp_path / "pictures"))
    lane = LaneConfig("in", camera, BarrierConfig("memory"), LoopsConfig("memory"))
    set_up_gate(tmp_path / "data", Config(lanes=(lane,)))
    return tmp_path / "data"


def test_it_says_that_it_is_at_work_gives_signs_of_life_and_ends_in_order(gate: Path) -> None:
    with GatePc(gate) as pc:
        pc.start()
        pc.wait_for("WATCHDOG=1\nSTATUS=lanes at work: in")
        assert json.loads((gate / "status.json").read_text())
        assert pc.ask_to_end() == 0

    assert pc.told[-1] == "STOPPING=1"
    assert pc.said.splitlines() == ["lanes at work: in"]
    assert "the console has ended in order" in (gate / "lotkeeper.log").read_text()


def test_after_a_power_cut_it_starts_again_and_nothing_is_amiss(gate: Path) -> None:
    with GatePc(gate) as pc:
        for _ in range(2):
            pc.start()
            pc.cut_power()
        pc.start()
        assert pc.ask_to_end() == 0

    assert verify_file(gate / "lotkeeper.db").problems == ()


def test_a_folder_that_another_console_has_is_refused_in_one_line(
    gate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = DataFolder(gate)
    folder.hold()
    try:
        assert main(["--data", str(gate), "lane"]) == 2
    finally:
        folder.release()
    assert "a running Lotkeeper holds the data folder" in capsys.readouterr().err


def test_a_pc_without_a_lot_says_what_is_to_be_done(tmp_path: Path) -> None:
    with GatePc(tmp_path / "new") as pc:
        pc.start()
        assert pc.ask_to_end() == 0
    assert "lotkeeper console join" in pc.said


def test_a_configuration_that_is_wrong_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lotkeeper.toml").write_text("format = 1\n[printer]\nkind = 3\n")
    with GatePc(tmp_path) as pc:
        pc.start(ready=False)
        said = pc.end_when_it_ends()
    assert "lotkeeper.toml:3" in said
    assert "READY=1" not in pc.told


def test_no_part_of_it_loads_windows() -> None:
    script = "import console.headless, sys; print([n for n in sys.modules if n.startswith('PySide6')])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
