"""Copies a source's pictures into the ring, and at a pace of their own previews and past pictures."""

from __future__ import annotations

import time

from devices.cameras.framing import fit, preview_of
from devices.cameras.reports import Report
from devices.cameras.ring import FrameRing
from devices.cameras.source import FrameSource, SkipsPictures

# No screen shows more, and making a preview takes half as long as decoding.
PREVIEW_EVERY_NS = 30_000_000


class Copying:
    """From one open source into the ring; for one thread."""

    def __init__(self, source: FrameSource, ring: FrameRing, report: Report) -> None:
        self._source = source
        self._ring = ring
        self._report = report
        self._skips = source if isinstance(source, SkipsPictures) else None
        self._size: tuple[int, int] | None = None
        self._previewed_ns = 0
        self._told: tuple[str, ...] | None = None

    def run(self) -> None:
        """Go on until the source fails; its DeviceError is raised."""
        while True:
            self.step()

    def step(self) -> None:
        """Copy the next picture, if one comes."""
        # Decoded straight into the ring: a copy of a large picture takes a tenth of what decoding does.
        room = self._ring.room(*self._size) if self._size is not None else None
        image = self._source.read(room)
        if image is None:
            return
        captured_ns = time.monotonic_ns()
        fitted = fit(image, self._ring.max_width, self._ring.max_height)
        self._size = fitted.shape[0], fitted.shape[1]
        preview = None
        if captured_ns - self._previewed_ns >= PREVIEW_EVERY_NS:
            self._previewed_ns = captured_ns
            preview = preview_of(fitted)
        sequence = self._ring.write(fitted, captured_ns=captured_ns, preview=preview)
        self._ring.past().offer(fitted, sequence=sequence, captured_ns=captured_ns)
        self._tell()

    def _tell(self) -> None:
        skipped = self._skips.skipped() if self._skips is not None else ()
        if self._told != skipped:
            self._report("running", "camera.pictures_skipped" if skipped else "", ", ".join(skipped))
            self._told = skipped
