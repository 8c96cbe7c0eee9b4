"""Pictures of a camera on this machine's own USB, by Video4Linux."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.vision import cv2

WIDTH, HEIGHT, FPS = 1280, 720, 25
# OpenCV waits ten seconds for a picture where it is not told otherwise: longer than our own watch.
_WAIT_VARIABLE, _WAIT_S = "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2"


class Capture(Protocol):
    """What is needed of ``cv2.VideoCapture``."""

    def isOpened(self) -> bool:  # noqa: N802 - so called there
        """Whether it can be read."""

    def read(self, image: NDArray[np.uint8] | None = None) -> tuple[bool, NDArray[np.uint8]]:
        """The next picture."""

    def grab(self) -> bool:
        """Take the next picture without decoding it."""

    def release(self) -> None:
        """Let go."""


def open_v4l(path: str) -> Capture:
    """The device, asked for compressed pictures: raw ones of 720p need more than a USB 2 port carries."""
    os.environ[_WAIT_VARIABLE] = _WAIT_S
    wanted = [
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),
        (cv2.CAP_PROP_FRAME_WIDTH, WIDTH),
        (cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT),
        (cv2.CAP_PROP_FPS, FPS),
    ]
    capture = cv2.VideoCapture(path, cv2.CAP_V4L2, [value for pair in wanted for value in pair])
    return cast("Capture", capture)


class UsbSource:
    """One open USB camera; best named by ``/dev/v4l/by-id/…``, which stays when the plugs are changed."""

    def __init__(self, path: Path, open_capture: Callable[[str], Capture] = open_v4l) -> None:
        """Open it. Raises DeviceError.

        ``camera.not_found``, ``camera.no_camera`` (what is there is no camera), ``camera.not_allowed``,
        ``camera.in_use``.
        """
        self._name = path.name
        _check(path)
        self._capture = open_capture(str(path.resolve()))
        if not self._capture.isOpened():
            self._capture.release()
            raise DeviceError("camera.in_use", detail=self._name)

    def read(self, room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The next picture; raises DeviceError ``camera.gone`` where none comes within 2 s."""
        done, image = self._capture.read(room)
        if not done:
            raise DeviceError("camera.gone", detail=self._name)
        return np.asarray(image, dtype=np.uint8)

    def let_go(self) -> None:
        """Take the next picture without decoding it."""
        if not self._capture.grab():
            raise DeviceError("camera.gone", detail=self._name)

    def close(self) -> None:
        """Let go of the device."""
        self._capture.release()


def _check(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise DeviceError("camera.not_found", detail=path.name) from error
    if not stat.S_ISCHR(mode):
        raise DeviceError("camera.no_camera", detail=path.name)
    if not os.access(path, os.R_OK | os.W_OK):
        raise DeviceError("camera.not_allowed", detail=path.name)
