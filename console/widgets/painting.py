"""Pieces that several widgets paint: hatching for what is unknown, key caps, focus rings, elided text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import RADIUS, TIGHT

HATCH_STEP: Final = 9.0
# Eliding looks at every character: a text from outside may have ten thousand.
LONGEST_SHOWN: Final = 400
_KEY_WORDS: Final = {
    "Return": "Enter",
    "Escape": "Esc",
    "Del": "Delete",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
}


def paint_hatch(painter: QPainter, area: QRectF) -> None:
    """Hatch an area: nothing was measured here."""
    theme = current_theme()
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, theme.colour(Role.UNKNOWN_SOFT))
    painter.setPen(QPen(theme.colour(Role.LINE), 1.5))
    place = area.left() - area.height()
    while place < area.right():
        painter.drawLine(QLineF(place, area.bottom(), place + area.height(), area.top()))
        place += HATCH_STEP
    painter.restore()


def paint_focus(painter: QPainter, area: QRectF, radius: float = RADIUS) -> None:
    """A ring around what has the keyboard, with a gap inside, so that it shows beside a chosen edge too."""
    theme = current_theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, width, role in ((1.5, 3.0, Role.FOCUS), (3.5, 1.0, Role.SURFACE_RAISED)):
        painter.setPen(QPen(theme.colour(role), width))
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def elided(text: str, font: QFont, width: float) -> str:
    """One line of text that fits the width, with an ellipsis where it was cut."""
    line = " ".join(text[:LONGEST_SHOWN].split())
    if len(text) > LONGEST_SHOWN:
        line += "…"
    return QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, max(width, 0.0))


def key_words(key: str) -> str:
    """A key in Qt's portable text as it stands on the keyboard: ``Ctrl+Return`` is ``Ctrl Enter``."""
    parts = ["+"] if key == "+" else key.replace("++", "+Plus").split("+")
    return " ".join(_KEY_WORDS.get(part, part) for part in parts)


def key_cap_width(key: str) -> float:
    """How wide the cap of a key is; 0 without a key."""
    if not key:
        return 0.0
    metrics = QFontMetricsF(font_for(TypeRole.QUIET))
    return max(metrics.horizontalAdvance(key_words(key)) + 2 * TIGHT + 2, key_cap_height())


def key_cap_height() -> float:
    """How high the cap of a key is."""
    return QFontMetricsF(font_for(TypeRole.QUIET)).height() + TIGHT


def paint_key_cap(painter: QPainter, key: str, corner: QPointF, ink: Role, ground: Role | None) -> None:
    """A key's cap with its upper left corner there, in the ink of a role, filled where a ground is given."""
    if not key:
        return
    theme = current_theme()
    area = QRectF(corner.x(), corner.y(), key_cap_width(key), key_cap_height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(ground) if ground is not None else Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour(ink), 1.0)
    painter.setPen(pen)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), TIGHT, TIGHT)
    painter.setFont(font_for(TypeRole.QUIET))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key_words(key))
    painter.restore()
