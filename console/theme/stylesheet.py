"""The short stylesheet: what Fusion and a palette cannot say."""

from __future__ import annotations

from importlib import resources
from math import ceil
from string import Template
from typing import Final

from PySide6.QtGui import QFontMetricsF

from console.theme.space import RADIUS, TARGET
from console.theme.theme import Role, Theme
from console.theme.type import TypeRole, font_for

MARK: Final = 15

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
QToolButton { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: ${radius}px; padding: 4px; }
QToolButton:hover { background: $accent_soft; }
QToolButton:checked, QToolButton:pressed { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border: 2px solid $focus; padding: 3px; }
QToolButton:disabled { color: $text_quiet; }
QLineEdit, QPlainTextEdit { background: $surface_raised; color: $text; border: 1px solid $line_strong;
  border-radius: ${radius}px; padding: 4px 8px;
  placeholder-text-color: $text_quiet; selection-background-color: $accent;
  selection-color: $text_on_accent; }
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 7px; }
QLineEdit:disabled, QLineEdit:read-only { background: $canvas; border-color: $line; }
QFrame[panel] { background: $surface_raised; border: 1px solid $line; border-radius: ${radius}px;
  padding: 3px; }
QFrame[panel="empty"] { background: transparent; border-color: transparent; }
QFrame[panel="open"] { border-left: 4px solid $ok; padding-left: 0; }
QFrame[panel="attention"] { background: $attention_soft; border: 1px solid $attention;
  border-left: 4px solid $attention_fill; padding-left: 0; }
QFrame[panel="alarm"] { background: $alarm_soft; border: 1px solid $alarm;
  border-left: 4px solid $alarm_fill; padding-left: 0; }
QFrame[panel="unknown"] { border: 1px dashed $unknown; }
QFrame[panel][chosen="true"] { border-top: 2px solid $accent; border-right: 2px solid $accent;
  border-bottom: 2px solid $accent; padding-top: 2px; padding-right: 2px; padding-bottom: 2px; }
QFrame[panel="quiet"][chosen="true"], QFrame[panel="unknown"][chosen="true"] {
  border: 2px solid $accent; padding: 2px; }
QLineEdit[type="plate"] { min-height: ${plate}px; }
QComboBox, QAbstractSpinBox { background: $surface_raised; color: $text; border: 1px solid $line_strong;
  border-radius: ${radius}px; padding: 4px 8px; min-height: ${field}px;
  selection-background-color: $accent; selection-color: $text_on_accent; }
QAbstractSpinBox { qproperty-alignment: "AlignRight | AlignVCenter"; padding: 3px 8px; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 3px 7px; }
QAbstractSpinBox:focus { padding: 2px 7px; }
QComboBox:disabled, QAbstractSpinBox:disabled { background: $canvas; color: $text_quiet;
  border-color: $line; }
QComboBox::drop-down { border: 0; width: ${arrow}px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url($marks/down-$ink.svg);
  width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow { image: url($marks/up-$ink.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: ${arrow}px; }
QComboBox QAbstractItemView { background: $surface_raised; color: $text; border: 1px solid $line_strong;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0; }
QCheckBox, QRadioButton { spacing: 8px; min-height: ${field}px; padding: 2px 4px;
  border-radius: ${radius}px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; padding: 0 2px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${mark}px; height: ${mark}px;
  background: $surface_raised; border: 1px solid $line_strong; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: ${half}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url($marks/tick-$tick.svg); }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx:0.5, cy:0.5,
  radius:0.5, fx:0.5, fy:0.5, stop:0 $accent, stop:0.5 $accent, stop:0.6 $surface_raised,
  stop:1 $surface_raised); }
QCheckBox::indicator:checked:disabled { background: $text_quiet; border-color: $text_quiet; }
QCheckBox::indicator:unchecked:disabled, QRadioButton::indicator:disabled {
  background: $canvas; border-color: $line; }
QListView, QScrollArea { background: transparent; }
QTableView { background: $surface_raised; color: $text; border: 1px solid $line; gridline-color: $line;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0; }
QTableView:focus { border: 2px solid $focus; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $text_quiet; border: 0;
  border-bottom: 1px solid $line_strong; padding: 6px 11px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(theme: Theme, scale: float) -> str:
    """The stylesheet in a theme's colours; ``scale`` is that of the text, which fields and marks follow."""
    colours = {role.value: code for role, code in theme.colours.items()}
    mark = round(MARK * scale)
    with resources.as_file(resources.files("resources") / "marks") as marks:
        return _RULES.substitute(
            colours,
            radius=RADIUS,
            target=_height(TypeRole.BODY, scale, TARGET - 12),
            field=_height(TypeRole.BODY, scale, TARGET - 10),
            plate=_height(TypeRole.PLATE, scale, TARGET),
            mark=mark,
            half=(mark + 2) // 2,
            arrow=round(20 * scale),
            marks=marks.as_posix(),
            ink="light" if theme.is_dark else "dark",
            tick="light" if theme.colour(Role.TEXT_ON_ACCENT).lightness() > 127 else "dark",
        )


def _height(role: TypeRole, scale: float, least: int) -> int:
    return max(least, ceil(QFontMetricsF(font_for(role, scale)).height()))
