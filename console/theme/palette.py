"""Qt's palette from a theme's roles."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

from console.theme.theme import Role, Theme

_Qt = QPalette.ColorRole
_ROLES: Final = {
    _Qt.Window: Role.CANVAS,
    _Qt.WindowText: Role.TEXT,
    _Qt.Base: Role.SURFACE_RAISED,
    _Qt.AlternateBase: Role.SURFACE,
    _Qt.Text: Role.TEXT,
    _Qt.Button: Role.SURFACE_RAISED,
    _Qt.ButtonText: Role.TEXT,
    _Qt.BrightText: Role.ALARM,
    _Qt.Highlight: Role.ACCENT,
    _Qt.HighlightedText: Role.TEXT_ON_ACCENT,
    _Qt.Accent: Role.ACCENT,
    _Qt.Link: Role.ACCENT,
    _Qt.LinkVisited: Role.ACCENT,
    _Qt.PlaceholderText: Role.TEXT_QUIET,
    _Qt.ToolTipBase: Role.SURFACE_RAISED,
    _Qt.ToolTipText: Role.TEXT,
    _Qt.Light: Role.SURFACE_RAISED,
    _Qt.Midlight: Role.SURFACE,
    _Qt.Mid: Role.LINE,
    _Qt.Dark: Role.LINE_STRONG,
    _Qt.Shadow: Role.LINE_STRONG,
}
_QUIET_WHEN_DISABLED: Final = (_Qt.WindowText, _Qt.Text, _Qt.ButtonText)


def palette_of(theme: Theme) -> QPalette:
    """The palette of a theme; what is disabled is written quietly, on the canvas."""
    palette = QPalette()
    for qt_role, role in _ROLES.items():
        palette.setColor(qt_role, theme.colour(role))
    disabled = QPalette.ColorGroup.Disabled
    for qt_role in _QUIET_WHEN_DISABLED:
        palette.setColor(disabled, qt_role, theme.colour(Role.TEXT_QUIET))
    palette.setColor(disabled, _Qt.Base, theme.colour(Role.CANVAS))
    palette.setColor(disabled, _Qt.Button, theme.colour(Role.CANVAS))
    palette.setColor(disabled, _Qt.Highlight, theme.colour(Role.UNKNOWN_SOFT))
    palette.setColor(disabled, _Qt.HighlightedText, theme.colour(Role.TEXT_QUIET))
    return palette
