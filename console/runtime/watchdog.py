"""Watches the GUI thread: who kept it from answering, for how long, and with which stack."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Slot

log = logging.getLogger(__name__)

BEAT_MS = 20
STALL_MS = 100
MOST_KEPT = 20_000
JOIN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class StallFigures:
    """How late the GUI thread's heartbeat came, in milliseconds, over the beats that were kept."""

    beats: int
    median_ms: float
    p99_ms: float
    worst_ms: float
    stalls: int


class StallWatchdog(QObject):
    """A heartbeat on the GUI thread and a thread that notices when it stays away for 100 ms.

    Create and start it on the GUI thread. A stall is logged once, with the stack that caused it.
    """

    def __init__(self, parent: QObject | None = None, *, stall_ms: int = STALL_MS) -> None:
        super().__init__(parent)
        self._stall_ms = stall_ms
        self._gui_thread = threading.get_ident()
        self._last_beat = time.monotonic()
        self._late_ms: deque[float] = deque(maxlen=MOST_KEPT)
        self._stalls = 0
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to watch."""
        self._last_beat = time.monotonic()
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, name="stall-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; may be called twice."""
        self._timer.stop()
        self._ending.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def figures(self) -> StallFigures:
        """The lateness of the beats so far."""
        late = sorted(self._late_ms)
        if not late:
            return StallFigures(0, 0.0, 0.0, 0.0, self._stalls)
        return StallFigures(
            beats=len(late),
            median_ms=late[len(late) // 2],
            p99_ms=late[min(len(late) - 1, int(len(late) * 0.99))],
            worst_ms=late[-1],
            stalls=self._stalls,
        )

    @Slot()
    def _on_beat(self) -> None:
        now = time.monotonic()
        self._late_ms.append(max(0.0, (now - self._last_beat) * 1000 - BEAT_MS))
        self._last_beat = now

    def _watch(self) -> None:
        reported_beat = 0.0
        while not self._ending.wait(self._stall_ms / 4000):
            beat = self._last_beat
            silent_ms = (time.monotonic() - beat) * 1000 - BEAT_MS
            if silent_ms >= self._stall_ms and beat != reported_beat:
                reported_beat = beat
                self._stalls += 1
                log.warning("the screen stood still for %.0f ms\n%s", silent_ms, self._stack())

    def _stack(self) -> str:
        # The only way to another thread's stack; CPython documents it for debugging, which this is.
        frame = sys._current_frames().get(self._gui_thread)  # noqa: SLF001
        return "".join(traceback.format_stack(frame)) if frame is not None else "(no stack)"
