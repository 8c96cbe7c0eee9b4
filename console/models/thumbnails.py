"""Photos for screens: read and scaled on a worker's thread, a few hundred kept ready."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from console.runtime.jobs import Jobs
from core.domain.errors import LotkeeperError
from core.services.photo_copies import PhotoSize
from core.store.photos import PhotoStore

MOST_KEPT = 256
MOST_PENDING = 48
LOOK_AGAIN_MS = 500


class Thumbnails(QObject):
    """Pictures by their reference; one that is not there yet is fetched, and announced when it came."""

    arrived = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        photos: PhotoStore,
        size: QSize,
        *,
        large: bool = False,
        most_kept: int = MOST_KEPT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._photos = photos
        self._size = size
        self._large = large
        self._most_kept = most_kept
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._pending: set[str] = set()
        self._wanted_size = PhotoSize.LARGE if large else PhotoSize.SMALL
        self._awaited: set[str] = set()
        self._look_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._on_look_again)

    @property
    def size(self) -> QSize:
        """The size that pictures fit into."""
        return self._size

    def picture(self, reference: str) -> QImage | None:
        """The picture, None where there is none or none yet."""
        if not reference:
            return None
        if reference in self._kept:
            self._kept.move_to_end(reference)
            return self._kept[reference]
        if reference not in self._pending and len(self._pending) < MOST_PENDING:
            self._fetch(reference)
        return None

    def is_on_its_way(self, reference: str) -> bool:
        """Whether the photo is being fetched from where another console put it."""
        return reference in self._awaited

    def forget_missing(self) -> None:
        """Look again for pictures that were not there: the file of a fresh photo follows its stay."""
        for reference in [reference for reference, image in self._kept.items() if image is None]:
            del self._kept[reference]

    def _fetch(self, reference: str) -> None:
        self._pending.add(reference)
        self._jobs.run(
            lambda: self._read(reference),
            lambda image: self._keep(reference, image),
            lambda error: self._give_up(reference, error),
        )

    def _read(self, reference: str) -> QImage | None:
        """On a worker's thread: a QImage may be made anywhere, a QPixmap may not."""
        find = self._photos.photo if self._large else self._photos.thumbnail
        path = find(reference)
        if path is None:
            self._photos.want(reference, self._wanted_size)
        return None if path is None else read_picture(path, self._size)

    def _keep(self, reference: str, image: QImage | None) -> None:
        self._pending.discard(reference)
        self._kept[reference] = image
        if image is None and self._photos.is_on_its_way(reference, self._wanted_size):
            self._awaited.add(reference)
            self._look_again.start()
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        self.arrived.emit(reference)

    @Slot()
    def _on_look_again(self) -> None:
        """What has come, or was given up, is looked at once more."""
        for reference in list(self._awaited):
            if not self._photos.is_on_its_way(reference, self._wanted_size):
                self._awaited.discard(reference)
                self._kept.pop(reference, None)
                self._fetch(reference)
        if not self._awaited:
            self._look_again.stop()

    def _give_up(self, reference: str, _error: LotkeeperError) -> None:
        self._keep(reference, None)


def read_picture(path: Path, size: QSize) -> QImage | None:
    """The picture in the file within the size, its shape kept; None where it cannot be read."""
    image = QImage(str(path))
    if image.isNull():
        return None
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
