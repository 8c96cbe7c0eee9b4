"""Widgets that say everything again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Spoken(QWidget):
    """Sets its words in ``speak`` alone: at the end of its own making, and after each change of language."""

    def speak(self) -> None:
        """Set every text anew, in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
