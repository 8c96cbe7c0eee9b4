"""``lotkeeper config check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.cli import main

Captured = pytest.CaptureFixture[str]

BOOTH = """\
[[lane]]
id = "in"
camera = { kind = "rtsp", address = "rtsp://user:secret@10.0.0.8/" }
barrier = { kind = "modbus_tcp", host = "10.0.0.9" }
loops = { kind = "memory" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The configuration in a console's folder."""
    path = tmp_path / "lotkeeper.toml"
    path.write_text(BOOTH)
    return path


def test_a_file_that_can_be_used_says_what_it_wires(file: Path, capsys: Captured) -> None:
    assert main(["config", "check", "--data", str(file.parent)]) == 0
    told = capsys.readouterr().out
    assert told == f"{file}: can be used, 1 lane\n  in: camera rtsp, barrier modbus_tcp, loops memory\n"


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_cameras_password_is_not_printed(file: Path, capsys: Captured, more: list[str]) -> None:
    assert main(["config", "check", str(file), *more]) == 0
    assert "secret" not in capsys.readouterr().out


def test_machines_get_json(file: Path, capsys: Captured) -> None:
    assert main(["config", "check", str(file), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is True
    assert report["lanes"] == [
        {"id": "in", "camera": "rtsp", "rear_camera": None, "barrier": "modbus_tcp", "loops": "memory"}
    ]


def test_a_wrong_key_is_told_with_file_and_line(file: Path, capsys: Captured) -> None:
    file.write_text(BOOTH.replace("host", "hots"))
    assert main(["config", "check", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f'lotkeeper: {file}:4: unknown key "hots" in lane.barrier; did you mean "host"?\n'


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["config", "check", str(tmp_path / "none.toml")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_plate_formats_that_are_none_are_told_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_text('format = 1\n[plates]\nformats = ["germny"]\n')

    assert main(["config", "check", str(file)]) == 2
    assert (
        'lotkeeper.toml:3: no plate formats are called "germny"; did you mean "de"' in capsys.readouterr().err
    )
