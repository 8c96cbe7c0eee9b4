"""The folder of labels: photos whose right plate is known, kept longer than others if the site wants it.

It holds pictures; which plates they show is said by the journal alone. So a photo whose label is gone from
the journal is removed with the next tidying. When everything was forgotten stands beside the pictures, so
that the journal's older labels do not bring back what a person had deleted; and since when the site learns,
so that nothing is kept from before.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from core.domain.labels import Label
from core.store.engine import store_errors
from core.store.photos import PhotoStore

# Photos in which two cameras simply agreed are many and easy: of these, one in sixteen is kept.
SAMPLED = "0"
# 60 corrections a day and the sample of 600 cars' photos fill this in half a year.
MOST_KEPT = 20_000
_FILE = re.compile(r"([0-9a-f]{64})\.jpg")
_HALF_COPIED = "half-"
_FORGOTTEN = "forgotten-at.txt"
_LEARNING = "learning-since.txt"


@dataclass(frozen=True, slots=True)
class KeptLabels:
    """What the folder holds."""

    photos: int
    size_bytes: int


class LabelFolder:
    """Photos by their SHA-256, ``ab/abcd….jpg``, beside those of ``photos``."""

    def __init__(self, folder: Path, photos: PhotoStore) -> None:
        self.folder = folder
        self._photos = photos

    def photo(self, reference: str) -> Path | None:
        """The file of the photo, from here or from where all photos are; None where it is no longer kept."""
        path = self.folder / reference[:2] / f"{reference}.jpg"
        return path if _FILE.fullmatch(path.name) and path.is_file() else self._photos.photo(reference)

    def kept(self) -> KeptLabels:
        """How much is kept; StoreError where the disk does not say."""
        with store_errors():
            sizes = [path.stat().st_size for path in self._files()]
        return KeptLabels(len(sizes), sum(sizes))

    def keep(self, references: Iterable[str]) -> int:
        """Keep those photos that are still there, up to the folder's limit; returns how many came new."""
        with store_errors():
            room = MOST_KEPT - sum(1 for _ in self._files())
            new = 0
            for reference in references:
                if new >= room:
                    break
                new += self._keep(reference)
        return new

    def remove(self, reference: str) -> None:
        """Delete the photo here; nothing happens where there is none. StoreError."""
        path = self.folder / reference[:2] / f"{reference}.jpg"
        if _FILE.fullmatch(path.name):
            with store_errors():
                path.unlink(missing_ok=True)

    def keep_only(self, references: Collection[str]) -> int:
        """Remove all other photos; returns how many went."""
        removed = 0
        with store_errors():
            for half in list(self._in_folders(f"{_HALF_COPIED}*")):
                half.unlink(missing_ok=True)
            for path in list(self._files()):
                if path.stem not in references:
                    path.unlink(missing_ok=True)
                    removed += 1
        return removed

    def since(self, now: datetime, days: int) -> datetime:
        """From when on labels count: for so many days, but never from before everything was forgotten."""
        earliest = now - timedelta(days=days)
        forgotten = self._marked(_FORGOTTEN)
        return earliest if forgotten is None else max(earliest, forgotten)

    def learns(self, now: datetime) -> datetime:
        """Since when the site learns: as it was written down, or ``now``, which is written down then."""
        since = self._marked(_LEARNING)
        if since is not None:
            return since
        self._mark(_LEARNING, now)
        return now

    def learns_no_more(self) -> None:
        """Whoever learns again begins anew."""
        with store_errors():
            if self.folder.is_dir():
                (self.folder / _LEARNING).unlink(missing_ok=True)

    def clear(self, now: datetime) -> int:
        """Remove everything, for good; returns how many photos there were."""
        removed = self.keep_only(())
        with store_errors():
            for folder in self.folder.glob("*"):
                with suppress(OSError):  # something of another's lies in it: not ours to remove
                    folder.rmdir()
        self._mark(_FORGOTTEN, now)
        return removed

    def _marked(self, name: str) -> datetime | None:
        """None where it is not there; where somebody wrote something else into it, it says nothing."""
        try:
            at = datetime.fromisoformat((self.folder / name).read_text().strip())
        except (OSError, ValueError):
            return None
        return at if at.tzinfo is not None else None

    def _mark(self, name: str, at: datetime) -> None:
        with store_errors():
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(f"{at.isoformat()}\n")

    def _files(self) -> Iterator[Path]:
        return (path for path in self._in_folders("*.jpg") if _FILE.fullmatch(path.name))

    def _in_folders(self, names: str) -> Iterator[Path]:
        """None where somebody made the two folders one: the lot's photos are not ours to remove."""
        if self.folder.resolve() == self._photos.folder.resolve():
            return iter(())
        return self.folder.glob(f"??/{names}")

    def _keep(self, reference: str) -> bool:
        source = self._photos.photo(reference)
        target = self.folder / reference[:2] / f"{reference}.jpg"
        if source is None or target.exists():
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # The same bytes under a second name: no room is taken as long as both are kept.
            os.link(source, target)
        except OSError:
            _copy(source, target)
        return True


def worth_keeping(labels: Iterable[Label]) -> Iterator[str]:
    """The photos to keep: all that a person labelled, and a sample of those where two reads agreed."""
    for label in labels:
        if label.kind.is_by_person or label.photo.startswith(SAMPLED):
            yield label.photo


def _copy(source: Path, target: Path) -> None:
    """The file appears whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=_HALF_COPIED, dir=target.parent)
    os.close(handle)
    try:
        shutil.copyfile(source, name)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
