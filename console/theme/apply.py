"""Dresses the whole program in a theme, at a scale of text, at once and at any time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from console.theme.icons import renew_icon
from console.theme.palette import palette_of
from console.theme.stylesheet import stylesheet
from console.theme.theme import Theme, theme_named
from console.theme.tone import keep_theme, renew_tone
from console.theme.type import TypeRole, font_for, keep_scale


def apply_theme(app: QApplication, theme: Theme | str, scale: float = 1.0) -> None:
    """Show the theme (or the one of that name), with all text at the scale, 1.0 to 2.0.

    Open windows follow: widgets that paint by role hear of it as a ``StyleChange`` event, and those that
    were given a type, a tone or an icon get it again. ValueError where no theme has the name.
    """
    chosen = theme_named(theme) if isinstance(theme, str) else theme
    keep_theme(app, chosen)
    kept_scale = keep_scale(app, scale)
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(chosen))
    app.setFont(font_for(TypeRole.BODY))
    app.setStyleSheet(stylesheet(chosen, kept_scale))
    for widget in app.allWidgets():
        role = widget.property("type")
        if role:
            widget.setFont(font_for(TypeRole(role)))
        renew_tone(widget)
        renew_icon(widget)
