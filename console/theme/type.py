"""Sizes and faces of text by role, times the scale a person chose."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from console.theme.fonts import PLATE_FAMILIES, UI_FAMILIES

MIN_SCALE: Final = 1.0
MAX_SCALE: Final = 2.0
_SCALE_PROPERTY: Final = "lotkeeper_scale"


class TypeRole(StrEnum):
    """What a text is: an amount to be read from a metre, a plate, a heading, text, or a remark."""

    TOTAL = "total"
    PLATE = "plate"
    PLATE_SMALL = "plate_small"
    TITLE = "title"
    STRONG = "strong"
    BODY = "body"
    QUIET = "quiet"


POINTS: Final = {
    TypeRole.TOTAL: 40.0,
    TypeRole.PLATE: 28.0,
    TypeRole.PLATE_SMALL: 15.0,
    TypeRole.TITLE: 15.0,
    TypeRole.STRONG: 11.0,
    TypeRole.BODY: 11.0,
    TypeRole.QUIET: 9.0,
}
WEIGHTS: Final = {
    TypeRole.TOTAL: QFont.Weight.DemiBold,
    TypeRole.PLATE: QFont.Weight.Bold,
    TypeRole.PLATE_SMALL: QFont.Weight.Bold,
    TypeRole.TITLE: QFont.Weight.DemiBold,
    TypeRole.STRONG: QFont.Weight.DemiBold,
    TypeRole.BODY: QFont.Weight.Normal,
    TypeRole.QUIET: QFont.Weight.Normal,
}
PLATE_ROLES: Final = frozenset({TypeRole.PLATE, TypeRole.PLATE_SMALL})


def font_for(role: TypeRole, scale: float | None = None) -> QFont:
    """The font of a role; at the program's scale where none is given."""
    font = QFont()
    font.setFamilies(list(PLATE_FAMILIES if role in PLATE_ROLES else UI_FAMILIES))
    font.setPointSizeF(POINTS[role] * (text_scale() if scale is None else scale))
    font.setWeight(WEIGHTS[role])
    return font


def set_type(widget: QWidget, role: TypeRole) -> None:
    """Let the widget write in that role; it follows a change of scale."""
    widget.setProperty("type", role.value)
    widget.setFont(font_for(role))


def text_scale() -> float:
    """The scale of all text in this program, 1.0 to 2.0."""
    app = QApplication.instance()
    scale = app.property(_SCALE_PROPERTY) if app is not None else None
    return scale if isinstance(scale, float) else MIN_SCALE


def keep_scale(app: QApplication, scale: float) -> float:
    """Keep the scale for ``text_scale``, within its limits; gives what was kept."""
    kept = min(max(float(scale), MIN_SCALE), MAX_SCALE)
    app.setProperty(_SCALE_PROPERTY, kept)
    return kept
