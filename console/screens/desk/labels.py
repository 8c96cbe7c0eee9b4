"""Labels by their role in the type scale, in the colour of a role."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.theme import Role, TypeRole, set_tone, set_type


def label(type_role: TypeRole, tone: Role = Role.TEXT, *, wrap: bool = False) -> QLabel:
    """An empty label of that role, without markup: what a camera read may look like markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    set_type(made, type_role)
    set_tone(made, tone)
    return made


def say_in(shown: QLabel, text: str) -> None:
    """Show the text; a label without one takes no room."""
    shown.setText(text)
    shown.setVisible(bool(text))


def spoken(widget: QWidget, name: str, description: str = "") -> None:
    """What a screen reader says about the widget."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
