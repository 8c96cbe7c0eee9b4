"""A lane's one thread and its one queue: whatever happens reaches the lane through it, in order."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from core.domain.errors import StoreError
from core.services.ports import LoopEdge, ReadAnswer

log = logging.getLogger(__name__)

T = TypeVar("T")

QUEUE_SIZE = 1000
TICK_SECONDS = 0.1
JOIN_SECONDS = 3.0
# How long a person waits for the lane to begin with what they ask; later it is not done any more.
ASK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Tick:
    """Time went by and nothing happened."""


@dataclass(frozen=True, slots=True)
class Call:
    """Something that is to be done on the lane's thread."""

    work: Callable[[], None]


Event = LoopEdge | ReadAnswer | Tick | Call


class LaneThread:
    """Calls ``step`` with one event after the other; ``fault`` after one that failed in the program."""

    def __init__(self, lane_id: str, step: Callable[[Event], None], fault: Callable[[], None]) -> None:
        self._lane_id = lane_id
        self._step = step
        self._fault = fault
        self._events: queue.Queue[Event | None] = queue.Queue(QUEUE_SIZE)
        self._thread = threading.Thread(target=self._run, name=f"lane-{lane_id}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is waiting, within a few seconds."""
        self.put(None)
        if self._thread.is_alive():
            self._thread.join(JOIN_SECONDS)

    def put(self, event: Event | None) -> None:
        """One more event, from any thread; returns at once."""
        try:
            self._events.put_nowait(event)
        except queue.Full:
            log.exception("lane %s: an event was dropped, its thread does not keep up", self._lane_id)

    def call(self, work: Callable[[], None]) -> None:
        """Have it done between two events; returns at once."""
        self.put(Call(work))

    def do(self, work: Callable[[], T]) -> T:
        """Have it done between two events, so that no vehicle changes meanwhile; returns what it returns.

        Raises what it raises; StoreError ``store.busy`` where the lane did not begin with it within 5 s.
        """
        asked: Future[T] = Future()

        def run() -> None:
            if not asked.set_running_or_notify_cancel():
                return
            try:
                asked.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is the asking thread's
                asked.set_exception(error)

        self.call(run)
        try:
            return asked.result(ASK_SECONDS)
        except TimeoutError:
            if asked.cancel():
                raise StoreError("store.busy") from None
        # Under way: the store answers within its own limit, and the person must hear what became of it.
        return asked.result()

    def _run(self) -> None:
        while True:
            try:
                event = self._events.get(timeout=TICK_SECONDS)
            except queue.Empty:
                event = Tick()
            if event is None:
                return
            try:
                self._step(event)
            except Exception:
                # The thread's top: a fault in the program must not leave a lane without anyone at work.
                log.exception("lane %s: a fault in the program", self._lane_id)
                self._fault()
