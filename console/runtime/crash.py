"""The one hook for bugs: each is logged whole, shown once in calm words, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)

MOST_KEPT = 200


class CrashHook(QObject):
    """Takes what nothing else caught, on any thread.

    ``bug_seen`` carries the traceback as text, once for each place a bug comes from; connect only bound
    methods to it.
    """

    bug_seen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._seen: set[str] = set()
        self._hooks_before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take the interpreter's hooks; ``remove`` gives them back."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give the interpreter's hooks back."""
        sys.excepthook, threading.excepthook = self._hooks_before

    def take(self, error: BaseException) -> None:
        """A bug that was caught on its way: the same as if it had reached the interpreter."""
        self._on_exception(type(error), error, error.__traceback__)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("a fault in the program\n%s", text)
        if self._is_new(_place_of(kind, trace)):
            self.bug_seen.emit(text)

    def _is_new(self, place: str) -> bool:
        with self._lock:
            if place in self._seen or len(self._seen) >= MOST_KEPT:
                return False
            self._seen.add(place)
            return True


def _place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What makes two bugs the same: the class, and the lines it went through."""
    frames = traceback.extract_tb(trace)
    return "|".join([kind.__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames)])
