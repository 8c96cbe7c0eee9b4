"""Keeps photos without letting a car wait for the disk."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

from core.domain.errors import LotkeeperError, StoreError
from core.services.ports import Still

log = logging.getLogger(__name__)

QUEUE_SIZE = 200
JOIN_SECONDS = 10.0


class PhotoKeeper:
    """Names photos by their hash at once and writes them on a thread of its own, so that no car waits."""

    def __init__(self, keep: Callable[[Still], str], lost: Callable[[str], None]) -> None:
        self._keep = keep
        self._lost = lost
        self._stills: queue.Queue[Still | None] = queue.Queue(QUEUE_SIZE)
        self._thread = threading.Thread(target=self._run, name="photos", daemon=True)
        self._thread.start()

    def keep(self, still: Still | None) -> str:
        """The photo's reference, empty where there is no picture; the file follows."""
        if still is None:
            return ""
        try:
            self._stills.put_nowait(still)
        except queue.Full:
            self._lost("photo.queue_full")
            return ""
        return sha256(still.jpeg).hexdigest()

    def stop(self) -> None:
        """Write what is waiting and end."""
        with suppress(queue.Full):
            self._stills.put(None, timeout=JOIN_SECONDS)
        self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        while (still := self._stills.get()) is not None:
            try:
                self._keep(still)
            except LotkeeperError as error:
                log.error("a photo was lost: %s", error)  # noqa: TRY400 - expected, no stack wanted
                self._lost(error.cause if isinstance(error, StoreError) else "photo.not_kept")
            except Exception:
                # The thread's top: one photo that cannot be kept must not cost all that follow.
                log.exception("a photo was lost")
                self._lost("photo.not_kept")
