"""Builds the hourly copies of a console's database from its configuration; no Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from core.config import Config
from core.domain.errors import LinkError
from core.services.ports import Clock
from core.store.backup import HOURLY, backup
from core.store.engine import store_errors
from core.store.folder import DataFolder
from core.store.store import Store
from core.sync.hourly_copies import HourlyCopies, newest_of
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


def second_place(address: str, folder: DataFolder) -> SecondPlace:
    """The place of that address, with the password this machine has for it; LinkError ``place.…``."""
    return SecondPlace(Place(address, password=secret("backups", folder.path)))


def _copy(folder: DataFolder) -> Path:
    with store_errors():
        return backup(folder.database, folder.backups, label=HOURLY, spare_bytes=SPARE_BYTES)
