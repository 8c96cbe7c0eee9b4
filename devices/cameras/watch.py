"""The watch over one capture process: it is started, looked after four times a second, and replaced."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path

from core.domain.errors import DeviceError
from devices.cameras.child import CaptureChild
from devices.cameras.judgement import Trouble, age_s, is_stuck
from devices.cameras.reports import CaptureFacts
from devices.cameras.ring import FrameRing
from devices.cameras.source import CameraSpec
from devices.transports.backoff import Backoff

LOOK_EVERY_S = 0.25
# A child that lived this long was well: the next restart is waited for briefly.
_WELL_AFTER_S = 10.0
_STOP_LIMIT_S = 1.8


class CaptureWatch:
    """Keeps one capture process going: starts it, looks after it four times a second, replaces it."""

    def __init__(self, spec: CameraSpec, ring: FrameRing, ring_path: Path) -> None:
        self.started_ns = time.monotonic_ns()
        self._spec = spec
        self._ring = ring
        self._ring_path = ring_path
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera-watch", daemon=True)
        self._backoff = Backoff()
        self._child: CaptureChild | None = None
        self._child_since_ns = 0
        self._next_start_ns = 0
        self._lost = Trouble()
        self._restarts = 0

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=_STOP_LIMIT_S)

    @property
    def process_id(self) -> int | None:
        child = self._child
        return child.process_id if child is not None else None

    @property
    def restarts(self) -> int:
        """How often a capture process had to be replaced."""
        return self._restarts

    def facts(self) -> CaptureFacts | None:
        """What the capture process measured last; None where it runs no more."""
        child = self._child
        return child.report.facts if child is not None and child.report.state == "running" else None

    def trouble(self) -> Trouble:
        """What is known to be wrong: what killed the last child, or what the present one says."""
        child = self._child
        if child is None:
            return self._lost
        said = child.report if child.report.state in ("running", "failed") else child.failure
        return Trouble(said.cause, said.detail) if said is not None else self._lost

    def _run(self) -> None:
        # A stop that could not wait for us any longer has taken the ring away: that is the end too.
        with contextlib.suppress(DeviceError):
            while not self._stopping.is_set():
                self._look()
                self._stopping.wait(LOOK_EVERY_S)
        if self._child is not None:
            self._child.end()

    def _look(self) -> None:
        now_ns = time.monotonic_ns()
        child = self._child
        if child is None:
            if now_ns >= self._next_start_ns:
                self._start_child(now_ns)
            return
        exit_code = child.exit_code()
        if exit_code is not None:
            self._lose(child, Trouble("camera.capture_died", f"exit {exit_code}"), now_ns)
            return
        stuck = is_stuck(child.report, now_ns=now_ns, captured_ns=self._ring.latest_captured_ns())
        if stuck is not None:
            self._lose(child, stuck, now_ns)

    def _start_child(self, now_ns: int) -> None:
        try:
            self._child = CaptureChild(self._spec, self._ring_path)
        except DeviceError as error:
            self._lost = Trouble(error.cause, error.detail)
            self._next_start_ns = now_ns + int(self._backoff.wait_s() * 1e9)
        self._child_since_ns = now_ns

    def _lose(self, child: CaptureChild, trouble: Trouble, now_ns: int) -> None:
        child.kill()
        self._child = None
        self._restarts += 1
        self._lost = trouble
        if age_s(self._child_since_ns, now_ns) > _WELL_AFTER_S:
            self._backoff.reset()
        self._next_start_ns = now_ns + int(self._backoff.wait_s() * 1e9)
