"""A lane's camera in the main process: its ring, its capture process, and the watch over both."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure, Preview, Still
from devices.cameras.judgement import judge
from devices.cameras.measures import camera_measures
from devices.cameras.ring import FrameRing, RingFrame
from devices.cameras.source import CameraSpec
from devices.cameras.watch import CaptureWatch
from devices.stills import encode_still

_NEAR_NS = 1_000_000_000


class CaptureCamera:
    """Fills ``core.services.ports.Camera``; all calls may come from any thread."""

    def __init__(self, camera_id: str, spec: CameraSpec, run_folder: Path) -> None:
        """Nothing is started yet. ``run_folder`` holds the ring, best in memory (``/dev/shm``)."""
        self._spec = spec
        self.camera_id = camera_id
        self.ring_path = run_folder / f"camera-{quote(camera_id, safe='')}.ring"
        self._lock = threading.Lock()
        self._ring: FrameRing | None = None
        self._shown: tuple[int, Preview | None] = (0, None)
        self._watch: CaptureWatch | None = None
        self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())

    def start(self) -> None:
        """Start capturing; returns at once. Failures show in ``status``."""
        with self._lock:
            if self._watch is not None:
                return
            self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())
            try:
                self._ring = FrameRing.create(self.ring_path)
            except DeviceError as error:
                self._status = DeviceStatus(Health.FAILED, time.monotonic_ns(), error.cause, error.detail)
                return
            self._watch = CaptureWatch(self._spec, self._ring, self.ring_path)
            self._watch.start()

    def stop(self) -> None:
        """Stop within 2 s; may be called twice. The ring is retired and its file removed."""
        with self._lock:
            watch, self._watch = self._watch, None
            ring, self._ring = self._ring, None
            self._shown = (0, None)
            self._status = DeviceStatus(Health.UNKNOWN, time.monotonic_ns())
        if watch is not None:
            watch.stop()
        if ring is not None:
            ring.retire(self.ring_path)
            ring.close()

    def preview(self) -> Preview | None:
        """The newest small picture, or None as long as there was none."""
        ring, (known, preview) = self._ring, self._shown
        try:
            count = ring.preview_count() if ring is not None else 0
            if ring is not None and count != known:
                preview = ring.latest_preview()
                self._shown = count, preview
        except DeviceError:
            # Stopped in this very moment, or a damaged ring, which the status shows by its age.
            return None
        return preview

    def still(self) -> Still | None:
        """The newest picture encoded, or None."""
        return self._encoded(lambda ring: ring.latest())

    def still_at(self, at_ns: int) -> Still | None:
        """The picture of the last 2.4 s captured nearest to the instant, or None; a second away at most."""
        still = self._encoded(lambda ring: _nearest(ring, at_ns))
        return still if still is not None and abs(still.captured_ns - at_ns) <= _NEAR_NS else None

    def _encoded(self, take: Callable[[FrameRing], RingFrame | None]) -> Still | None:
        ring = self._ring
        try:
            frame = take(ring) if ring is not None else None
            if frame is None:
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

    def measures(self) -> tuple[Measure, ...]:
        """How fast and how old its pictures are, what they look like, and how often its capture died."""
        watch, ring = self._watch, self._ring
        try:
            captured_ns = ring.latest_captured_ns() if ring is not None else 0
        except DeviceError:
            captured_ns = 0
        facts = watch.facts() if watch is not None else None
        age_ms = (time.monotonic_ns() - captured_ns) // 1_000_000 if captured_ns else None
        return camera_measures(facts, age_ms=age_ms, restarts=watch.restarts if watch is not None else None)

    @property
    def captured_count(self) -> int:
        """How many pictures were captured since the start; 0 where it is not started."""
        ring = self._ring
        return ring.captured_count() if ring is not None else 0

    @property
    def capture_process_id(self) -> int | None:
        """The capture process's number in the system, or None where none runs."""
        watch = self._watch
        return watch.process_id if watch is not None else None


def _nearest(ring: FrameRing, at_ns: int) -> RingFrame | None:
    """Of the pictures kept and the newest one."""
    kept = ring.past().nearest(at_ns)
    if kept is None or abs(ring.latest_captured_ns() - at_ns) < abs(kept.captured_ns - at_ns):
        return ring.latest()
    return kept
