"""The form for a client's account: name, contact, plates, and a password if they want one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.domain.clients import LONGEST_CONTACT
from core.domain.people import MAX_NAME, Person

LABEL_WIDTH = 120
FIELD_WIDTH = 300
LONGEST_PLATES = 200


class ClientForm(Spoken):
    """``sent`` once everything was typed; ``left`` to go back without."""

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client: Person | None = None
        self._title, self._hint, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._contact = QLineEdit(maxLength=LONGEST_CONTACT)
        self._plates = QLineEdit(maxLength=LONGEST_PLATES)
        self._send, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        for field in (self._name, self._contact, self._plates):
            field.setMinimumWidth(FIELD_WIDTH)
        grid = FieldGrid(LABEL_WIDTH)
        self._labels = [grid.add(field) for field in (self._name, self._contact, self._plates)]
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
        self._send.clicked.connect(self.sent)
        self._back.clicked.connect(self.left)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Someone new") if self.client is None else self.tr("Change the account"))
        words = (self.tr("Name"), self.tr("Contact"), self.tr("Plates"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._hint.setText(
            self.tr(
                "Write plates with a comma between them. What stands here is personal: no more than needed."
            )
        )
        self._send.setText(self.tr("Save"))
        self._back.setText(self.tr("Back"))

    @property
    def name(self) -> str:
        """The name as typed."""
        return self._name.text()

    @property
    def contact(self) -> str:
        """How to reach them, as typed."""
        return self._contact.text()

    @property
    def plates(self) -> tuple[str, ...]:
        """The plates as typed."""
        return tuple(plate for plate in self._plates.text().replace(";", ",").split(",") if plate.strip())

    @property
    def told(self) -> str:
        """Why it could not be saved."""
        return self._told.text()

    def begin(self, client: Person | None) -> None:
        """Open empty, or with this client's account."""
        self.client = client
        self._name.setText(client.name if client is not None else "")
        self._contact.setText(client.contact if client is not None else "")
        self._plates.setText(", ".join(client.plates) if client is not None else "")
        self.tell("")
        self.speak()
        self._name.setFocus()

    def tell(self, words: str) -> None:
        """Say why it cannot be saved."""
        self._told.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._back.hasFocus():
            self.sent.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
