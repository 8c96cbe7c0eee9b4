"""The pictures of the last seconds, five a second: what the camera saw before a trigger.

They lie in the ring as planar YUV 4:2:0, as cameras send them: half of the memory, and a fraction of the
time that a JPEG would take for pictures of which hardly one in a hundred is ever asked for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.cameras.slots import RingFrame, Slots
from devices.vision import cv2

KEEP_EVERY_NS = 200_000_000


class PastPictures:
    """What one camera saw in the last 2.4 s; one thread offers pictures, others look back."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._kept_ns = 0

    def offer(self, image: NDArray[np.uint8], *, sequence: int, captured_ns: int) -> bool:
        """Keep the picture (BGR) where the last one was kept a fifth of a second ago; whether it was.

        A last odd row or column is left away.
        """
        if captured_ns - self._kept_ns < KEEP_EVERY_NS:
            return False
        height, width = (side & ~1 for side in image.shape[:2])
        if height == 0 or width == 0:
            return False
        self._kept_ns = captured_ns
        planes = self._slots.room(height * 3 // 2, width)
        cv2.cvtColor(image[:height, :width], cv2.COLOR_BGR2YUV_I420, dst=planes[:, :, 0])
        self._slots.publish(planes, captured_ns=captured_ns, sequence=sequence)
        return True

    def nearest(self, at_ns: int) -> RingFrame | None:
        """The picture (BGR) captured nearest to the instant, or None; DeviceError ``camera.ring_damaged``."""
        taken = self._slots.nearest(at_ns)
        if taken is None:
            return None
        image = cv2.cvtColor(taken.image, cv2.COLOR_YUV2BGR_I420)
        return RingFrame(taken.sequence, taken.captured_ns, np.asarray(image, dtype=np.uint8))
