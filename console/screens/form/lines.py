"""Lines of text in the theme's roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from console.theme.theme import Role
from console.theme.tone import set_tone
from console.theme.type import TypeRole, set_type


def line(
    role: str = "body", parent: QWidget | None = None, *, wraps: bool = False, tone: Role | None = None
) -> QLabel:
    """A label for plain text in a type role; what is written on it is never taken for markup.

    Remarks (``quiet``) are written in the quiet tone where no other is given.
    """
    label = QLabel(parent)
    set_type(label, TypeRole(role))
    if tone is not None or role == TypeRole.QUIET:
        set_tone(label, tone or Role.TEXT_QUIET)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label
