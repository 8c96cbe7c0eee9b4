"""What the second, slower queue asks of the store: photos travel beside the journal, never in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class PhotoSize(StrEnum):
    """Thumbnails go first: with them a car is found at another console."""

    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """An entry of this console's journal that names a photo."""

    console_id: str
    seq: int
    at: datetime
    reference: str


class PhotoQueue(Protocol):
    """Which photos this console has still to send, each size with a place of its own in the journal."""

    def next_to_send(self, size: PhotoSize, limit: int) -> list[PhotoEntry]:
        """The next entries with photos, in the order of the journal."""

    def sent(self, size: PhotoSize, entry: PhotoEntry) -> None:
        """All photos up to this entry were sent, or are not there to be sent."""

    def waiting(self, size: PhotoSize) -> int:
        """How many entries with photos come after the last one sent; not more than 2 000 are counted."""


class PhotoShelf(Protocol):
    """The photos that are here."""

    def photo(self, reference: str) -> Path | None:
        """The file of the photo, None where there is none."""

    def thumbnail(self, reference: str) -> Path | None:
        """The file of the thumbnail, None where there is none."""

    def take(self, reference: str, size: PhotoSize, content: bytes) -> None:
        """Keep what was fetched; StoreError ``photo.damaged`` where it is not that photo."""


class FarPhotos(Protocol):
    """Photos that other consoles took; safe from any thread, and returns at once."""

    def want(self, reference: str, size: PhotoSize) -> None:
        """Fetch it as soon as may be; what was asked for last comes first."""

    def is_on_its_way(self, reference: str, size: PhotoSize) -> bool:
        """Whether it was asked for and has neither come nor been given up."""
