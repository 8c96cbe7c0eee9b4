from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from PIL import Image

from console.cli import read
from tests.devices.recognition.pictures import car, wall


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Path]:
    paths = {name: tmp_path / name for name in ("car.png", "wall.png", "broken.jpg")}
    Image.fromarray(car("ABC-1234")[:, :, ::-1]).save(paths["car.png"])
    Image.fromarray(wall("EXIT ONLY")[:, :, ::-1]).save(paths["wall.png"])
    paths["broken.jpg"].write_bytes(b"\xff\xd8\xff no picture")
    return paths


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    read.add_arguments(parser)
    return read.run(parser.parse_args(words))


def test_each_picture_gives_one_line_of_json(
    pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--json", str(pictures["car.png"]), str(pictures["wall.png"]))

    plate, none = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert plate["file"] == str(pictures["car.png"])
    assert plate["plate"] == "ABC1234"
    assert plate["confidence"] >= 0.8
    assert len(plate["box"]) == 4
    assert plate["ms"] > 0
    assert all(set(other) == {"plate", "confidence"} for other in plate["alternatives"])
    assert none["plate"] is None
    assert none["box"] is None


def test_a_broken_picture_is_named_the_others_are_read_and_the_exit_code_is_1(
    pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--json", str(pictures["broken.jpg"]), str(pictures["car.png"]))

    broken, plate = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 1
    assert set(broken) == {"file", "error"}
    assert plate["plate"] == "ABC1234"


def test_people_get_a_sentence_a_picture(
    pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(str(pictures["car.png"]), str(pictures["wall.png"]))

    first, second = capsys.readouterr().out.splitlines()
    assert "ABC1234" in first
    assert "no plate" in second
