"""Pictures from a network camera over RTSP, decoded by OpenCV's FFmpeg."""

from __future__ import annotations

import os
import time

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.rtsp_probe import RtspAddress, why_no_stream
from devices.vision import cv2

OPEN_TIMEOUT_MS = 4000
# OpenCV gives up after twice this time (measured): before the watchdog's 3 s, so that the cause is known.
READ_TIMEOUT_MS = 1250
_OPTIONS_VARIABLE = "OPENCV_FFMPEG_CAPTURE_OPTIONS"
_OPTIONS = "rtsp_transport;tcp|fflags;nobuffer|flags;low_delay"


class RtspSource:
    """One open RTSP stream over TCP, decoded on one thread: more threads only add delay (62 → 101 ms)."""

    def __init__(self, url: str) -> None:
        """Open the stream; raises DeviceError with the cause as ``why_no_stream`` finds it."""
        self._address = RtspAddress.parse(url)
        # Time-outs are heeded only when given at opening, and with the backend named.
        parameters = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            OPEN_TIMEOUT_MS,
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            READ_TIMEOUT_MS,
            cv2.CAP_PROP_N_THREADS,
            1,
        ]
        os.environ[_OPTIONS_VARIABLE] = _OPTIONS
        self._capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, parameters)
        del os.environ[_OPTIONS_VARIABLE]
        if not self._capture.isOpened():
            raise why_no_stream(self._address)

    def read(self, room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The next picture; raises DeviceError ``camera.no_answer`` or ``camera.stream_ended``."""
        asked_ns = time.monotonic_ns()
        done, image = self._capture.read(room)
        if not done:
            raise self._why_none(asked_ns)
        return np.asarray(image, dtype=np.uint8)

    def let_go(self) -> None:
        """Decode the next picture, and leave it at that: bringing it to BGR costs half as much again."""
        asked_ns = time.monotonic_ns()
        if not self._capture.grab():
            raise self._why_none(asked_ns)

    def close(self) -> None:
        """Let go of the stream."""
        self._capture.release()

    def _why_none(self, asked_ns: int) -> DeviceError:
        waited_ms = (time.monotonic_ns() - asked_ns) / 1e6
        cause = "camera.no_answer" if waited_ms >= READ_TIMEOUT_MS else "camera.stream_ended"
        return DeviceError(cause, detail=self._address.shown)
