"""A camera's newest picture, with its age when it is old, hatched when there is none."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.formats import format_age, format_percent, format_plate
from console.theme import Role, TypeRole, current_theme, font_for, paint_icon
from console.theme.space import RADIUS, SMALL, TIGHT
from console.theme.type import text_scale
from console.widgets.following import Following
from console.widgets.painting import elided, paint_hatch
from core.services.ports import Preview

PULL_EVERY_MS: Final = 20
STALE_AFTER_NS: Final = 1_000_000_000
USUAL_SHARE: Final = 9 / 16
# Text on a photo stands on its own dark ground in every theme: the picture below may have any colour.
_GROUND: Final = QColor(16, 18, 20, 205)
_ON_GROUND: Final = QColor("#f4f5f6")


class PictureTile(Following):
    """Looks for a new picture fifty times a second while it is seen; paints it in its own proportions.

    ``pull`` must be cheap; ``now_ns`` is the clock that ``captured_ns`` was read from.
    """

    def __init__(
        self,
        pull: Callable[[], Preview | None],
        parent: QWidget | None = None,
        *,
        now_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(parent)
        self._pull = pull
        self._now_ns = now_ns
        self._preview: Preview | None = None
        self._image = QImage()
        self._age = ""
        self._plate = ""
        self._confidence: float | None = None
        self._cause = ""
        self._timer = QTimer(self, interval=PULL_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._describe()

    @property
    def is_stale(self) -> bool:
        """Whether the picture shown is older than a second."""
        return bool(self._age)

    @property
    def has_picture(self) -> bool:
        """Whether there is any picture to show."""
        return self._preview is not None

    def height_for(self, width: int) -> int:
        """How high it is with a picture of that width, and what was read below it."""
        image = self._image
        share = image.height() / image.width() if not image.isNull() else USUAL_SHARE
        return round(width * share + TIGHT + self._tag_height())

    def show_read(self, plate: str, confidence: float | None = None) -> None:
        """Write a plate on the picture, with how sure the read is (0 to 1); none where it is empty."""
        if (plate, confidence) != (self._plate, self._confidence):
            self._plate, self._confidence = plate, confidence
            self._describe()
            self.update()

    def show_cause(self, cause: str) -> None:
        """Say why there is no picture, or no new one."""
        if cause != self._cause:
            self._cause = cause
            self._describe()
            self.update()

    @Slot()
    def refresh(self) -> None:
        """Take the newest picture; paints only where something changed."""
        preview = self._pull()
        age_ns = self._now_ns() - preview.captured_ns if preview is not None else 0
        age = format_age(age_ns / 1e9) if age_ns > STALE_AFTER_NS else ""
        is_new = preview is not self._preview
        kind_before = (self.has_picture, self.is_stale)
        if is_new:
            self._preview = preview
            self._image = _image_of(preview)
        if is_new or age != self._age:
            self._age = age
            if kind_before != (self.has_picture, self.is_stale):
                self._describe()
            self.update()

    def _describe(self) -> None:
        if self._preview is None:
            words = self.tr("No picture")
        elif self._age:
            words = self.tr("Old picture")
        else:
            words = self.tr("Live picture")
        self.setAccessibleName(" ".join(part for part in (words, self._plate, self._cause) if part))

    def renew(self) -> None:
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            painter.setClipPath(clip)
            self._paint_nothing(painter)
        else:
            self._paint_picture(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        theme = current_theme()
        area = self._picture_area()
        clip = QPainterPath()
        clip.addRoundedRect(area, RADIUS, RADIUS)
        painter.setClipPath(clip)
        painter.drawImage(area, self._image)
        # What came of a frozen or covered camera is no newer than its words say.
        if self._age or self._cause:
            veil = theme.colour(Role.CANVAS)
            veil.setAlpha(150)
            painter.fillRect(area, veil)
        painter.setClipping(False)
        left, top = area.left() + SMALL, float(SMALL)
        if self._age:
            self._paint_tag(painter, self._age, QPointF(left, top))
            top += self._tag_height()
        if self._cause:
            self._paint_cause(painter, QPointF(left, top), area.width() - 2 * SMALL)
        if self._plate:
            self._paint_plate(painter, area)

    def _picture_area(self) -> QRectF:
        """At the top: what was read stands below the picture where there is room."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def _tag_height(self) -> float:
        return QFontMetricsF(font_for(TypeRole.STRONG)).height() + 2 * TIGHT

    def _paint_cause(self, painter: QPainter, corner: QPointF, width: float) -> None:
        """The whole sentence, in as many lines as it needs."""
        font, flags = font_for(TypeRole.QUIET), Qt.TextFlag.TextWordWrap.value
        room = QRectF(corner.x() + SMALL, corner.y() + TIGHT / 2, width - 2 * SMALL, self.height())
        lines = QFontMetricsF(font).boundingRect(room, flags, self._cause)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(lines.adjusted(-SMALL, -TIGHT / 2, SMALL, TIGHT / 2), TIGHT, TIGHT)
        painter.setPen(_ON_GROUND)
        painter.setFont(font)
        painter.drawText(room, flags, self._cause)

    def _paint_tag(self, painter: QPainter, text: str, corner: QPointF) -> None:
        font = font_for(TypeRole.STRONG)
        shown = elided(text, font, self.width() - 2 * SMALL - 2 * TIGHT)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(shown) + 2 * SMALL
        area = QRectF(corner.x(), corner.y(), width, metrics.height() + TIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(area, TIGHT, TIGHT)
        painter.setPen(_ON_GROUND)
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_plate(self, painter: QPainter, picture: QRectF) -> None:
        """Always of one size, and never over the middle, where the car's own plate is."""
        font, quiet = font_for(TypeRole.STRONG), font_for(TypeRole.QUIET)
        font.setFamilies(font_for(TypeRole.PLATE_SMALL).families())
        share = format_percent(self._confidence) if self._confidence is not None else ""
        share_width = QFontMetricsF(quiet).horizontalAdvance(share) + SMALL if share else 0.0
        shown = elided(format_plate(self._plate), font, self.width() - 2 * SMALL - share_width)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(shown) + share_width + 2 * SMALL
        height = metrics.height() + TIGHT
        area = QRectF(0, 0, width, height)
        area.moveTopLeft(QPointF(picture.left(), min(picture.bottom() + TIGHT, self.height() - height)))
        if area.top() < picture.bottom():
            area.moveLeft(max(0.0, picture.left() - width - TIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(area, TIGHT, TIGHT)
        painter.setPen(_ON_GROUND)
        painter.setFont(font)
        text = area.adjusted(SMALL, 0, -SMALL, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(quiet)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)

    def _paint_nothing(self, painter: QPainter) -> None:
        theme = current_theme()
        area = QRectF(self.rect())
        paint_hatch(painter, area)
        title, quiet = font_for(TypeRole.STRONG), font_for(TypeRole.QUIET)
        lines = [(self.tr("No picture"), title), (self._cause, quiet)]
        shown = [(elided(text, font, area.width() - 4 * SMALL), font) for text, font in lines if text]
        metrics = [QFontMetricsF(font) for _, font in shown]
        height = sum(metric.height() for metric in metrics)
        side = 24 * text_scale()
        width = max(metric.horizontalAdvance(text) for metric, (text, _) in zip(metrics, shown, strict=True))
        plate = QRectF(0, 0, width + 2 * SMALL + 4, height + side + 3 * TIGHT)
        plate.moveCenter(area.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.UNKNOWN_SOFT))
        painter.drawRoundedRect(plate, TIGHT, TIGHT)
        paint_icon(
            painter,
            "camera",
            Role.UNKNOWN,
            QRectF(area.center().x() - side / 2, plate.top() + TIGHT, side, side),
        )
        painter.setPen(theme.colour(Role.TEXT))
        top = plate.top() + side + 2 * TIGHT
        for (text, font), metric in zip(shown, metrics, strict=True):
            painter.setFont(font)
            painter.drawText(
                QRectF(plate.left(), top, plate.width(), metric.height()), Qt.AlignmentFlag.AlignCenter, text
            )
            top += metric.height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def _image_of(preview: Preview | None) -> QImage:
    """The picture as Qt paints it, a copy, because the bytes belong to the preview."""
    if preview is None or len(preview.bgra) < preview.width * preview.height * 4:
        return QImage()
    image = QImage(preview.bgra, preview.width, preview.height, preview.width * 4, QImage.Format.Format_RGB32)
    return image.copy()
