from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resources.models.training import drawn_set
from resources.models.training.drawn_set import crop_set, scene_set, with_progress


def never(*_: object) -> None:
    raise AssertionError("nothing may be fetched for a set that is there")


def test_a_set_of_crops_that_was_drawn_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn_set, "gather_fonts", never)
    np.save(tmp_path / "crops-3-2.npy", np.full((2, 48, 192), 9, np.uint8))
    (tmp_path / "crops-3-2.txt").write_text("AB123\n京A12345", "utf-8")

    crops, texts = crop_set(tmp_path, fonts=tmp_path, seed=3, count=2)

    assert texts == ["AB123", "京A12345"]
    assert crops.shape == (2, 48, 192)


def test_a_set_of_scenes_gives_each_scene_its_own_plates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn_set, "gather_fonts", never)
    np.save(tmp_path / "scenes-3-3.npy", np.zeros((3, 448, 448, 3), np.uint8))
    plates = np.arange(33, dtype=np.float32).reshape(3, 11)
    np.savez(tmp_path / "scenes-3-3.npz", plates=plates, counts=np.array([2, 0, 1]))

    pictures, found = scene_set(tmp_path, fonts=tmp_path, streets=tmp_path, seed=3, count=3)

    assert pictures.shape[0] == 3
    assert [part.shape for part in found] == [(2, 11), (0, 11), (1, 11)]
    assert np.array_equal(found[2][0], plates[2])


def test_how_far_a_set_is_stands_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter("abc"), 3, "drawn")) == ["a", "b", "c"]

    said = capsys.readouterr()
    assert "drawn: 1/3" in said.err
    assert "drawn: 3/3, 0 s left" in said.err
    assert said.out == ""


def test_a_process_that_was_not_begun_says_so() -> None:
    with pytest.raises(RuntimeError, match="not begun"):
        drawn_set._draw_crops((0, 1))
