"""A field for a password that is kept elsewhere: what is typed is dots, and what is kept is never shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST_SECRET = 500


class SecretField(QLineEdit):
    """Empty leaves what is kept as it is; neither copied nor remembered by an input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_kept = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST_SECRET)
        self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.speak()

    def show_kept(self, is_kept: bool) -> None:
        """Empty the field, and say whether a password is kept."""
        self.clear()
        self._is_kept = is_kept
        self.speak()

    def speak(self) -> None:
        """Say again whether one is kept."""
        words = self.tr("kept; type to replace it") if self._is_kept else self.tr("none")
        self.setPlaceholderText(words)
        self.setAccessibleDescription(words)
