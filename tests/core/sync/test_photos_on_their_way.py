"""Photos go from one console to another over a common place, beside the journal and behind it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from core.domain.errors import LinkError, StoreError
from core.domain.journal import Subject
from core.services.photo_copies import PhotoSize
from core.services.ports import Still
from core.store.photo_queue import StorePhotoQueue
from core.store.photos import PhotoStore
from core.store.store import Store
from core.sync import far_photos, photo_sender
from core.sync.far_photos import PhotoFetcher, name_of
from core.sync.photo_sender import PhotoSender
from core.sync.places import Place
from migrations.history import upgrade_file
from tests.booth import wait_until
from tests.fakes.clock import FakeClock
from tests.far_sides.network_share import PASSWORD, network_share

SMALL, LARGE = PhotoSize.SMALL, PhotoSize.LARGE


class EntryConsole:
    """The console with the camera: its journal names photos, its disk has them."""

    def __init__(self, folder: Path) -> None:
        upgrade_file(folder / "lotkeeper.db", folder / "backups")
        self.clock = FakeClock()
        self.store = Store.open(folder / "lotkeeper.db", clock=self.clock)
        self.photos = PhotoStore(folder / "photos")
        self.queue = StorePhotoQueue(self.store)

    def sees(self, number: int, *, keeps: bool = True) -> str:
        """A car comes in; the reference of its photo."""
        still = Still(number, 0, 2, 2, b"\xff\xd8\xff photo %d" % number, b"\xff\xd8\xff small %d" % number)
        reference = self.photos.keep(still) if keeps else sha256(still.jpeg).hexdigest()

        def work(unit) -> None:
            stay = Subject("car", unit.new_id())
            unit.record("test.seen", {}, who="system", subjects=[stay], personal={"photo": reference})
            unit.record("test.looked_at", {}, who="system", subjects=[stay], personal={"photo": reference})
            unit.record("test.other", {}, who="system", personal={"plate": "ABC1234"})

        self.store.write(work)
        return reference

    def sender(self, place: Place) -> PhotoSender:
        return PhotoSender(self.queue, self.photos, place, lot_id="lot", clock=self.clock)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def entry(tmp_path: Path) -> Iterator[EntryConsole]:
    (tmp_path / "entry").mkdir()
    made = EntryConsole(tmp_path / "entry")
    yield made
    made.store.close()


def send_all(sender: PhotoSender) -> None:
    while sender.send_some():
        pass


def test_all_thumbnails_go_before_the_first_photo(entry: EntryConsole, disk: Path) -> None:
    references = [entry.sees(number) for number in range(5)]
    sender = entry.sender(Place(str(disk)))
    assert sender.send_some()
    assert {file.name for file in disk.rglob("*.jpg")} == {f"{one}.thumb.jpg" for one in references}
    late = entry.sees(9)
    sender.send_some()
    assert (disk / name_of("lot", late, SMALL)).is_file()
    assert not list(disk.rglob(f"{late}.jpg"))
    send_all(sender)
    for reference in [*references, late]:
        assert (disk / name_of("lot", reference, LARGE)).is_file()
    assert (entry.queue.waiting(SMALL), entry.queue.waiting(LARGE)) == (0, 0)


def test_what_was_sent_is_not_sent_again_after_a_restart(entry: EntryConsole, disk: Path) -> None:
    entry.sees(1)
    send_all(entry.sender(Place(str(disk))))
    for file in disk.rglob("*.jpg"):
        file.unlink()
    send_all(entry.sender(Place(str(disk))))
    assert not list(disk.rglob("*.jpg"))


def test_a_missing_photo_keeps_no_other_back(entry: EntryConsole, disk: Path) -> None:
    entry.sees(1, keeps=False)
    there = entry.sees(2)
    sender = entry.sender(Place(str(disk)))
    send_all(sender)
    assert not list(disk.rglob("*.jpg"))
    entry.clock.pass_by(minutes=2)
    send_all(sender)
    assert {file.name for file in disk.rglob("*.jpg")} == {f"{there}.jpg", f"{there}.thumb.jpg"}


def test_a_photo_whose_file_follows_is_waited_for(entry: EntryConsole, disk: Path) -> None:
    reference = entry.sees(1, keeps=False)
    sender = entry.sender(Place(str(disk)))
    assert not sender.send_some()
    entry.photos.keep(Still(1, 0, 2, 2, b"\xff\xd8\xff photo 1", b"\xff\xd8\xff small 1"))
    send_all(sender)
    assert (disk / name_of("lot", reference, LARGE)).is_file()


def test_a_reference_that_somebody_made_up_is_left_out(entry: EntryConsole, disk: Path) -> None:
    entry.store.write(
        lambda unit: unit.record("test.seen", {}, who="system", personal={"photo": "../../etc/passwd"})
    )
    entry.clock.pass_by(minutes=2)
    there = entry.sees(1)
    send_all(entry.sender(Place(str(disk))))
    assert (disk / name_of("lot", there, LARGE)).is_file()


def test_a_place_that_is_away_is_said_and_the_photos_follow_when_it_is_back(
    entry: EntryConsole, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_sender, "RETRY_SECONDS", 0.02)
    monkeypatch.setattr(photo_sender, "LOOK_SECONDS", 0.02)
    shutil.move(disk, tmp_path / "pocket")
    reference = entry.sees(1)
    sender = entry.sender(Place(str(disk)))
    sender.start()
    wait_until(lambda: sender.view.cause == "place.not_found", "it is said")
    entry.sees(2)
    shutil.move(tmp_path / "pocket", disk)
    wait_until(lambda: len(list(disk.rglob("*.jpg"))) == 4, "all are there")
    wait_until(lambda: sender.view.cause == "", "it is all right again")
    sender.stop()
    assert (disk / name_of("lot", reference, LARGE)).is_file()
    assert not [thread for thread in threading.enumerate() if thread.name == "photo-sender"]


def test_a_restored_console_sends_what_it_had_still_to_send(entry: EntryConsole, disk: Path) -> None:
    reference = entry.sees(1)
    former = entry.store.console_id

    def become_another(unit) -> None:
        unit._set_local("restored_from", former)
        unit._set_local("console_id", "another")

    entry.store.write(become_another)
    again = Store(entry.store.url, clock=entry.clock)
    try:
        assert again.console_id == "another"
        queue = StorePhotoQueue(again)
        send_all(PhotoSender(queue, entry.photos, Place(str(disk)), lot_id="lot", clock=entry.clock))
    finally:
        again.close()
    assert (disk / name_of("lot", reference, LARGE)).is_file()


def test_another_console_fetches_what_it_shows_over_a_share(
    entry: EntryConsole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far_photos, "GIVE_UP_SECONDS", 0.0)
    with network_share(tmp_path / "samba") as share:
        reference = entry.sees(1)
        send_all(entry.sender(Place(share.address, password=PASSWORD)))
        desk = PhotoStore(tmp_path / "desk")
        fetcher = PhotoFetcher(Place(share.address, password=PASSWORD), desk, "lot")
        fetcher.want(reference, SMALL)
        fetcher.want(reference, LARGE)
        assert fetcher.is_on_its_way(reference, LARGE)
        fetcher.start()
        wait_until(lambda: desk.photo(reference) is not None, "the photo came")
        wait_until(lambda: desk.thumbnail(reference) is not None, "the thumbnail came")
        wait_until(lambda: not fetcher.is_on_its_way(reference, SMALL), "it is no longer on its way")
        assert desk.is_intact(reference)
        fetcher.stop()


def test_a_photo_that_is_not_there_yet_is_given_up_and_asked_for_again(
    entry: EntryConsole, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = PhotoStore(tmp_path / "desk")
    fetcher = PhotoFetcher(Place(str(disk)), desk, "lot")
    fetcher.start()
    reference = entry.sees(1)
    fetcher.want(reference, LARGE)
    wait_until(lambda: not fetcher.is_on_its_way(reference, LARGE), "it is given up")
    send_all(entry.sender(Place(str(disk))))
    fetcher.want(reference, LARGE)
    assert not fetcher.is_on_its_way(reference, LARGE)
    monkeypatch.setattr(far_photos, "GIVE_UP_SECONDS", 0.0)
    fetcher.want(reference, LARGE)
    wait_until(lambda: desk.photo(reference) is not None, "the photo came")
    fetcher.stop()


def test_a_photo_that_was_exchanged_on_its_way_is_not_taken(
    entry: EntryConsole, disk: Path, tmp_path: Path
) -> None:
    reference = entry.sees(1)
    send_all(entry.sender(Place(str(disk))))
    (disk / name_of("lot", reference, LARGE)).write_bytes(b"\xff\xd8\xff another car")
    (disk / name_of("lot", reference, SMALL)).write_bytes(b"no picture")
    desk = PhotoStore(tmp_path / "desk")
    fetcher = PhotoFetcher(Place(str(disk)), desk, "lot")
    fetcher.start()
    for size in PhotoSize:
        fetcher.want(reference, size)
    wait_until(lambda: not any(fetcher.is_on_its_way(reference, size) for size in PhotoSize))
    fetcher.stop()
    assert desk.photo(reference) is None
    assert desk.thumbnail(reference) is None


def test_only_the_last_asked_for_are_fetched_when_somebody_scrolls(tmp_path: Path, disk: Path) -> None:
    fetcher = PhotoFetcher(Place(str(disk)), PhotoStore(tmp_path / "desk"), "lot")
    for number in range(1000):
        fetcher.want(f"{number:064x}", SMALL)
    assert not fetcher.is_on_its_way(f"{0:064x}", SMALL)
    assert fetcher.is_on_its_way(f"{999:064x}", SMALL)


@pytest.mark.parametrize("size", list(PhotoSize))
def test_what_is_no_reference_is_never_a_file(tmp_path: Path, size: PhotoSize) -> None:
    content = b"\xff\xd8\xff"
    with pytest.raises(StoreError):
        PhotoStore(tmp_path).take("../" * 20, size, content)


def test_a_share_that_is_away_raises_what_the_sender_expects(entry: EntryConsole, tmp_path: Path) -> None:
    entry.sees(1)
    entry.clock.pass_by(seconds=timedelta(hours=1).total_seconds())
    with pytest.raises(LinkError):
        entry.sender(Place(str(tmp_path / "none"))).send_some()
