"""A search for devices under way: what it finds comes one by one, and it is cancelled at any time."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.domain.errors import DeviceError
from devices.search.found import Found

log = logging.getLogger(__name__)

STOP_LIMIT_S: Final = 2.0
LOOK_EVERY_MS: Final = 50
MOST_UNSEEN: Final = 1000

IsCancelled = Callable[[], bool]
# How much was looked at, and of how much; 0 of 0 is not known.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Search:
    """One way to find devices; ``run`` gives them as they are found and ends soon after it was cancelled."""

    name: str
    run: Callable[[IsCancelled, Progress], Iterable[Found]]


class SearchRun(QObject):
    """Searches on a thread of its own, because the network takes a minute; signals come on the GUI thread.

    ``ended`` carries a reason code, empty where it went to its end. The thread knows nothing of Qt: it may
    outlive the page by the seconds that a far side takes, so what it finds is fetched from it.
    """

    device_found = Signal(object)
    progressed = Signal(int, int)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: _UnderWay | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._under_way is not None and self._under_way.thread.is_alive()

    def start(self, search: Search) -> None:
        """Begin; nothing happens where one is under way."""
        if self.is_running:
            return
        self._look()
        self._under_way = _UnderWay(search)
        self._under_way.thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """End it soon."""
        if self._under_way is not None:
            self._under_way.cancelled.set()

    def stop(self) -> None:
        """End it, and wait for that a moment."""
        self.cancel()
        if self._under_way is not None:
            self._under_way.thread.join(STOP_LIMIT_S)

    @Slot()
    def _look(self) -> None:
        """Tell what came since; the end is told last, and once."""
        under_way = self._under_way
        if under_way is None:
            return
        has_ended = not under_way.thread.is_alive()
        while (found := under_way.next_found()) is not None:
            self.device_found.emit(found)
        if under_way.progress is not None:
            self.progressed.emit(*under_way.progress)
        if has_ended and under_way is self._under_way:
            self._under_way = None
            self._timer.stop()
            self.ended.emit(under_way.code)


class _UnderWay:
    """One search, its thread, and what it found that nobody fetched yet."""

    def __init__(self, search: Search) -> None:
        self.cancelled = threading.Event()
        self.progress: tuple[int, int] | None = None
        self.code = ""
        self.thread = threading.Thread(target=self._run, name=f"search {search.name}", daemon=True)
        self._search = search
        self._found: queue.SimpleQueue[Found] = queue.SimpleQueue()

    def next_found(self) -> Found | None:
        """The next one, None where there is none."""
        try:
            return self._found.get_nowait()
        except queue.Empty:
            return None

    def _run(self) -> None:
        try:
            for found in self._search.run(self.cancelled.is_set, self._note):
                if self.cancelled.is_set() or self._found.qsize() >= MOST_UNSEEN:
                    break
                self._found.put(found)
        except DeviceError as error:
            self.code = error.cause
        except Exception:
            # The thread's top: a search that fails must not take the page with it.
            log.exception("the search %s failed", self._search.name)
            self.code = "search.failed"

    def _note(self, done: int, of_all: int) -> None:
        self.progress = (done, of_all)
