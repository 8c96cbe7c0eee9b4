"""Starts the lanes of a console that has just joined, as soon as its lot has come over; no Qt."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from core.domain.errors import DeviceError, StoreError
from core.store.store import Committed

if TYPE_CHECKING:
    from console.compose import Console

log = logging.getLogger(__name__)

QUIET_SECONDS = 2.0
LONGEST_SECONDS = 3600.0
JOIN_SECONDS = 30.0
_LOT_ARRIVED = "lot.set_up"


class LaneArrival:
    """Waits until nothing more of the lot's past comes in, then starts what is wired here.

    Started earlier, a lane would judge cars by half of what the lot knows.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._more = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        console.store.listen(self.on_commit)

    def on_commit(self, committed: Committed) -> None:
        """Notice that the lot came from another console; on the writer thread, returns at once."""
        if self._thread is not None:
            self._more.set()
        elif _LOT_ARRIVED in committed.kinds - committed.own_kinds and not self._stopping.is_set():
            self._more.set()
            self._thread = threading.Thread(target=self._run, name="lane-arrival", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Start nothing any more; returns when nothing is being started. May be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        """This thread's top."""
        waited = 0.0
        while self._more.is_set() and waited < LONGEST_SECONDS:
            self._more.clear()
            if self._stopping.wait(QUIET_SECONDS):
                return
            waited += QUIET_SECONDS
        try:
            self._start()
        except (DeviceError, StoreError) as error:
            log.error("the lanes of the lot that was joined could not be started: %s", error)  # noqa: TRY400
            self._console.listeners.trouble(error.cause)
        except Exception:
            # Nobody above sees it: without lanes the console goes on, and the log says why.
            log.exception("the lanes of the lot that was joined could not be started")

    def _start(self) -> None:
        lot = self._console.read_lot()
        if lot is not None and not self._console.lanes and not self._stopping.is_set():
            self._console.start_lanes(lot)
            log.info("lanes at work: %s", ", ".join(self._console.lanes) or "none")
