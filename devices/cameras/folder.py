"""Pictures from a folder, one after the other in the order of their names, over and over."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput, DeviceError
from devices.cameras.pace import Pace
from devices.pictures import read_picture

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})
_USUAL_FPS = 5.0
_MOST_PICTURES = 10_000
_MOST_NAMED = 5


class FolderSource:
    """A folder of photos as a camera: each is shown for some seconds, given out anew at the pace."""

    def __init__(self, folder: Path, *, picture_seconds: float = 3.0, fps: float = 0.0) -> None:
        """Raises DeviceError: ``camera.not_found``, ``camera.no_pictures``."""
        self._folder = folder
        self._picture_s = picture_seconds
        self._pace = Pace(fps or _USUAL_FPS)
        self._waiting: list[Path] = []
        self._skipped: dict[str, None] = {}
        self._shown: NDArray[np.uint8] | None = None
        self._shown_since_s = 0.0
        self._list()

    def read(self, _room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The picture shown now; raises DeviceError ``camera.no_pictures`` where none can be used."""
        wait_s = self._pace.wait_s()
        if wait_s > 0:
            time.sleep(wait_s)
        if self._pace.wait_s() > 0:
            return None
        self._pace.step()
        if self._shown is None or time.monotonic() - self._shown_since_s >= self._picture_s:
            self._shown = self._next()
            self._shown_since_s = time.monotonic()
        return self._shown

    def skipped(self) -> tuple[str, ...]:
        """The names of pictures that could not be used, the newest five."""
        return tuple(self._skipped)[-_MOST_NAMED:]

    def close(self) -> None:
        """Nothing is held."""

    def _next(self) -> NDArray[np.uint8]:
        # Two rounds: the rest of the list, and the folder as it is now.
        for _ in range(2):
            while self._waiting:
                path = self._waiting.pop(0)
                try:
                    picture = read_picture(path)
                except BadInput:
                    self._skipped.pop(path.name, None)
                    self._skipped[path.name] = None
                else:
                    self._skipped.pop(path.name, None)
                    return picture
            self._list()
        raise DeviceError("camera.no_pictures", detail=", ".join(self.skipped()) or self._folder.name)

    def _list(self) -> None:
        try:
            found = sorted(path for path in self._folder.iterdir() if path.suffix.lower() in SUFFIXES)
        except OSError as error:
            raise DeviceError("camera.not_found", detail=self._folder.name) from error
        if not found:
            raise DeviceError("camera.no_pictures", detail=self._folder.name)
        self._waiting = found[:_MOST_PICTURES]
