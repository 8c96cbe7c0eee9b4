"""The folder of labels: copies that come, stay as long as they may, and go."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.domain.labels import Label, LabelKind
from core.services.ports import Still
from core.store import labels as module
from core.store.labels import KeptLabels, LabelFolder, worth_keeping
from core.store.photos import PhotoStore

AT = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@pytest.fixture
def photos(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def folder(tmp_path: Path, photos: PhotoStore) -> LabelFolder:
    return LabelFolder(tmp_path / "labels", photos)


def taken(photos: PhotoStore, content: bytes) -> str:
    return photos.keep(Still(1, 0, 8, 8, content, b"small"))


def label(photo: str, kind: LabelKind) -> Label:
    return Label("s", "in", AT, photo, "A8C", 0.5, "ABC", kind)


def test_a_kept_photo_survives_the_end_of_all_others(
    photos: PhotoStore, folder: LabelFolder, tmp_path: Path
) -> None:
    reference = taken(photos, b"a car")
    assert folder.keep([reference]) == 1
    for path in (tmp_path / "photos").rglob("*.jpg"):
        path.unlink()
    kept = folder.photo(reference)
    assert kept is not None
    assert kept.read_bytes() == b"a car"


def test_a_photo_that_was_not_kept_is_found_where_all_photos_are(
    photos: PhotoStore, folder: LabelFolder
) -> None:
    reference = taken(photos, b"a car")
    assert folder.photo(reference) == photos.photo(reference)
    assert folder.kept() == KeptLabels(0, 0)


def test_keeping_twice_keeps_once(photos: PhotoStore, folder: LabelFolder) -> None:
    reference = taken(photos, b"a car")
    assert folder.keep([reference, reference]) == 1
    assert folder.keep([reference]) == 0
    assert folder.kept() == KeptLabels(1, len(b"a car"))


def test_where_a_second_name_is_not_possible_the_photo_is_copied(
    photos: PhotoStore, folder: LabelFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(module.os, "link", refuse)
    reference = taken(photos, b"a car")
    assert folder.keep([reference]) == 1
    assert folder.kept() == KeptLabels(1, len(b"a car"))


@pytest.mark.parametrize(
    "reference", ["", "..", "../../etc/passwd", "a" * 63, "A" * 64, hashlib.sha256().hexdigest()]
)
def test_a_reference_of_no_photo_finds_and_keeps_nothing(folder: LabelFolder, reference: str) -> None:
    assert folder.photo(reference) is None
    assert folder.keep([reference]) == 0


def test_only_what_is_still_wanted_stays(photos: PhotoStore, folder: LabelFolder) -> None:
    first, second = taken(photos, b"first"), taken(photos, b"second")
    folder.keep([first, second])
    assert folder.keep_only({second}) == 1
    assert folder.kept().photos == 1


def test_everything_goes_and_what_is_not_ours_stays(
    photos: PhotoStore, folder: LabelFolder, tmp_path: Path
) -> None:
    reference = taken(photos, b"a car")
    folder.keep([reference])
    foreign = tmp_path / "labels" / reference[:2] / "notes.txt"
    foreign.write_text("mine")
    assert folder.clear(AT) == 1
    assert foreign.read_text() == "mine"
    assert photos.photo(reference) is not None


def test_clearing_a_folder_that_never_was_is_no_error(folder: LabelFolder) -> None:
    assert folder.clear(AT) == 0


def test_a_copy_that_was_cut_off_goes_too(photos: PhotoStore, folder: LabelFolder, tmp_path: Path) -> None:
    reference = taken(photos, b"a car")
    folder.keep([reference])
    half = tmp_path / "labels" / reference[:2] / "half-x1y2"
    half.write_bytes(b"half a c")
    folder.clear(AT)
    assert not half.exists()


def test_the_lots_own_photos_stay_where_somebody_made_both_folders_one(
    photos: PhotoStore, tmp_path: Path
) -> None:
    reference = taken(photos, b"a car")
    (tmp_path / "labels").symlink_to(tmp_path / "photos")
    folder = LabelFolder(tmp_path / "labels", photos)
    assert folder.clear(AT) == 0
    assert photos.photo(reference) is not None


@pytest.mark.parametrize("content", ["", "yesterday", "2026-11-20T08:00:00", "\x00"])
def test_what_says_nothing_about_forgetting_changes_nothing(
    folder: LabelFolder, tmp_path: Path, content: str
) -> None:
    folder.clear(AT)
    (tmp_path / "labels" / "forgotten-at.txt").write_text(content)
    assert folder.since(AT, 30) == AT - timedelta(days=30)


def test_the_folder_is_never_more_than_full(
    photos: PhotoStore, folder: LabelFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    references = [taken(photos, b"car %d" % number) for number in range(4)]
    assert folder.keep(references) == 2
    assert folder.keep(references) == 0


def test_a_folder_that_cannot_be_written_is_said(
    photos: PhotoStore, folder: LabelFolder, tmp_path: Path
) -> None:
    (tmp_path / "labels").write_text("a file is in the way")
    with pytest.raises(StoreError):
        folder.keep([taken(photos, b"a car")])


def test_all_that_persons_said_is_worth_keeping_and_a_sample_of_what_merely_agreed() -> None:
    said = [label("f" * 64, kind) for kind in LabelKind if kind.is_by_person]
    assert list(worth_keeping([*said, label("f" * 64, LabelKind.AGREED)])) == ["f" * 64] * 3
    assert list(worth_keeping([label("0" * 64, LabelKind.AGREED)])) == ["0" * 64]
