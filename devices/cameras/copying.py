"""Copies a source's pictures into the ring, and at a pace of their own previews and past pictures."""

from __future__ import annotations

import time

from devices.cameras.framing import fit, preview_of
from devices.cameras.reports import Report
from devices.cameras.ring import FrameRing
from devices.cameras.source import FrameSource, LetsGo, SkipsPictures

# No screen shows more than 25 a second, and making a preview takes half as long as decoding.
PREVIEW_EVERY_NS = 40_000_000
# Where nobody looks, previews serve only to judge the view.
UNWATCHED_PREVIEW_EVERY_NS = 200_000_000
# A picture that comes a little early is not left for the next one.
_EARLY_NS = 10_000_000
# Where nobody looks, a picture this old is new enough for who begins to: every second one at 25 a second.
_NEW_ENOUGH_NS = 90_000_000


class Copying:
    """From one open source into the ring; for one thread."""

    def __init__(self, source: FrameSource, ring: FrameRing, report: Report) -> None:
        self._source = source
        self._ring = ring
        self._report = report
        self._lets_go = source if isinstance(source, LetsGo) else None
        self._skips = source if isinstance(source, SkipsPictures) else None
        self._size: tuple[int, int] | None = None
        self._came_ns = self._written_ns = self._previewed_ns = 0
        self._apart_ns = _NEW_ENOUGH_NS
        self._told: tuple[str, ...] | None = None

    def run(self) -> None:
        """Go on until the source fails; its DeviceError is raised."""
        while True:
            self.step()

    def step(self) -> None:
        """Copy the next picture, if one comes, or let it go where nobody looks and there will be another."""
        watched = self._ring.is_watched(time.monotonic_ns())
        if self._lets_go is not None and not watched and self._may_wait():
            self._lets_go.let_go()
            self._came(time.monotonic_ns())
            return
        # Decoded straight into the ring: a copy of a large picture takes a tenth of what decoding does.
        room = self._ring.room(*self._size) if self._size is not None else None
        image = self._source.read(room)
        if image is None:
            return
        captured_ns = time.monotonic_ns()
        self._came(captured_ns)
        self._written_ns = captured_ns
        fitted = fit(image, self._ring.max_width, self._ring.max_height)
        self._size = fitted.shape[0], fitted.shape[1]
        preview = preview_of(fitted) if self._preview_is_due(captured_ns, watched=watched) else None
        sequence = self._ring.write(fitted, captured_ns=captured_ns, preview=preview)
        self._ring.past().offer(fitted, sequence=sequence, captured_ns=captured_ns)
        self._tell()

    def _may_wait(self) -> bool:
        """Whether the picture after the next one still comes soon enough."""
        return self._came_ns - self._written_ns + 2 * self._apart_ns <= _NEW_ENOUGH_NS

    def _came(self, now_ns: int) -> None:
        # The longer of the last two distances at once, the shorter only slowly.
        apart_ns = min(now_ns - self._came_ns, _NEW_ENOUGH_NS)
        self._apart_ns = max(apart_ns, (7 * self._apart_ns + apart_ns) // 8)
        self._came_ns = now_ns

    def _preview_is_due(self, now_ns: int, *, watched: bool) -> bool:
        every_ns = PREVIEW_EVERY_NS if watched else UNWATCHED_PREVIEW_EVERY_NS
        if now_ns - self._previewed_ns < every_ns - _EARLY_NS:
            return False
        # Counted on from when it was due, so that early ones do not add up to more.
        self._previewed_ns = max(self._previewed_ns + every_ns, now_ns - every_ns // 2)
        return True

    def _tell(self) -> None:
        skipped = self._skips.skipped() if self._skips is not None else ()
        if self._told != skipped:
            self._report("running", "camera.pictures_skipped" if skipped else "", ", ".join(skipped))
            self._told = skipped
