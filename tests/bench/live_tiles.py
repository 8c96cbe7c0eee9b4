"""Cameras live on their tiles in a window, for the benches that measure them."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.widgets.picture_tile import PictureTile
from core.services.ports import Preview
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from tests.far_sides.rtsp import burnt_in_ns


class MeasuredTile(PictureTile):
    """Notes how old each picture is when it has just been painted, where a clock is burnt into it."""

    def __init__(self, camera: CaptureCamera, *, has_clock: bool) -> None:
        super().__init__(self._newest)
        self._has_clock = has_clock
        self.ages_ms: list[float] = []
        self.painted = 0
        self._camera = camera
        self._noted: Preview | None = None
        self._seen: Preview | None = None

    def _newest(self) -> Preview | None:
        self._seen = self._camera.preview()
        return self._seen

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown = self._seen
        if shown is None or shown is self._noted:
            return
        self._noted = shown
        self.painted += 1
        if not self._has_clock:
            return
        pixels = np.frombuffer(shown.bgra, np.uint8).reshape(shown.height, shown.width, 4)
        self.ages_ms.append((time.monotonic_ns() - burnt_in_ns(pixels[:, :, :3])) / 1e6)


@dataclass(frozen=True, slots=True)
class LiveTiles:
    """The cameras, each with its tile."""

    cameras: tuple[CaptureCamera, ...]
    tiles: tuple[MeasuredTile, ...]

    @property
    def is_live(self) -> bool:
        """Whether each tile has painted a picture."""
        return all(tile.painted for tile in self.tiles)

    @property
    def captured(self) -> int:
        """How many pictures all cameras captured."""
        return sum(camera.captured_count for camera in self.cameras)

    @property
    def painted(self) -> int:
        """How many pictures all tiles painted."""
        return sum(tile.painted for tile in self.tiles)


@contextmanager
def rings_folder() -> Iterator[Path]:
    """A folder for rings, in memory, as the console has one."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


@contextmanager
def live_tiles(spec: CameraSpec, number: int, *, has_clock: bool = False) -> Iterator[LiveTiles]:
    """So many cameras started, each shown in a window of 1280 x 800; ``has_clock``: with one burnt in."""
    with rings_folder() as folder:
        cameras = tuple(CaptureCamera(f"bench-{place}", spec, folder) for place in range(number))
        shown = LiveTiles(cameras, tuple(MeasuredTile(camera, has_clock=has_clock) for camera in cameras))
        window = QWidget()
        grid = QGridLayout(window)
        for place, tile in enumerate(shown.tiles):
            grid.addWidget(tile, place // 2, place % 2)
        window.resize(1280, 800)
        window.show()
        for camera in cameras:
            camera.start()
        try:
            yield shown
        finally:
            for camera in cameras:
                camera.stop()
