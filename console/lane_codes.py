"""What drivers hold to the reader at a lane, and people to the one at the booth.

A receipt or a booking held to a lane's reader opens its gate as it would at the desk, with the right of the
lane itself; where it does not, the lane's sign says why. One thread does it for all lanes, so that a reader's
own thread never waits for the store. A code is worth something for the vehicle that stood there when it was
read, for three seconds: one that comes to its turn later opens for nobody.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from core.domain.errors import LotkeeperError, OperatorError, Refused
from core.domain.people import LANE_ITSELF
from core.services.ports import CodeReader
from core.services.run_lane import LaneRunner
from core.services.signing import Trust

log = logging.getLogger(__name__)

MOST_WAITING: Final = 16
JOIN_SECONDS: Final = 6.0
WORTH_SECONDS: Final = 3.0
_TRY_AGAIN: Final = "permit.unreadable"


@dataclass(frozen=True, slots=True)
class _Read:
    """A code as it was read: where, before which vehicle, and when."""

    lane_id: str
    code: str
    sighting_id: str
    at_s: float


class LaneCodes:
    """``refused`` is told lane and reason of a code that does not open; on this object's own thread."""

    def __init__(
        self, lanes: Mapping[str, LaneRunner], trust: Trust, refused: Callable[[str, str], None]
    ) -> None:
        self._lanes = lanes
        self._trust = trust
        self._refused = refused
        self._readers: tuple[CodeReader, ...] = ()
        self._codes: queue.Queue[_Read | None] = queue.Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None

    def start(
        self, readers: Mapping[str, CodeReader], booth: CodeReader | None, at_booth: Callable[[str], None]
    ) -> None:
        """Listen to the lanes' readers; what the booth's one reads goes to ``at_booth``, on its thread."""
        self.stop()
        self._readers = (*readers.values(), *(() if booth is None else (booth,)))
        if readers:
            self._codes = queue.Queue(MOST_WAITING)
            self._thread = threading.Thread(
                target=self._run, args=(self._codes,), name="lane-codes", daemon=True
            )
            self._thread.start()
        for lane_id, reader in readers.items():
            reader.start(partial(self._take, lane_id))
        if booth is not None:
            booth.start(at_booth)

    def stop(self) -> None:
        """Hear nothing any more; may be called twice."""
        for reader in self._readers:
            reader.stop()
        self._readers = ()
        thread, self._thread = self._thread, None
        if thread is not None:
            self._codes.put(None)
            thread.join(JOIN_SECONDS)

    def _take(self, lane_id: str, code: str) -> None:
        """On the reader's thread."""
        runner = self._lanes.get(lane_id)
        if runner is None:
            return
        view = runner.view
        seen = view.sighting_id if view.vehicle_present else ""
        try:
            self._codes.put_nowait(_Read(lane_id, code, seen, time.monotonic()))
        except queue.Full:
            log.warning("lane %s: a code was dropped, codes come faster than they are looked at", lane_id)

    def _run(self, codes: queue.Queue[_Read | None]) -> None:
        """This thread's top."""
        while (read := codes.get()) is not None:
            try:
                self._show(read)
            except Exception:
                # Nobody above sees it: a fault about one code must not leave the readers without anyone.
                log.exception("lane %s: a fault while a code was looked at", read.lane_id)

    def _show(self, read: _Read) -> None:
        runner = self._lanes.get(read.lane_id)
        if runner is None:
            return
        try:
            if time.monotonic() - read.at_s > WORTH_SECONDS:
                raise Refused(_TRY_AGAIN)
            runner.show_code(
                read.code, actor=LANE_ITSELF, trust=self._trust, sighting_id=read.sighting_id or None
            )
        except LotkeeperError as error:
            why = error.code if isinstance(error, OperatorError) else _TRY_AGAIN
            log.info("lane %s: a code held to its reader does not open: %s", read.lane_id, error)
            self._refused(read.lane_id, why)
