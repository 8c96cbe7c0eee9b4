"""Photos at the lot's common place: sent beside the journal, fetched when a screen shows them."""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import Final

from core.domain.errors import LinkError, StoreError
from core.services.photo_copies import PhotoShelf, PhotoSize
from core.sync.places import Place

log = logging.getLogger(__name__)

MOST_WANTED: Final = 60
GIVE_UP_SECONDS: Final = 60.0
JOIN_SECONDS: Final = 3.0
MOST_BYTES: Final = {PhotoSize.SMALL: 1_000_000, PhotoSize.LARGE: 30_000_000}
_ENDING: Final = {PhotoSize.SMALL: ".thumb.jpg", PhotoSize.LARGE: ".jpg"}

Wanted = tuple[str, PhotoSize]


def name_of(lot_id: str, reference: str, size: PhotoSize) -> str:
    """The name of a photo at the place."""
    return f"{lot_id}/photos/{reference[:2]}/{reference}{_ENDING[size]}"


def remove_photo(place: Place, lot_id: str, reference: str) -> None:
    """Delete a photo at the place, in both sizes; nothing happens where there is none. LinkError."""
    for size in PhotoSize:
        place.remove(name_of(lot_id, reference, size))


class PhotoFetcher:
    """Fetches what screens ask for, the last asked first; what is not there is asked again after a minute."""

    def __init__(self, place: Place, shelf: PhotoShelf, lot_id: str) -> None:
        self._place = place
        self._shelf = shelf
        self._lot_id = lot_id
        self._wanted: OrderedDict[Wanted, None] = OrderedDict()
        self._given_up: OrderedDict[Wanted, float] = OrderedDict()
        self._changed = threading.Condition()
        self._at_work: Wanted | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="photo-fetcher", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def want(self, reference: str, size: PhotoSize) -> None:
        """Fetch it as soon as may be; from any thread, returns at once."""
        wanted = (reference, size)
        with self._changed:
            given_up_at = self._given_up.get(wanted)
            if given_up_at is not None and time.monotonic() - given_up_at < GIVE_UP_SECONDS:
                return
            if wanted != self._at_work:
                self._wanted[wanted] = None
                self._wanted.move_to_end(wanted)
            while len(self._wanted) > MOST_WANTED:
                self._wanted.popitem(last=False)
            self._changed.notify_all()

    def is_on_its_way(self, reference: str, size: PhotoSize) -> bool:
        """Whether it was asked for and has neither come nor been given up."""
        with self._changed:
            return (reference, size) in self._wanted or (reference, size) == self._at_work

    def _run(self) -> None:
        while (wanted := self._next()) is not None:
            try:
                self._fetch(*wanted)
            except (LinkError, StoreError) as error:
                log.info("no photo %s: %s", wanted[0][:12], error)
                self._give_up(wanted)
            except Exception:
                # The thread's top: one photo must not end all that follow.
                log.exception("no photo %s", wanted[0][:12])
                self._give_up(wanted)

    def _next(self) -> Wanted | None:
        with self._changed:
            self._at_work = None
            self._changed.wait_for(lambda: self._stopping or bool(self._wanted))
            if self._stopping:
                return None
            self._at_work, _ = self._wanted.popitem(last=True)
            return self._at_work

    def _fetch(self, reference: str, size: PhotoSize) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "photo"
            name = name_of(self._lot_id, reference, size)
            self._place.get(name, file, most_bytes=MOST_BYTES[size])
            self._shelf.take(reference, size, file.read_bytes())

    def _give_up(self, wanted: Wanted) -> None:
        with self._changed:
            self._given_up[wanted] = time.monotonic()
            while len(self._given_up) > 10 * MOST_WANTED:
                self._given_up.popitem(last=False)
