"""A field for what a person proves themselves with: digits for a PIN, anything for a password; only dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from core.domain.people import PIN_LONGEST, Person, Role

LONGEST_PASSWORD: Final = 200
# Whoever may change the lot itself proves it with a password, or with a long PIN where the lot is small.
WITH_PASSWORD: Final = frozenset({Role.ADMINISTRATOR, Role.LANDLORD, Role.CLIENT})


class PersonSecretField(QLineEdit):
    """Neither shown, nor copied, nor remembered by an input method."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes_password = False
        self._digits = QRegularExpressionValidator(QRegularExpression("[0-9]*"), self)
        self._anything = QRegularExpressionValidator(QRegularExpression(".*"), self)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.ask_for(None)

    @property
    def takes_password(self) -> bool:
        """Whether letters are taken too."""
        return self._takes_password

    def ask_for(self, person: Person | None) -> None:
        """Be empty, and take what this person has: a PIN, or for some a password as well."""
        self.clear()
        self._takes_password = person is not None and person.role in WITH_PASSWORD
        self.setValidator(self._anything if self._takes_password else self._digits)
        self.setMaxLength(LONGEST_PASSWORD if self._takes_password else PIN_LONGEST)
        hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        if not self._takes_password:
            hints |= Qt.InputMethodHint.ImhDigitsOnly
        self.setInputMethodHints(hints)
        self.speak()

    def speak(self) -> None:
        """Say again what belongs here."""
        words = self.tr("Password or PIN") if self._takes_password else self.tr("PIN")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
