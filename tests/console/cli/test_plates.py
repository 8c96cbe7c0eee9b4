"""``lotkeeper plates``, as it is called at a shell; the reader is a fake, the real one has its own tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.cli import main
from console.evaluation import readers, reading
from core.config import Config, PlatesConfig, write_config
from core.services.ports import Still
from core.store.photos import PhotoStore
from devices.recognition.shapes import Shapes
from tests.console.evaluation.folders import ColourReader, folder_with
from tests.core.store.lot import opened, set_up

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def opened_readers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Shapes]]]:
    """Which readers were opened, and with which plates; all must be closed in the end."""
    asked: list[tuple[str, Shapes]] = []
    made: list[ColourReader] = []

    def open_reader(text: str, *, threads: int, shapes: Shapes) -> ColourReader:
        asked.append((text, shapes))
        plates = {1: ("ABC1234", 0.9), 2: ("A8C1234", 0.8)}
        made.append(ColourReader(plates if text == "own" else plates | {2: ("ABC1234", 0.9)}))
        return made[-1]

    monkeypatch.setattr(readers, "open_reader", open_reader)
    yield asked
    assert all(reader.is_closed for reader in made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_with(
        tmp_path / "pictures",
        [
            {"file": "1.png", "plate": "ABC1234", "region": "us", "camera": "entry", "grey": 1},
            {"file": "2.png", "plate": "ABC1234", "region": "eu", "camera": "exit", "grey": 2},
        ],
    )


def evaluate(folder: Path, *words: str) -> int:
    return main(["plates", "evaluate", "--pictures", str(folder), *words])


@pytest.mark.usefixtures("opened_readers")
def test_machines_get_json_and_people_a_report(folder: Path, capsys: Captured) -> None:
    assert evaluate(folder, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["over_all"]["exact"]["count"] == 1
    assert [one["file"] for one in figures["outcomes"]] == ["1.png", "2.png"]
    assert evaluate(folder) == 0
    told = capsys.readouterr()
    assert "8 → B" in told.out
    assert "2 of 2" in told.err


def test_each_region_is_read_with_its_own_formats(
    folder: Path, opened_readers: list[tuple[str, Shapes]]
) -> None:
    assert evaluate(folder, "--formats", "region") == 0
    (first, european), (second, american) = opened_readers
    assert first == second == "own"
    assert european.log_weight("7ABC123") < american.log_weight("7ABC123")


@pytest.mark.usefixtures("opened_readers")
def test_another_reader_is_compared_picture_by_picture(folder: Path, capsys: Captured) -> None:
    assert evaluate(folder, "--against", "onnx:better.onnx", "--json") == 0
    (other,) = json.loads(capsys.readouterr().out)["against"]
    assert [one["file"] for one in other["better"]] == ["2.png"]


@pytest.mark.usefixtures("opened_readers")
def test_a_former_run_is_compared_too(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    evaluate(folder, "--reader", "onnx:better.onnx", "--json")
    former = tmp_path / "former.json"
    former.write_text(capsys.readouterr().out)
    assert evaluate(folder, "--against", str(former), "--json") == 0
    (other,) = json.loads(capsys.readouterr().out)["against"]
    assert (other["compared"], len(other["better"])) == (2, 1)


@pytest.mark.usefixtures("opened_readers")
def test_a_broken_picture_is_named_and_the_code_is_1(folder: Path, capsys: Captured) -> None:
    (folder / "2.png").write_bytes(b"torn")
    assert evaluate(folder) == 1
    assert "not read: 2.png" in capsys.readouterr().out


@pytest.mark.usefixtures("opened_readers")
def test_stopping_by_hand_gives_what_was_done_so_far(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.read_picture

    def second_is_one_too_many(path: Path):
        if path.name == "2.png":
            raise KeyboardInterrupt
        return real(path)

    monkeypatch.setattr(reading, "read_picture", second_is_one_too_many)
    assert evaluate(folder, "--against", "onnx:better.onnx", "--json") == 130
    figures = json.loads(capsys.readouterr().out)
    assert figures["stopped"]
    assert [one["file"] for one in figures["outcomes"]] == ["1.png"]


@pytest.mark.usefixtures("opened_readers")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--formats", "atlantis"), 'no plate formats are called "atlantis"'),
        (("--against", "formats:atlantis"), 'no plate formats are called "atlantis"'),
        (("--against", "missing.json"), "no answer of `plates evaluate --json`"),
        (("--most", "0"), "--most"),
        (("--half", "c"), "--half"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line_before_anything_is_read(
    folder: Path, capsys: Captured, words: tuple[str, ...], said: str
) -> None:
    assert evaluate(folder, *words) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


@pytest.mark.usefixtures("opened_readers")
def test_one_lane_and_one_half_can_be_asked_for(folder: Path, capsys: Captured) -> None:
    evaluate(folder, "--camera", "exit", "--json")
    assert [one["file"] for one in json.loads(capsys.readouterr().out)["outcomes"]] == ["2.png"]
    halves = []
    for half in ("a", "b"):
        evaluate(folder, "--half", half, "--json")
        halves += [one["file"] for one in json.loads(capsys.readouterr().out)["outcomes"]]
    assert sorted(halves) == ["1.png", "2.png"]


def test_a_console_that_keeps_no_labels_says_how_to_begin(tmp_path: Path, capsys: Captured) -> None:
    with opened(tmp_path) as store:
        set_up(store)
    assert main(["plates", "evaluate", "--data", str(tmp_path)]) == 2
    assert "switch learning on under Settings" in capsys.readouterr().err


def test_a_console_without_a_label_yet_evaluates_nothing(tmp_path: Path, capsys: Captured) -> None:
    with opened(tmp_path) as store:
        set_up(store)
    write_config(tmp_path / "lotkeeper.toml", Config(plates=PlatesConfig(learn=True)))
    assert main(["plates", "evaluate", "--data", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pictures"] == 0
    assert main(["plates", "export", "--data", str(tmp_path), "--to", str(tmp_path / "out"), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["pictures"] == 0
    assert "personal data" in told.err


def test_forgetting_deletes_the_kept_photos_alone(tmp_path: Path, capsys: Captured) -> None:
    photos = PhotoStore(tmp_path / "photos")
    reference = photos.keep(Still(1, 0, 8, 8, b"a car", b"small"))
    kept = tmp_path / "labels" / reference[:2] / f"{reference}.jpg"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a car")
    assert main(["plates", "forget", "--data", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["deleted"] == 1
    assert not kept.exists()
    assert photos.photo(reference) is not None
