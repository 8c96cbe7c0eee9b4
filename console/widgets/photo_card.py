"""One car as a card: its photo with the plate on it, when it came, and the key that chooses it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.formats import format_plate
from console.theme import Role, TypeRole, current_theme, font_for, paint_icon
from console.theme.space import RADIUS, SMALL, TIGHT
from console.theme.type import text_scale
from console.widgets.following import Following
from console.widgets.painting import (
    elided,
    key_cap_height,
    key_cap_width,
    paint_focus,
    paint_hatch,
    paint_key_cap,
)
from console.widgets.status import State, ink_of, paint_shape

_GROUND: Final = QColor(16, 18, 20, 205)
_SOLID_GROUND: Final = QColor(16, 18, 20)
_ON_GROUND: Final = QColor("#f4f5f6")
_PICTURE_SHARE: Final = 0.62
_LEAST_PLATE_SHARE: Final = 0.55


class PhotoCard(Following):
    """Card number 1 to 6; ``activated`` carries the number when it is chosen by click, Enter or space."""

    activated = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._plate = ""
        self._line = ""
        self._duration = ""
        self._state = State.QUIET
        self._state_text = ""
        self._picture: QImage | None = None
        self._chosen = False
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> int:
        """The number that chooses it."""
        return self._number

    @property
    def is_chosen(self) -> bool:
        """Whether it is marked as the car in hand."""
        return self._chosen

    def show_car(
        self,
        *,
        plate: str,
        line: str,
        picture: QImage | None,
        chosen: bool = False,
        duration: str = "",
        state: State | str = State.QUIET,
        state_text: str = "",
    ) -> None:
        """Show a car: ``line`` says since when it is here, ``state_text`` with its shape what is special."""
        self._plate, self._line, self._duration = plate, line, duration
        self._picture, self._chosen = picture, chosen
        self._state, self._state_text = State(state), state_text
        self._describe()
        self.update()

    def show_picture(self, picture: QImage | None) -> None:
        """Show another picture of the same car; None where there is none."""
        self._picture = picture
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the car in hand, or no more."""
        self._chosen = chosen
        self._describe()
        self.update()

    def _has_picture(self) -> bool:
        return self._picture is not None and not self._picture.isNull()

    def _describe(self) -> None:
        parts = (self._plate, self._line, self._duration, self._state_text)
        self.setAccessibleName(f"{self._number}: " + ", ".join(part for part in parts if part))
        self.setAccessibleDescription(self.tr("chosen") if self._chosen else "")
        self.setToolTip("\n".join(part[:200] for part in parts if part))

    def renew(self) -> None:
        self._describe()

    def _text_height(self) -> float:
        body, quiet = QFontMetricsF(font_for(TypeRole.BODY)), QFontMetricsF(font_for(TypeRole.QUIET))
        return body.height() + 2 * quiet.height() + SMALL + 2 * TIGHT

    def sizeHint(self) -> QSize:
        width = 176 * (0.6 + 0.4 * text_scale())
        return QSize(int(width), int(width * _PICTURE_SHARE + self._text_height()))

    def minimumSizeHint(self) -> QSize:
        least = max(96.0, QFontMetricsF(font_for(TypeRole.PLATE_SMALL)).averageCharWidth() * 9 + 2 * SMALL)
        return QSize(int(least), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme = current_theme()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        ground = Role.ACCENT_SOFT if self._chosen or self._hovered else Role.SURFACE_RAISED
        painter.fillPath(shape, theme.colour(ground))
        painter.save()
        painter.setClipPath(shape)
        picture = QRectF(0, 0, self.width(), self.height() - self._text_height())
        self._paint_photo(painter, picture)
        painter.restore()
        self._paint_text(painter, picture.bottom() + TIGHT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = Role.ACCENT if self._chosen else Role.LINE_STRONG if self._hovered else Role.LINE
        painter.setPen(QPen(theme.colour(edge), 2 if self._chosen else 1))
        painter.drawRoundedRect(
            frame.adjusted(0.5, 0.5, -0.5, -0.5) if self._chosen else frame, RADIUS, RADIUS
        )
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))
        painter.end()

    def _paint_photo(self, painter: QPainter, area: QRectF) -> None:
        if self._picture is None or not self._has_picture():
            paint_hatch(painter, area)
            side = min(28 * text_scale(), area.height() / 2)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QPointF(area.center().x(), area.center().y() - side * 0.3))
            paint_icon(painter, "car", Role.UNKNOWN, middle)
        else:
            painter.drawImage(area, self._picture, _filling_part(self._picture, area))
        self._paint_plate(painter, area)
        self._paint_number(painter)

    def _paint_plate(self, painter: QPainter, area: QRectF) -> None:
        font = font_for(TypeRole.PLATE_SMALL)
        metrics = QFontMetricsF(font)
        # A plate is read whole or not at all: on a narrow card it is written smaller, not cut.
        needed = metrics.horizontalAdvance(format_plate(self._plate)) + 1
        room = area.width() - 2 * SMALL
        if needed > room > 0:
            font.setPointSizeF(font.pointSizeF() * max(room / needed, _LEAST_PLATE_SHARE))
        band = QRectF(
            area.left(), area.bottom() - metrics.height() - TIGHT, area.width(), metrics.height() + TIGHT
        )
        painter.fillRect(band, _GROUND if self._has_picture() else _SOLID_GROUND)
        painter.setPen(_ON_GROUND)
        painter.setFont(font)
        shown = elided(format_plate(self._plate), font, band.width() - 2 * SMALL)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(band.adjusted(SMALL, 0, -SMALL, 0), flags, shown)

    def _paint_number(self, painter: QPainter) -> None:
        key = str(self._number)
        area = QRectF(TIGHT + 1, TIGHT + 1, key_cap_width(key), key_cap_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour(Role.SURFACE_RAISED))
        painter.drawRoundedRect(area, TIGHT, TIGHT)
        paint_key_cap(painter, key, area.topLeft(), Role.TEXT, Role.SURFACE_RAISED)

    def _paint_text(self, painter: QPainter, top: float) -> None:
        theme = current_theme()
        body, quiet = font_for(TypeRole.BODY), font_for(TypeRole.QUIET)
        width = self.width() - 2 * SMALL
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for text, font, role in ((self._line, body, Role.TEXT), (self._duration, quiet, Role.TEXT_QUIET)):
            height = QFontMetricsF(font).height()
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            painter.drawText(QRectF(SMALL, top, width, height), flags, elided(text, font, width))
            top += height
        if self._state_text:
            height = QFontMetricsF(quiet).height()
            paint_shape(painter, self._state, QRectF(SMALL, top + TIGHT / 2, height * 0.86, height * 0.86))
            left = SMALL + height + TIGHT / 2
            painter.setPen(theme.colour(ink_of(self._state)))
            area = QRectF(left, top, self.width() - left - SMALL, height)
            painter.drawText(area, flags, elided(self._state_text, quiet, area.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self._number)
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit(self._number)
            event.accept()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _filling_part(picture: QImage, area: QRectF) -> QRectF:
    """The middle part of the picture that has the proportions of the area."""
    wanted = area.width() / max(area.height(), 1.0)
    width, height = float(picture.width()), float(picture.height())
    if width / height > wanted:
        part = height * wanted
        return QRectF((width - part) / 2, 0, part, height)
    part = width / wanted
    return QRectF(0, (height - part) / 2, width, part)
