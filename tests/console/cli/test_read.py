from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from console.cli import main
from core.domain.reads import Box, Read
from devices.recognition.readers import registry
from tests.devices.recognition.pictures import car, wall

Run = Callable[..., int]


class EveryCar:
    """Sees the same plate in every picture that is not one grey."""

    def read(
        self,
        image: NDArray[np.uint8],
        *,
        deadline_ms: float | None = None,
        hint: Box | None = None,
    ) -> list[Read]:
        if image.min() == image.max():
            return []
        others = tuple((f"ABC123{digit}", 0.01) for digit in range(9))
        return [Read("ABC1234", 0.95, Box(1, 2, 3, 4), others)]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return lambda *words: main(["--data", str(tmp_path / "data"), "read", *map(str, words)])


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Path]:
    paths = {name: tmp_path / name for name in ("car.png", "wall.png", "broken.jpg")}
    Image.fromarray(car("ABC-1234")[:, :, ::-1]).save(paths["car.png"])
    Image.fromarray(wall("EXIT ONLY")[:, :, ::-1]).save(paths["wall.png"])
    paths["broken.jpg"].write_bytes(b"\xff\xd8\xff no picture")
    return paths


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "open_reader", lambda *_args, **_more: EveryCar())


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_picture_gives_one_line_of_json(
    run: Run, pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--json", pictures["car.png"], pictures["wall.png"])

    plate, none = lines(capsys)
    assert code == 0
    assert list(plate) == ["file", "plate", "confidence", "box", "alternatives", "ms"]
    assert plate["file"] == str(pictures["car.png"])
    assert plate["plate"] == "ABC1234"
    assert none["plate"] is None
    assert none["box"] is None
    assert none["alternatives"] == []


@pytest.mark.usefixtures("fake_reader")
def test_confidence_box_and_at_most_five_alternatives_are_told(
    run: Run, pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run("--json", pictures["car.png"])

    [plate] = lines(capsys)
    assert plate["confidence"] == 0.95
    assert plate["box"] == [1, 2, 3, 4]
    alternatives = plate["alternatives"]
    assert isinstance(alternatives, list)
    assert len(alternatives) == 5
    assert alternatives[0] == {"plate": "ABC1230", "confidence": 0.01}


@pytest.mark.usefixtures("fake_reader")
def test_a_broken_picture_is_named_the_others_are_read_and_the_exit_code_is_1(
    run: Run, pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--json", pictures["broken.jpg"], pictures["car.png"])

    broken, plate = lines(capsys)
    assert code == 1
    assert set(broken) == {"file", "error"}
    assert plate["plate"] == "ABC1234"


@pytest.mark.usefixtures("fake_reader")
def test_people_get_a_sentence_a_picture(
    run: Run, pictures: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("L", (40, 30), 128).save(tmp_path / "grey.png")

    run(pictures["car.png"], tmp_path / "grey.png", tmp_path / "none.png")

    first, second, third = capsys.readouterr().out.splitlines()
    assert "ABC1234" in first
    assert "no plate" in second
    assert third.endswith("none.png: the file cannot be read: No such file or directory")


@pytest.mark.usefixtures("fake_reader")
@pytest.mark.timeout(120)
def test_whatever_is_no_picture_has_its_own_line_and_nothing_is_waited_for(
    run: Run, pictures: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.png").write_text("no picture", "utf-8")
    Image.new("RGB", (400, 300), "red").save(tmp_path / "whole.jpg")
    whole = (tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    Image.new("1", (20_000, 4_000)).save(tmp_path / "huge.png")
    names = ["folder.png", "pipe.png", "empty.png", "text.png", "half.jpg", "huge.png", "x" * 300]

    code = run("--json", *(tmp_path / name for name in names), pictures["car.png"])

    told = lines(capsys)
    assert code == 1
    assert [set(line) == {"file", "error"} for line in told] == [True] * len(names) + [False]
    errors = [str(line["error"]) for line in told[:-1]]
    assert "is a folder" in errors[0]
    assert "is no file" in errors[1]
    assert "no JPEG" in errors[2]
    assert "no JPEG" in errors[3]
    assert "damaged" in errors[4]
    assert "too large" in errors[5]
    assert all("picture." not in error for error in errors)


@pytest.mark.parametrize(
    ("mode", "size"), [("L", (1, 1)), ("RGBA", (3, 3)), ("I;16", (64, 48)), ("P", (20_000, 40))]
)
def test_a_picture_of_any_kind_and_size_is_read_by_the_real_reader(
    run: Run, tmp_path: Path, mode: str, size: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new(mode, size).save(tmp_path / "odd.png")

    assert run("--json", tmp_path / "odd.png") == 0
    assert lines(capsys)[0]["plate"] is None


@pytest.mark.parametrize("formats", ["uss", "us,euu", "cn:7", "tw,tw", "./none.toml"])
def test_formats_that_are_none_are_told_before_anything_is_read(
    run: Run, pictures: dict[str, Path], formats: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--formats", formats, pictures["car.png"], pictures["broken.jpg"])

    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert said.err.startswith("lotkeeper: --formats: ")
    assert len(said.err.splitlines()) == 1


def test_a_name_that_is_nearly_right_is_suggested(
    run: Run, pictures: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run("--formats", "us,taiwan", pictures["car.png"])

    assert 'did you mean "tw"' in capsys.readouterr().err


def test_without_formats_named_those_of_the_console_count(
    run: Run, pictures: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/lotkeeper.toml").write_text('format = 1\n[plates]\nformats = ["nowhere"]\n')

    assert run(pictures["car.png"]) == 2
    assert "lotkeeper.toml" in capsys.readouterr().err


def test_a_plate_is_read_with_the_formats_that_are_named(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(car("B01A234")[:, :, ::-1]).save(tmp_path / "car.png")

    assert run("--json", "--formats", "br,us:0.5", tmp_path / "car.png") == 0
    assert lines(capsys)[0]["plate"] is not None
