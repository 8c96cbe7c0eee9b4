"""The fourth page: who sets the lot up, and the PIN they sign on with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.screens.first_run.draft import LotDraft
from console.screens.first_run.page import Page
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.pin_field import PinField
from core.domain.errors import OperatorError
from core.domain.people import MAX_NAME

NAME_WIDTH = 300


class PersonPage(Page):
    """Asks for the first administrator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._name.setMinimumWidth(NAME_WIDTH)
        self._pin, self._again = PinField(), PinField()
        self._pin_hint = line("quiet")
        grid = FieldGrid()
        self._name_label = grid.add(self._name)
        self._pin_label = grid.add(self._pin, self._pin_hint)
        self._again_label = grid.add(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)
        self.speak()

    def title(self) -> str:
        return self.tr("You")

    def lead(self) -> str:
        return self.tr("The first person is administrator: may change everything and add the others.")

    def speak(self) -> None:
        self._name_label.setText(self.tr("Your name"))
        self._pin_label.setText(self.tr("PIN"))
        self._again_label.setText(self.tr("PIN again"))
        self._pin_hint.setText(self.tr("4 to 12 digits, not a row like 1234"))

    def show_draft(self, draft: LotDraft) -> None:
        self._name.setText(draft.administrator)
        self._pin.setText(draft.pin)
        self._again.setText(draft.pin_again)

    def draft(self, before: LotDraft) -> LotDraft:
        draft = replace(
            before, administrator=self._name.text(), pin=self._pin.text(), pin_again=self._again.text()
        )
        draft.check_administrator()
        return draft

    def culprit(self, error: OperatorError) -> QWidget | None:
        return {
            "person.bad_name": self._name,
            "person.bad_pin": self._pin,
            "person.weak_pin": self._pin,
            "person.pins_differ": self._again,
        }.get(error.code)

    def take_focus(self) -> None:
        self._name.setFocus()
