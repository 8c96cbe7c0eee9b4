"""Signing on with a typed name and a password: who is not in the list of the booth, such as the landlord."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.sign_on.checking import check_password_of
from console.screens.sign_on.secret_entry import SecretEntry
from console.theme.space import MEDIUM
from core.domain.people import MAX_NAME, Actor, Person, Role


class NamedPage(Spoken):
    """``passed`` carries the actor; whether name or password was wrong is not said."""

    passed = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        console = ctx.console
        self._title = line("title")
        self.name = QLineEdit(maxLength=MAX_NAME)
        self.entry = SecretEntry(
            ctx,
            lambda person, secret: check_password_of(console, person.name, secret),
            lambda: self.tr("Sign on"),
            wrong="sign_on.wrong_name_or_password",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self.name, self.entry):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(self.name)
        self.name.textEdited.connect(self._on_name_edited)
        self.name.returnPressed.connect(self._on_name_given)
        self.entry.passed.connect(self._on_passed)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Name and password"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))

    def begin(self) -> None:
        """Begin anew with an empty name."""
        self.name.clear()
        self.entry.ask(None)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_name_edited(self, name: str) -> None:
        typed = " ".join(name.split())
        # Nobody yet: only what was typed, for somebody who has a password.
        self.entry.ask(Person("", typed, Role.LANDLORD) if typed else None)

    def _on_name_given(self) -> None:
        if self.entry.person is not None:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_passed(self, actor: Actor) -> None:
        self.begin()
        self.passed.emit(actor)
