"""What can be done about the chosen car: buttons, and a small form in place for what needs words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from console.widgets.plate_field import PlateField
from console.words import say
from core.domain.people import Actor, Right
from core.domain.stays import Stay, StayState
from core.services.resolve_stay import REASONS

LONGEST_NOTE = 500


class CarActions(Spoken):
    """Says what is wanted in signals; who may not do a thing does not see its button."""

    desk_asked = Signal()
    plate_typed = Signal(str)
    confirm_asked = Signal()
    write_off_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stay: Stay | None = None
        self._desk = KeyButton(key="Return", primary=True)
        self._correct = KeyButton(key="Alt+C")
        self._confirm = KeyButton(key="Alt+I")
        self._write_off = KeyButton(key="Alt+W")
        self._plate_label, self._plate = line("quiet", wraps=True), PlateField()
        self._plate_done = KeyButton(key="Return", primary=True)
        self._reason_label = line("quiet", wraps=True)
        self._reason = Choice[str](tuple((reason, _words_for(reason)) for reason in REASONS))
        self._note = QLineEdit(maxLength=LONGEST_NOTE)
        self._write_off_done = KeyButton(key="Return", primary=True)
        self._told = line(wraps=True)
        self._stack = QStackedWidget()
        self._buttons = _column(self._desk, self._correct, self._confirm, self._write_off)
        self._plate_form = _column(self._plate_label, self._plate, self._plate_done)
        self._write_off_form = _column(self._reason_label, self._reason, self._note, self._write_off_done)
        for panel in (self._buttons, self._plate_form, self._write_off_form):
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self._stack)
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._desk.setText(self.tr("Take to the desk"))
        self._correct.setText(self.tr("Correct the plate"))
        self._confirm.setText(self.tr("It is inside"))
        self._write_off.setText(self.tr("Write off"))
        self._plate_label.setText(self.tr("The plate as it really is. Both texts are kept. Esc goes back."))
        self._plate.set_hint(self.tr("Correct plate"))
        self._plate_done.setText(self.tr("Correct"))
        self._reason_label.setText(
            self.tr("Ends the stay without an exit and without money. Why? Esc goes back.")
        )
        self._reason.speak()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._note.setPlaceholderText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._write_off_done.setText(self.tr("Write off"))

    def show_stay(self, stay: Stay, actor: Actor | None) -> None:
        """Offer what can be done about this stay by this person; a form that is open stays with its car."""
        if self._stay is None or self._stay.stay_id != stay.stay_id:
            self.close_form()
        self._stay = stay
        self._desk.setVisible(_may(actor, Right.SEARCH_STAYS))
        self._correct.setVisible(_may(actor, Right.CORRECT_PLATE))
        self._confirm.setVisible(stay.state is StayState.HELD and _may(actor, Right.RESOLVE_STAY))
        self._write_off.setVisible(_may(actor, Right.WRITE_OFF))

    @property
    def told(self) -> str:
        """Why something was refused."""
        return self._told.text()

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def ask_plate(self) -> None:
        """Open the form for the right plate."""
        if self._stay is not None and not self._correct.isHidden():
            self.tell("")
            self._plate.setText(self._stay.plate)
            self._stack.setCurrentWidget(self._plate_form)
            self._plate.setFocus()
            self._plate.selectAll()

    def ask_write_off(self) -> None:
        """Open the form for the reason of a write-off."""
        if self._stay is not None and not self._write_off.isHidden():
            self.tell("")
            self._note.clear()
            self._stack.setCurrentWidget(self._write_off_form)
            self._reason.setFocus()

    def ask_confirm(self) -> None:
        """Confirm that a held car is inside."""
        if self._stay is not None and not self._confirm.isHidden():
            self.confirm_asked.emit()

    def close_form(self) -> bool:
        """Back to the buttons; whether a form was open."""
        was_open = self._stack.currentWidget() is not self._buttons
        self._stack.setCurrentWidget(self._buttons)
        self.tell("")
        return was_open

    def _listen(self) -> None:
        self._desk.clicked.connect(self._on_desk)
        self._correct.clicked.connect(self.ask_plate)
        self._confirm.clicked.connect(self.ask_confirm)
        self._write_off.clicked.connect(self.ask_write_off)
        self._plate_done.clicked.connect(self._on_plate_done)
        self._write_off_done.clicked.connect(self._on_write_off_done)

    def _on_desk(self) -> None:
        self.desk_asked.emit()

    def _on_plate_done(self) -> None:
        self.plate_typed.emit(self._plate.text())

    def _on_write_off_done(self) -> None:
        self.write_off_asked.emit(self._reason.value(), self._note.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._stack.currentWidget() is self._plate_form:
            self._on_plate_done()
        elif self._stack.currentWidget() is self._write_off_form:
            self._on_write_off_done()
        else:
            super().keyPressEvent(event)


def _words_for(reason: str) -> Callable[[], str]:
    return lambda: say(f"write_off.{reason}").text


def _may(actor: Actor | None, right: Right) -> bool:
    return actor is not None and actor.may(right)


def _column(*widgets: QWidget) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return panel
