"""A search for devices under way: what it finds comes one by one, and it is cancelled at any time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.domain.errors import DeviceError
from devices.search.found import Found

log = logging.getLogger(__name__)

STOP_LIMIT_S = 2.0

IsCancelled = Callable[[], bool]
# How much was looked at, and of how much; 0 of 0 is not known.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Search:
    """One way to find devices; ``run`` gives them as they are found and ends soon after it was cancelled."""

    name: str
    run: Callable[[IsCancelled, Progress], Iterable[Found]]


class SearchRun(QObject):
    """Searches on a thread of its own, because the network takes a minute; signals arrive on the GUI thread.

    ``ended`` carries a reason code, empty where it went to its end.
    """

    device_found = Signal(object)
    progressed = Signal(int, int)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, search: Search) -> None:
        """Begin; nothing happens where one is under way."""
        if self.is_running:
            return
        self._cancelled = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(search, self._cancelled), name=f"search {search.name}", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """End it soon."""
        self._cancelled.set()

    def stop(self) -> None:
        """End it, and wait for that a moment."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(STOP_LIMIT_S)

    def _run(self, search: Search, cancelled: threading.Event) -> None:
        code = ""
        try:
            for found in search.run(cancelled.is_set, self.progressed.emit):
                if cancelled.is_set():
                    break
                self.device_found.emit(found)
        except DeviceError as error:
            code = error.cause
        except Exception:
            # The thread's top: a search that fails must not take the page with it. One that was cancelled may
            # find the page gone.
            if not cancelled.is_set():
                log.exception("the search %s failed", search.name)
            code = "search.failed"
        with suppress(RuntimeError):
            # Qt deleted the page meanwhile: nobody waits for the end.
            self.ended.emit(code)
