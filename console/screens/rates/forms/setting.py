"""A setting: what it is called, where it is set, what it means, and why it cannot be used."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.rates.forms.piece import Piece, Words, show_if
from console.theme import Role, set_state
from console.theme.space import TIGHT


class Setting(QFrame):
    """Frames a piece; ``hint`` may change with what is chosen; ``rule`` says what is wrong beside
    other pieces. The frame stands out while it is wrong."""

    def __init__(
        self,
        piece: Piece[Any],
        title: Words | None = None,
        hint: Words | None = None,
        rule: Words | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.piece = piece
        self._title_words, self._hint_words, self._rule = title, hint, rule
        self._title = line("strong", wraps=True)
        self._hint = line("quiet", wraps=True)
        self._wrong = line(wraps=True, tone=Role.ATTENTION)
        self._title.setBuddy(piece)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.setSpacing(TIGHT)
        for widget in (self._title, piece, self._wrong, self._hint):
            column.addWidget(widget)
        piece.edited.connect(self.refresh)
        self._speak()

    @property
    def told(self) -> str:
        """Why it cannot be used, as it stands beside the field; empty where it can."""
        return self._wrong.text()

    def wrong(self) -> str:
        """Why the piece cannot be used, by itself or beside the others; empty where it can."""
        wrong = self.piece.wrong()
        return wrong or (self._rule() if self._rule is not None else "")

    def refresh(self) -> None:
        """Say what is right and wrong now."""
        wrong = "" if self.piece.says_itself else self.wrong()
        hint = self._hint_words() if self._hint_words is not None else ""
        self._wrong.setText(wrong)
        self._hint.setText(hint)
        show_if(self._title, self._title_words is not None)
        show_if(self._wrong, bool(wrong))
        show_if(self._hint, bool(hint))
        set_state(self, "attention" if wrong else "empty")

    def _speak(self) -> None:
        if self._title_words is not None:
            words = self._title_words()
            self._title.setText(words)
            self.piece.call(words)
        self.refresh()
        described = self.piece.focusProxy() or self.piece
        described.setAccessibleDescription(self._hint.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
