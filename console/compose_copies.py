"""Builds what keeps copies elsewhere, of the database and of photos, from the configuration; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.config import Config
from core.domain.errors import LinkError
from core.services.ports import Clock
from core.store.backup import HOURLY, backup
from core.store.engine import store_errors
from core.store.folder import DataFolder
from core.store.photo_queue import StorePhotoQueue
from core.store.photos import PhotoStore
from core.store.store import Store
from core.sync.far_photos import PhotoFetcher
from core.sync.hourly_copies import HourlyCopies, newest_of
from core.sync.photo_sender import PhotoSender
from core.sync.places import Place
from core.sync.second_place import SecondPlace
from core.sync.secrets import secret

# What a copy leaves to the journal, the photos and the reserve.
SPARE_BYTES = 200 * 1024 * 1024


def build_copies(folder: DataFolder, config: Config, store: Store, clock: Clock) -> HourlyCopies:
    """The copies of this console; an address that cannot be used is told in their view."""
    second, trouble = None, ""
    if config.shared.backups:
        try:
            second = second_place(config.shared.backups, folder)
        except LinkError as error:
            trouble = error.cause
    return HourlyCopies(
        partial(_copy, folder),
        second,
        lot_id=store.lot_id,
        console_id=store.console_id,
        clock=clock,
        trouble=trouble,
        here_at=newest_of(folder.backups),
    )


@dataclass(slots=True)
class PhotoCopies:
    """The second, slower queue: photos out to the lot's common place, and in from it.

    ``trouble`` is a reason code where its address cannot be used; then nothing runs.
    """

    sender: PhotoSender | None = None
    fetcher: PhotoFetcher | None = None
    trouble: str = ""

    def start(self) -> None:
        """Begin; nothing is waited for."""
        for each in (self.sender, self.fetcher):
            if each is not None:
                each.start()

    def nudge(self) -> None:
        """Something was committed; returns at once."""
        if self.sender is not None:
            self.sender.nudge()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        for each in (self.sender, self.fetcher):
            if each is not None:
                each.stop()


def build_photo_copies(
    folder: DataFolder, config: Config, store: Store, photos: PhotoStore, clock: Clock
) -> PhotoCopies:
    """The photo queues of this console; empty where no place for photos is configured."""
    address = config.shared.photos
    photos.far = None
    if not address:
        return PhotoCopies()
    password = partial(secret, "photos", folder.path)
    try:
        # Two places, so that a photo on its way out keeps none waiting that a screen asks for.
        out, back = Place(address, password=password), Place(address, password=password)
    except LinkError as error:
        return PhotoCopies(trouble=error.cause)
    sender = PhotoSender(StorePhotoQueue(store), photos, out, lot_id=store.lot_id, clock=clock)
    fetcher = PhotoFetcher(back, photos, store.lot_id)
    photos.far = fetcher
    return PhotoCopies(sender, fetcher)


def second_place(address: str, folder: DataFolder) -> SecondPlace:
    """The place of that address, with the password this machine has for it; LinkError ``place.…``."""
    return SecondPlace(Place(address, password=partial(secret, "backups", folder.path)))


def _copy(folder: DataFolder) -> Path:
    with store_errors():
        return backup(folder.database, folder.backups, label=HOURLY, spare_bytes=SPARE_BYTES)
