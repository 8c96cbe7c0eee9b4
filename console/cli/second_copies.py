"""Copies at a second place, for ``lotkeeper db`` and ``lotkeeper move``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from console.compose_copies import second_place
from core.config import load_config
from core.domain.errors import BadInput
from core.store.folder import DataFolder
from core.store.ownership import ids_of
from core.sync.second_place import SecondPlace


def keep(copy: Path, address: str, folder: DataFolder) -> str:
    """Put the copy at the place; its name there."""
    lot_id, console_id = ids_of(copy)
    kept = second_place(address, folder).keep(
        copy, lot_id=lot_id, console_id=console_id, made_at=datetime.now(UTC)
    )
    return kept.name


def listed(address: str | None, folder: DataFolder) -> list[str]:
    """The names of the copies, the newest first; those of all consoles that keep theirs there."""
    return [copy.name for copy in _place(address, folder).copies()]


@contextmanager
def fetched(name: str, address: str | None, folder: DataFolder) -> Iterator[Path]:
    """The copy as a file here: itself, or fetched from the place that keeps it."""
    if address is None and not name.endswith(".gz"):
        yield Path(name)
        return
    folder.path.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.path) as unpacked:
        copy = Path(unpacked) / "copy.db"
        _place(address, folder).fetch(name, copy)
        yield copy


def _place(address: str | None, folder: DataFolder) -> SecondPlace:
    configured = address or load_config(folder.config).shared.backups
    if not configured:
        raise BadInput("db.no_second_place")
    return second_place(_absolute(configured), folder)


def _absolute(address: str) -> str:
    """A folder that is typed at a shell may be meant from where one stands."""
    return address if "://" in address else str(Path(address).absolute())
