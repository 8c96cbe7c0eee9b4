"""What became of a lane's vehicles, kept until the store has taken it: a full disk must lose no stay."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from core.domain.errors import StoreError
from core.services.unit_of_work import Transactions, UnitOfWork

log = logging.getLogger(__name__)

MOST_WAITING = 1000


class LaneRecord:
    """Writes in order; used by the lane's thread alone.

    What is still waiting when the console stops is found by ``resume_lot``: such stays are held.
    """

    def __init__(self, store: Transactions) -> None:
        self._store = store
        self._waiting: deque[Callable[[UnitOfWork], None]] = deque()

    @property
    def is_behind(self) -> bool:
        """Whether something waits to be written."""
        return bool(self._waiting)

    def add(self, work: Callable[[UnitOfWork], None]) -> None:
        """Write this after all that waits; StoreError where it must wait too."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft()
            log.error("a passage was never written down: too many wait for the store")
        self._waiting.append(work)
        self.catch_up()

    def catch_up(self) -> None:
        """Write what waits; StoreError where the store still does not take it."""
        while self._waiting:
            work = self._waiting.popleft()
            try:
                self._store.write(work)
            except StoreError:
                self._waiting.appendleft(work)
                raise
