"""Photos as content-addressed JPEG files, each with its thumbnail."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from core.domain.errors import StoreError
from core.services.photo_copies import FarPhotos, PhotoSize
from core.services.ports import Still
from core.store.engine import store_errors

_REFERENCE = re.compile(r"[0-9a-f]{64}")
_JPEG = b"\xff\xd8\xff"


class PhotoStore:
    """Keeps stills under the SHA-256 of their JPEG: ``ab/abcd….jpg`` and ``ab/abcd….thumb.jpg``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.far: FarPhotos | None = None

    def want(self, reference: str, size: PhotoSize) -> bool:
        """Have a photo that is not here fetched; whether it is on its way from another console."""
        if self.far is None or not _REFERENCE.fullmatch(reference):
            return False
        self.far.want(reference, size)
        return self.far.is_on_its_way(reference, size)

    def is_on_its_way(self, reference: str, size: PhotoSize) -> bool:
        """Whether it was asked for, and has neither come nor been given up."""
        return self.far is not None and self.far.is_on_its_way(reference, size)

    def keep(self, still: Still) -> str:
        """Write the still durably; returns its reference. StoreError where the disk refuses."""
        reference = hashlib.sha256(still.jpeg).hexdigest()
        with store_errors():
            _write_once(self._path(reference, ".jpg"), still.jpeg)
            _write_once(self._path(reference, ".thumb.jpg"), still.thumbnail)
        return reference

    def photo(self, reference: str) -> Path | None:
        """The file of the photo, None where there is none."""
        return self._existing(reference, ".jpg")

    def thumbnail(self, reference: str) -> Path | None:
        """The file of the thumbnail, None where there is none."""
        return self._existing(reference, ".thumb.jpg")

    def take(self, reference: str, size: PhotoSize, content: bytes) -> None:
        """Keep a photo that came from elsewhere.

        StoreError ``photo.damaged`` where it is not the one of that name; of a thumbnail, which is named
        after its photo, only that it is a JPEG can be told.
        """
        is_large = size is PhotoSize.LARGE
        good = hashlib.sha256(content).hexdigest() == reference if is_large else content[:3] == _JPEG
        if not good:
            raise StoreError("photo.damaged", detail=reference[:80])
        with store_errors():
            _write_once(self._path(reference, ".jpg" if is_large else ".thumb.jpg"), content)

    def remove(self, reference: str) -> None:
        """Delete the photo and its thumbnail; nothing happens where there is none. StoreError."""
        with store_errors():
            for ending in (".jpg", ".thumb.jpg"):
                self._path(reference, ending).unlink(missing_ok=True)

    def is_intact(self, reference: str) -> bool:
        """Whether the photo's bytes still have the hash they are named after."""
        path = self.photo(reference)
        return path is not None and hashlib.sha256(path.read_bytes()).hexdigest() == reference

    def _existing(self, reference: str, ending: str) -> Path | None:
        if not _REFERENCE.fullmatch(reference):
            return None
        path = self._path(reference, ending)
        return path if path.is_file() else None

    def _path(self, reference: str, ending: str) -> Path:
        if not _REFERENCE.fullmatch(reference):
            raise StoreError("store.bad_photo_reference", detail=reference[:80])
        return self.folder / reference[:2] / f"{reference}{ending}"


def _write_once(path: Path, content: bytes) -> None:
    """The file appears whole or not at all, and stays after a power cut."""
    if path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
