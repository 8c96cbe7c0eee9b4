"""Labelled photos go out only where the site opted in, and never over others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from console.evaluation import own_labels as module
from console.evaluation.export import export
from console.evaluation.own_labels import OwnLabels, own_labels
from core.config import Config, PlatesConfig, write_config
from core.domain.errors import BadInput, Refused
from core.services.ports import Still
from core.store.folder import DataFolder
from core.store.photos import PhotoStore
from core.store.store import Store
from tests.console.evaluation.folders import picture
from tests.core.store.lot import SetClock, opened, set_up
from tests.core.store.queries.sighted import BOX, ask_and_type


def silent(_done: int, _of: int) -> None:
    pass


class Site:
    """A console's folder with its store."""

    def __init__(self, path: Path, store: Store) -> None:
        self.folder = DataFolder(path)
        self.store = store
        self.photos = PhotoStore(self.folder.photos)
        self.ada = set_up(store)

    def learn(self, learn: bool = True) -> None:
        write_config(self.folder.config, Config(plates=PlatesConfig(learn=learn, formats=("eu",))))

    def corrected(self, name: str, content: bytes) -> str:
        photo = self.photos.keep(Still(1, 0, 960, 540, content, b"small"))
        self.store.write(
            lambda unit: ask_and_type(unit, name, "in", "A8C1234", "ABC1234", actor=self.ada, photo=photo)
        )
        return photo


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    clock = SetClock()

    class Now(module.datetime):
        @classmethod
        def now(cls, _zone=None):
            return clock.now()

    monkeypatch.setattr(module, "datetime", Now)
    with opened(tmp_path / "data", clock) as store:
        yield Site(tmp_path / "data", store)


def photo_bytes(tmp_path: Path, grey: int = 90) -> bytes:
    return picture(tmp_path / f"{grey}.png", grey, (960, 540)).read_bytes()


def exported(own: OwnLabels, folder: Path, *, crops: bool = False) -> list[dict[str, object]]:
    export(own, folder, silent, crops=crops)
    return [json.loads(line) for line in (folder / "truth.jsonl").read_text().splitlines()]


def test_a_site_that_did_not_opt_in_gives_nothing_away(site: Site, tmp_path: Path) -> None:
    site.corrected("s1", photo_bytes(tmp_path))
    site.learn(False)
    with pytest.raises(Refused) as caught:
        own_labels(site.folder)
    assert caught.value.code == "labels.off"


def test_own_labels_are_pictures_with_what_was_read_and_what_is_true(site: Site, tmp_path: Path) -> None:
    site.learn()
    photo = site.corrected("s1", photo_bytes(tmp_path))
    own = own_labels(site.folder)
    (one,) = own.pictures
    assert (one.name, one.plate, one.camera) == (f"{photo}.jpg", "ABC1234", "in")
    assert one.earlier == ("A8C1234", 0.5)
    assert own.formats == ("eu",)
    assert own.without_photo == 0


def test_labels_whose_photo_is_gone_are_counted(site: Site, tmp_path: Path) -> None:
    site.learn()
    photo = site.corrected("s1", photo_bytes(tmp_path))
    path = site.photos.photo(photo)
    assert path is not None
    path.unlink()
    own = own_labels(site.folder)
    assert own.pictures == ()
    assert own.without_photo == 1


def test_photos_go_out_whole_with_the_box_of_the_plate(site: Site, tmp_path: Path) -> None:
    site.learn()
    content = photo_bytes(tmp_path)
    site.corrected("s1", content)
    (row,) = exported(own_labels(site.folder, with_boxes=True), tmp_path / "out")
    assert row["plate"] == "ABC1234"
    assert row["read"] == "A8C1234"
    assert row["kind"] == "corrected"
    assert row["box"] == [BOX.x, BOX.y, BOX.width, BOX.height]
    assert (tmp_path / "out" / str(row["file"])).read_bytes() == content


def test_crops_hold_the_plate_with_a_margin(site: Site, tmp_path: Path) -> None:
    site.learn()
    site.corrected("s1", photo_bytes(tmp_path))
    (row,) = exported(own_labels(site.folder, with_boxes=True), tmp_path / "out", crops=True)
    with Image.open(tmp_path / "out" / str(row["file"])) as crop:
        assert crop.size == (BOX.width + BOX.height, 2 * BOX.height)
    assert "box" not in row


def test_a_broken_photo_is_named_and_the_others_go_out(site: Site, tmp_path: Path) -> None:
    site.learn()
    broken = site.corrected("s1", b"no picture at all")
    site.corrected("s2", photo_bytes(tmp_path))
    done = export(own_labels(site.folder, with_boxes=True), tmp_path / "out", silent, crops=True)
    assert done.pictures == 1
    assert [one.name for one in done.troubles] == [f"{broken}.jpg"]


def test_an_export_is_never_written_over_another(site: Site, tmp_path: Path) -> None:
    site.learn()
    site.corrected("s1", photo_bytes(tmp_path))
    own = own_labels(site.folder, with_boxes=True)
    before = exported(own, tmp_path / "out")
    with pytest.raises(BadInput) as caught:
        export(own, tmp_path / "out", silent, crops=False)
    assert caught.value.code == "export.exists"
    assert [
        json.loads(line) for line in (tmp_path / "out" / "truth.jsonl").read_text().splitlines()
    ] == before


def test_a_folder_that_cannot_be_written_is_said(site: Site, tmp_path: Path) -> None:
    site.learn()
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BadInput) as caught:
        export(own_labels(site.folder), tmp_path / "file", silent, crops=False)
    assert caught.value.code == "export.not_writable"


def test_a_photo_that_goes_meanwhile_is_named_and_the_others_are_written(site: Site, tmp_path: Path) -> None:
    site.learn()
    gone = site.photos.photo(site.corrected("s1", photo_bytes(tmp_path)))
    site.corrected("s2", photo_bytes(tmp_path, 120))
    own = own_labels(site.folder)
    assert gone is not None
    gone.unlink()

    done = export(own, tmp_path / "out", silent, crops=False)

    assert done.pictures == 1
    assert [one.name for one in done.troubles] == [gone.name]
