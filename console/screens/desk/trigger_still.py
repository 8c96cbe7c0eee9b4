"""The picture a lane decided on: the cut-out of its plate beside the whole, small (E1)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.runtime.jobs import Jobs
from core.domain.reads import Box
from core.services.lane_view import LaneView
from core.store.photos import PhotoStore

HEIGHT_PX = 44
GAP_PX = 6
MARGIN = 0.15
# The photo's file follows its decision by a moment; after so many looks it will not come any more.
LOOK_AGAIN_MS = 150
LOOKS = 12

Pair = tuple[QImage, QImage]


class TriggerStill(QWidget):
    """Paints plate and photo of the last decision; takes no room as long as there was none."""

    def __init__(self, photos: PhotoStore, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._jobs = jobs
        self._reference = ""
        self._box: Box | None = None
        self._looks = 0
        self._pair: Pair | None = None
        self._again = QTimer(self, interval=LOOK_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._load)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The picture of the last decision"))
        self.hide()

    def show_view(self, view: LaneView) -> None:
        """Show the picture of this view's decision, once its file is there."""
        if view.photo == self._reference:
            return
        self._reference, self._box, self._looks = view.photo, view.plate_box, 0
        if not view.photo:
            self._again.stop()
            self._pair = None
            self.hide()
            return
        self._load()

    @Slot()
    def _load(self) -> None:
        self._looks += 1
        reference, box, photos = self._reference, self._box, self._photos
        self._jobs.run(lambda: (reference, _read(photos.photo(reference), box)), self._on_loaded)

    def _on_loaded(self, loaded: tuple[str, Pair | None]) -> None:
        reference, pair = loaded
        if reference != self._reference:
            return
        if pair is None:
            if self._looks < LOOKS:
                self._again.start()
            return
        self._pair = pair
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(HEIGHT_PX * 4, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(HEIGHT_PX * 3, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pair is None:
            return
        plate, whole = self._pair
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        right = _fitted(whole, QSize(self.width() // 2, self.height()))
        right.moveRight(self.width() - 1)
        painter.drawImage(right, whole)
        if not plate.isNull():
            left = _fitted(plate, QSize(right.left() - GAP_PX, self.height()))
            painter.drawImage(left, plate)


def _fitted(image: QImage, room: QSize) -> QRect:
    size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(0, (room.height() - size.height()) // 2, size.width(), size.height())


def _read(path: Path | None, box: Box | None) -> Pair | None:
    """Plate and whole, scaled down for the screen; off the GUI thread."""
    whole = QImage(str(path)) if path is not None else QImage()
    if whole.isNull():
        return None
    plate = QImage()
    if box is not None:
        across, down = round(box.width * MARGIN), round(box.height * MARGIN)
        cut = QRect(box.x - across, box.y - down, box.width + 2 * across, box.height + 2 * down)
        plate = whole.copy(cut.intersected(whole.rect()))
    height = HEIGHT_PX * 2
    return plate, whole.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
