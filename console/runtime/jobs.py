"""Work off the GUI thread: looking and changing are two kinds, and answers come back to the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from core.domain.errors import LotkeeperError, OperatorError
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork

log = logging.getLogger(__name__)

T = TypeVar("T")
LOOKING_THREADS = 2


@dataclass(frozen=True, slots=True)
class _Ended:
    future: Future[Any]
    then: Callable[[Any], None]
    failed: Callable[[LotkeeperError], None]


class Jobs(QObject):
    """Runs queries, services and slow work for the screens.

    ``then`` gets the result and ``failed`` what went wrong, both on the GUI thread. Without ``failed``
    the error goes to ``on_error``. Anything but a LotkeeperError is a bug and goes to ``on_bug``.
    """

    ended = Signal(object)

    def __init__(
        self,
        store: Store,
        *,
        on_error: Callable[[LotkeeperError], None],
        on_bug: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._on_error = on_error
        self._on_bug = on_bug
        self._pool = ThreadPoolExecutor(LOOKING_THREADS, thread_name_prefix="look")
        self._open = True
        self.ended.connect(self._on_ended)

    def look(
        self,
        query: Callable[[SqlUnitOfWork], T],
        then: Callable[[T], None],
        failed: Callable[[LotkeeperError], None] | None = None,
    ) -> None:
        """Read from the store; nothing happens any more after ``stop``."""
        if self._open:
            self._follow(self._pool.submit(self._store.read, query), then, failed)

    def change(
        self,
        work: Callable[[SqlUnitOfWork], T],
        then: Callable[[T], None],
        failed: Callable[[LotkeeperError], None] | None = None,
    ) -> None:
        """Run a service as one transaction on the writer thread."""
        if self._open:
            self._follow(self._store.submit(work), then, failed)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[LotkeeperError], None] | None = None,
    ) -> None:
        """Do anything slow that is not one transaction."""
        if self._open:
            self._follow(self._pool.submit(work), then, failed)

    def stop(self) -> None:
        """Let what runs end; nothing is delivered any more, and nothing new begins."""
        self._open = False
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _follow(
        self,
        future: Future[T],
        then: Callable[[T], None],
        failed: Callable[[LotkeeperError], None] | None,
    ) -> None:
        ended = _Ended(future, then, failed or self._on_error)
        future.add_done_callback(lambda _future: self._tell(ended))

    def _tell(self, ended: _Ended) -> None:
        """From the worker's thread; the signal takes it to the GUI thread."""
        if self._open and not ended.future.cancelled():
            self.ended.emit(ended)

    @Slot(object)
    def _on_ended(self, ended: _Ended) -> None:
        if not self._open:
            return
        error = ended.future.exception()
        if error is None:
            ended.then(ended.future.result())
        elif isinstance(error, LotkeeperError):
            level = logging.INFO if isinstance(error, OperatorError) else logging.ERROR
            log.log(level, "refused: %s", error)
            ended.failed(error)
        else:
            self._on_bug(error)
