"""The form for one person: name, role and PIN, as far as the occasion asks for them."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.pin_field import PinField
from console.screens.form.roles import role_in_words
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.domain.people import MAX_NAME, Person, Role

LABEL_WIDTH = 120
ROLES = (Role.ATTENDANT, Role.SUPERVISOR, Role.LANDLORD, Role.ADMINISTRATOR)


class Occasion(Enum):
    """Why the form is open."""

    NEW = "new"
    ROLE = "role"
    PIN = "pin"


class PersonForm(Spoken):
    """``sent`` once everything was typed; ``left`` to go back without."""

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.occasion = Occasion.NEW
        self.person: Person | None = None
        self._title, self._hint, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._role = Choice[Role](tuple((role, partial(role_in_words, role)) for role in ROLES))
        self._pin, self._again = PinField(), PinField()
        self._send, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        self._lay_out()
        self._send.clicked.connect(self._on_send)
        self._back.clicked.connect(self._on_back)
        self.speak()

    def speak(self) -> None:
        titles = {
            Occasion.NEW: self.tr("Someone new"),
            Occasion.ROLE: self.tr("Another role"),
            Occasion.PIN: self.tr("A new PIN"),
        }
        self._title.setText(titles[self.occasion])
        for label, words in zip(
            self._labels,
            (self.tr("Name"), self.tr("Role"), self.tr("PIN"), self.tr("PIN again")),
            strict=True,
        ):
            label.setText(words)
        self._role.speak()
        self._hint.setText(self.tr("4 to 12 digits, not a row like 1234. Let the person type it."))
        self._send.setText(self.tr("Save"))
        self._back.setText(self.tr("Back"))

    @property
    def name(self) -> str:
        """The name as typed."""
        return self._name.text()

    @property
    def role(self) -> Role:
        """The role as chosen."""
        return self._role.value()

    @property
    def pin(self) -> str:
        """The PIN as typed."""
        return self._pin.text()

    @property
    def pins_agree(self) -> bool:
        """Whether both PINs are the same."""
        return self._pin.text() == self._again.text()

    @property
    def told(self) -> str:
        """Why it could not be saved."""
        return self._told.text()

    def begin(self, occasion: Occasion, person: Person | None) -> None:
        """Open for this occasion, empty or with this person's name and role."""
        self.occasion, self.person = occasion, person
        self._name.setText(person.name if person is not None else "")
        self._role.choose(person.role if person is not None else Role.ATTENDANT)
        self._pin.clear()
        self._again.clear()
        wanted = {
            self._name: True,
            self._role: occasion is not Occasion.PIN,
            self._pin: occasion is not Occasion.ROLE,
            self._again: occasion is not Occasion.ROLE,
        }
        for (field, shown), label in zip(wanted.items(), self._labels, strict=True):
            field.setVisible(shown)
            label.setVisible(shown)
        self._name.setReadOnly(occasion is not Occasion.NEW)
        self._hint.setVisible(occasion is not Occasion.ROLE)
        self.tell("")
        self.speak()
        begins = {Occasion.NEW: self._name, Occasion.ROLE: self._role, Occasion.PIN: self._pin}
        begins[occasion].setFocus()

    def tell(self, words: str) -> None:
        """Say why it cannot be saved; the PINs are to be typed again."""
        self._told.setText(words)
        if words:
            self._pin.clear()
            self._again.clear()

    def _lay_out(self) -> None:
        grid = FieldGrid(LABEL_WIDTH)
        self._labels = [grid.add(field) for field in (self._name, self._role, self._pin, self._again)]
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._send)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addWidget(self._hint)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(1)

    def _on_send(self) -> None:
        self.sent.emit()

    def _on_back(self) -> None:
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._back.hasFocus():
                self._on_back()
            else:
                self._on_send()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)
