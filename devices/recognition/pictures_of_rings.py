"""The newest pictures of the console's cameras, as the recogniser's process takes them out of their rings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.domain.errors import DeviceError
from devices.cameras.ring import FrameRing, RingFrame


class RingPictures:
    """Joins each camera's ring when it is asked for, and again where the camera made a new one."""

    def __init__(self, rings: Mapping[str, Path]) -> None:
        self._paths = rings
        self._open: dict[str, tuple[FrameRing, int]] = {}

    def has_newer(self, camera_id: str, sequence: int) -> bool:
        """Whether a picture above the sequence is there."""
        try:
            latest = self._ring(camera_id).latest_sequence()
        except DeviceError:
            return False
        # A count that fell means that the camera was started anew: all its pictures are newer ones.
        return latest > sequence or 0 < latest < sequence

    def newest(self, camera_id: str) -> RingFrame:
        """The newest picture; DeviceError ``camera.no_picture``, or what is wrong with the ring."""
        frame = self._ring(camera_id).latest()
        if frame is None:
            raise DeviceError("camera.no_picture")
        return frame

    def _ring(self, camera_id: str) -> FrameRing:
        path = self._paths[camera_id]
        try:
            inode = path.stat().st_ino
        except OSError as error:
            self._leave(camera_id)
            raise DeviceError("camera.no_picture", detail="no ring") from error
        known = self._open.get(camera_id)
        if known is not None and known[1] == inode:
            return known[0]
        self._leave(camera_id)
        ring = FrameRing.open(path)
        self._open[camera_id] = (ring, inode)
        return ring

    def _leave(self, camera_id: str) -> None:
        known = self._open.pop(camera_id, None)
        if known is not None:
            known[0].close()
