"""A lane's camera in the main process: its ring, its capture process, and the watch over both."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path
from urllib.parse import quote

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Preview, Still
from devices.cameras.child import CaptureChild
from devices.cameras.judgement import Trouble, age_s, is_stuck, judge
from devices.cameras.past import PastPictures
from devices.cameras.ring import FrameRing
from devices.cameras.source import CameraSpec
from devices.stills import encode_still
from devices.transports.backoff import Backoff

LOOK_EVERY_S = 0.25
# A child that lived this long was well: the next restart is waited for briefly.
_WELL_AFTER_S = 10.0
_STOP_LIMIT_S = 1.8
_NEAR_NS = 1_000_000_000


class CaptureCamera:
    """Fills ``core.services.ports.Camera``; all calls may come from any thread."""

    def __init__(self, camera_id: str, spec: CameraSpec, run_folder: Path) -> None:
        """Nothing is started yet. ``run_folder`` holds the ring, best in memory (``/dev/shm``)."""
        self._spec = spec
        self.camera_id = camera_id
        name = quote(camera_id, safe="")
        self.ring_path = run_folder / f"camera-{name}.ring"
        self._past_path = run_folder / f"camera-{name}.past"
        self._lock = threading.RLock()
        self._ring: FrameRing | None = None
        self._past: PastPictures | None = None
        self._watch: _Watch | None = None
        self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())

    def start(self) -> None:
        """Start capturing; returns at once. Failures show in ``status``."""
        with self._lock:
            if self._watch is not None:
                return
            self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())
            try:
                self._ring = FrameRing.create(self.ring_path)
                self._past = PastPictures.create(self._past_path)
            except DeviceError as error:
                self._let_go()
                self._status = DeviceStatus(Health.FAILED, time.monotonic_ns(), error.cause, error.detail)
                return
            self._watch = _Watch(self._spec, self._ring, self.ring_path, self._past_path)
            self._watch.start()

    def stop(self) -> None:
        """Stop within 2 s; may be called twice. The ring is retired and its file removed."""
        with self._lock:
            watch, self._watch = self._watch, None
            self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())
        if watch is not None:
            watch.stop()
        self._let_go()

    def preview(self) -> Preview | None:
        """The newest small picture, or None as long as there was none."""
        ring = self._ring
        try:
            return ring.latest_preview() if ring is not None else None
        except DeviceError:
            # Stopped in this very moment, or a damaged ring, which the status shows by its age.
            return None

    def still(self) -> Still | None:
        """The newest picture encoded, or None."""
        ring = self._ring
        try:
            frame = ring.latest() if ring is not None else None
            if frame is None:
                return None
            return encode_still(frame.image, sequence=frame.sequence, captured_ns=frame.captured_ns)
        except DeviceError:
            return None

    def still_at(self, at_ns: int) -> Still | None:
        """The picture of the last 2.4 s captured nearest to the instant, or None; a second away at most."""
        ring, past = self._ring, self._past
        if ring is None or past is None:
            return None
        try:
            newest_ns = ring.latest_captured_ns()
            frame = past.nearest(at_ns)
            if frame is None or abs(newest_ns - at_ns) < abs(frame.captured_ns - at_ns):
                frame = ring.latest()
            if frame is None or abs(frame.captured_ns - at_ns) > _NEAR_NS:
                return None
            return encode_still(frame.image, sequence=frame.sequence, captured_ns=frame.captured_ns)
        except DeviceError:
            return None

    def status(self) -> DeviceStatus:
        """OK while the newest picture is younger than 1 s, STALE up to 3 s, then FAILED, with a cause."""
        with self._lock:
            if self._watch is None or self._ring is None:
                return self._status
            now_ns = time.monotonic_ns()
            seen = judge(
                now_ns=now_ns,
                captured_ns=self._ring.latest_captured_ns(),
                started_ns=self._watch.started_ns,
                trouble=self._watch.trouble(),
            )
            if (seen.health, seen.cause, seen.detail) != (
                self._status.health,
                self._status.cause,
                self._status.detail,
            ):
                since_ns = now_ns if seen.health is not self._status.health else self._status.since_ns
                self._status = DeviceStatus(seen.health, since_ns, seen.cause, seen.detail)
            return self._status

    def _let_go(self) -> None:
        with self._lock:
            ring, self._ring = self._ring, None
            past, self._past = self._past, None
        if ring is not None:
            ring.retire(self.ring_path)
            ring.close()
        if past is not None:
            past.retire(self._past_path)
            past.close()

    @property
    def capture_process_id(self) -> int | None:
        """The capture process's number in the system, or None where none runs."""
        watch = self._watch
        return watch.process_id if watch is not None else None


class _Watch:
    """Keeps one capture process going: starts it, looks after it four times a second, replaces it."""

    def __init__(self, spec: CameraSpec, ring: FrameRing, ring_path: Path, past_path: Path) -> None:
        self.started_ns = time.monotonic_ns()
        self._spec = spec
        self._ring = ring
        self._ring_path = ring_path
        self._past_path = past_path
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera-watch", daemon=True)
        self._backoff = Backoff()
        self._child: CaptureChild | None = None
        self._child_since_ns = 0
        self._next_start_ns = 0
        self._lost = Trouble()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=_STOP_LIMIT_S)

    @property
    def process_id(self) -> int | None:
        child = self._child
        return child.process_id if child is not None else None

    def trouble(self) -> Trouble:
        """What is known to be wrong: what killed the last child, or what the present one says."""
        child = self._child
        if child is None:
            return self._lost
        report = child.report
        if report.state in ("running", "failed"):
            return Trouble(report.cause, report.detail)
        return self._lost

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
        report = child.report
        if report.state == "failed":
            self._lost = Trouble(report.cause, report.detail)
        stuck = is_stuck(report, now_ns=now_ns, captured_ns=self._ring.latest_captured_ns())
        if stuck is not None:
            self._lose(child, stuck, now_ns)

    def _start_child(self, now_ns: int) -> None:
        try:
            self._child = CaptureChild(self._spec, self._ring_path, self._past_path)
        except DeviceError as error:
            self._lost = Trouble(error.cause, error.detail)
            self._next_start_ns = now_ns + int(self._backoff.wait_s() * 1e9)
        self._child_since_ns = now_ns

    def _lose(self, child: CaptureChild, trouble: Trouble, now_ns: int) -> None:
        child.kill()
        self._child = None
        self._lost = trouble
        if age_s(self._child_since_ns, now_ns) > _WELL_AFTER_S:
            self._backoff.reset()
        self._next_start_ns = now_ns + int(self._backoff.wait_s() * 1e9)
