"""The short stylesheet: what Fusion and a palette cannot say."""

from __future__ import annotations

from string import Template
from typing import Final

from console.theme.space import RADIUS, TARGET
from console.theme.theme import Theme

_RULES: Final = Template("""
QToolTip { background: $surface_raised; color: $text; border: 1px solid $line_strong; padding: 4px 8px; }
QPushButton { background: $surface_raised; color: $text; border: 1px solid $line_strong;
  border-radius: ${radius}px; padding: 5px 12px; min-height: ${target}px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton:disabled { background: $canvas; color: $text_quiet; border-color: $line; }
QPushButton[primary="true"] { background: $accent; color: $text_on_accent; border-color: $accent; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { background: $focus; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $canvas; color: $text_quiet; border-color: $line; }
QPushButton:default { border-color: $accent; }
QPushButton:default:focus { border-color: $focus; }
QLineEdit, QPlainTextEdit { background: $surface_raised; color: $text; border: 1px solid $line_strong;
  border-radius: ${radius}px; padding: 4px 8px; selection-background-color: $accent;
  selection-color: $text_on_accent; }
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 7px; }
QLineEdit:disabled, QLineEdit:read-only { background: $canvas; border-color: $line; }
QFrame[panel] { background: $surface_raised; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[panel="open"] { border-left: 4px solid $ok; }
QFrame[panel="attention"] { border: 1px solid $attention; border-left: 4px solid $attention_fill; }
QFrame[panel="alarm"] { border: 1px solid $alarm; border-left: 4px solid $alarm_fill; }
QFrame[panel="unknown"] { border: 1px dashed $unknown; }
QFrame[panel][chosen="true"] { border-color: $accent; border-top-width: 2px; border-bottom-width: 2px;
  border-right-width: 2px; }
QFrame[panel="quiet"][chosen="true"] { border: 2px solid $accent; }
QListView, QScrollArea { background: transparent; }
QTableView { background: $surface_raised; color: $text; border: 1px solid $line; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0; }
QTableView:focus { border: 2px solid $focus; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $text_quiet; border: 0;
  border-bottom: 1px solid $line_strong; padding: 6px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(theme: Theme) -> str:
    """The stylesheet in a theme's colours."""
    colours = {role.value: code for role, code in theme.colours.items()}
    return _RULES.substitute(colours, radius=RADIUS, target=TARGET - 12, field=TARGET - 10)
