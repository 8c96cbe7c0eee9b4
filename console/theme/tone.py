"""Gives a widget's text the colour of a role, through its palette, so that it follows a change of theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from console.theme.theme import Role, Theme, theme_named

_THEME_PROPERTY: Final = "lotkeeper_theme"
_TEXT_ROLES: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def current_theme() -> Theme:
    """The theme this program shows now; light before one was applied."""
    app = QApplication.instance()
    name = app.property(_THEME_PROPERTY) if app is not None else None
    if isinstance(name, Theme):
        return name
    return theme_named("light")


def keep_theme(app: QApplication, theme: Theme) -> None:
    """Keep the theme for ``current_theme``."""
    app.setProperty(_THEME_PROPERTY, theme)


def set_tone(widget: QWidget, role: Role, *, ground: Role | None = None) -> None:
    """Write in the colour of a role, and stand on that of another where one is given."""
    widget.setProperty("tone", role.value)
    widget.setProperty("ground", ground.value if ground is not None else "")
    _paint_tone(widget, role, ground)


def renew_tone(widget: QWidget) -> None:
    """Give the widget the colours of its roles again, after the theme changed."""
    tone, ground = widget.property("tone"), widget.property("ground")
    if tone:
        _paint_tone(widget, Role(tone), Role(ground) if ground else None)


def _paint_tone(widget: QWidget, role: Role, ground: Role | None) -> None:
    theme = current_theme()
    palette = QPalette()
    for text_role in _TEXT_ROLES:
        palette.setColor(text_role, theme.colour(role))
    if ground is not None:
        palette.setColor(QPalette.ColorRole.Window, theme.colour(ground))
        palette.setColor(QPalette.ColorRole.Base, theme.colour(ground))
        widget.setAutoFillBackground(True)
    widget.setPalette(palette)
