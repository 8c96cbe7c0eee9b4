"""What stands where there is nothing: that there is nothing, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.theme import Role, TypeRole, set_icon, set_tone, set_type
from console.theme.space import LARGE, SMALL


class EmptyState(QWidget):
    """A sentence and a next step in the middle of an empty place."""

    def __init__(
        self, title: str = "", hint: str = "", parent: QWidget | None = None, *, icon_name: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._title = QLabel()
        self._hint = QLabel()
        set_type(self._title, TypeRole.STRONG)
        set_type(self._hint, TypeRole.BODY)
        set_tone(self._title, Role.TEXT_QUIET)
        set_tone(self._hint, Role.TEXT_QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addStretch(1)
        for label in (self._icon, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        if icon_name:
            set_icon(self._icon, icon_name, Role.TEXT_QUIET)
        self._icon.setVisible(bool(icon_name))
        self.set_words(title, hint)

    def set_words(self, title: str, hint: str = "") -> None:
        """Say that there is nothing, and what to do."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{title} {hint}".strip())
