"""Pictures from a video file that plays over and over at its own pace."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.pace import Pace
from devices.vision import cv2

_USUAL_FPS = 25.0
_FASTEST_FPS = 240.0


class VideoFileSource:
    """One open video file."""

    def __init__(self, path: Path, *, fps: float = 0.0) -> None:
        """Open it, to be played at ``fps``, or at the file's own pace where that is 0.

        Raises DeviceError: ``camera.not_found``, ``camera.not_a_video``.
        """
        self._name = path.name
        if not path.is_file():
            raise DeviceError("camera.not_found", detail=self._name)
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
        if not self._capture.isOpened():
            raise DeviceError("camera.not_a_video", detail=self._name)
        own_fps = self._capture.get(cv2.CAP_PROP_FPS)
        sane = 0 < own_fps <= _FASTEST_FPS
        self._pace = Pace(fps or (own_fps if sane else _USUAL_FPS))

    def read(self, room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The next picture, after the last the first; DeviceError ``camera.not_a_video`` if none comes."""
        wait_s = self._pace.wait_s()
        if wait_s > 0:
            time.sleep(wait_s)
        if self._pace.wait_s() > 0:
            return None
        done, image = self._capture.read(room)
        if not done:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            done, image = self._capture.read(room)
        if not done:
            raise DeviceError("camera.not_a_video", detail=self._name)
        self._pace.step()
        return np.asarray(image, dtype=np.uint8)

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()
