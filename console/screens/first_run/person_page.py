"""The fourth page: who sets the lot up, and the password or PIN they sign on with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.first_run.page import Page
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.sign_on.secret_field import PersonSecretField
from core.domain.errors import OperatorError
from core.domain.people import MAX_NAME, Person, Role
from core.domain.secrets import PASSWORD_SHORTEST, PIN_SHORTEST_ALONE

NAME_WIDTH = 300


class PersonPage(Page):
    """Asks for the first administrator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._name.setMinimumWidth(NAME_WIDTH)
        self._secret, self._again = PersonSecretField(), PersonSecretField()
        for field in (self._secret, self._again):
            field.setMinimumWidth(NAME_WIDTH)
            field.ask_for(Person("", "", Role.ADMINISTRATOR))
        self._secret_hint = line("quiet", wraps=True)
        grid = FieldGrid()
        self._name_label = grid.add(self._name)
        self._secret_label = grid.add(self._secret)
        self._again_label = grid.add(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._secret_hint)
        column.addStretch(1)
        self.speak()

    def title(self) -> str:
        return self.tr("You")

    def lead(self) -> str:
        return self.tr("The first person is administrator: may change everything and add the others.")

    def speak(self) -> None:
        self._name_label.setText(self.tr("Your name"))
        self._secret_label.setText(self.tr("Password or PIN"))
        self._again_label.setText(self.tr("The same again"))
        for field in (self._secret, self._again):
            field.speak()
        self._secret_hint.setText(
            self.tr(
                "A password has at least {letters} characters; three or four words are good. Whoever works at"
                " the booth alone may take a PIN instead, of at least {digits} digits."
            ).format(letters=PASSWORD_SHORTEST, digits=PIN_SHORTEST_ALONE)
        )

    def show_draft(self, draft: LotDraft) -> None:
        self._name.setText(draft.administrator)
        self._secret.setText(draft.secret)
        self._again.setText(draft.secret_again)

    def draft(self, before: LotDraft) -> LotDraft:
        draft = replace(
            before,
            administrator=self._name.text(),
            secret=self._secret.text(),
            secret_again=self._again.text(),
        )
        draft.check_administrator()
        return draft

    def culprit(self, error: OperatorError) -> QWidget | None:
        return {
            "person.bad_name": self._name,
            "person.bad_pin": self._secret,
            "person.weak_pin": self._secret,
            "person.short_pin": self._secret,
            "person.bad_password": self._secret,
            "person.weak_password": self._secret,
            "person.secrets_differ": self._again,
        }.get(error.code)

    def take_focus(self) -> None:
        self._name.setFocus()
