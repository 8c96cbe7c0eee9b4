"""Reading labelled pictures again."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.evaluation.labelled import LabelledPicture
from console.evaluation.reading import as_read_earlier, evaluate
from core.domain.errors import DeviceError
from tests.console.evaluation.folders import ColourReader, picture


def labelled(tmp_path: Path, grey: int, plate: str = "ABC1234", region: str = "us") -> LabelledPicture:
    return LabelledPicture(picture(tmp_path / f"{grey}.png", grey), f"{grey}.png", plate, region, "entry")


def silent(_done: int, _of: int) -> None:
    pass


def test_each_picture_gives_what_was_read_beside_the_truth(tmp_path: Path) -> None:
    reader = ColourReader({1: ("abc-1234", 0.9), 2: ("ABC1284", 0.4)})
    pictures = [labelled(tmp_path, grey) for grey in (1, 2, 3)]
    found = evaluate(pictures, lambda _region: reader, silent)
    assert [(one.read, one.confidence) for one in found.outcomes] == [
        ("ABC1234", 0.9), ("ABC1284", 0.4), ("", 0.0)
    ]  # fmt: skip
    assert found.outcomes[0].offered == ("OFFERED1", "ABC1234")
    assert (found.outcomes[0].camera, found.outcomes[0].region) == ("entry", "us")
    assert not found.stopped


def test_broken_pictures_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "torn.png").write_bytes(picture(tmp_path / "9.png", 9).read_bytes()[:40])
    torn = LabelledPicture(tmp_path / "torn.png", "torn.png", "ABC1234")
    missing = LabelledPicture(tmp_path / "missing.png", "missing.png", "ABC1234")
    unusable = labelled(tmp_path, 255)
    good = labelled(tmp_path, 1)
    reader = ColourReader({1: ("ABC1234", 0.9)})
    found = evaluate([torn, missing, unusable, good], lambda _region: reader, silent)
    assert [one.name for one in found.troubles] == ["torn.png", "missing.png", "255.png"]
    assert "cannot be read" in found.troubles[1].problem
    assert [one.file for one in found.outcomes] == ["1.png"]
    assert found.asked_for == 4


def test_stopping_gives_what_was_done_so_far(tmp_path: Path) -> None:
    def stop_at_two(done: int, _of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    pictures = [labelled(tmp_path, grey) for grey in (1, 2, 3)]
    found = evaluate(pictures, lambda _region: ColourReader({}), stop_at_two)
    assert found.stopped
    assert len(found.outcomes) == 2


def test_each_picture_is_read_by_the_reader_of_its_region(tmp_path: Path) -> None:
    readers = {"us": ColourReader({1: ("USA1", 1.0)}), "eu": ColourReader({1: ("EUR1", 1.0)})}
    pictures = [labelled(tmp_path, 1, region=region) for region in ("us", "eu")]
    found = evaluate(pictures, readers.__getitem__, silent)
    assert [one.read for one in found.outcomes] == ["USA1", "EUR1"]


def test_a_reader_that_cannot_be_opened_is_not_a_broken_picture(tmp_path: Path) -> None:
    def missing(_region: str) -> ColourReader:
        raise DeviceError("recogniser.model_missing")

    with pytest.raises(DeviceError):
        evaluate([labelled(tmp_path, 1)], missing, silent)


def test_what_was_read_when_the_pictures_were_taken_is_known_for_some(tmp_path: Path) -> None:
    known = LabelledPicture(tmp_path / "a", "a", "ABC1234", "", "entry", ("A8C1234", 0.7))
    found = as_read_earlier([known, LabelledPicture(tmp_path / "b", "b", "ABC1234")])
    assert [(one.file, one.read, one.confidence) for one in found.outcomes] == [("a", "A8C1234", 0.7)]
