"""Folders of labelled pictures, as people make them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from console.evaluation.labelled import half_of, labelled_pictures, only_half
from core.domain.errors import BadInput
from tests.console.evaluation.folders import folder_with, picture


def test_the_truth_names_pictures_with_their_plates(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        [
            {"file": "a.png", "plate": "abc-1234", "region": "us", "box": [1, 2, 3, 4], "source": "x"},
            {"file": "b/c.png", "plate": "XY 99", "camera": "entry"},
        ],
    )
    pictures, troubles = labelled_pictures(folder)
    assert troubles == []
    assert [(one.name, one.plate, one.region, one.camera) for one in pictures] == [
        ("a.png", "ABC1234", "us", ""),
        ("b/c.png", "XY99", "", "entry"),
    ]
    assert pictures[1].file == folder / "b" / "c.png"


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        "[1, 2]",
        "{}",
        '{"file": "a.png"}',
        '{"plate": "ABC1234"}',
        '{"file": "a.png", "plate": "?"}',
        '{"file": 7, "plate": "ABC1234"}',
        '{"file": "a\\u0000b", "plate": "ABC1234"}',
        '{"file": "a.png", "plate": "ABC1234", "region": ["us"]}',
        "[" * 100_000,
    ],
)
def test_a_line_that_says_nothing_is_named_and_the_others_are_used(tmp_path: Path, line: str) -> None:
    good = '{"file": "a.png", "plate": "ABC1234"}'
    (tmp_path / "truth.jsonl").write_text(f"{good}\n\n{line}\n{good}\n")
    pictures, troubles = labelled_pictures(tmp_path)
    assert len(pictures) == 2
    assert [one.name for one in troubles] == ["truth.jsonl:3"]
    assert troubles[0].problem


def test_bytes_that_are_no_text_are_a_line_that_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_bytes(b"\xff\xfe\x00\n")
    assert len(labelled_pictures(tmp_path)[1]) == 1


def test_a_folder_without_a_truth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        labelled_pictures(tmp_path)
    assert caught.value.code == "truth.not_readable"


def test_an_empty_truth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_text("\n\n")
    with pytest.raises(BadInput) as caught:
        labelled_pictures(tmp_path)
    assert caught.value.code == "truth.empty"


def test_the_halves_follow_from_the_bytes_alone(tmp_path: Path) -> None:
    for grey in range(20):
        file = picture(tmp_path / f"{grey}.png", grey)
        first = sha256(file.read_bytes()).hexdigest()[0]
        assert half_of(file) == ("a" if first in "02468ace" else "b")
        copy = tmp_path / f"another name {grey}.jpg"
        copy.write_bytes(file.read_bytes())
        assert half_of(copy) == half_of(file)


def test_every_picture_is_in_one_half_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    rows = [{"file": f"{grey}.png", "plate": "ABC1234", "grey": grey} for grey in range(20)]
    folder = folder_with(tmp_path, [*rows, {"file": "missing.png", "plate": "ABC1234"}])
    pictures, _ = labelled_pictures(folder)
    first, troubles = only_half(pictures, "a")
    second, _ = only_half(pictures, "b")
    assert sorted(one.name for one in (*first, *second)) == sorted(row["file"] for row in rows)
    assert first
    assert second
    assert [one.name for one in troubles] == ["missing.png"]
