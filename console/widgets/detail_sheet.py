"""What stands behind a message: the words of the machine, for whoever has to find the fault."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from console.theme import TypeRole, set_type
from console.theme.space import LARGE, MEDIUM
from console.widgets.overlay import Overlay

LONGEST: Final = 20_000


class DetailSheet(Overlay):
    """The sentence and, below it, what may be copied into a letter; Esc closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=820, height=460)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        set_type(self._sentence, TypeRole.TITLE)
        self._detail = QPlainTextEdit()
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._hint = QLabel()
        set_type(self._hint, TypeRole.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._sentence)
        column.addWidget(self._detail, stretch=1)
        column.addWidget(self._hint)
        self._retranslate()

    def open_with(self, sentence: str, detail: str) -> None:
        """Open over the window; a long detail is shown from its end, where the cause stands."""
        self._sentence.setText(sentence)
        self._detail.setPlainText(detail[-LONGEST:])
        self.open()
        self._detail.moveCursor(QTextCursor.MoveOperation.End)
        self._detail.ensureCursorVisible()
        self._detail.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def detail(self) -> str:
        """What is shown."""
        return self._detail.toPlainText()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self._detail.setAccessibleName(self.tr("Details"))
        self._hint.setText(self.tr("Ctrl+A and Ctrl+C copy it. The log has it too. Esc closes."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
