"""What can be done with the view, as buttons with their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.screens.form.spoken import Spoken
from console.theme.space import SMALL
from console.widgets.key_button import KeyButton

_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
# What is pressed, and what is done; letters and Delete work from anywhere on the screen, as nothing is typed
# there.
KEYS: Final = {
    QKeyCombination(_NONE, Qt.Key.Key_G): "region",
    QKeyCombination(_NONE, Qt.Key.Key_N): "mask",
    QKeyCombination(_NONE, Qt.Key.Key_Insert): "point",
    QKeyCombination(_NONE, Qt.Key.Key_Plus): "point",
    QKeyCombination(_SHIFT, Qt.Key.Key_Plus): "point",
    QKeyCombination(_NONE, Qt.Key.Key_Delete): "remove",
    QKeyCombination(_NONE, Qt.Key.Key_Backspace): "remove",
    QKeyCombination(_CTRL, Qt.Key.Key_Z): "undo",
    QKeyCombination(_CTRL, Qt.Key.Key_Y): "redo",
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z): "redo",
    QKeyCombination(_CTRL, Qt.Key.Key_Backspace): "reset",
    QKeyCombination(_NONE, Qt.Key.Key_Space): "freeze",
    QKeyCombination(_NONE, Qt.Key.Key_R): "read",
    QKeyCombination(_CTRL, Qt.Key.Key_S): "save",
    QKeyCombination(_CTRL, Qt.Key.Key_D): "discard",
    QKeyCombination(_NONE, Qt.Key.Key_Escape): "cancel",
}
_SHOWN: Final = {
    "region": "G", "mask": "N", "point": "Ins", "remove": "Del", "undo": "Ctrl+Z", "redo": "Ctrl+Y",
    "reset": "Ctrl+Backspace", "freeze": "Space", "read": "R",
}  # fmt: skip
# Two beside one another where the words are short.
_ROWS: Final = (("region", "mask"), ("point", "remove"), ("undo", "redo"), ("freeze", "read"), ("reset",))


class Tools(Spoken):
    """Buttons in two columns; ``used`` names what was asked for."""

    used = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {name: KeyButton(key=_SHOWN[name]) for row in _ROWS for name in row}
        self._is_frozen = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SMALL)
        for at, row in enumerate(_ROWS):
            for column, name in enumerate(row):
                grid.addWidget(self._buttons[name], at, column, 1, 2 if len(row) == 1 else 1)
        for name, button in self._buttons.items():
            button.clicked.connect(self._teller(name))
        self.speak()

    def speak(self) -> None:
        words = {
            "region": self.tr("Region"),
            "mask": self.tr("New mask"),
            "point": self.tr("Add point"),
            "remove": self.tr("Remove"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "freeze": self.tr("Go on") if self._is_frozen else self.tr("Freeze"),
            "read": self.tr("Read now"),
            "reset": self.tr("Reset: whole picture"),
        }
        for name, text in words.items():
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)

    def button(self, name: str) -> KeyButton:
        """The button of that name."""
        return self._buttons[name]

    def enable(self, **able: bool) -> None:
        """Which of them can be done now, by name."""
        for name, is_able in able.items():
            self._buttons[name].setEnabled(is_able)

    def show_frozen(self, *, frozen: bool) -> None:
        """Offer to go on while the picture stands still."""
        if frozen != self._is_frozen:
            self._is_frozen = frozen
            self.speak()

    def _teller(self, name: str) -> Callable[[], None]:
        return lambda: self.used.emit(name)


def tool_of(event: QKeyEvent) -> str:
    """What a key stands for on this screen; empty for none."""
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get(QKeyCombination(pressed, Qt.Key(event.key())), "")
