"""A start that cannot go on: one calm window with the sentence, the next step, and details on request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from console.theme import Role, TypeRole, set_icon, set_tone, set_type
from console.widgets.key_button import KeyButton
from console.words import Words, say
from core.domain.errors import ConfigError, DeviceError, LotkeeperError, OperatorError, StoreError

WIDTH = 560
MARGIN = 32


class StartupTrouble(QWidget):
    """Says why Lotkeeper does not open; closing it ends the program."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words_for(error)
        self.setWindowTitle("Lotkeeper")
        self.setMinimumWidth(WIDTH)
        mark = QLabel()
        set_icon(mark, "warning", Role.ATTENTION)
        self._sentence = _line(said.text, TypeRole.TITLE)
        self._step = _line(said.step, TypeRole.BODY)
        self._details = QPlainTextEdit(str(error), readOnly=True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.hide()
        self._more = KeyButton(self.tr("Details"), "F12")
        self._more.setShortcut("F12")
        self._close = KeyButton(self.tr("Close"), "Enter", primary=True)
        self._close.setDefault(True)
        self._more.clicked.connect(self._on_more)
        self._close.clicked.connect(self.close)
        keys = QHBoxLayout()
        keys.addWidget(self._close)
        keys.addWidget(self._more)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        for widget in (mark, self._sentence, self._step, self._details):
            column.addWidget(widget)
        column.addLayout(keys)
        self.setAccessibleName(f"{said.text} {said.step}")
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sentence(self) -> str:
        """What is said, with the next step."""
        return f"{self._sentence.text()} {self._step.text()}".strip()

    @Slot()
    def _on_more(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()


def words_for(error: Exception) -> Words:
    """The sentence and the next step for what stopped the start."""
    if isinstance(error, OperatorError):
        return say(error.code, error.facts)
    if isinstance(error, StoreError | DeviceError):
        return say(error.cause, {"detail": error.detail})
    if isinstance(error, ConfigError):
        return say("program.config", {"problem": str(error)})
    if isinstance(error, OSError) and not isinstance(error, LotkeeperError):
        return say("store.folder_not_writable")
    return say("program.failed")


def _line(text: str, role: TypeRole) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    set_type(made, role)
    set_tone(made, Role.TEXT)
    return made
