"""A console goes to another PC: everything of it, and nothing that would make two of it."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest

from core.domain.errors import BadInput, StoreError
from core.services.ports import Still
from core.store.folder import DataFolder
from core.store.moving import pack, unpack
from core.store.photos import PhotoStore
from core.store.verify import verify_file
from core.sync.identity import load_identity
from tests.core.store.lot import SetClock, a_day, drive_in, opened

STILL = Still(1, 0, 2, 2, b"a photo", b"a thumbnail")


@pytest.fixture
def old(tmp_path: Path, clock: SetClock) -> DataFolder:
    """The old PC: a day was worked there, it has a photo, a key and a configuration."""
    folder = DataFolder(tmp_path / "old")
    folder.path.mkdir()
    with opened(folder.path, clock) as store:
        a_day(store, clock)
    PhotoStore(folder.photos).keep(STILL)
    folder.config.write_text("format = 1\n# ours\n")
    load_identity(folder.path)
    return folder


@pytest.fixture
def new(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "new")


def refusal(file: Path, folder: DataFolder) -> str:
    with pytest.raises(BadInput) as told:
        unpack(file, folder, new_id="new-console")
    assert not folder.database.exists()
    assert not folder.config.exists()
    assert not folder.photos.exists()
    return told.value.code


def rewritten(file: Path, change) -> Path:
    """The package with its members passed through ``change``, which returns what stands instead."""
    other = file.with_name("changed.tar")
    with tarfile.open(file) as source, tarfile.open(other, "w") as target:
        for member in source:
            content = source.extractfile(member).read()
            for new_member, new_content in change(member, content):
                new_member.size = len(new_content)
                target.addfile(new_member, io.BytesIO(new_content))
    return other


def test_everything_arrives_and_the_console_is_another_one(
    old: DataFolder, new: DataFolder, tmp_path: Path, clock: SetClock
) -> None:
    packed = pack(old, tmp_path / "console.tar", with_photos=True)
    assert unpack(tmp_path / "console.tar", new, new_id="new-console") == packed
    assert verify_file(new.database) == verify_file(old.database)
    assert new.config.read_text() == "format = 1\n# ours\n"
    photos = PhotoStore(new.photos)
    reference = PhotoStore(old.photos).keep(STILL)
    assert photos.is_intact(reference)
    assert photos.thumbnail(reference) is not None
    with opened(new.path, clock) as store:
        assert (store.console_id, store.lot_id) == ("new-console", packed.lot_id)
        drive_in(store, "AFTER1")
    found = verify_file(new.database)
    assert found.problems == ()
    assert {head.console_id for head in found.heads} == {packed.console_id, "new-console"}


def test_no_key_travels(old: DataFolder, new: DataFolder, tmp_path: Path) -> None:
    pack(old, tmp_path / "console.tar", with_photos=True)
    with tarfile.open(tmp_path / "console.tar") as tar:
        assert not [name for name in tar.getnames() if "identity" in name or name.endswith(".key")]
    unpack(tmp_path / "console.tar", new, new_id="new-console")
    assert load_identity(new.path).public_key != load_identity(old.path).public_key


def test_photos_may_stay_behind(old: DataFolder, new: DataFolder, tmp_path: Path) -> None:
    assert pack(old, tmp_path / "console.tar", with_photos=False).photos == 0
    unpack(tmp_path / "console.tar", new, new_id="new-console")
    assert not new.photos.exists()


def test_a_console_that_is_there_is_never_written_over(old: DataFolder, tmp_path: Path) -> None:
    pack(old, tmp_path / "console.tar", with_photos=False)
    before = old.database.read_bytes()
    with pytest.raises(BadInput, match=r"move\.not_empty"):
        unpack(tmp_path / "console.tar", old, new_id="new-console")
    assert old.database.read_bytes() == before


def test_a_package_that_was_cut_off_makes_nothing(old: DataFolder, new: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "console.tar"
    pack(old, file, with_photos=True)
    whole = file.read_bytes()
    for length in (0, 100, 2000, len(whole) // 2):
        file.write_bytes(whole[:length])
        assert refusal(file, new) in {"move.not_a_package", "move.damaged"}


@pytest.mark.parametrize("name", ["lotkeeper.db", "lotkeeper.toml"])
def test_a_package_that_was_changed_makes_nothing(
    old: DataFolder, new: DataFolder, tmp_path: Path, name: str
) -> None:
    pack(old, tmp_path / "console.tar", with_photos=True)

    def change(member, content):
        return [(member, content + b" " if member.name == name else content)]

    assert refusal(rewritten(tmp_path / "console.tar", change), new) == "move.damaged"


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "identity/console.key", "photos/../../evil"])
def test_a_package_never_writes_anywhere_else(
    old: DataFolder, new: DataFolder, tmp_path: Path, name: str
) -> None:
    pack(old, tmp_path / "console.tar", with_photos=False)

    def change(member, content):
        return [(member, content), (tarfile.TarInfo(name), b"evil")]

    assert refusal(rewritten(tmp_path / "console.tar", change), new) == "move.damaged"
    assert not list(tmp_path.rglob("*evil*"))


def test_a_link_in_a_package_is_not_followed(old: DataFolder, new: DataFolder, tmp_path: Path) -> None:
    pack(old, tmp_path / "console.tar", with_photos=False)
    link = tarfile.TarInfo("photos/ab/" + "a" * 64 + ".jpg")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(tmp_path / "console.tar", "a") as tar:
        tar.addfile(link)
    assert refusal(tmp_path / "console.tar", new) == "move.damaged"


@pytest.mark.parametrize(
    ("manifest", "code"),
    [(b"no json", "move.not_a_package"), (b"{}", "move.not_a_package"), (None, "move.newer_than_program")],
)
def test_a_package_of_another_kind_is_told(
    old: DataFolder, new: DataFolder, tmp_path: Path, manifest: bytes | None, code: str
) -> None:
    pack(old, tmp_path / "console.tar", with_photos=False)

    def change(member, content):
        if member.name != "manifest.json":
            return [(member, content)]
        return [(member, manifest or json.dumps(json.loads(content) | {"format": 9}).encode())]

    assert refusal(rewritten(tmp_path / "console.tar", change), new) == code


def test_what_is_no_package_or_not_there_is_told(new: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("a text" * 1000)
    assert refusal(tmp_path / "text", new) == "move.damaged"
    assert refusal(tmp_path / "none", new) == "move.no_such_file"


def test_a_place_that_cannot_be_written_leaves_no_half_package(old: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        pack(old, tmp_path / "no-folder" / "console.tar", with_photos=False)
