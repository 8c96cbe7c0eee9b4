from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from console.cli import main
from console.cli.checkup import program
from core.domain.errors import DeviceError
from core.store.folder import DataFolder
from devices.recognition import models

Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, data: Path, *, code: int) -> dict[str, dict[str, Any]]:
    assert main(["--data", str(data), "doctor", "--json", "--offline"]) == code
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is (code == 0)
    return {check["subject"]: check for check in report["checks"]}


def test_a_whole_installation_is_well(tmp_path: Path, capsys: Captured) -> None:
    checks = told(capsys, tmp_path, code=0)

    assert {check["state"] for check in checks.values()} == {"ok", "skipped"}
    assert "data folder" in checks
    assert "shipped plate formats" in checks
    assert any(subject.startswith("model ") for subject in checks)
    assert all(set(check) == {"subject", "state", "said", "next"} for check in checks.values())


def test_people_read_a_line_for_each_thing_with_a_word_beside_the_mark(
    tmp_path: Path, capsys: Captured
) -> None:
    assert main(["--data", str(tmp_path), "doctor", "--offline"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "all is well"
    assert all(line.startswith(("✓ ok ", "– skipped ")) for line in lines[:-1])


def test_formats_of_the_site_that_are_none_are_told_with_the_next_step(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "lotkeeper.toml").write_text('format = 1\n[plates]\nformats = ["twn"]\n')

    check = told(capsys, tmp_path, code=1)["plate formats of the site"]
    assert check["state"] == "trouble"
    assert 'did you mean "tw"' in check["said"]
    assert "Settings, Plates" in check["next"]


def test_a_broken_document_of_the_site_is_told_with_its_line(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "own.toml").write_text('[[series]]\nweight = 7\npatterns = ["A9"]\n')
    (tmp_path / "lotkeeper.toml").write_text('format = 1\n[plates]\nformats = ["./own.toml"]\n')

    assert "own.toml:2: weight" in told(capsys, tmp_path, code=1)["plate formats of the site"]["said"]


def test_a_configuration_that_cannot_be_used_is_named_and_the_rest_is_looked_at(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "lotkeeper.toml").write_text("format = 1\n[plates]\nformats = 3\n")

    assert main(["--data", str(tmp_path), "doctor", "--offline"]) == 2

    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert "lotkeeper.toml:3: plates.formats: expected a list" in said.err
    assert "✗ trouble  configuration" in said.out
    assert "next: correct this line" in said.out
    assert "✓ ok       disk" in said.out
    assert "1 of " in said.out.splitlines()[-1]


def test_a_reader_whose_model_is_not_there_is_told(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "lotkeeper.toml").write_text('format = 1\n[recogniser]\nreader = "onnx:/nowhere/site.onnx"\n')

    check = told(capsys, tmp_path, code=1)["plate reader"]
    assert "/nowhere/site.onnx" in check["said"]


def test_a_model_is_looked_for_in_the_data_folder_as_by_the_console(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "lotkeeper.toml").write_text('format = 1\n[recogniser]\nreader = "onnx:models/site.onnx"\n')

    check = told(capsys, tmp_path, code=1)["plate reader"]
    assert str(tmp_path / "models" / "site.onnx") in check["said"]


@pytest.mark.parametrize("reader", ["nonsense", "process:/nowhere/engine --fast", "process:", "process:'"])
def test_a_reader_that_cannot_be_had_is_told(tmp_path: Path, capsys: Captured, reader: str) -> None:
    (tmp_path / "lotkeeper.toml").write_text(f'format = 1\n[recogniser]\nreader = "{reader}"\n')

    check = told(capsys, tmp_path, code=1)["plate reader"]
    assert check["state"] == "trouble"
    assert "reader" in check["next"]


def test_a_model_that_is_damaged_is_told(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(model: models.ModelFile, *, threads: int) -> None:
        raise DeviceError("recogniser.model_damaged", detail=model.name)

    monkeypatch.setattr(models, "open_model", damaged)

    checks = [check for name, check in told(capsys, tmp_path, code=1).items() if name.startswith("model ")]
    assert len(checks) >= 2
    assert all(check["state"] == "trouble" and "install Lotkeeper again" in check["next"] for check in checks)


def test_a_program_without_its_fonts_is_told(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources/fonts").mkdir(parents=True)
    (tmp_path / "resources/fonts/half.ttf").write_bytes(b"PK")
    monkeypatch.setattr(program, "files", lambda _package: tmp_path / "resources")

    checks = told(capsys, tmp_path / "data", code=1)
    assert checks["fonts"]["said"] == "damaged: half.ttf"
    assert checks["sounds"]["state"] == "trouble"


def test_devices_that_a_running_console_has_its_hands_on_are_left_to_it(
    tmp_path: Path, capsys: Captured
) -> None:
    folder = DataFolder(tmp_path)
    folder.hold()
    try:
        (tmp_path / "lotkeeper.toml").write_text(
            'format = 1\n[[lane]]\nid = "in"\n[lane.camera]\nkind = "usb"\naddress = "/dev/null"\n'
            '[lane.barrier]\nkind = "memory"\n[lane.loops]\nkind = "memory"\n'
        )
        said = told(capsys, tmp_path, code=0)["camera of in"]
    finally:
        folder.release()
    assert said["state"] == "skipped"
    assert "the running console" in said["said"]
