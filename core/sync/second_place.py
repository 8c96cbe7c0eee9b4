"""Copies of the database at a second place: packed, put there, read back, found again and fetched."""

from __future__ import annotations

import gzip
import shutil
import tempfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from core.domain.backup_keeping import copy_name, made_at_of, superseded
from core.domain.errors import LinkError
from core.sync.places import CHUNK_BYTES, Place

MOST_BYTES: Final = 64 * 1024**3
_QUICK: Final = 1  # a level that packs a database to about a fifth and costs a second each 100 MB


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy at the place: its name there, which console made it and when, and its packed size."""

    name: str
    console_id: str
    made_at: datetime
    size_bytes: int


class SecondPlace:
    """The copies of a lot's consoles, under ``lot/console/lotkeeper-….db.gz``."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def keep(self, copy: Path, *, lot_id: str, console_id: str, made_at: datetime) -> KeptCopy:
        """Put a checked copy there, packed; what is superseded by it goes. LinkError ``place.…``."""
        name = f"{lot_id}/{console_id}/{copy_name(made_at)}"
        with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
            packed = Path(folder) / "packed"
            _pack(copy, packed)
            self._place.put(name, packed)
            size_bytes = packed.stat().st_size
        self._tidy(lot_id, console_id, made_at)
        return KeptCopy(name, console_id, made_at, size_bytes)

    def copies(self, lot_id: str = "", console_id: str = "") -> list[KeptCopy]:
        """The copies there, the newest first; of one lot or one console if told."""
        folder = "/".join(part for part in (lot_id, console_id) if part)
        found = []
        for file in self._place.names(folder):
            *owners, last = file.name.split("/")
            made_at = made_at_of(last)
            if made_at is not None:
                found.append(KeptCopy(file.name, owners[-1] if owners else "", made_at, file.size_bytes))
        return sorted(found, key=lambda copy: copy.made_at, reverse=True)

    def fetch(self, name: str, target: Path) -> None:
        """Fetch and unpack a copy; LinkError ``place.…``, ``place.damaged`` where it cannot be unpacked."""
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            packed = Path(folder) / "packed"
            self._place.get(name, packed, most_bytes=MOST_BYTES)
            try:
                with gzip.open(packed) as stream, target.open("wb") as unpacked:
                    shutil.copyfileobj(stream, unpacked, CHUNK_BYTES)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                target.unlink(missing_ok=True)
                raise LinkError("place.damaged", detail=name) from error

    def _tidy(self, lot_id: str, console_id: str, now: datetime) -> None:
        mine = {copy.made_at: copy.name for copy in self.copies(lot_id, console_id)}
        for made_at in superseded(mine, now):
            self._place.remove(mine[made_at])


def _pack(copy: Path, packed: Path) -> None:
    with copy.open("rb") as stream, gzip.open(packed, "wb", compresslevel=_QUICK) as target:
        shutil.copyfileobj(stream, target, CHUNK_BYTES)
