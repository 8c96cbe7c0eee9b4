"""The live picture with region and masks on it, drawn and moved with the mouse or the keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.screens.camera.editor import ViewEditor
from console.screens.camera.live import FoundPlate
from console.screens.camera.notes import paint_note, paint_nothing
from console.screens.camera.painting import Place, paint_plate, paint_view
from console.screens.camera.shapes import REGION, Handle, Part, handle_at, spanned
from console.theme.space import RADIUS, SMALL
from console.widgets.following import Following
from console.widgets.painting import paint_focus, paint_hatch
from core.domain.camera_views import CameraView, Point

USUAL_SHARE: Final = 9 / 16
REACH_PX: Final = 11.0
LEAST_DRAWN_PX: Final = 6.0
STEP_PX, LONG_STEP_PX = 1, 10
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS: Final = {
    Part.POINT: Qt.CursorShape.SizeAllCursor,
    Part.EDGE: Qt.CursorShape.PointingHandCursor,
    Part.WHOLE: Qt.CursorShape.OpenHandCursor,
}


class ViewCanvas(Following):
    """Shows what an editor holds; ``edited`` after every change of view or choice by mouse or keys.

    Tab goes from handle to handle and leaves after the last; arrows move what is chosen by a pixel of the
    camera's picture, with Shift by ten. A drag on nothing draws the region where there is none, with Shift
    a mask.
    """

    edited = Signal()

    def __init__(self, editor: ViewEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._image = QImage()
        self._plates: tuple[FoundPlate, ...] = ()
        self._title = ""
        self._hint = ""
        self._note = ""
        self._grasped: tuple[Point, CameraView] | None = None
        self._spanning: tuple[Point, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height of the camera's picture in pixels; (0, 0) without one."""
        return self._image.width(), self._image.height()

    @property
    def place(self) -> Place:
        """Where the picture lies in the widget."""
        size = self._image.size() if not self._image.isNull() else QSize(1600, round(1600 * USUAL_SHARE))
        room = self.size() - QSize(2 * SMALL, 2 * SMALL)
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        # A margin for handles at the picture's edge; at the top, where the page's heading is.
        left = (self.width() - fitted.width()) / 2
        return Place(QRectF(left, SMALL, fitted.width(), fitted.height()))

    @property
    def plates(self) -> tuple[FoundPlate, ...]:
        """The plates that are shown."""
        return self._plates

    def show_image(self, image: QImage) -> None:
        """Show this picture; a null one stands for none."""
        self._image = image
        self.update()

    def show_plates(self, plates: tuple[FoundPlate, ...]) -> None:
        """Show these plates, in places of the picture shown."""
        self._plates = plates
        self.update()

    def say_nothing_to_see(self, title: str, hint: str = "") -> None:
        """What stands where there is no picture."""
        self._title, self._hint = title, hint
        self.update()

    def say_on_picture(self, note: str) -> None:
        """A word in the corner of the picture: that it is frozen, or how old it is."""
        self._note = note
        self.update()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802
        if self.editor.choose_next(1 if forwards else -1):
            self._was_edited()
            return True
        self._was_edited()
        return super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reason = event.reason()
        if reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.editor.choose_next(1 if reason is Qt.FocusReason.TabFocusReason else -1)
            self._was_edited()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if arrow is None or others or self.editor.chosen is None:
            super().keyPressEvent(event)
            return
        is_long = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = LONG_STEP_PX if is_long else STEP_PX
        width, height = self.picture_size if not self._image.isNull() else (1280, 720)
        self.editor.nudge(arrow[0] * step / width, arrow[1] * step / height)
        self._was_edited()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self.place.in_picture(event.position())
        draws_mask = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        found = None if draws_mask else self._handle_at(point)
        self.editor.choose(found)
        if found is not None:
            self._grasped = (point, self.editor.view)
        elif draws_mask:
            self._spanning = (point, len(self.editor.view.masks))
        elif not self.editor.view.region:
            self._spanning = (point, REGION)
        self._was_edited()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.place.in_picture(event.position())
        if self._grasped is not None:
            (x, y), start = self._grasped
            self.editor.drag(start, point[0] - x, point[1] - y)
            self._was_edited()
        elif self._spanning is not None:
            self._span(point)
        else:
            found = self._handle_at(point)
            self.setCursor(_CURSORS[found.part] if found is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grasped = self._spanning = None
        self.editor.end_run()
        self._was_edited()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self.place.in_picture(event.position())
        found = self._handle_at(point)
        if found is not None and found.part is Part.EDGE:
            self.editor.choose(found)
            self.editor.add_point(point)
        self._was_edited()

    def renew(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = self.place
        clip = QPainterPath()
        clip.addRoundedRect(place.area, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(clip)
        if self._image.isNull():
            paint_hatch(painter, place.area)
        else:
            painter.drawImage(place.area, self._image)
        painter.restore()
        paint_view(painter, self.editor, place, has_keyboard=self.hasFocus())
        if self._image.isNull():
            paint_nothing(painter, place.area, self._title, self._hint)
        else:
            for plate in self._plates:
                paint_plate(painter, plate, place, self.picture_size)
        if self._note:
            paint_note(painter, place.area, self._note)
        if self.hasFocus() and self.editor.chosen is None:
            paint_focus(painter, place.area)
        painter.end()

    def _handle_at(self, point: Point) -> Handle | None:
        area = self.place.area
        return handle_at(self.editor.view, point, area.width(), area.height(), REACH_PX)

    def _span(self, point: Point) -> None:
        if self._spanning is None:
            return
        start, number = self._spanning
        area = self.place.area
        wide = abs(point[0] - start[0]) * area.width()
        high = abs(point[1] - start[1]) * area.height()
        if min(wide, high) >= LEAST_DRAWN_PX:
            self.editor.span(number, spanned(start, point))
            self._was_edited()

    def _was_edited(self) -> None:
        self.update()
        self.edited.emit()
