"""The rail at the left: one button a screen, with its icon, its word and its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.registry import Screen
from console.theme import Role, TypeRole, set_icon, set_tone, set_type, text_scale
from console.widgets.following import LOOK_CHANGES
from console.widgets.painting import key_words

WIDTH = 84
# Eleven of them have room in a window of 800.
HEIGHT = 54
LARGE_TEXT = 1.6


class WindowRail(QWidget):
    """Shows which screen is in front; the buttons run the same commands as the keys."""

    def __init__(self, context: Context, screens: Sequence[Screen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._buttons = {screen: _button() for screen in screens}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        for screen, button in self._buttons.items():
            set_icon(button, screen.icon, Role.TEXT)
            button.clicked.connect(context.commands[f"screen.{screen.name}"].run)
            column.addWidget(button)
        column.addStretch(1)
        set_tone(self, Role.TEXT, ground=Role.SURFACE)
        context.state.actor_changed.connect(self.retranslate)
        self.retranslate()

    def show_current(self, name: str) -> None:
        """Mark the screen that is in front."""
        for screen, button in self._buttons.items():
            button.setChecked(screen.name == name)

    @Slot()
    def retranslate(self) -> None:
        """Say everything again; screens that the person has no right to are not there."""
        actor = self._context.state.actor
        # Words that would be cut are better read in the tool tip: nine of them have no room at 200 %.
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        if text_scale() > LARGE_TEXT:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for place, (screen, button) in enumerate(self._buttons.items(), start=1):
            button.setText(screen.title)
            button.setToolTip(f"{screen.title}  {key_words(screen.key(place))}".strip())
            button.setAccessibleName(screen.title)
            button.setToolButtonStyle(style)
            button.setVisible(actor is not None and actor.may(screen.right))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange or event.type() in LOOK_CHANGES:
            self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), super().sizeHint().height())


def _button() -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setAutoRaise(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setMinimumSize(WIDTH - 12, HEIGHT)
    set_type(made, TypeRole.QUIET)
    return made
