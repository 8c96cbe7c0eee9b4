"""Asks before something is done that others notice: what it means, and the reason where one is needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.consoles.gathering import ConsoleRow
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM
from console.widgets.key_button import KeyButton
from core.services.malfunctions import Repair

LONGEST_REASON = 200
FIELD_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Question:
    """What is about to be done, and to which console."""

    repair: Repair
    row: ConsoleRow


class QuestionPanel(Spoken):
    """``answered`` carries the question and the reason; ``left`` to go back without."""

    answered = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._title, self._lead = line("title"), line(wraps=True)
        self._label, self._told = line(), line(wraps=True)
        self._reason = QLineEdit(maxLength=LONGEST_REASON)
        self._reason.setMaximumWidth(FIELD_WIDTH)
        self._label.setBuddy(self._reason)
        self._do, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._do, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead, self._label, self._reason, self._told):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        self._do.clicked.connect(self._on_do)
        self._back.clicked.connect(self.left)
        self.speak()

    @property
    def told(self) -> str:
        """Why it was not done."""
        return self._told.text()

    def ask(self, question: Question) -> None:
        """Ask this."""
        self._question = question
        self._reason.clear()
        self.tell("")
        needs_reason = question.repair in {Repair.REVOKE, Repair.WRITE_OFF}
        self._reason.setVisible(needs_reason)
        self._label.setVisible(needs_reason)
        self.speak()
        # Enter does what its button says; whoever asked by mistake has Escape.
        (self._reason if needs_reason else self._do).setFocus()

    def tell(self, words: str) -> None:
        """Say why it was not done; it may be tried again."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._do.setEnabled(True)

    def speak(self) -> None:
        self._label.setText(self.tr("Reason"))
        self._back.setText(self.tr("Back"))
        if self._question is None:
            return
        name = self._question.row.name
        said = {
            Repair.REVOKE: (
                self.tr("Revoke {name}"),
                self.tr(
                    "It takes part no more: nothing is taken from it, nothing given to it. Its lanes go on "
                    "with what it knows, and let no more cars in than it holds spaces for."
                ),
                self.tr("Revoke"),
            ),
            Repair.WRITE_OFF: (
                self.tr("Write off the spaces of {name}"),
                self.tr(
                    "{count} spaces go back to the lot. If that console is at work after all, it may let as "
                    "many cars in without anybody knowing: be sure that it stands still."
                ).format(count=self._question.row.balance),
                self.tr("Write off"),
            ),
            Repair.APPOINT_HUB: (
                self.tr("Make {name} the hub"),
                self.tr(
                    "It will grant spaces, accept bookings and keep the shared database for this lot. Switch "
                    "the former hub off first, or see that it hears of this: two hubs at a time let cars in "
                    "on the same spaces."
                ),
                self.tr("Make it the hub"),
            ),
        }
        title, lead, do = said[self._question.repair]
        self._title.setText(title.format(name=name))
        self._lead.setText(lead)
        self._do.setText(do)

    def _on_do(self) -> None:
        if self._question is None or not self._do.isEnabled():
            return
        reason = self._reason.text().strip()
        if not self._reason.isHidden() and not reason:
            self.tell(self.tr("Say why: it stands in the record."))
            self._reason.setFocus()
            return
        self._do.setEnabled(False)
        self.answered.emit(self._question, reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.left.emit if self._back.hasFocus() else self._on_do)()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
