"""A folder of photos as a camera."""

from pathlib import Path

import pytest
from PIL import Image

from core.domain.errors import DeviceError
from devices.cameras.folder import FolderSource


def _save(folder: Path, name: str, grey: int) -> None:
    Image.new("RGB", (64, 36), (grey, grey, grey)).save(folder / name)


def _shown(folder: Path, count: int) -> list[int]:
    source = FolderSource(folder, picture_seconds=0.0, fps=500.0)
    pictures = [source.read() for _ in range(count)]
    source.close()
    return [int(picture[0, 0, 0]) for picture in pictures if picture is not None]


def test_photos_are_shown_in_the_order_of_their_names_over_and_over(tmp_path: Path) -> None:
    for name, grey in (("b.png", 20), ("a.PNG", 10), ("c.bmp", 30)):
        _save(tmp_path, name, grey)
    (tmp_path / "notes.txt").write_text("not a photo")

    assert _shown(tmp_path, 7) == [10, 20, 30, 10, 20, 30, 10]


def test_a_photo_is_shown_for_its_time(tmp_path: Path) -> None:
    _save(tmp_path, "a.png", 10)
    _save(tmp_path, "b.png", 20)
    source = FolderSource(tmp_path, picture_seconds=3600.0, fps=500.0)

    assert {int(picture[0, 0, 0]) for _ in range(5) if (picture := source.read()) is not None} == {10}


def test_damaged_photos_are_skipped_and_named_until_they_are_whole(tmp_path: Path) -> None:
    _save(tmp_path, "a.png", 10)
    _save(tmp_path, "c.png", 30)
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes()[:60])
    source = FolderSource(tmp_path, picture_seconds=0.0, fps=500.0)

    assert [int(picture[0, 0, 0]) for _ in range(3) if (picture := source.read()) is not None] == [10, 30, 10]
    assert source.skipped() == ("b.png",)

    _save(tmp_path, "b.png", 20)
    assert [int(picture[0, 0, 0]) for _ in range(3) if (picture := source.read()) is not None] == [20, 30, 10]
    assert source.skipped() == ()


def test_new_photos_join_at_the_next_round(tmp_path: Path) -> None:
    _save(tmp_path, "a.png", 10)
    source = FolderSource(tmp_path, picture_seconds=0.0, fps=500.0)
    source.read()
    _save(tmp_path, "b.png", 20)

    assert [int(picture[0, 0, 0]) for _ in range(2) if (picture := source.read()) is not None] == [10, 20]


def test_a_folder_without_a_usable_photo_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as caught:
        FolderSource(tmp_path)
    assert caught.value.cause == "camera.no_pictures"
    (tmp_path / "a.jpg").write_bytes(b"no")
    with pytest.raises(DeviceError) as caught:
        FolderSource(tmp_path).read()
    assert (caught.value.cause, caught.value.detail) == ("camera.no_pictures", "a.jpg")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as caught:
        FolderSource(tmp_path / "none")
    assert caught.value.cause == "camera.not_found"
