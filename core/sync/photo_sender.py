"""Sends this console's photos to the lot's common place: a second, slower queue that nothing waits for."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from core.domain.errors import LinkError, LotkeeperError, StoreError
from core.services.photo_copies import PhotoEntry, PhotoQueue, PhotoShelf, PhotoSize
from core.services.ports import Clock
from core.sync.far_photos import name_of
from core.sync.places import Place

log = logging.getLogger(__name__)

AT_ONCE: Final = 50
LOOK_SECONDS: Final = 10.0
RETRY_SECONDS: Final = 60.0
JOIN_SECONDS: Final = 5.0
# The file of a photo follows its entry; what has not come after so long will not come any more.
FILE_FOLLOWS_WITHIN: Final = timedelta(minutes=1)
_MOST_REMEMBERED: Final = 1000


@dataclass(frozen=True, slots=True)
class SendingView:
    """How sending goes: entries whose thumbnails and whose photos wait; ``cause`` a reason code, or empty."""

    small: int = 0
    large: int = 0
    cause: str = ""
    last_ok: datetime | None = None


class PhotoSender:
    """Thumbnails first: between two photos every thumbnail that has come since is sent.

    A photo that is missing is left out; a place that does not answer is asked again after a minute.
    """

    def __init__(
        self, queue: PhotoQueue, shelf: PhotoShelf, place: Place, *, lot_id: str, clock: Clock
    ) -> None:
        self._queue = queue
        self._shelf = shelf
        self._place = place
        self._lot_id = lot_id
        self._clock = clock
        self._view = SendingView()
        self._remembered: OrderedDict[str, None] = OrderedDict()
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def view(self) -> SendingView:
        """How sending goes; from any thread, at once."""
        return self._view

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="photo-sender", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        self._ended.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def nudge(self) -> None:
        """Something was committed; from any thread, returns at once."""
        self._wake.set()

    def send_some(self) -> bool:
        """Send the thumbnails that wait, then one photo; whether there may be more to send at once.

        LinkError where the place does not take them, StoreError where the journal cannot be read.
        """
        return self._send_next(PhotoSize.SMALL, AT_ONCE) or self._send_next(PhotoSize.LARGE, 1)

    def _send_next(self, size: PhotoSize, most: int) -> bool:
        """In the order of the journal, up to one whose file is still being written; whether any went."""
        sent = 0
        for entry in self._queue.next_to_send(size, most):
            if self._ended.is_set() or not self._send(size, entry):
                break
            sent += 1
        return sent > 0

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wake.clear()
            if self._turn():
                self._wake.wait(LOOK_SECONDS)
            else:
                self._ended.wait(RETRY_SECONDS)

    def _turn(self) -> bool:
        """Send all that waits; whether the place took it."""
        try:
            while not self._ended.is_set() and self.send_some():
                self._count()
            self._count()
        except (LinkError, StoreError) as error:
            log.info("photos wait: %s", error)
            self._view = replace(self._view, cause=error.cause)
            return False
        except Exception:
            # The thread's top: one photo must not end all that follow.
            log.exception("photos wait")
            self._view = replace(self._view, cause="program.fault")
            return False
        return True

    def _send(self, size: PhotoSize, entry: PhotoEntry) -> bool:
        """Whether the entry is done with; False where its file is still being written."""
        file = self._file(size, entry.reference)
        if file is not None:
            self._put(name_of(self._lot_id, entry.reference, size), file)
        elif self._clock.now() - entry.at < FILE_FOLLOWS_WITHIN:
            return False
        self._queue.sent(size, entry)
        return True

    def _file(self, size: PhotoSize, reference: str) -> Path | None:
        find = self._shelf.thumbnail if size is PhotoSize.SMALL else self._shelf.photo
        try:
            return find(reference)
        except LotkeeperError:
            return None

    def _put(self, name: str, file: Path) -> None:
        """Once, though several entries name it: what lies there already is the same by its name."""
        if name not in self._remembered and not self._place.has(name):
            self._place.put(name, file)
        self._remembered[name] = None
        while len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.popitem(last=False)

    def _count(self) -> None:
        small, large = self._queue.waiting(PhotoSize.SMALL), self._queue.waiting(PhotoSize.LARGE)
        self._view = SendingView(small, large, "", self._clock.now())
