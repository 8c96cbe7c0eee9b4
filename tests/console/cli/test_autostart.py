from __future__ import annotations

import json
from pathlib import Path

import pytest

from console import autostart
from console.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return tmp_path / "home"


def test_the_booths_files_are_written_where_the_desktop_looks(home: Path, capsys: Captured) -> None:
    assert main(["--data", "/srv/lot", "autostart", "install", "console"]) == 0

    assert "/srv/lot" in (home / ".config/systemd/user/lotkeeper.service").read_text()
    assert (home / ".config/autostart/lotkeeper.desktop").is_file()
    assert "type: systemctl --user daemon-reload" in capsys.readouterr().out


def test_what_only_root_may_write_is_said_with_the_command_for_it(
    home: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "units").write_text("a file where a folder should be")
    monkeypatch.setattr("console.cli.autostart.start_files", _into(home / "units"))

    assert main(["--data", "/srv/our lot", "autostart", "install", "lane"]) == 1
    said = capsys.readouterr()
    assert "cannot be written" in said.err
    assert "autostart show lane --data '/srv/our lot' | sudo tee" in said.out


def test_shown_is_what_would_be_written(capsys: Captured) -> None:
    assert main(["--data", "/srv/lot", "autostart", "show", "lane", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["files"][0]["path"].endswith("lotkeeper-lane.service")
    assert shown["files"][0]["written"] is False
    assert main(["--data", "/srv/lot", "autostart", "show", "lane"]) == 0
    assert shown["files"][0]["text"] in capsys.readouterr().out


def test_anything_else_is_bad_usage(capsys: Captured) -> None:
    assert main(["autostart", "show", "everything"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def _into(folder: Path) -> object:
    def start_files(what: autostart.Autostart, data: Path, *, home: Path) -> list[autostart.StartFile]:
        return autostart.start_files(what, data, home=home, system_units=folder)

    return start_files
