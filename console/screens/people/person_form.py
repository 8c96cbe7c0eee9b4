"""The form for one person: name, role and PIN or password, as far as the occasion asks for them."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.rights import may_in_words
from console.screens.form.roles import role_in_words
from console.screens.form.spoken import Spoken
from console.screens.sign_on.secret_field import PersonSecretField
from console.widgets.key_button import KeyButton
from core.domain.people import MAX_NAME, PIN_LONGEST, PIN_SHORTEST, Person, Role
from core.domain.secrets import KINDS, PASSWORD_SHORTEST, PIN_SHORTEST_ALONE, SecretKind

LABEL_WIDTH = 120
ROLES = (Role.ATTENDANT, Role.SUPERVISOR, Role.LANDLORD, Role.ADMINISTRATOR)


class Occasion(Enum):
    """Why the form is open."""

    NEW = "new"
    ROLE = "role"
    SECRET = "secret"  # noqa: S105 - the word, not one of them


class PersonForm(Spoken):
    """``sent`` once everything was typed; ``left`` to go back without."""

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.occasion = Occasion.NEW
        self.person: Person | None = None
        self._title, self._hint, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._may = line("quiet", wraps=True)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._role = Choice[Role](tuple((role, partial(role_in_words, role)) for role in ROLES))
        self._secret, self._again = PersonSecretField(), PersonSecretField()
        self._send, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        self._lay_out()
        self._role.currentIndexChanged.connect(self._on_role_chosen)
        self._send.clicked.connect(self._on_send)
        self._back.clicked.connect(self._on_back)
        self.speak()

    def speak(self) -> None:
        titles = {
            Occasion.NEW: self.tr("Someone new"),
            Occasion.ROLE: self.tr("Another role"),
            Occasion.SECRET: self.tr("A new PIN or password"),
        }
        self._title.setText(titles[self.occasion])
        word = self.tr("PIN") if self._has_pin_only() else self.tr("Password")
        for label, words in zip(
            self._labels,
            (self.tr("Name"), self.tr("Role"), word, self.tr("{word} again").format(word=word)),
            strict=True,
        ):
            label.setText(words)
        self._role.speak()
        for field in (self._secret, self._again):
            field.speak()
        self._hint.setText(self._what_is_asked())
        self._may.setText(may_in_words(self._role.value()))
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
    def secret(self) -> str:
        """The PIN or password as typed."""
        return self._secret.text()

    @property
    def secrets_agree(self) -> bool:
        """Whether the same was typed both times."""
        return self._secret.text() == self._again.text()

    @property
    def hint(self) -> str:
        """What is asked for."""
        return self._hint.text()

    @property
    def told(self) -> str:
        """Why it could not be saved."""
        return self._told.text()

    def begin(self, occasion: Occasion, person: Person | None) -> None:
        """Open for this occasion, empty or with this person's name and role."""
        self.occasion, self.person = occasion, person
        self._name.setText(person.name if person is not None else "")
        self._role.choose(person.role if person is not None else Role.ATTENDANT)
        wanted = {
            self._name: True,
            self._role: occasion is not Occasion.SECRET,
            self._secret: occasion is not Occasion.ROLE,
            self._again: occasion is not Occasion.ROLE,
        }
        for (field, shown), label in zip(wanted.items(), self._labels, strict=True):
            field.setVisible(shown)
            label.setVisible(shown)
        self._name.setReadOnly(occasion is not Occasion.NEW)
        self._may.setVisible(occasion is not Occasion.SECRET)
        self.tell("")
        self._on_role_chosen()
        begins = {Occasion.NEW: self._name, Occasion.ROLE: self._role, Occasion.SECRET: self._secret}
        begins[occasion].setFocus()

    def tell(self, words: str) -> None:
        """Say why it cannot be saved; the secret is to be typed again."""
        self._told.setText(words)
        if words:
            self._secret.clear()
            self._again.clear()

    def _has_pin_only(self) -> bool:
        return KINDS[self._role.value()] == {SecretKind.PIN}

    def _what_is_asked(self) -> str:
        kinds = KINDS[self._role.value()]
        if self.occasion is Occasion.ROLE:
            before = self.person.role if self.person is not None else self._role.value()
            if KINDS[before] == kinds:
                return ""
            return self.tr("What they sign on with stays. Give them a new PIN or password that fits.")
        if kinds == {SecretKind.PIN}:
            return self.tr("{least} to {most} digits, not a row like 1234. Let the person type it.").format(
                least=PIN_SHORTEST, most=PIN_LONGEST
            )
        if SecretKind.PIN in kinds:
            return self.tr(
                "At least {letters} characters, or a PIN of at least {digits} digits. Three or four words are"
                " good. Let the person type it."
            ).format(letters=PASSWORD_SHORTEST, digits=PIN_SHORTEST_ALONE)
        return self.tr(
            "At least {letters} characters. Three or four words are good. Let the person type it."
        ).format(letters=PASSWORD_SHORTEST)

    def _on_role_chosen(self) -> None:
        asked = Person("", "", self._role.value())
        self._secret.ask_for(asked)
        self._again.ask_for(asked)
        self.speak()

    def _lay_out(self) -> None:
        grid = FieldGrid(LABEL_WIDTH)
        self._labels = [grid.add(field) for field in (self._name, self._role, self._secret, self._again)]
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
        for label in (self._hint, self._may, self._told):
            column.addWidget(label)
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
