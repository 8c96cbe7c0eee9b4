"""The keys of commands hold in the whole window; where a screen has a key of its own, that one counts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.commands.table import Command


class WindowKeys(QObject):
    """``pressed`` carries the id of the command whose key was pressed."""

    pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys: list[_CommandKey] = []

    def bind(self, commands: Iterable[Command]) -> None:
        """Bind the keys of commands that came into the table since."""
        bound = {one.command_id for one in self._keys}
        for command in commands:
            if command.command_id not in bound:
                for key in command.keys:
                    shortcut = _CommandKey(command.command_id, key, self._window)
                    shortcut.pressed.connect(self.pressed)
                    self._keys.append(shortcut)

    def yield_to(self, screen: QWidget | None) -> None:
        """Leave the screen its own keys: Qt would take neither of two that are the same."""
        own: set[str] = set()
        if screen is not None:
            own.update(one.key().toString() for one in screen.findChildren(QShortcut))
            own.update(one.shortcut().toString() for one in screen.findChildren(QAbstractButton))
        for one in self._keys:
            one.setEnabled(one.key().toString() not in own)


class _CommandKey(QShortcut):
    """A key that says which command it stands for."""

    pressed = Signal(str)

    def __init__(self, command_id: str, key: str, window: QWidget) -> None:
        super().__init__(QKeySequence(key), window)
        self.command_id = command_id
        self.activated.connect(self._on_activated)

    @Slot()
    def _on_activated(self) -> None:
        self.pressed.emit(self.command_id)
