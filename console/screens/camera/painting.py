"""How a view is painted on a picture: what is not read is dimmed, masks are hatched, handles can be seen.

Everything drawn on a picture has a light and a dark line, because the picture may have any colour.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from console.formats import format_plate
from console.screens.camera.editor import ViewEditor
from console.screens.camera.live import FoundPlate
from console.screens.camera.plate_words import state_of
from console.screens.camera.shapes import REGION, Handle, Part, place_of, shapes_of
from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import SMALL, TIGHT
from console.theme.type import text_scale
from console.widgets.painting import elided
from console.widgets.status import State, ink_of, paint_shape
from core.domain.camera_views import Point, Polygon

# Darkness in every theme, as on the other pictures: a light veil would make a night picture brighter.
DIMMED: Final = QColor(16, 18, 20, 165)
MASKED: Final = 150
POINT_SIDE: Final = 9.0
CHOSEN_SIDE: Final = 13.0
LONGEST_TAG_PX: Final = 260.0


class Place:
    """Where the picture lies in the widget: from fractions to pixels of the screen and back."""

    def __init__(self, area: QRectF) -> None:
        self.area = area

    def on_screen(self, point: Point) -> QPointF:
        """The spot of a point of the picture."""
        return QPointF(
            self.area.left() + point[0] * self.area.width(), self.area.top() + point[1] * self.area.height()
        )

    def in_picture(self, spot: QPointF) -> Point:
        """The point of the picture under a spot; beyond 0 and 1 outside of it."""
        return (
            (spot.x() - self.area.left()) / max(1.0, self.area.width()),
            (spot.y() - self.area.top()) / max(1.0, self.area.height()),
        )

    def polygon(self, shape: Polygon) -> QPolygonF:
        """The outline of a shape on the screen."""
        return QPolygonF([self.on_screen(point) for point in shape])


def paint_view(painter: QPainter, editor: ViewEditor, place: Place, *, has_keyboard: bool) -> None:
    """The region, the masks, and the handles of the shape that is worked at."""
    view, chosen = editor.view, editor.chosen
    if view.region:
        _dim_outside(painter, place, view.region)
    for mask in view.masks:
        _hatch(painter, place, mask)
    for number, shape in shapes_of(view).items():
        is_chosen = chosen is not None and chosen.shape == number
        ink = Role.ALARM if editor.fault_of_shape(number) else Role.FOCUS if is_chosen else Role.ACCENT
        _outline(painter, place.polygon(shape), ink, heavy=is_chosen, dashed=number != REGION)
    for number, shape in shapes_of(view).items():
        for at, point in enumerate(shape):
            is_it = chosen == Handle(number, Part.POINT, at)
            _square(painter, place.on_screen(point), chosen=is_it, ringed=is_it and has_keyboard)
    if chosen is not None and chosen.part is not Part.POINT:
        _square(painter, place.on_screen(place_of(view, chosen)), chosen=True, ringed=has_keyboard)


def paint_plate(painter: QPainter, plate: FoundPlate, place: Place, size: tuple[int, int]) -> None:
    """A box around a plate that was read in a picture of that size, with its text and how high it is."""
    width, height = size
    box = plate.read.box
    area = QRectF(
        place.on_screen((box.x / width, box.y / height)),
        place.on_screen(((box.x + box.width) / width, (box.y + box.height) / height)),
    )
    state = state_of(plate.look)
    _outline(painter, QPolygonF(area), ink_of(state), heavy=True, dashed=False)
    _tag(painter, plate, state, area, place.area)


def _dim_outside(painter: QPainter, place: Place, region: Polygon) -> None:
    path = QPainterPath()
    path.addRect(place.area)
    inside = QPainterPath()
    inside.addPolygon(place.polygon(region))
    inside.closeSubpath()
    painter.fillPath(path.subtracted(inside), DIMMED)


def _hatch(painter: QPainter, place: Place, mask: Polygon) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (
        QBrush(_thin(Role.UNKNOWN_SOFT, MASKED)),
        QBrush(current_theme().colour(Role.TEXT), Qt.BrushStyle.BDiagPattern),
    ):
        painter.setBrush(brush)
        painter.drawPolygon(place.polygon(mask))
    painter.restore()


def _outline(painter: QPainter, polygon: QPolygonF, ink: Role, *, heavy: bool, dashed: bool) -> None:
    theme = current_theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = 2.5 if heavy else 1.5
    painter.setPen(QPen(theme.colour(Role.SURFACE_RAISED), width + 2.5))
    painter.drawPolygon(polygon)
    pen = QPen(theme.colour(ink), width)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawPolygon(polygon)


def _square(painter: QPainter, middle: QPointF, *, chosen: bool, ringed: bool) -> None:
    theme = current_theme()
    side = CHOSEN_SIDE if chosen else POINT_SIDE
    area = QRectF(0, 0, side, side)
    area.moveCenter(middle)
    if ringed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for grown, width, role in ((5.0, 5.0, Role.SURFACE_RAISED), (5.0, 2.5, Role.FOCUS)):
            painter.setPen(QPen(theme.colour(role), width))
            painter.drawEllipse(area.adjusted(-grown, -grown, grown, grown))
    painter.setPen(QPen(theme.colour(Role.SURFACE_RAISED if chosen else Role.ACCENT), 1.5))
    painter.setBrush(theme.colour(Role.FOCUS if chosen else Role.SURFACE_RAISED))
    painter.drawRect(area)


def _tag(painter: QPainter, plate: FoundPlate, state: State, box: QRectF, picture: QRectF) -> None:
    """Above the plate, or below it where there is no room, and never outside the picture."""
    theme = current_theme()
    font, quiet = font_for(TypeRole.STRONG), font_for(TypeRole.QUIET)
    font.setFamilies(font_for(TypeRole.PLATE_SMALL).families())
    pixels = f"{plate.look.character_pixels:.0f} px"
    metrics, quiet_metrics = QFontMetricsF(font), QFontMetricsF(quiet)
    text = elided(format_plate(plate.read.text), font, LONGEST_TAG_PX * text_scale())
    height, shape = metrics.height() + TIGHT, metrics.height() * 0.8
    measure_width = quiet_metrics.horizontalAdvance(pixels)
    width = SMALL * 4 + metrics.horizontalAdvance(text) + measure_width + shape
    area = QRectF(0, 0, width, height)
    above = box.top() - TIGHT - height
    area.moveTopLeft(QPointF(box.left(), above if above >= picture.top() else box.bottom() + TIGHT))
    area.moveLeft(max(picture.left(), min(area.left(), picture.right() - width)))
    painter.setPen(QPen(theme.colour(Role.LINE_STRONG), 1))
    painter.setBrush(theme.colour(Role.SURFACE_RAISED))
    painter.drawRoundedRect(area, TIGHT, TIGHT)
    paint_shape(painter, state, QRectF(area.left() + SMALL, area.center().y() - shape / 2, shape, shape))
    painter.setPen(theme.colour(Role.TEXT))
    painter.setFont(font)
    words = area.adjusted(SMALL * 2 + shape, 0, -SMALL, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setFont(quiet)
    painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, pixels)


def _thin(role: Role, alpha: int) -> QColor:
    colour = current_theme().colour(role)
    colour.setAlpha(alpha)
    return colour
