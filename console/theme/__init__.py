"""How the console looks: themes, typefaces, sizes, distances and icons, all by role."""

from console.theme.apply import apply_theme
from console.theme.fonts import load_fonts
from console.theme.icons import icon, icon_names, icon_pixmap, paint_icon, set_icon
from console.theme.panels import PANEL_STATES, set_state
from console.theme.theme import THEME_NAMES, Role, Theme, load_theme, theme_named
from console.theme.tone import current_theme, set_tone
from console.theme.type import TypeRole, font_for, set_type, text_scale

__all__ = [
    "PANEL_STATES",
    "THEME_NAMES",
    "Role",
    "Theme",
    "TypeRole",
    "apply_theme",
    "current_theme",
    "font_for",
    "icon",
    "icon_names",
    "icon_pixmap",
    "load_fonts",
    "load_theme",
    "paint_icon",
    "set_icon",
    "set_state",
    "set_tone",
    "set_type",
    "text_scale",
    "theme_named",
]
