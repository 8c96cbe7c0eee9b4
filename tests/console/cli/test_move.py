"""``lotkeeper move``, and the copies at a second place, as someone at a shell meets them."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from console.cli import main
from core.store.folder import DataFolder
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, a_day, opened
from tests.far_sides.object_store import KEY, SECRET, object_store

Captured = pytest.CaptureFixture[str]
MOST_MINUTES_OF_WORK = 15


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a console that had a day."""
    folder = tmp_path / "data"
    folder.mkdir()
    clock = SetClock()
    with opened(folder, clock) as store:
        a_day(store, clock)
    return folder


def told(capsys: Captured, *arguments: object, code: int = 0) -> dict[str, Any]:
    assert main([*map(str, arguments), "--json"]) == code
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def refused(capsys: Captured, *arguments: object) -> str:
    assert main([*map(str, arguments)]) == 2
    return capsys.readouterr().err


def test_a_console_moves_to_a_new_pc_in_minutes(data: Path, tmp_path: Path, capsys: Captured) -> None:
    (data / "lotkeeper.toml").write_text('format = 1\n[shared]\nhub = "10.0.0.2:8461"\n')
    begun = time.monotonic()
    packed = told(capsys, "move", "pack", tmp_path / "console.tar", "--data", data)
    unpacked = told(capsys, "move", "unpack", tmp_path / "console.tar", "--data", tmp_path / "new")
    checked = told(capsys, "db", "check", "--data", tmp_path / "new")
    assert time.monotonic() - begun < MOST_MINUTES_OF_WORK * 60
    assert checked["problems"] is None
    assert unpacked["lot_id"] == packed["lot_id"]
    assert unpacked["console_id"] != packed["console_id"]
    assert "revoke" in unpacked["next_steps"][0]
    assert unpacked["next_steps"][1].endswith("lotkeeper console join 10.0.0.2:8461")
    assert verify_file(tmp_path / "new" / "lotkeeper.db") == verify_file(data / "lotkeeper.db")


def test_a_running_console_is_not_packed(data: Path, tmp_path: Path, capsys: Captured) -> None:
    running = DataFolder(data)
    running.hold()
    try:
        assert "running Lotkeeper" in refused(capsys, "move", "pack", tmp_path / "c.tar", "--data", data)
    finally:
        running.release()


def test_nothing_is_packed_over_and_nothing_is_made_of_nothing(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "c.tar").write_text("somebody's file")
    assert "such a file already" in refused(capsys, "move", "pack", tmp_path / "c.tar", "--data", data)
    empty = tmp_path / "empty"
    assert "no console lives" in refused(capsys, "move", "pack", tmp_path / "d.tar", "--data", empty)


def test_a_copy_at_the_second_place_is_listed_and_restored(
    data: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTKEEPER_BACKUPS_PASSWORD", f"{KEY}:{SECRET}")
    before = verify_file(data / "lotkeeper.db")
    with object_store() as endpoint:
        place = f"s3://copies/lot?endpoint={endpoint}"
        kept = told(capsys, "db", "backup", "--to", place, "--data", data)["kept_as"]
        (data / "lotkeeper.toml").write_text(f'format = 1\n[shared]\nbackups = "{place}"\n')
        assert told(capsys, "db", "copies", "--data", data)["copies"] == [kept]
        new = tmp_path / "new"
        new.mkdir()
        report = told(capsys, "db", "restore", kept, "--from", place, "--data", new)
    assert report["what_was_there_before"] is None
    assert verify_file(new / "lotkeeper.db") == before


def test_a_lost_disk_costs_nothing_but_the_last_hour(data: Path, tmp_path: Path, capsys: Captured) -> None:
    """The PC is gone; what is left is the second disk, the program and a new PC."""
    disk = tmp_path / "disk"
    disk.mkdir()
    before = verify_file(data / "lotkeeper.db")
    told(capsys, "db", "backup", "--to", f"file://{disk}", "--data", data)
    shutil.rmtree(data)
    copies = told(capsys, "db", "copies", "--from", disk, "--data", data)["copies"]
    told(capsys, "db", "restore", copies[0], "--from", disk, "--data", data)
    assert verify_file(data / "lotkeeper.db") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("db", "copies"), "no second place is configured"),
        (("db", "copies", "--from", "/no/such/folder"), "is its disk plugged in"),
        (("db", "copies", "--from", "ftp://host/x"), "a place is a folder from the root on"),
        (("db", "restore", "a/lotkeeper-20261122T120000Z.db.gz"), "no second place is configured"),
    ],
)
def test_what_cannot_be_done_with_copies_is_one_clear_line(
    data: Path, capsys: Captured, arguments: tuple[str, ...], said: str
) -> None:
    assert said in refused(capsys, *arguments, "--data", data)
