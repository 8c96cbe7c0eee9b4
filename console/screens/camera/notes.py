"""Words on the picture: in its corner, or in its middle where there is no picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from console.theme import Role, TypeRole, current_theme, font_for, paint_icon
from console.theme.space import LARGE, RADIUS, SMALL, TIGHT
from console.theme.type import text_scale

_WIDEST_PX: Final = 560.0
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


def paint_note(painter: QPainter, picture: QRectF, note: str) -> None:
    """A few words in the picture's upper left corner."""
    font = font_for(TypeRole.STRONG)
    metrics = QFontMetricsF(font)
    area = QRectF(
        picture.left() + SMALL,
        picture.top() + SMALL,
        metrics.horizontalAdvance(note) + 2 * SMALL,
        metrics.height() + TIGHT,
    )
    theme = current_theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Role.SURFACE_RAISED))
    painter.drawRoundedRect(area, TIGHT, TIGHT)
    painter.setPen(theme.colour(Role.TEXT))
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, note)


def paint_nothing(painter: QPainter, picture: QRectF, title: str, hint: str) -> None:
    """What is wrong and what to look at next, on a ground of its own so that it can be read."""
    theme, side = current_theme(), 24 * text_scale()
    wide = min(picture.width() - 4 * LARGE, _WIDEST_PX * text_scale())
    lines = [
        (text, font_for(role)) for text, role in ((title, TypeRole.TITLE), (hint, TypeRole.BODY)) if text
    ]
    heights = [
        QFontMetricsF(font).boundingRect(QRectF(0, 0, wide, 2000), _MIDDLE, text).height()
        for text, font in lines
    ]
    ground = QRectF(0, 0, wide + 2 * LARGE, side + sum(heights) + SMALL * len(lines) + 2 * LARGE)
    ground.moveCenter(picture.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Role.SURFACE_RAISED))
    painter.drawRoundedRect(ground, RADIUS, RADIUS)
    top = ground.top() + LARGE
    paint_icon(painter, "camera", Role.UNKNOWN, QRectF(ground.center().x() - side / 2, top, side, side))
    top += side + SMALL
    painter.setPen(theme.colour(Role.TEXT))
    for (text, font), height in zip(lines, heights, strict=True):
        painter.setFont(font)
        painter.drawText(QRectF(ground.left() + LARGE, top, wide, height), _MIDDLE, text)
        top += height + SMALL
