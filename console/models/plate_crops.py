"""Pictures of plates alone, cut out of kept photos on a worker's thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage

from console.runtime.jobs import Jobs
from core.domain.errors import LotkeeperError
from core.domain.reads import Box

MOST_KEPT = 64
# Around the plate, so that one sees what it is part of.
MARGIN_HEIGHTS = 0.6
Key = tuple[str, Box | None]


class PlateCrops(QObject):
    """Pictures by photo and box; one that is not there yet is fetched, and announced when it came."""

    arrived = Signal()

    def __init__(
        self, jobs: Jobs, find: Callable[[str], Path | None], size: QSize, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._find = find
        self._size = size
        self._kept: OrderedDict[Key, QImage | None] = OrderedDict()
        self._pending: set[Key] = set()

    def picture(self, photo: str, box: Box | None) -> QImage | None:
        """The plate's picture, the whole photo where no box is known; None where there is none (yet)."""
        key = (photo, box)
        if photo and key not in self._kept and key not in self._pending:
            self._pending.add(key)
            self._jobs.run(
                lambda: self._read(photo, box),
                lambda image: self._keep(key, image),
                lambda error: self._give_up(key, error),
            )
        return self._kept.get(key)

    def _read(self, photo: str, box: Box | None) -> QImage | None:
        path = self._find(photo)
        return None if path is None else cut_out(QImage(str(path)), box, self._size)

    def _keep(self, key: Key, image: QImage | None) -> None:
        self._pending.discard(key)
        self._kept[key] = image
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _give_up(self, key: Key, _error: LotkeeperError) -> None:
        self._keep(key, None)


def cut_out(image: QImage, box: Box | None, size: QSize) -> QImage | None:
    """The part of the picture within the box and a margin, scaled into the size; None where there is none."""
    if image.isNull():
        return None
    part = image
    if box is not None:
        margin = round(box.height * MARGIN_HEIGHTS)
        wanted = QRect(box.x, box.y, box.width, box.height).adjusted(-margin, -margin, margin, margin)
        within = wanted.intersected(image.rect())
        part = image.copy(within) if not within.isEmpty() else image
    return part.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
