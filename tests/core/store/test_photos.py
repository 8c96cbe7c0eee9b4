"""Photos are kept under their hash, whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.services.ports import Still
from core.store.photos import PhotoStore

STILL = Still(1, 0, 640, 480, b"\xff\xd8 a picture", b"\xff\xd8 a small one")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_photo_is_found_by_its_reference(tmp_path: Path) -> None:
    photos = PhotoStore(tmp_path)
    reference = photos.keep(STILL)
    assert reference == hashlib.sha256(STILL.jpeg).hexdigest()
    photo, thumbnail = photos.photo(reference), photos.thumbnail(reference)
    assert photo is not None
    assert thumbnail is not None
    assert (photo.read_bytes(), thumbnail.read_bytes()) == (STILL.jpeg, STILL.thumbnail)
    assert photos.is_intact(reference)


def test_the_same_photo_is_kept_once(tmp_path: Path) -> None:
    photos = PhotoStore(tmp_path)
    assert photos.keep(STILL) == photos.keep(STILL)
    assert len(files(tmp_path)) == 2


def test_a_photo_that_was_changed_is_noticed(tmp_path: Path) -> None:
    photos = PhotoStore(tmp_path)
    reference = photos.keep(STILL)
    photo = photos.photo(reference)
    assert photo is not None
    photo.write_bytes(b"another picture")
    assert not photos.is_intact(reference)


@pytest.mark.parametrize("reference", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64, "0" * 64 + "\n"])
def test_what_is_no_reference_leads_nowhere(tmp_path: Path, reference: str) -> None:
    photos = PhotoStore(tmp_path)
    assert photos.photo(reference) is None
    assert photos.thumbnail(reference) is None
    assert not photos.is_intact(reference)


def test_a_full_disk_is_told_and_leaves_no_part_of_a_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.store.photos.os.fsync", full)
    with pytest.raises(StoreError) as told:
        PhotoStore(tmp_path).keep(STILL)
    assert told.value.cause == "store.disk_full"
    assert files(tmp_path) == []
