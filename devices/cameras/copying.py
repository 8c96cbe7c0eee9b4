"""Copies a source's pictures into the ring, and at a pace of their own previews and past pictures."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.framing import fit, preview_of
from devices.cameras.reports import CaptureFacts, Report, Said
from devices.cameras.ring import FrameRing
from devices.cameras.source import FrameSource, LetsGo, SkipsPictures
from devices.cameras.view_judge import FROZEN, ViewJudge

# No screen shows more than 25 a second, and making a preview takes half as long as decoding.
PREVIEW_EVERY_NS = 40_000_000
# Where nobody looks, previews serve only to judge the view.
UNWATCHED_PREVIEW_EVERY_NS = 500_000_000
TELL_EVERY_S = 1.0
REOPEN_AFTER_NS = 60_000_000_000
# A picture that comes a little early is not left for the next one.
_EARLY_NS = 10_000_000
# Where nobody looks, a picture this old is new enough for who begins to: every second one at 25 a second.
_NEW_ENOUGH_NS = 90_000_000


class Copying:
    """From one open source into the ring; for one thread."""

    def __init__(self, source: FrameSource, ring: FrameRing, judge: ViewJudge, report: Report) -> None:
        self._source = source
        self._ring = ring
        self._judge = judge
        self._report = report
        self._lets_go = source if isinstance(source, LetsGo) else None
        self._skips = source if isinstance(source, SkipsPictures) else None
        self._size: tuple[int, int] | None = None
        self._came_ns = self._written_ns = self._previewed_ns = 0
        self._opened_ns = time.monotonic_ns()
        self._apart_ns = _NEW_ENOUGH_NS
        self._told: tuple[str, str] | None = None
        self._told_ns = self._count = 0

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
        if preview is not None and self._judge.is_due(captured_ns):
            self._judge.look(fitted, preview, captured_ns)
        self._tell(captured_ns, image)
        if self._judge.cause == FROZEN and captured_ns - self._opened_ns > REOPEN_AFTER_NS:
            # It may be the stream and not the sensor that hangs.
            raise DeviceError(FROZEN)

    def _may_wait(self) -> bool:
        """Whether the picture after the next one still comes soon enough."""
        return self._came_ns - self._written_ns + 2 * self._apart_ns <= _NEW_ENOUGH_NS

    def _came(self, now_ns: int) -> None:
        # The longer of the last two distances at once, the shorter only slowly.
        apart_ns = min(now_ns - self._came_ns, _NEW_ENOUGH_NS)
        self._apart_ns = max(apart_ns, (7 * self._apart_ns + apart_ns) // 8)
        self._came_ns = now_ns
        self._count += 1

    def _preview_is_due(self, now_ns: int, *, watched: bool) -> bool:
        every_ns = PREVIEW_EVERY_NS if watched else UNWATCHED_PREVIEW_EVERY_NS
        if now_ns - self._previewed_ns < every_ns - _EARLY_NS:
            return False
        # Counted on from when it was due, so that early ones do not add up to more.
        self._previewed_ns = max(self._previewed_ns + every_ns, now_ns - every_ns // 2)
        return True

    def _tell(self, now_ns: int, image: NDArray[np.uint8]) -> None:
        """Once a second, and at once when something changed."""
        skipped = self._skips.skipped() if self._skips is not None else ()
        cause, detail = self._judge.cause, ""
        if not cause and skipped:
            cause, detail = "camera.pictures_skipped", ", ".join(skipped)
        since_s = (now_ns - self._told_ns) / 1e9
        if (cause, detail) == self._told and since_s < TELL_EVERY_S:
            return
        self._report(
            Said(
                "running",
                cause,
                detail,
                CaptureFacts(
                    frames_per_second=round(self._count / since_s, 1) if self._told_ns else 0.0,
                    width=image.shape[1],
                    height=image.shape[0],
                    brightness=self._judge.brightness,
                    sharpness=self._judge.sharpness,
                ),
            )
        )
        self._told, self._told_ns, self._count = (cause, detail), now_ns, 0
